/** Words that offer a contact for complaints and enquiries (rulebook G.6), and words that tell what is none. */

/** Said of a link, a phone number or a mail address. */
export const CONTACT_MARKS = {
  ja: [
    'お?問い?合わ?せ(先|窓口)?(?!番号)',
    '(ご)?連絡先',
    '(苦情|ご意見|ご要望|クレーム)',
    'ご(不明な|質問|相談)(点|等)?',
    'カスタマー(サポート|サービス|センター)',
    'サポート(窓口|センター|デスク)|(お客様|相談)(窓口|センター|相談室)',
    // A German place may end in -stelle.
    '(?<![a-z])TEL(?![a-z])|電話(番号)?|フリーダイヤル',
    '(?<![a-z])E-?mail\\s*:',
  ],
  en: [
    '\\bcontact\\b(?! (preferences|lens|list))',
    'customer (service|support|care|success)',
    '\\b(support team|our support|help ?desk|help cent(er|re))\\b',
    'questions\\?|any questions|complaints?',
    // "Call to action" is no phone number.
    '\\b(phone|tel)\\b|\\bcall (us|now|toll)\\b|\\bcall\\b(?=\\s*[:.]?\\s*\\+?\\d)',
    '\\bget in touch|reach (out to )?us\\b',
  ],
  de: ['kontakt(?!lins)', 'kunden(service|dienst|betreuung)', '\\btelefon\\b|\\btel\\.|service-?(hotline|telefon)'],
  fr: ['contact(ez|er)[- ]nous|nous contacter|service client', '\\bt[ée]l(\\.|[ée]phone)'],
  es: ['cont[aá]ct(enos|anos|o|ar)|atenci[oó]n al cliente', '\\btel[ée]fono|\\btel\\.'],
  pt: ['fale conosco|contacte-nos|atendimento', '\\btelefone'],
  it: ['contattaci|servizio clienti', '\\btelefono'],
  nl: ['neem contact|klantenservice', '\\btelefoon'],
  ko: ['문의(처|하기)?(?!\\s*번호)|고객\\s*(센터|지원)|연락처|전화(\\s*번호)?'],
  zh: [
    '[联聯][系絡络](我们|我們|方式|电话|電話)|客服|客[户戶]服[务務]|(服[务務]|咨[询詢]|諮詢|[联聯][系絡络])?(电话|電話|[热熱][线線])|电邮|電郵',
  ],
} as const

/** Said of a mail address that takes letters from readers; too weak to be said of a link. */
export const WRITE_WORDS = {
  ja: ['連絡|お?問い?合|お気軽|ご(意見|感想|質問|相談|要望)|(?<![a-z])e?-?mail|メール(アドレス)?\\s*:'],
  en: [
    '\\b(questions?|comments?|feedback|inquir(y|ies)|enquir(y|ies)|suggestions?|concerns|queries|problems)\\b',
    '\\b(write|e-?mail|mail|talk|speak|reply) (to )?(us|me)\\b|\\be-?mail\\s*:|hear from you|let us know|help e-?mail',
    '\\b(editor|publisher)\\b',
  ],
  de: ['fragen|anregung|kritik|schreiben sie|wenden sie sich|kontakt|e-?mail\\s*:'],
  fr: ['question|[ée]crivez|[ée]crire|contact|remarque|courriel\\s*:|e-?mail\\s*:'],
  es: ['consulta|dudas?\\b|pregunta|escr[ií]b|contact|correo( electr[oó]nico)?\\s*:'],
  ko: ['문의|연락|의견|이메일\\s*:'],
  zh: ['[联聯][系絡络]|客服|咨[询詢]|諮詢|意[见見]|[邮郵]箱\\s*:|[电電][邮郵]'],
} as const

/** The reader's own address, told to them. */
export const READER_WORDS = {
  ja: ['宛(て)?に?|ご登録(の|いただいた)?メールアドレス|配信先'],
  en: [
    '(sent|delivered|addressed) to|subscribed (as|with|e-?mail)|(e-?mail address|e-?mail) (for|on file|of) |your .{0,20}e-?mail( address)? is|account name|associated with|registered',
  ],
  de: ['(versendet|gesendet|verschickt|geschickt) an|ihre e-?mail-?adresse'],
  fr: ['(envoy[ée]e?|adress[ée]e?) [àa]|votre adresse'],
  es: ['enviado a|su (direcci[oó]n|correo)|tu (direcci[oó]n|correo)'],
  ko: ['에게 발송|수신자'],
  zh: ['[发發]送[给給至到]|您的[邮郵]箱'],
} as const

/** Numbers of orders, parcels and the like look like phone numbers. */
export const NUMBER_WORDS = {
  ja: ['番号(?<!電話番号)|コード|型番|品番|[Nn]o\\.'],
  en: [
    '\\b(order|invoice|tracking|ticket|ref(erence)?|coupon|voucher|code|serial|id|isbn|issn|number|no\\.)(?<!(phone|telephone|fax|mobile|contact|support|service) number)\\b',
  ],
  de: ['(bestell|sendungs|kunden|rechnungs|artikel|auftrags)[- ]?(nr|nummer)|\\bnr\\.'],
  fr: ['commande|suivi|\\bcode|facture|\\bn°'],
  es: ['pedido|seguimiento|factura|c[oó]digo|referencia'],
  ko: ['(주문|송장|운송장|예약|접수|쿠폰|회원)\\s*번호'],
  zh: ['[订訂]?[单單]([号號])|[编編][号號]|[卡券][号號]|[码碼]'],
} as const

/** Names of desks that read what is written to them; and of addresses that machines read or nobody. */
export const DESK =
  /^(?:info|contact|contacto|kontakt|hello|hallo|hola|bonjour|hi|support|help|helpdesk|service|services|customer\w*|care|feedback|office|mail|email|team|press\w*|sales|marketing|editor\w*|editorial|redaktion|webmaster|ask|enquir\w+|inquir\w+|questions?|cs|otoiawase|toiawase|shop|store|membership|privacy|news|newsletter|jimukyoku|soudan|\w+[-_.](?:support|info|service|help|desk|contact))$/i
export const NO_DESK =
  /unsub|subscribe|opt-?out|remove|leave|stop|bounce|no-?_?reply|donotreply|listserv|majordomo|owner|signoff|taikai|kaijo/i

/** A word that stands for a mail address or phone number of the sender. */
export const CONTACT_TAG =
  /\{\{\{?\s*[\w.]*(?:support|contact|help|sender|company|reply)[\w.]*(?:mail|phone|tel)[\w.]*\s*\}?\}\}|\[(?:(?:support|contact|your) )?(?:e-?mail(?: address)?|phone(?: number)?)\]/iu
