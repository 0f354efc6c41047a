/** Encoded words of a header (RFC 2047): each by itself, and whether it can be read. */
import type {EncodedWordView} from '../../../core/lint/template-view.ts'
import {decoderOf} from './read-charset.ts'
import {undoTransfer} from './transfer-encoding.ts'

const WORD = /=\?([^?\s]{1,60})\?([bq])\?([^?\s]*)\?=/gi

/** raw: of the mail; start, end: of the header's value in it. Never throws. */
export async function encodedWords(raw: string, start: number, end: number): Promise<readonly EncodedWordView[]> {
  const value = raw.slice(start, end)
  if (!value.includes('=?')) return []
  const words: EncodedWordView[] = []
  for (const {0: word, 1: charset, 2: kind, 3: body, index} of value.matchAll(WORD))
    words.push({word, offset: start + index, fault: await faultOf(charset!, kind!, body!)})
  return words
}

async function faultOf(charset: string, kind: string, body: string): Promise<EncodedWordView['fault']> {
  // RFC 2231 allows a language behind an asterisk.
  const decoder = await decoderOf(charset.toLowerCase().replace(/\*.*$/, ''))
  if (decoder === null) return 'charset'
  const isBase64 = kind.toLowerCase() === 'b'
  const written = isBase64 ? body : body.replaceAll('_', '=20')
  const {bytes} = undoTransfer(written, 0, written.length, isBase64 ? 'base64' : 'quoted-printable')
  const reader = decoder()
  const text = reader.write(bytes) + reader.end()
  return text.includes('\ufffd') ? 'undecodable' : null
}
