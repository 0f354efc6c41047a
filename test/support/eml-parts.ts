/**
 * The parts of a message that readers are shown, as text. The one place where the accuracy tests read .eml: exchange it
 * for the linter's own reading when it has one.
 */
import {simpleParser} from 'mailparser'

export interface EmlPart {
  readonly part: 'html' | 'text'
  readonly source: string
}

/** Attachments and attached mails are left aside. */
export async function emlParts(raw: Buffer): Promise<readonly EmlPart[]> {
  const mail = await simpleParser(raw, {skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true})
  const parts: readonly EmlPart[] = [
    {part: 'text', source: mail.text ?? ''},
    {part: 'html', source: mail.html || ''},
  ]
  return parts.filter(({source}) => source !== '')
}
