/**
 * How a body part travels: the shortest form that the relay takes (RFC 2045 section 6, RFC 6152). What a template says by
 * itself is encoded once; per contact only the lines that hold a value are.
 */
import type {CompiledPart, PartKind} from '../templates/compile-part.ts'
import type {FillStop, Scope, Sink} from '../templates/fill-part.ts'
import {literalsOf, partFiller} from '../templates/fill-part.ts'
import type {CharsetWriter} from './charset.ts'
import {base64Lines} from './encode.ts'
import {quotedLine} from './quoted-printable.ts'

export type TransferEncoding = '7bit' | '8bit' | 'quoted-printable' | 'base64'

/** Bytes of a line without its end (RFC 5322 section 2.1.1). */
const MAX_LINE_BYTES = 998

/** Stands in every boundary of our mails. */
export const BOUNDARY_MARK = '=_todoke_'

/** What no line of 7 or 8 bits may hold, or should. */
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/

/** By what the template itself says; values are short beside it. */
export function chooseEncoding(part: CompiledPart, charset: CharsetWriter, eightBit: boolean): TransferEncoding {
  const text = literalsOf(part).join('')
  const lines = text.split('\n')
  const isUnfit = lines.some(isTooLong) || text.includes(BOUNDARY_MARK) || CONTROL.test(text)
  if (!isUnfit && charset.name !== 'utf-8') return '7bit'
  if (!isUnfit && eightBit) return '8bit'
  const quoted = lines.reduce((sum, line) => sum + quotedLine(charset.write(line) ?? line).length + 2, 0)
  const bytes = Buffer.byteLength(text) + lines.length
  return quoted <= Math.ceil(bytes / 57) * 78 ? 'quoted-printable' : 'base64'
}

function isTooLong(line: string): boolean {
  return line.length * 3 > MAX_LINE_BYTES && Buffer.byteLength(line) > MAX_LINE_BYTES
}

export type EncodedBody = {readonly ok: true; readonly body: string; readonly encoding: TransferEncoding} | FillStop

export interface BodySetup {
  readonly part: CompiledPart
  readonly kind: PartKind
  /** For formats. */
  readonly language: string
  readonly charset: CharsetWriter
  readonly encoding: TransferEncoding
}

/** The body of one contact, lines joined by CRLF, no line end behind the last. Base64 where a line of 7 or 8 bits grew too long or could be a boundary. */
export function bodyFiller(setup: BodySetup): (scope: Scope) => EncodedBody {
  const fill = partFiller(setup.part, setup.kind, setup.language)
  const start = setup.encoding === 'base64' ? wholeSink(setup) : lineSink(setup)
  return (scope) => {
    const sink = start()
    return fill(scope, sink) ?? sink.end()
  }
}

interface BodySink extends Sink {
  end(): EncodedBody
}

function lacking(name: string): FillStop {
  return {ok: false, why: 'not-in-charset', name}
}

/** Collects the text, encodes it at the end. */
function wholeSink({part, charset}: BodySetup): () => BodySink {
  const literals = literalsOf(part).map((text) => text.replaceAll('\n', '\r\n'))
  return () => {
    let whole = ''
    let lacks: string | null = null
    return {
      literal(id) {
        whole += literals[id]
      },
      value(text, name) {
        if (lacks === null && charset.write(text) === null) lacks = name
        whole += text.includes('\n') ? text.replaceAll('\n', '\r\n') : text
      },
      end: () => (lacks === null ? base64Body(whole, charset) : lacking(lacks)),
    }
  }
}

/** text: lines joined by CRLF. */
function base64Body(text: string, charset: CharsetWriter): EncodedBody {
  if (charset.name === 'utf-8') return {ok: true, body: base64Lines(text), encoding: 'base64'}
  const lines = text.split('\r\n').map((line) => charset.write(line))
  if (lines.includes(null)) return lacking('')
  return {ok: true, body: base64Lines(lines.join('\r\n')), encoding: 'base64'}
}

interface ReadyLiteral {
  /** What joins the line before, as text. */
  readonly head: string
  /** Whole lines, encoded, a line end behind each; null when the literal has no line end. */
  readonly middle: string | null
  /** What begins the line behind, as text. */
  readonly tail: string
}

/** Encodes line by line; the literals' own lines are ready. */
function lineSink({part, charset, encoding}: BodySetup): () => BodySink {
  const encode =
    encoding === 'quoted-printable' ? (line: string) => quoted(line, charset) : (line: string) => charset.write(line)
  const ready = literalsOf(part).map((text) => readyLiteral(text, encode))
  const isLimited = encoding !== 'quoted-printable'
  return () => {
    let body = ''
    let line = ''
    let lacks: string | null = null
    let isUnfit = false
    const endLine = () => {
      const encoded = encode(line)
      if (encoded === null) lacks ??= ''
      else {
        if (isLimited && !isUnfit) isUnfit = isTooLong(encoded) || encoded.includes(BOUNDARY_MARK)
        body += encoded
      }
    }
    return {
      literal(id) {
        const {head, middle, tail} = ready[id]!
        line += head
        if (middle === null) return
        endLine()
        body += `\r\n${middle}`
        line = tail
      },
      value(text, name) {
        if (charset.name !== 'utf-8' && lacks === null && charset.write(text.replaceAll('\n', '')) === null)
          lacks = name
        if (!text.includes('\n')) {
          line += text
          return
        }
        const [first, ...rest] = text.split('\n')
        line += first
        for (const each of rest) {
          endLine()
          body += '\r\n'
          line = each
        }
      },
      end() {
        endLine()
        if (lacks !== null) return lacking(lacks)
        if (!isUnfit) return {ok: true, body, encoding}
        // What is written is 7 or 8 bits as it stands, so its bytes are the body's.
        return {ok: true, body: base64Lines(body), encoding: 'base64'}
      },
    }
  }
}

function quoted(line: string, charset: CharsetWriter): string | null {
  const written = charset.write(line)
  return written === null ? null : quotedLine(written)
}

function readyLiteral(text: string, encode: (line: string) => string | null): ReadyLiteral {
  const lines = text.split('\n')
  if (lines.length === 1) return {head: text, middle: null, tail: ''}
  const middle = lines
    .slice(1, -1)
    .map((line) => `${sure(encode(line))}\r\n`)
    .join('')
  return {head: lines[0]!, middle, tail: lines.at(-1)!}
}

/** A plan refuses a template that its character set cannot write. */
function sure(encoded: string | null): string {
  if (encoded === null) throw new Error('a line of the template is not in its character set')
  return encoded
}
