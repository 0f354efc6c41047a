/**
 * The mail with a confirmation link, in the language of whoever asked: what was asked, of whom, the link and how long it works, and
 * that nothing need be done by who did not ask. No advertising in it: it goes out without a consent (rulebook de/doi-evidence).
 */
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import {wireForm} from '../../core/contacts/address.ts'
import {filledText} from '../../core/filled-text.ts'
import {markup} from '../../core/markup.ts'
import type {HeaderSigner} from '../../core/sending/fill-message.ts'
import type {PageLanguage} from '../../core/serving/page-language.ts'
import {writtenDay} from '../../core/serving/written-day.ts'
import {PAGE_WORDS} from '../../i18n/page-words.ts'
import {SIGN_UP_WORDS} from '../../i18n/sign-up-words.ts'

export interface ConfirmationMail {
  readonly to: string
  readonly language: PageLanguage
  readonly link: string
  /** Local part of the Message-ID. */
  readonly id: string
  /** UTC milliseconds. */
  readonly askedAt: number
  readonly expiresAt: number
  readonly sentAt: number
}

export interface ConfirmationSender {
  readonly from: {readonly name: string; readonly address: string}
  readonly replyTo: string | null
  readonly sender: {readonly name: string; readonly address: string; readonly contact: string}
  /** Of days in the mail, minutes east of UTC. */
  readonly offsetMinutes: number
  readonly sign: HeaderSigner
}

/** The bytes as they go to the relay. */
export async function confirmationMail(
  mail: ConfirmationMail,
  {from, replyTo, sender, offsetMinutes, sign}: ConfirmationSender,
): Promise<Buffer> {
  const {language, link, sentAt} = mail
  const words = SIGN_UP_WORDS[language]
  const day = (moment: number) => writtenDay(moment, language, offsetMinutes)
  const lines = {
    asked: filledText(words.mailAsked, {day: day(mail.askedAt), sender: sender.name}),
    until: filledText(words.mailUntil, {day: day(mail.expiresAt)}),
  }
  const text = `${lines.asked}

${words.mailConfirm}
${link}

${lines.until}

${words.mailIgnore}

-- 
${PAGE_WORDS[language].from}: ${sender.name}
${sender.address}
${PAGE_WORDS[language].contact}: ${sender.contact}
`
  const composer = new MailComposer({
    from,
    ...(replyTo === null ? {} : {replyTo}),
    to: wireForm(mail.to),
    subject: filledText(words.mailSubject, {sender: sender.name}),
    date: new Date(sentAt),
    messageId: `<${mail.id}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`,
    text,
    html: htmlOf(mail, sender, lines),
    encoding: 'base64',
    disableFileAccess: true,
    disableUrlAccess: true,
    // It answers a request; vacation programs stay silent (RFC 3834).
    headers: {'Auto-Submitted': 'auto-replied'},
  })
  const whole = (await composer.compile().build()).toString('utf8')
  const built = whole.endsWith('\r\n') ? whole : `${whole}\r\n`
  const end = built.indexOf('\r\n\r\n') + 2
  const [header, body] = [built.slice(0, end), built.slice(end + 2)]
  return Buffer.from(`${sign(header, body, sentAt)}${header}\r\n${body}`, 'utf8')
}

function htmlOf(
  {language, link}: ConfirmationMail,
  sender: ConfirmationSender['sender'],
  {asked, until}: {readonly asked: string; readonly until: string},
): string {
  const words = SIGN_UP_WORDS[language]
  const page = PAGE_WORDS[language]
  return markup`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"></head>
<body style="margin:0;padding:24px 16px;font:16px/1.65 system-ui,-apple-system,'Segoe UI',Roboto,'Hiragino Sans','Noto Sans CJK JP',Meiryo,sans-serif;">
<div style="max-width:34rem;margin:0 auto;">
<p style="margin:0 0 16px;">${asked}</p>
<p style="margin:0 0 12px;">${words.mailConfirm}</p>
<p style="margin:0 0 16px;"><a href="${link}" style="display:inline-block;padding:12px 22px;border-radius:10px;background:#0b6157;color:#ffffff;font-weight:600;text-decoration:none;">${words.mailButton}</a></p>
<p style="margin:0 0 16px;font-size:14px;word-break:break-all;"><a href="${link}">${link}</a></p>
<p style="margin:0 0 16px;">${until}</p>
<p style="margin:0 0 24px;">${words.mailIgnore}</p>
<p style="margin:0;padding-top:16px;border-top:1px solid #8a9390;font-size:13px;">${page.from}: ${sender.name}<br>${sender.address}<br>${page.contact}: ${sender.contact}</p>
</div>
</body>
</html>
`.source
}
