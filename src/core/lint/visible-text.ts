/** Builds the text a reader sees, piece by piece, and remembers where in the source every character came from. */
import type {TextLook, VisibleText} from './template-view.ts'

export interface VisibleBuilder {
  readonly length: number
  /** How all that is added from now on looks. */
  look(look: TextLook): void
  /** Text whose characters stand one to one in the source from offset on. Whitespace is kept as given. */
  addExact(text: string, offset: number): void
  /** Text that stands for one stretch of the source (a decoded entity): every character points at its start. */
  addStanding(text: string, offset: number): void
  /** A blank, unless the text so far ends in whitespace. */
  addBlank(offset: number): void
  /** A line end. isForced: also where the line is empty (a <br>); otherwise only where something stands on the line. */
  addBreak(offset: number, isForced: boolean): void
  finish(): VisibleText
}

/** Plain text looks as its reader has set it. */
const UNKNOWN: TextLook = {sizePx: null, contrast: null}

export function startVisible(): VisibleBuilder {
  const pieces: string[] = []
  const starts: number[] = []
  const offsets: number[] = []
  const looks: TextLook[] = []
  const lookStarts: number[] = []
  let now = UNKNOWN
  let length = 0
  let last = ''
  const push = (text: string, offset: number) => {
    if (now !== looks.at(-1)) {
      looks.push(now)
      lookStarts.push(length)
    }
    pieces.push(text)
    starts.push(length)
    offsets.push(offset)
    length += text.length
    last = text.at(-1)!
  }
  return {
    get length() {
      return length
    },
    look(look) {
      now = look
    },
    addExact(text, offset) {
      if (text !== '') push(text, offset)
    },
    addStanding(text, offset) {
      for (const char of text) push(char, offset)
    },
    addBlank(offset) {
      if (last !== '' && last !== ' ' && last !== '\n') push(' ', offset)
    },
    addBreak(offset, isForced) {
      if (isForced || (last !== '' && last !== '\n')) push('\n', offset)
    },
    finish: () => ({
      text: pieces.join(''),
      sourceOffset: (index) => {
        const at = lastAtMost(starts, index)
        return at < 0 ? 0 : offsets[at]! + Math.max(index, 0) - starts[at]!
      },
      lookAt: (index) => looks[lastAtMost(lookStarts, index)] ?? UNKNOWN,
    }),
  }
}

/** Index of the last start that is not behind; the first where all are, -1 where there is none. */
function lastAtMost(starts: readonly number[], index: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= index) low = middle
    else high = middle - 1
  }
  return high < 0 ? -1 : low
}
