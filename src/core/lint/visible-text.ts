/** Builds the text a reader sees, piece by piece, and remembers where in the source every character came from. */
import type {VisibleText} from './template-view.ts'

export interface VisibleBuilder {
  readonly length: number
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

export function startVisible(): VisibleBuilder {
  const pieces: string[] = []
  const starts: number[] = []
  const offsets: number[] = []
  let length = 0
  let last = ''
  const push = (text: string, offset: number) => {
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
    finish: () => ({text: pieces.join(''), sourceOffset: offsetFinder(starts, offsets)}),
  }
}

function offsetFinder(starts: readonly number[], offsets: readonly number[]): (index: number) => number {
  return (index) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= index) low = middle
      else high = middle - 1
    }
    return starts.length === 0 ? 0 : offsets[low]! + Math.max(index, 0) - starts[low]!
  }
}
