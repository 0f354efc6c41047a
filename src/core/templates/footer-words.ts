/**
 * What the built-in footer says, in the languages of readers (rulebook G.1, G.2, G.6). Every notice says that refusing is
 * possible, and stands beside the link itself; ko carries English as well, and de the costs, because their laws ask for it.
 */

export interface FooterWords {
  /** Before the sender's name, and before the contact. */
  readonly sender: string
  readonly contact: string
  /** The notice around the link of the HTML part: words before, on and after it. */
  readonly before: string
  readonly link: string
  readonly after: string
  /** The notice of the text part, in lines of at most 78 columns; its next line is the address. */
  readonly notice: string
}

/** By BCP 47 language; zh is written in simplified characters. */
export const FOOTER_WORDS = {
  ja: {
    sender: '配信元: ',
    contact: 'お問い合わせ: ',
    before: '今後このメールの配信を希望されない方は、',
    link: '配信停止のページ',
    after: 'から、いつでも無料でお手続きいただけます。',
    notice: '今後このメールの配信を希望されない方は、\n次のページから、いつでも無料で配信を停止できます。',
  },
  en: {
    sender: 'Sent by: ',
    contact: 'Contact: ',
    before: 'If you no longer wish to receive these emails, you can ',
    link: 'unsubscribe here',
    after: ' at any time, free of charge.',
    notice: 'If you no longer wish to receive these emails,\nyou can unsubscribe at any time, free of charge:',
  },
  // § 7 Abs. 3 Nr. 4 UWG: that no costs arise but those of transmission.
  de: {
    sender: 'Absender: ',
    contact: 'Kontakt: ',
    before:
      'Sie können dem Erhalt dieser E-Mails jederzeit widersprechen, ohne dass hierfür andere als die ' +
      'Übermittlungskosten nach den Basistarifen entstehen: ',
    link: 'E-Mails abbestellen',
    after: '.',
    notice:
      'Sie können dem Erhalt dieser E-Mails jederzeit widersprechen, ohne dass\n' +
      'hierfür andere als die Übermittlungskosten nach den Basistarifen entstehen.\n' +
      'E-Mails abbestellen:',
  },
  fr: {
    sender: 'Expéditeur : ',
    contact: 'Nous contacter : ',
    before: 'Si vous ne souhaitez plus recevoir ces e-mails, vous pouvez à tout moment ',
    link: 'vous désabonner gratuitement',
    after: '.',
    notice: 'Si vous ne souhaitez plus recevoir ces e-mails,\nvous pouvez à tout moment vous désabonner gratuitement :',
  },
  es: {
    sender: 'Remitente: ',
    contact: 'Contáctenos: ',
    before: 'Si no desea seguir recibiendo estos correos, puede ',
    link: 'darse de baja aquí',
    after: ' en cualquier momento y sin coste.',
    notice: 'Si no desea seguir recibiendo estos correos,\npuede darse de baja en cualquier momento y sin coste:',
  },
  // 정보통신망법 50조 4항, 별표 6: how to refuse, in Korean and in English.
  ko: {
    sender: '전송자: ',
    contact: '문의처: ',
    before: '메일 수신을 원하지 않으시면 ',
    link: '무료 수신거부 (Unsubscribe)',
    after: '를 눌러 주세요. To stop receiving these emails free of charge, use the same link.',
    notice:
      '메일 수신을 원하지 않으시면 아래 주소에서 무료로 수신거부하실 수 있습니다.\n' +
      'To unsubscribe free of charge, open this page:',
  },
  zh: {
    sender: '发件人：',
    contact: '联系我们：',
    before: '如果您不想再收到此类邮件，可以随时',
    link: '免费退订',
    after: '。',
    notice: '如果您不想再收到此类邮件，可以随时打开以下链接免费退订：',
  },
  'zh-Hant': {
    sender: '寄件人：',
    contact: '聯絡我們：',
    before: '如果您不想再收到此類郵件，可以隨時',
    link: '免費取消訂閱',
    after: '。',
    notice: '如果您不想再收到此類郵件，可以隨時開啟以下連結免費取消訂閱：',
  },
} as const satisfies Readonly<Record<string, FooterWords>>
