/** Our own standard for how a mail is made up: its tags, its parts beside each other, sizes and lengths. */
import type {Duty} from '../core/lint/duty.ts'
import {OWN} from './tpl-source.ts'

const SINCE = '2026-01-01'
const rest = {severity: 'warning', since: SINCE, sources: OWN} as const

export const mailDuties: readonly Duty[] = [
  {
    ...{id: 'tpl/tag-fallback', rule: 'tag-fallback', ...rest},
    title: {ja: '宛名の既定値', en: 'Defaults of names'},
    says: {
      ja: '値がなくても送られる文面では、宛名や件名の差し込みに既定値を付けます。「様」だけの宛名を防ぎます。',
      en: 'Where mails are sent even with empty values, names in salutations and subjects have a default, so that nobody is greeted by “Dear ,”.',
    },
  },
  {
    ...{id: 'tpl/tag-in-comment', rule: 'tag-in-comment', ...rest},
    title: {ja: 'コメントの中の差し込み', en: 'Tags in comments'},
    says: {
      ja: 'HTML のコメントに差し込みを残しません。見えないまま個人の値が送られ、空なら送信も止まります。',
      en: 'No tag stays in an HTML comment: a person’s value is sent where nobody sees it, and an empty one stops the mail.',
    },
  },
  {
    ...{id: 'tpl/tag-in-word', rule: 'tag-in-word', ...rest},
    title: {ja: '語につながった差し込み', en: 'Tags that stick to words'},
    says: {
      ja: '欧文では、差し込みと前後の語の間に空白を入れます。',
      en: 'Between a tag and the word beside it stands a blank.',
    },
  },
  {
    ...{id: 'tpl/subject-length', rule: 'subject-length', with: {most: 100}, ...rest},
    title: {ja: '件名の長さ', en: 'Length of the subject'},
    says: {
      ja: '件名は全角 50 文字（半角 100 文字）までにします。スマートフォンに表示されるのは全角 20 文字ほどです。',
      en: 'A subject is at most 100 half-width columns wide (50 Japanese characters); a phone shows about 40 of them.',
    },
  },
  {
    ...{id: 'tpl/preheader-length', rule: 'preheader-length', with: {most: 200}, ...rest},
    title: {ja: 'プリヘッダーの長さ', en: 'Length of the preheader'},
    says: {
      ja: 'プリヘッダーは全角 100 文字（半角 200 文字）までにします。それより後は、どの受信箱にも表示されません。',
      en: 'A preheader is at most 200 half-width columns wide; no inbox shows more.',
    },
  },
  {
    ...{id: 'tpl/no-text-part', rule: 'text-part', ...rest},
    title: {ja: 'テキストパートの有無', en: 'A text part'},
    says: {
      ja: 'HTML メールには、同じ内容のテキストパートを付けます。Todoke から送るメールには自動で付きます。',
      en: 'A mail in HTML has a text part that says the same. Todoke makes one for the mails that it sends.',
    },
  },
  {
    ...{id: 'tpl/part-empty', rule: 'part-empty', with: {most: 80}, ...rest},
    title: {ja: '中身のないパート', en: 'Parts that say nothing'},
    says: {
      ja: '「HTML でご覧ください」だけのテキストパートなど、中身のないパートを作りません。',
      en: 'No part says next to nothing while the other says it all, such as “please view in HTML”.',
    },
  },
  {
    ...{id: 'tpl/parts-differ', rule: 'parts-differ', ...rest},
    title: {ja: '二つのパートの食い違い', en: 'Parts that differ'},
    says: {
      ja: 'テキストパートの価格・日付・リンクは、HTML パートと同じにします。',
      en: 'Prices, dates and links of the text part are those of the HTML part.',
    },
  },
  {
    ...{id: 'tpl/picture-only', rule: 'picture-only', with: {least: 40}, ...rest},
    title: {ja: '画像だけのメール', en: 'Mails of pictures alone'},
    says: {
      ja: '用件は文字で書きます。画像だけのメールは、画像を表示しない設定では何も読めません。',
      en: 'What a mail is about stands in words: where pictures are not loaded, one of pictures alone says nothing.',
    },
  },
  {
    ...{id: 'tpl/picture-count', rule: 'picture-count', with: {most: 50}, ...rest, severity: 'info'},
    title: {ja: '画像の数', en: 'Number of pictures'},
    says: {ja: '画像は 50 枚までにします。', en: 'A mail has at most 50 pictures.'},
  },
  {
    ...{id: 'tpl/mail-size', rule: 'mail-size', with: {most: 1_000_000}, ...rest},
    title: {ja: 'メールの大きさ', en: 'Size of the mail'},
    says: {
      ja: '画像と添付を含めて 1 MB までにします。携帯電話会社には、それを超えるメールを受け取らないものがあります。',
      en: 'With pictures and attachments a mail has at most 1 MB: Japanese carriers refuse larger ones.',
    },
    sources: [{title: 'SoftBank: 1 MB (2008); docomo: 1–10 MB, as the recipient has set it', confidence: 'secondary'}],
  },
  {
    ...{id: 'tpl/long-lines', rule: 'long-lines', with: {most: 998}, ...rest},
    title: {ja: '行の長さ', en: 'Length of lines'},
    says: {
      ja: 'ソースの 1 行は 998 バイトまでにします。符号化しないシステムから送ると、途中で切られるか拒否されます。',
      en: 'A line of the source has at most 998 octets: sent by a system that does not encode it, a longer one is cut or refused.',
    },
    sources: [{title: 'RFC 5322 2.1.1', url: 'https://www.rfc-editor.org/rfc/rfc5322', confidence: 'verified'}],
  },
  {
    ...{id: 'tpl/charset-characters', rule: 'charset-characters', ...rest},
    title: {ja: '文字コードにない文字', en: 'Characters outside the character set'},
    says: {
      ja: 'ISO-2022-JP で送るメールに、①・㈱・髙・絵文字などは使えません。',
      en: 'A mail in ISO-2022-JP holds no emoji, circled numbers (①) or signs of makers (㈱): the set lacks them.',
    },
    sources: [{title: 'RFC 1468', url: 'https://www.rfc-editor.org/rfc/rfc1468', confidence: 'secondary'}],
  },
]
