/** Selectors as mail programs know them: type, class, id, attribute, together, inside one another and side by side with commas. */

/** An honest element has few: looking them through is cheaper than a map of them. */
const FEW = 16

export class Attributes {
  readonly #list: readonly {readonly name: string; readonly value: string}[]
  readonly #many: ReadonlyMap<string, string> | null

  constructor(list: readonly {readonly name: string; readonly value: string}[]) {
    this.#list = list
    this.#many = list.length <= FEW ? null : new Map(list.map(({name, value}) => [name, value]))
  }

  get(wanted: string): string | undefined {
    if (this.#many !== null) return this.#many.get(wanted)
    for (const {name, value} of this.#list) if (name === wanted) return value
    return undefined
  }

  has(wanted: string): boolean {
    return this.get(wanted) !== undefined
  }
}

/** What selectors ask of an element. */
export interface Shape {
  readonly tag: string
  readonly attributes: Attributes
  readonly classes: readonly string[]
  readonly parent: Shape | null
}

export interface Compound {
  /** Null = any. */
  readonly tag: string | null
  readonly id: string | null
  readonly classes: readonly string[]
  readonly attributes: readonly {readonly name: string; readonly operator: string; readonly value: string}[]
}

export interface Selector {
  /** The element's own first, then outwards. */
  readonly compounds: readonly Compound[]
  /** isChild[i]: compound i must stand right inside compound i + 1. */
  readonly isChild: readonly boolean[]
  /** Specificity: what weighs more wins. */
  readonly weight: number
}

/** More than any honest selector has; keeps a crafted one short. */
const MOST_COMPOUNDS = 12

const NAME = '(?:[\\w\\u0080-\\uffff-]|\\\\.){1,200}'
const SIMPLE = new RegExp(
  `#(${NAME})|\\.(${NAME})|\\[\\s*(${NAME})\\s*(?:([~|^$*]?=)\\s*(?:"([^"]*)"|'([^']*)'|(${NAME}))\\s*)?(?:[is]\\s*)?\\]|(\\*|${NAME})`,
  'y',
)
const COMBINATOR = /\s*>\s*|\s+/y

/** Those of the list that we know; one with a pseudo-class, + or ~ is left out. Linear; never throws. */
export function readSelectors(list: string): readonly Selector[] {
  return splitList(list).flatMap((each) => readSelector(each.trim()) ?? [])
}

/** Commas inside quotes and brackets separate nothing. */
function splitList(list: string): readonly string[] {
  return list.includes('[') ? (list.match(/(?:\[[^\]]*(?:\]|$)|[^,[])+/g) ?? []) : list.split(',')
}

function readSelector(text: string): Selector | null {
  const compounds: Compound[] = []
  const isChild: boolean[] = []
  let at = 0
  while (at < text.length) {
    const read = readCompound(text, at)
    if (read === null || compounds.length === MOST_COMPOUNDS) return null
    compounds.push(read.compound)
    at = read.end
    COMBINATOR.lastIndex = at
    const between = at < text.length ? COMBINATOR.exec(text)?.[0] : ''
    if (between === undefined) return null
    if (at < text.length) isChild.push(between.includes('>'))
    at += between.length
  }
  if (compounds.length === 0 || compounds.length === isChild.length) return null
  const count = (of: (compound: Compound) => number) => compounds.reduce((sum, each) => sum + of(each), 0)
  return {
    compounds: compounds.reverse(),
    isChild: isChild.reverse(),
    weight:
      count(({id}) => (id === null ? 0 : 1)) * 1_000_000 +
      count(({classes, attributes}) => classes.length + attributes.length) * 1_000 +
      count(({tag}) => (tag === null ? 0 : 1)),
  }
}

function readCompound(text: string, start: number): {readonly compound: Compound; readonly end: number} | null {
  let tag: string | null = null
  let id: string | null = null
  const classes: string[] = []
  const attributes: Compound['attributes'][number][] = []
  SIMPLE.lastIndex = start
  let end = start
  for (let found = SIMPLE.exec(text); found !== null; found = SIMPLE.exec(text)) {
    const [, hash, dot, name, operator = '', double, single, bare, type] = found
    if (type !== undefined && end > start) return null
    if (hash !== undefined) id = unescaped(hash)
    else if (dot !== undefined) classes.push(unescaped(dot))
    else if (name !== undefined)
      attributes.push({name: name.toLowerCase(), operator, value: double ?? single ?? unescaped(bare ?? '')})
    else if (type !== undefined && type !== '*') tag = type.toLowerCase()
    end = SIMPLE.lastIndex
  }
  return end === start ? null : {compound: {tag, id, classes, attributes}, end}
}

function unescaped(name: string): string {
  return name.replace(/\\(.)/g, '$1')
}

/** What may still be compared: 0 when it is used up, and then nothing fits any more. */
export interface Patience {
  left: number
}

export function fits({compounds, isChild}: Selector, shape: Shape, patience: Patience): boolean {
  const from = (index: number, at: Shape): boolean => {
    patience.left -= 1
    if (patience.left <= 0 || !isCompound(compounds[index]!, at)) return false
    if (index === compounds.length - 1) return true
    for (let outer = at.parent; outer !== null && patience.left > 0; outer = outer.parent) {
      if (from(index + 1, outer)) return true
      if (isChild[index]) return false
    }
    return false
  }
  return from(0, shape)
}

function isCompound({tag, id, classes, attributes}: Compound, shape: Shape): boolean {
  return (
    (tag === null || tag === shape.tag) &&
    (id === null || shape.attributes.get('id') === id) &&
    classes.every((name) => shape.classes.includes(name)) &&
    attributes.every(({name, operator, value}) => holds(shape.attributes.get(name), operator, value))
  )
}

function holds(given: string | undefined, operator: string, value: string): boolean {
  if (given === undefined || operator === '') return given !== undefined
  if (operator === '=') return given === value
  if (operator === '~=') return given.split(/\s+/).includes(value)
  if (operator === '|=') return given === value || given.startsWith(`${value}-`)
  if (value === '') return false
  if (operator === '^=') return given.startsWith(value)
  return operator === '$=' ? given.endsWith(value) : given.includes(value)
}
