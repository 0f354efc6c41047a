/** Words at a box by which somebody agrees to something or wants mail: such a box is for the reader to tick. */

export const CONSENT_BOXES = {
  ja: [
    '同意(する|します|した|の上|いただ)',
    '(メルマガ|メールマガジン|ニュース|お知らせ|ご?案内|情報|広告|メール|DM|クーポン).{0,16}(受け取|受信|希望|購読|配信|登録)',
    '(購読|配信|受信)(を|の)?(再開|継続|希望)',
  ],
  en: [
    '\\b(re-?)?subscri',
    'newsletter',
    '\\bopt[- ]?in\\b',
    '\\bi (agree|accept|consent)',
    '\\bconsent\\b',
    '(receive|send me|get|want) .{0,40}(e?-?mails?|news|offers|updates|promotions)',
    'keep me (informed|updated|posted)',
    'marketing',
  ],
  de: [
    'newsletter',
    'abonnier',
    'einwillig',
    'stimme .{0,20}zu',
    '(infos|informationen|angebote|werbung).{0,30}(erhalten|zusenden)',
  ],
  fr: [
    "lettre d['’]information",
    'abonn',
    "j['’]accepte",
    'consen',
    'recevoir .{0,40}(offres|actualit|mails?|courriels?)',
  ],
  es: ['bolet[ií]n', 'suscri', 'acepto', 'consiento', 'recibir .{0,40}(ofertas|novedades|correos?)'],
  ko: ['수신.{0,6}(동의|희망)', '동의(합니다|함)', '구독'],
  zh: ['[订訂][阅閱]', '同意', '接收.{0,10}([邮郵]件|[资資][讯訊]|信息)'],
} as const
