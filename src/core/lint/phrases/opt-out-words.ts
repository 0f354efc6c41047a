/**
 * Words of a link that leads out (rulebook G.1). refusal: the words say by themselves that mail can be refused;
 * settings: a page where it can be done, but the words alone do not tell the reader so.
 */

export const REFUSAL_WORDS = {
  ja: [
    '配信(の|を)?(停止|解除|中止|終了|拒否|不要)',
    '(購読|登録|メルマガ|メールマガジン|メール配信|会員登録)(の|を)?(解除|停止|中止|取り?消し?|解約|退会|キャンセル)',
    '退会',
    // 受信拒否設定 is the reader's spam filter, not our opt-out.
    '受信(の)?(拒否(?!設定)|停止|解除)',
    'オプト[・ ]?アウト',
    '配信(を|が)?(ご?希望されない|ご不要|不要)',
    '(今後|以後|以降).{0,20}(配信|メール|ご案内).{0,20}(希望(されない|しない)|不要|停止|お断り)',
    '配信先?(の)?(変更・?停止|変更・?解除)',
    'アンサブスクライブ',
    'ワンクリック(で)?(解除|停止|退会)',
  ],
  en: [
    'un-?subscri(be|bing|ption)',
    'opt(ing)?[- ]?out',
    'remove (me|my (address|e-?mail))',
    '(stop|no longer (wish|want) to) receiv(e|ing)',
    'cancel (your |my )?subscription',
    'leave (this|the) (mailing )?list',
    'turn off (these )?(e-?mails|notifications)',
  ],
  de: [
    'abmeld(en|ung|elink)',
    'abbestell(en|ung)',
    'austragen',
    'newsletter (kündigen|abbestellen|abmelden)',
    '(keine|nicht mehr).{0,30}(newsletter|e-?mails|werbung).{0,20}(erhalten|empfangen)',
    'widerspr(echen|uch)',
    'einwilligung widerrufen',
  ],
  fr: [
    '(se|me|vous) d[ée]s(abonn|inscri)\\p{L}*',
    'd[ée]sabonne(ment|r|z-vous)',
    'd[ée]sinscri(ption|re|vez-vous)',
    'ne plus recevoir',
    'se retirer de (la|cette) liste',
  ],
  es: [
    'dar(se|te|me)? de baja',
    'date de baja',
    'cancelar (la |tu |su )?suscripci[oó]n',
    'anular (la )?suscripci[oó]n',
    'no (deseo|desea|quiero) (seguir )?recib(ir|iendo)',
    'desuscribir(se|te)?',
  ],
  pt: [
    'cancelar (a |sua )?(inscri[cç][aã]o|assinatura)',
    'descadastrar(-se)?',
    'sair da lista',
    'n[aã]o (quero|desejo|deseja) (mais )?receber',
  ],
  ko: ['수신\\s*거부', '구독\\s*(취소|해지|해제|중지)', '수신\\s*(동의)?\\s*(철회|해지)', '메일\\s*수신\\s*중단'],
  zh: ['退\\s*[订訂]', '取消\\s*[订訂][阅閱]', '取消[关關]注', '停止接收', '不再接收', '拒收', '取消電子報'],
} as const

export const SETTINGS_WORDS = {
  ja: ['(受信|配信)設定(の)?(変更)?', 'マイページ.{0,15}(配信|受信).{0,8}(設定|停止)'],
  en: [
    'manage (your |my )?(e-?mail |subscription |communication )?(preferences|settings|subscriptions?)',
    '(e-?mail|communication|subscription) preferences',
    'update (your )?(preferences|profile)',
  ],
  de: ['e-?mail-einstellungen'],
  fr: ['g[ée]rer (vos|mes) pr[ée]f[ée]rences'],
  es: ['gestionar (tus|sus) preferencias'],
  ko: ['메일\\s*수신\\s*설정'],
  zh: ['管理(您的)?(电子邮件|電子郵件|邮件)?(偏好|[设設][置定])'],
} as const

/** Link texts that mean nothing by themselves: the words around them count. */
export const HERE_WORDS = {
  ja: [
    'こちら',
    'コチラ',
    'ここ',
    '下記',
    '以下',
    'リンク',
    'URL',
    'ページ',
    'フォーム',
    'クリック',
    'お?手続き?',
    'アドレス',
    '専用',
  ],
  en: [
    '\\bhere\\b',
    '\\bclick\\b',
    '\\blink\\b',
    '\\bform\\b',
    '\\bpage\\b',
    '\\bthis\\b',
    '\\bbelow\\b',
    '\\brequest\\b',
  ],
  de: ['\\bhier\\b', '\\bklick', '\\bseite\\b', '\\bdiesen\\b'],
  fr: ['\\bici\\b', '\\bcliqu', '\\blien\\b', '\\bpage\\b'],
  es: ['aqu[ií]', '\\bclic\\b', '\\benlace\\b', '\\bp[áa]gina\\b'],
  ko: ['여기', '이곳', '링크', '클릭'],
  zh: ['[这這此]', '点击|點擊|連結|链接'],
} as const
