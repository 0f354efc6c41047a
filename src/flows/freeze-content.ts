/** What a send will say, frozen with its plan: the template's texts and the settings it was made with. */
import type {SendContent} from '../core/sending/send-content.ts'
import type {Settings} from '../core/settings.ts'
import type {CompiledPart, PartKind} from '../core/templates/compile-part.ts'
import {compilePart, HEADER_UNSAFE} from '../core/templates/compile-part.ts'
import {AppError} from '../errors.ts'
import type {TemplateSource} from '../ports/templates.ts'

export interface FreezeAsk {
  readonly name: string
  readonly template: string
  readonly list: string
  /** Wins over the template's own subject. */
  readonly subject: string | null
  readonly settings: Settings
}

export interface FreezeNeeds {
  /** Text part of a mail that has none. */
  readonly textOf: (html: string) => Promise<string>
  /** SHA-256, hex. */
  readonly hash: (text: string) => string
}

/** Throws TEMPLATE_INVALID. */
export async function freezeContent(ask: FreezeAsk, needs: FreezeNeeds, source: TemplateSource): Promise<SendContent> {
  const {sender, optOut} = ask.settings
  const subject = ask.subject ?? source.subject
  if (subject === null || subject.trim() === '')
    throw new AppError(
      'TEMPLATE_INVALID',
      {template: ask.template},
      {details: [`${ask.template}: subject: --subject, <title>, template.yaml`]},
    )
  if (HEADER_UNSAFE.test(subject))
    throw new AppError(
      'TEMPLATE_INVALID',
      {template: ask.template},
      {details: [`${ask.template}: subject: line end or control character`]},
    )
  const html = source.html?.source ?? null
  const text = source.text?.source ?? (html === null ? '' : await needs.textOf(html))
  const domain = sender.from.address.slice(sender.from.address.lastIndexOf('@') + 1)
  return {
    language: source.languages[0] ?? (/[\u3040-\u30ff\u4e00-\u9fff]/.test(text) ? 'ja' : 'en'),
    subject,
    html,
    text,
    from: sender.from,
    replyTo: sender.replyTo,
    sender: {name: sender.name, address: sender.address, contact: sender.contact},
    optOut,
    // By list, not by campaign, so that a reader's filter keeps working (RFC 2919 section 3).
    listId: `${needs.hash(ask.list).slice(0, 12)}.${domain}`,
    feedbackId: `${needs.hash(ask.name).slice(0, 12)}:${needs.hash(ask.list).slice(0, 12)}:todoke`,
  }
}

export type Parts = readonly {readonly kind: PartKind; readonly part: CompiledPart}[]

/** Every part against the names the list offers. Throws TEMPLATE_INVALID with each place. */
export function compileAll(content: SendContent, names: ReadonlySet<string>, template: string): Parts {
  const sources: readonly (readonly [PartKind, string | null])[] = [
    ['subject', content.subject],
    ['text', content.text],
    ['html', content.html],
  ]
  const details: string[] = []
  const parts = sources.flatMap(([kind, source]) => {
    if (source === null) return []
    const {part, problems} = compilePart(source, kind, names)
    for (const problem of problems)
      details.push(
        `${kind} ${problem.line}:${problem.column}  ${problem.key.replace('template.', '')}  {{${problem.name}}}`,
      )
    return [{kind, part}]
  })
  if (details.length > 0) throw new AppError('TEMPLATE_INVALID', {template}, {details})
  return parts
}
