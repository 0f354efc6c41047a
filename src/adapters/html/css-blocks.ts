/**
 * Style sheets and style attributes cut into rules and declarations, by the tokens of CSS (css-tree). Its whole parser
 * would take five times as long to load and build trees of values that nobody asks for; the rest is its tokenizer's.
 */
import {tokenTypes as T, tokenize} from 'css-tree/tokenizer'
import {appliesToPane} from './css-media.ts'

export interface Declaration {
  /** Small letters. */
  readonly name: string
  /** Small letters, without comments and !important. */
  readonly value: string
  readonly isImportant: boolean
}

export interface StyleRule {
  /** As written, e.g. `td.footer, #end a`. */
  readonly selectors: string
  readonly declarations: readonly Declaration[]
}

export interface CssBlocks {
  /** Of a <style> element: what holds for a reading pane, in order. */
  rulesOf(sheet: string): readonly StyleRule[]
  /** Of a style attribute. */
  declarationsOf(style: string): readonly Declaration[]
}

/** Deeper than any honest sheet nests its @media. */
const DEEPEST = 8

/** wanted: the only names of properties that are kept. Linear in what is read; nothing throws. */
export function cssBlocks(wanted: ReadonlySet<string>): CssBlocks {
  const openers = new Set([T.Function, T.LeftParenthesis, T.LeftSquareBracket, T.LeftCurlyBracket])
  const closers = new Set([T.RightParenthesis, T.RightSquareBracket, T.RightCurlyBracket])
  const ignorable = new Set([T.WhiteSpace, T.Comment, T.CDO, T.CDC, T.Semicolon, T.RightCurlyBracket])

  const read = (source: string) => {
    const types: number[] = []
    const starts: number[] = []
    /** For each opening curly bracket the index of the one that closes it. */
    const closing = new Map<number, number>()
    const open: number[] = []
    tokenize(source, (type, start) => {
      if (type === T.LeftCurlyBracket) open.push(types.length)
      else if (type === T.RightCurlyBracket && open.length > 0) closing.set(open.pop()!, types.length)
      types.push(type)
      starts.push(start)
    })
    starts.push(source.length)
    return {types, closing, textOf: (from: number, to: number) => source.slice(starts[from], starts[to])}
  }
  type Tokens = ReturnType<typeof read>

  const declarationsIn = ({types, textOf}: Tokens, from: number, to: number): Declaration[] => {
    const found: Declaration[] = []
    for (let at = from; at < to; at += 1) {
      while (at < to && (types[at] === T.WhiteSpace || types[at] === T.Comment)) at += 1
      const start = at
      let depth = 0
      for (; at < to && (depth > 0 || types[at] !== T.Semicolon); at += 1)
        depth += openers.has(types[at]!) ? 1 : closers.has(types[at]!) && depth > 0 ? -1 : 0
      const colon = types[start + 1] === T.WhiteSpace ? start + 2 : start + 1
      if (types[start] !== T.Ident || types[colon] !== T.Colon || colon >= at) continue
      const name = textOf(start, start + 1).toLowerCase()
      if (wanted.has(name)) found.push({name, ...readValue(textOf(colon + 1, at))})
    }
    return found
  }

  const rulesIn = (tokens: Tokens, from: number, to: number, depth: number): StyleRule[] => {
    const {types, closing, textOf} = tokens
    const rules: StyleRule[] = []
    for (let at = from; at < to; at += 1) {
      if (ignorable.has(types[at]!)) continue
      const start = at
      const isAt = types[at] === T.AtKeyword
      while (at < to && types[at] !== T.LeftCurlyBracket && !(isAt && types[at] === T.Semicolon)) at += 1
      if (types[at] !== T.LeftCurlyBracket || at >= to) continue
      const end = Math.min(closing.get(at) ?? to, to)
      const before = withoutComments(textOf(start, at)).trim()
      if (!isAt) rules.push({selectors: before, declarations: declarationsIn(tokens, at + 1, end)})
      else if (/^@media\b/i.test(before) && depth < DEEPEST && appliesToPane(before.slice('@media'.length)))
        for (const rule of rulesIn(tokens, at + 1, end, depth + 1)) rules.push(rule)
      at = end
    }
    return rules.filter(({declarations}) => declarations.length > 0)
  }

  return {
    rulesOf(sheet) {
      const tokens = read(sheet)
      return rulesIn(tokens, 0, tokens.types.length, 0)
    },
    declarationsOf(style) {
      const tokens = read(style)
      return declarationsIn(tokens, 0, tokens.types.length)
    },
  }
}

function readValue(written: string): Pick<Declaration, 'value' | 'isImportant'> {
  const value = withoutComments(written).trim().toLowerCase()
  const mark = value.lastIndexOf('!')
  const isImportant = mark >= 0 && value.slice(mark + 1).trim() === 'important'
  return {value: isImportant ? value.slice(0, mark).trimEnd() : value, isImportant}
}

function withoutComments(css: string): string {
  return css.includes('/*') ? css.replace(/\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/g, ' ') : css
}
