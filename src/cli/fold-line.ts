/** Foreign text on the screen: folded to its width, also where it has no blanks, and unable to steer the terminal. */
import {wrap} from './table.ts'
import {textWidth} from './text-width.ts'

/** Control characters, and those that turn the direction of what follows; joiners stay, emoji are made with them. */
const STEERING = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
/** Made when first needed: it takes longer to load than all of this. */
let graphemes: Intl.Segmenter | undefined

/** One line of text as lines of at most that many cells; the later ones begin with so many blanks. */
export function foldLine(text: string, cells: number, hang = 0): readonly string[] {
  const shown = text.replaceAll('\t', '    ').replace(STEERING, ' ')
  const [first = '', ...rest] = foldPlain(shown, cells)
  if (rest.length === 0 || hang === 0) return [first, ...rest]
  const pad = ' '.repeat(hang)
  // What is behind the first line is folded anew, in the narrower room.
  const behind = shown.slice(shown.indexOf(first) + first.length).trimStart()
  return [first, ...foldPlain(behind, cells - hang).map((line) => pad + line)]
}

function foldPlain(text: string, cells: number): string[] {
  return wrap(text, cells)
    .split('\n')
    .flatMap((line) => (textWidth(line) <= cells ? [line] : cutAnywhere(line, cells)))
}

function cutAnywhere(line: string, cells: number): string[] {
  const lines: string[] = []
  let here = ''
  let width = 0
  graphemes ??= new Intl.Segmenter('en', {granularity: 'grapheme'})
  for (const {segment} of graphemes.segment(line)) {
    const next = textWidth(segment)
    if (width + next > cells && here !== '') {
      lines.push(here)
      here = ''
      width = 0
    }
    here += segment
    width += next
  }
  return here === '' ? lines : [...lines, here]
}
