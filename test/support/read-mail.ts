/** A message as two independent parsers read it, each in the same words, so that tests can compare. */
import {createHash} from 'node:crypto'
import {simpleParser} from 'mailparser'
import PostalMime from 'postal-mime'

export interface ReadMail {
  /** Lower case, in order. */
  readonly headerNames: readonly string[]
  /** Whole header values by lower-case name, unfolded, not decoded. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly from: readonly Mailbox[]
  readonly to: readonly Mailbox[]
  readonly replyTo: readonly Mailbox[]
  readonly subject: string
  /** Lines end in \n, none at the end. */
  readonly text: string | null
  readonly html: string | null
  readonly files: readonly ReadFile[]
}

interface Mailbox {
  readonly name: string
  readonly address: string
}

interface ReadFile {
  readonly name: string
  readonly type: string
  readonly cid: string | null
  readonly sha256: string
}

export const PARSERS = {mailparser: byMailparser, 'postal-mime': byPostalMime} as const

async function byMailparser(message: Buffer): Promise<ReadMail> {
  const mail = await simpleParser(message, {skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true})
  const lines = mail.headerLines.map(({key, line}): [string, string] => [
    key,
    unfolded(line.slice(line.indexOf(':') + 1)),
  ])
  const boxes = (field: typeof mail.from | typeof mail.to) =>
    [field ?? []].flat().flatMap(({value}) => value.map(({name, address = ''}) => ({name, address})))
  return {
    ...headersOf(lines),
    from: boxes(mail.from),
    to: boxes(mail.to),
    replyTo: boxes(mail.replyTo),
    subject: mail.subject ?? '',
    text: body(mail.text),
    html: body(mail.html === false ? undefined : mail.html),
    files: mail.attachments.map(({filename = '', contentType, cid, content}) => ({
      name: filename,
      type: contentType,
      cid: cid ?? null,
      sha256: sha256(content),
    })),
  }
}

async function byPostalMime(message: Buffer): Promise<ReadMail> {
  const mail = await PostalMime.parse(message, {attachmentEncoding: 'arraybuffer'})
  const lines = mail.headers.map(({key, originalKey: _, value}): [string, string] => [key, unfolded(value)])
  const boxes = (list: readonly {name: string; address?: string | undefined}[] | undefined) =>
    (list ?? []).map(({name, address = ''}) => ({name, address}))
  return {
    ...headersOf(lines),
    from: boxes(mail.from === undefined ? [] : [mail.from]),
    to: boxes(mail.to),
    replyTo: boxes(mail.replyTo),
    subject: mail.subject ?? '',
    text: body(mail.text),
    html: body(mail.html),
    files: mail.attachments.map(({filename, mimeType, contentId, content}) => ({
      name: filename ?? '',
      type: mimeType,
      cid: contentId?.replace(/^<|>$/g, '') ?? null,
      sha256: sha256(Buffer.from(content as ArrayBuffer)),
    })),
  }
}

function headersOf(lines: readonly [string, string][]): Pick<ReadMail, 'headers' | 'headerNames'> {
  const headers = new Map<string, string[]>()
  for (const [key, value] of lines) headers.set(key, [...(headers.get(key) ?? []), value])
  return {headers, headerNames: lines.map(([key]) => key)}
}

function unfolded(value: string): string {
  return value.replace(/\r?\n\s+/g, ' ').trim()
}

function body(text: string | undefined): string | null {
  return text === undefined ? null : text.replace(/\r\n?/g, '\n').replace(/\n+$/, '')
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Media types of every part as the bytes say them, each with how deep its boundary lies. */
export function partTree(message: Buffer): readonly string[] {
  const lines = message.toString('latin1').split('\r\n')
  const open: string[] = []
  const tree: string[] = []
  const unfoldedHeader = (from: number) => {
    const end = lines.indexOf('', from)
    return lines
      .slice(from, end < 0 ? lines.length : end)
      .join('\n')
      .replace(/\n\s+/g, ' ')
  }
  const enter = (from: number) => {
    const type = /^content-type: *([^;\n]+)([^\n]*)/im.exec(unfoldedHeader(from))
    tree.push(`${open.length} ${(type?.[1] ?? 'none').toLowerCase()}`)
    const boundary = /boundary="?([^";]+)"?/i.exec(type?.[2] ?? '')?.[1]
    if (boundary !== undefined) open.push(boundary)
  }
  enter(0)
  for (const [at, line] of lines.entries()) {
    const depth = open.findIndex((boundary) => line === `--${boundary}` || line === `--${boundary}--`)
    if (depth < 0) continue
    const isEnd = line.endsWith('--') && line !== `--${open[depth]}`
    open.length = isEnd ? depth : depth + 1
    if (!isEnd) enter(at + 1)
  }
  return tree
}
