/** Which declaration wins for an element: sheets by specificity and order, the style attribute over them, !important over all. */
import type {Declaration} from './css-blocks.ts'
import {cssBlocks} from './css-blocks.ts'
import type {ColourReader} from './css-colours.ts'
import type {Patience, Selector, Shape} from './css-selectors.ts'
import {fits, readSelectors} from './css-selectors.ts'
import {longhands, SEEN_BY} from './css-values.ts'

interface Ruling {
  readonly selector: Selector
  readonly order: number
  readonly declarations: readonly Declaration[]
}

/** Values by property, small letters; null where nothing is said. */
export type Style = ReadonlyMap<string, string> | null

/** Rules and a style attribute that hold together, as different ones as an honest mail has. */
const MOST_TOGETHER = 2000
/** Comparisons of an element with a selector for one mail: honest mails need some ten thousand. */
const PATIENCE = 1_000_000

/**
 * sheets: of <style> elements in order. Asked once for each mail, then for its elements. Time is bounded: after a million
 * comparisons only style attributes count. Never throws.
 */
export function cascade(sheets: readonly string[], colourOf: ColourReader): () => (shape: Shape) => Style {
  const blocks = cssBlocks(SEEN_BY)
  const whole = (declarations: readonly Declaration[]) => declarations.flatMap((each) => longhands(each, colourOf))
  const index = indexOf(
    sheets.flatMap((sheet) =>
      blocks.rulesOf(sheet).flatMap(({selectors, declarations}) => {
        const all = whole(declarations)
        return all.length === 0 ? [] : readSelectors(selectors).map((selector) => ({selector, declarations: all}))
      }),
    ),
  )
  // Mails repeat a few styles again and again.
  const written = new Map<string, {readonly declarations: readonly Declaration[]; readonly alone: Style}>()
  const readOwn = (style: string) => {
    const declarations = whole(blocks.declarationsOf(style))
    const own = {declarations, alone: declarations.length === 0 ? null : winning([declarations])}
    if (written.size < MOST_TOGETHER) written.set(style, own)
    return own
  }
  const together = new Map<string, Style>()
  const styleOf = (shape: Shape, patience: Patience): Style => {
    const style = shape.attributes.get('style')
    const own = style === undefined ? undefined : (written.get(style) ?? readOwn(style))
    const ruled = rulingsFor(shape, index, patience)
    if (ruled.length === 0) return own?.alone ?? null
    let key = ''
    for (const {order} of ruled) key += `${order} `
    key += `\0${style ?? ''}`
    const known =
      together.get(key) ?? winning([...ruled.map(({declarations}) => declarations), own?.declarations ?? []])
    if (together.size < MOST_TOGETHER) together.set(key, known)
    return known
  }
  return () => {
    const patience: Patience = {left: PATIENCE}
    return (shape) => styleOf(shape, patience)
  }
}

/** layers: lightest first. */
function winning(layers: readonly (readonly Declaration[])[]): Style {
  const values = new Map<string, string>()
  for (const isImportant of [false, true])
    for (const declarations of layers)
      for (const each of declarations) if (each.isImportant === isImportant) values.set(each.name, each.value)
  return values
}

/** Rules under what their last compound names: an element asks only those that may be about it. */
interface Index {
  readonly byId: Map<string, Ruling[]>
  readonly byClass: Map<string, Ruling[]>
  /** * for any. */
  readonly byTag: Map<string, Ruling[]>
}

function indexOf(rules: readonly Omit<Ruling, 'order'>[]): Index {
  const index: Index = {byId: new Map(), byClass: new Map(), byTag: new Map()}
  rules.forEach((rule, order) => {
    const {id, classes, tag} = rule.selector.compounds[0]!
    const of = id !== null ? index.byId : classes.length > 0 ? index.byClass : index.byTag
    const key = id ?? classes[0] ?? tag ?? '*'
    const list = of.get(key)
    if (list === undefined) of.set(key, [{...rule, order}])
    else list.push({...rule, order})
  })
  return index
}

const NONE: readonly Ruling[] = []

/** Lightest first. */
function rulingsFor(shape: Shape, {byId, byClass, byTag}: Index, patience: Patience): readonly Ruling[] {
  const found: Ruling[] = []
  const ask = (rulings: readonly Ruling[] | undefined) => {
    for (const ruling of rulings ?? NONE) {
      if (patience.left <= 0) return
      if (fits(ruling.selector, shape, patience)) found.push(ruling)
    }
  }
  ask(byTag.get('*'))
  ask(byTag.get(shape.tag))
  const id = byId.size === 0 ? undefined : shape.attributes.get('id')
  if (id !== undefined) ask(byId.get(id))
  for (const name of shape.classes) ask(byClass.get(name))
  return found.length < 2 ? found : found.sort((a, b) => a.selector.weight - b.selector.weight || a.order - b.order)
}
