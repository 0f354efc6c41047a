/** The mail that asks for consent, where no template is named: what is asked, of whom and why, the link, and no word of advertising. */

export interface RequestWords {
  readonly subject: string
  readonly greeting: string
  readonly why: string
  readonly ask: string
  readonly button: string
  readonly once: string
}

export const REQUEST_WORDS: Readonly<Record<'ja' | 'en', RequestWords>> = {
  ja: {
    subject: '【{{sender.name}}】メール配信のご確認',
    greeting: '{{sender.name}} です。',
    why: 'このアドレスは、以前ご本人からお知らせいただいたものです。今後、メールをお送りしてよろしいでしょうか。',
    ask: 'お送りしてよい場合は、次のページで内容をご確認のうえ、ボタンを押してください。',
    button: '内容を確認する',
    once: 'お返事がなければ、メールをお送りすることはありません。このご確認は一度だけです。',
  },
  en: {
    subject: 'May {{sender.name}} send you mail?',
    greeting: 'This is {{sender.name}}.',
    why: 'You gave us this address yourself. May we send you mail from now on?',
    ask: 'If we may, please read on the following page what it is about, and press the button there.',
    button: 'Read and answer',
    once: 'If you do not answer, we send you no mail. We ask this only once.',
  },
}

/** Template source of its two bodies. */
export function requestBodies(language: 'ja' | 'en'): {readonly html: string; readonly text: string} {
  const {greeting, why, ask, button, once} = REQUEST_WORDS[language]
  const look =
    'margin:0;padding:24px 16px;background-color:#ffffff;color:#1d2423;font-family:sans-serif;font-size:16px;line-height:1.7;'
  const go =
    'display:inline-block;padding:12px 22px;border-radius:8px;background-color:#0b6157;color:#ffffff;font-weight:bold;text-decoration:none;'
  const lines = [greeting, why, ask].map((words) => `<p style="margin:0 0 16px;">${words}</p>`).join('\n')
  return {
    html: `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body style="${look}">
<div style="max-width:560px;margin:0 auto;">
${lines}
<p style="margin:0 0 16px;"><a href="{{confirm_url}}" style="${go}">${button}</a></p>
<p style="margin:0 0 16px;">${once}</p>
{{> footer}}
</div>
</body>
</html>
`,
    text: `${greeting}

${why}
${ask}

{{confirm_url}}

${once}

{{> footer}}
`,
  }
}
