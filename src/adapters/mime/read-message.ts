/** Takes a mail apart with a library of others, so that what is shown is what a mail program reads, not what we meant. */
import type {RawEmail} from 'postal-mime'
import PostalMime, {decodeWords} from 'postal-mime'
import type {ReadMail} from '../../ports/previews.ts'

/** bytes: a mail of ours. */
export async function readMessage(bytes: Uint8Array): Promise<ReadMail> {
  const mail = await PostalMime.parse(bytes as RawEmail, {attachmentEncoding: 'arraybuffer'})
  return {
    headers: mail.headers.map(({originalKey, value}) => [originalKey, decodeWords(value)]),
    text: mail.text ?? '',
    html: mail.html ?? null,
    parts: partsIn(Buffer.from(bytes).toString('latin1')),
    files: mail.attachments.map(({filename, mimeType, contentId, content}) => ({
      name: filename ?? '',
      type: mimeType,
      cid: contentId?.replace(/^<|>$/g, '') ?? null,
      content: new Uint8Array(content as ArrayBuffer),
    })),
  }
}

/** How each part travels, which the library does not say. */
function partsIn(raw: string): ReadMail['parts'] {
  // Header blocks: the mail's own, and those behind a boundary.
  const boundaries = [...raw.matchAll(/boundary="?([^";\r\n]+)"?/gi)].map((found) => `--${found[1]}`)
  const lines = raw.split('\r\n')
  const blocks: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    if (at > 0 && !boundaries.includes(lines[at]!)) continue
    const end = lines.indexOf('', at)
    blocks.push(lines.slice(at, end < 0 ? undefined : end).join('\r\n'))
  }
  return blocks.flatMap((block) => {
    const type = /^content-type:\s*([\w.+/-]+)/im.exec(block)?.[1] ?? 'text/plain'
    const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(block)?.[1] ?? '7bit'
    return type.startsWith('multipart/') ? [] : [{type, encoding}]
  })
}
