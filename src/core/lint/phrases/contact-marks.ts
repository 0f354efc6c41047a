/** Words that offer a contact for complaints and enquiries (rulebook G.6), and what phone numbers look like. */

export const CONTACT_MARKS = {
  ja: [
    'お?問い?合わ?せ(先|窓口)?',
    '(ご)?連絡先',
    '(苦情|ご意見|ご要望|クレーム)',
    'ご(不明な|質問|相談)(点|等)?',
    'カスタマー(サポート|サービス|センター)',
    'サポート(窓口|センター|デスク)|(お客様|相談)(窓口|センター|相談室)',
    '((?<![a-z])TEL(?![a-z])|電話(番号)?|フリーダイヤル)',
    'E-?mail\\s*:',
  ],
  en: [
    '\\bcontact\\b(?! (preferences|lens|list))',
    'customer (service|support|care|success)',
    '\\b(support team|our support|help ?desk|help cent(er|re))\\b',
    'questions\\?|any questions|complaints?',
    // "Call to action" is no phone number.
    '\\b(phone|tel)\\b|\\bcall (us|now|toll)\\b|\\bcall\\b(?=\\s*[:.]?\\s*\\+?\\d)',
  ],
  de: ['kontakt', 'kundenservice|kundendienst', 'telefon|\\btel\\.'],
  fr: ['contactez-nous|nous contacter|service client', 't[ée]l(\\.|[ée]phone)'],
  es: ['cont[aá]ct(enos|anos|o)|atenci[oó]n al cliente', 'tel[ée]fono'],
  ko: ['문의(처|하기)?|고객\\s*센터|연락처|전화\\s*번호'],
  zh: ['联系(我们|方式)|聯絡(我們|方式)|客服'],
} as const

/** Japanese numbers, then international ones; longer digit runs (orders, cards) are no phone numbers. */
export const PHONE =
  /(?<![\d-])(?:0\d{1,4}[-( ]?\d{1,4}[-) ]?\d{3,4}|\+\d{1,3}[- (]{0,2}\d{1,4}[-) ]{0,2}\d{1,4}(?:[- ]?\d{2,4}){1,2}|\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4})(?![\d-])/gu
