/**
 * What a text must hold for a pattern to be found in it: at least one of some short strings. A text without any of them
 * need not be searched. Reads the patterns of our catalogues; of what it does not know it says that it cannot tell.
 */

/** Small letters; null = cannot tell. */
export type Literals = readonly string[] | null

/** Longer or more ones select no better. */
const LONGEST = 8
const MOST = 32
/** A class with more members says too little. */
const WIDEST_CLASS = 8

/** exact: all that a piece can be, where those are few. needed: one of these stands in whatever the piece is found in. */
interface Piece {
  readonly exact: readonly string[] | null
  readonly needed: Literals
}

const UNKNOWN: Piece = {exact: null, needed: null}
const EMPTY: Piece = {exact: [''], needed: null}

/** pattern: a source as for a regular expression with the flags i and u. Linear in it. */
export function literalsOf(pattern: string): Literals {
  const reader = {source: pattern.toLowerCase(), at: 0}
  const {exact, needed} = readChoice(reader)
  return better(exact === null ? null : usable(exact), needed)
}

interface Reader {
  /** In small letters: escapes are read for what they are not, too. */
  readonly source: string
  at: number
}

function readChoice(reader: Reader): Piece {
  const branches = [readSequence(reader)]
  while (reader.source[reader.at] === '|') {
    reader.at += 1
    branches.push(readSequence(reader))
  }
  if (branches.length === 1) return branches[0]!
  const exact = branches.every((each) => each.exact !== null) ? branches.flatMap((each) => each.exact!) : null
  const needed = branches.map((each) => better(each.exact === null ? null : usable(each.exact), each.needed))
  return {
    exact: exact !== null && exact.length <= MOST ? exact : null,
    needed: needed.every((each) => each !== null) ? needed.flatMap((each) => each!) : null,
  }
}

/** Up to the next bar or closing bracket. */
function readSequence(reader: Reader): Piece {
  let run: readonly string[] = ['']
  let isWhole = true
  let needed: Literals = null
  const close = () => {
    needed = better(needed, usable(run))
    run = ['']
  }
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at]!)) {
    const piece = readCounted(reader)
    const joined = piece.exact === null ? null : crossed(run, piece.exact)
    if (joined !== null) {
      run = joined
      continue
    }
    close()
    isWhole = false
    needed = better(needed, piece.needed)
    // What follows begins with what this one may be.
    if (piece.exact !== null) run = piece.exact
  }
  if (isWhole) return {exact: run, needed: null}
  close()
  return {exact: null, needed}
}

/** Null where that would be too many, or longer than says more. */
function crossed(some: readonly string[], more: readonly string[]): readonly string[] | null {
  if (some.length * more.length > MOST) return null
  if (some.every(({length}) => length >= LONGEST)) return null
  return some.flatMap((head) => more.map((tail) => head + tail))
}

function readCounted(reader: Reader): Piece {
  const piece = readOne(reader)
  const [sign] = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})/.exec(reader.source.slice(reader.at, reader.at + 12)) ?? []
  if (sign === undefined) return piece
  reader.at += sign.length
  if (reader.source[reader.at] === '?') reader.at += 1
  if (sign === '?') return piece.exact === null ? UNKNOWN : {exact: ['', ...piece.exact], needed: null}
  if (sign === '*' || sign.startsWith('{0')) return UNKNOWN
  return {exact: null, needed: better(piece.exact === null ? null : usable(piece.exact), piece.needed)}
}

function readOne(reader: Reader): Piece {
  const {source} = reader
  const char = source[reader.at]!
  reader.at += 1
  if (char === '(') return readGroup(reader)
  if (char === '[') return readClass(reader)
  if (char === '^' || char === '$') return EMPTY
  if (char === '.') return UNKNOWN
  return char === '\\' ? readEscape(reader) : {exact: [char], needed: null}
}

/** What looks around takes nothing up, and what it forbids says nothing of what is there. */
function readGroup(reader: Reader): Piece {
  const [head = ''] = /^\?(?:<?[=!]|:|<[\w$]+>)/.exec(reader.source.slice(reader.at, reader.at + 40)) ?? []
  reader.at += head.length
  const inner = readChoice(reader)
  reader.at += 1
  return /[=!]/.test(head) ? EMPTY : inner
}

const SIGNS: ReadonlySet<string> = new Set('^$\\.*+?()[]{}|/-')

function readEscape(reader: Reader): Piece {
  const char = reader.source[reader.at]!
  reader.at += 1
  if (char === 'b') return EMPTY
  if (char === 'p') reader.at = reader.source.indexOf('}', reader.at) + 1
  if (char === 'u' || char === 'x') reader.at += char === 'u' ? 4 : 2
  return SIGNS.has(char) ? {exact: [char], needed: null} : UNKNOWN
}

function readClass(reader: Reader): Piece {
  const {source} = reader
  const members: string[] = []
  let isKnown = source[reader.at] !== '^'
  for (; source[reader.at] !== ']' && reader.at < source.length; reader.at += 1) {
    const char = source[reader.at]!
    const isRange = char === '-' && members.length > 0 && source[reader.at + 1] !== ']'
    if (char === '\\') {
      reader.at += 1
      if (!SIGNS.has(source[reader.at]!)) isKnown = false
      members.push(source[reader.at]!)
    } else if (isRange) isKnown = false
    else members.push(char)
  }
  reader.at += 1
  return isKnown && members.length <= WIDEST_CLASS ? {exact: members, needed: null} : UNKNOWN
}

/** Half a character is none, and nothing stands everywhere. */
function usable(strings: readonly string[]): Literals {
  return strings.some((each) => each === '') ? null : strings
}

/** Of two that must both hold, the one that fewer texts hold: a single letter says little. */
function better(one: Literals, other: Literals): Literals {
  if (one === null || other === null) return one ?? other
  return worth(one) >= worth(other) ? one : other
}

function worth(literals: readonly string[]): number {
  const shortest = Math.min(...literals.map((each) => (each.charCodeAt(0) < 0x3000 ? each.length : 2 * each.length)))
  return Math.min(shortest, 6) - literals.length / MOST
}
