/** Contents, contacts and keys for tests of filled mails; all persons are invented. */
import type {SendContent} from '../../src/core/sending/send-content.ts'
import type {CompiledPart, PartAsk, PartKind} from '../../src/core/templates/compile-part.ts'
import {compilePart} from '../../src/core/templates/compile-part.ts'
import type {Data, Scope} from '../../src/core/templates/fill-part.ts'

export const KEY = {id: '0a0b0c0d', secret: Buffer.alloc(32, 7)}
export const SEND_ID = 'AQIDBAUGBwg'

/** Parts of a mail as somebody writes them. */
interface WrittenParts {
  readonly subject?: string
  readonly text?: string
  readonly html?: string | null
}

export function compiled(source: string, kind: PartKind, ask: Partial<PartAsk> = {}): CompiledPart {
  const {part, problems} = compilePart({file: kind, source}, askOf(kind, ask))
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return part
}

export function askOf(kind: PartKind, ask: Partial<PartAsk> = {}): PartAsk {
  const nothing = {known: null, partials: new Map(), raw: new Set<string>(), replacements: new Map()}
  return {kind, ...nothing, mode: 'strict', ...ask}
}

/** What the names of a flat list stand for. */
export function scopeWith(data: Data): Scope {
  return {data, builtIn: () => undefined}
}

export function contentOf({
  subject = 'News',
  text = 'Hello',
  html = null,
  ...parts
}: WrittenParts & Partial<Omit<SendContent, keyof WrittenParts>>): SendContent {
  return {
    language: 'en',
    charset: 'utf-8',
    subject: compiled(subject, 'subject'),
    text: compiled(text, 'text'),
    html: html === null ? null : compiled(html, 'html'),
    files: [],
    bounces: null,
    complaints: null,
    eightBit: false,
    from: {name: 'Sample News', address: 'news@example.com'},
    replyTo: null,
    sender: {name: 'Sample KK', address: '1-2-3 Reidai, Mihon-shi', contact: 'https://www.example.com/contact'},
    optOut: {url: 'https://mail.example.jp/o', mailto: 'stop@example.jp'},
    listId: '0123456789ab.example.com',
    feedbackId: 'aaaaaaaaaaaa:bbbbbbbbbbbb:todoke',
    ...parts,
  }
}

export function publicIdOf(number: number): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32BE(number, 12)
  bytes.writeUInt32BE((number * 2654435761) >>> 0, 0)
  return bytes.toString('base64url')
}
