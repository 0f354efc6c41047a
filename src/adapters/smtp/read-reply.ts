/**
 * Reads SMTP replies out of bytes as they come, at any chunk border, in linear time and bounded memory. What is no
 * reply stops the reader for good: nothing that follows can be matched to a command any more.
 */

/** One reply as it stood on the wire. lines: the text behind each code, decoded as UTF-8, not cleaned. */
export interface RawReply {
  readonly code: number
  readonly lines: readonly string[]
}

export type ReplyFault = 'reply-unreadable' | 'reply-line-too-long' | 'reply-too-many-lines'

const MAX_LINE_BYTES = 4096
const MAX_LINES = 128
const LF = 10
const CR = 13
const SPACE = 32
const HYPHEN = 45
const DIGIT_0 = 48
const DIGIT_9 = 57
const UNREADABLE = -1

/**
 * read() calls onReply once for each complete reply, in order. Never throws by itself. A line ends with LF; a CR in
 * front of it is dropped. Source: RFC 5321 section 4.2; bounds are ours, far above its 512 bytes a line.
 */
export class ReplyReader {
  readonly #onReply: (reply: RawReply) => void
  /** The beginning of a line whose end has not come yet. */
  #part: Buffer | null = null
  #partBytes = 0
  #code = 0
  #lines: string[] = []
  #fault: ReplyFault | null = null

  constructor(onReply: (reply: RawReply) => void) {
    this.#onReply = onReply
  }

  /** Why reading stopped, or null while all is well. */
  get fault(): ReplyFault | null {
    return this.#fault
  }

  /** True when a reply has begun and not ended. */
  get isMidReply(): boolean {
    return this.#partBytes > 0 || this.#lines.length > 0
  }

  read(chunk: Buffer): void {
    let start = 0
    while (start < chunk.length && this.#fault === null) {
      const end = chunk.indexOf(LF, start)
      if (end === -1) {
        this.#keep(chunk, start, chunk.length)
        return
      }
      if (this.#partBytes === 0) this.#takeLine(chunk, start, end)
      else if (this.#keep(chunk, start, end)) {
        const bytes = this.#partBytes
        this.#partBytes = 0
        this.#takeLine(this.#part!, 0, bytes)
      }
      start = end + 1
    }
  }

  /** Puts bytes behind the part that is held; false when the line grew too long. */
  #keep(chunk: Buffer, start: number, end: number): boolean {
    if (this.#partBytes + end - start > MAX_LINE_BYTES) {
      this.#fault = 'reply-line-too-long'
      return false
    }
    this.#part ??= Buffer.allocUnsafe(MAX_LINE_BYTES)
    this.#partBytes += chunk.copy(this.#part, this.#partBytes, start, end)
    return true
  }

  #takeLine(bytes: Buffer, start: number, lineEnd: number): void {
    if (lineEnd - start > MAX_LINE_BYTES) {
      this.#fault = 'reply-line-too-long'
      return
    }
    const end = lineEnd > start && bytes[lineEnd - 1] === CR ? lineEnd - 1 : lineEnd
    const code = codeAt(bytes, start, end)
    const separator = end - start > 3 ? bytes[start + 3] : SPACE
    const isFirst = this.#lines.length === 0
    if (code === UNREADABLE || (separator !== SPACE && separator !== HYPHEN) || (!isFirst && code !== this.#code)) {
      this.#fault = 'reply-unreadable'
      return
    }
    if (this.#lines.length === MAX_LINES) {
      this.#fault = 'reply-too-many-lines'
      return
    }
    this.#code = code
    this.#lines.push(bytes.toString('utf8', Math.min(start + 4, end), end))
    if (separator === HYPHEN) return
    const lines = this.#lines
    this.#lines = []
    this.#onReply({code, lines})
  }
}

/** Three digits from 200 to 599, else UNREADABLE. */
function codeAt(bytes: Buffer, start: number, end: number): number {
  if (end - start < 3) return UNREADABLE
  let code = 0
  for (let at = start; at < start + 3; at++) {
    const digit = bytes[at]!
    if (digit < DIGIT_0 || digit > DIGIT_9) return UNREADABLE
    code = code * 10 + digit - DIGIT_0
  }
  return code >= 200 && code < 600 ? code : UNREADABLE
}
