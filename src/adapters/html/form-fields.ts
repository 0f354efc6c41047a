/** The fields of a form with the words at them: of their label, or of the line they stand on. */
import type {FieldView} from '../../core/lint/template-view.ts'
import type {Shape} from './css-selectors.ts'

interface Spot {
  readonly field: Omit<FieldView, 'label'>
  readonly id: string
  /** Where in the visible text. */
  readonly at: number
  /** What names it without being seen. */
  readonly said: string
}

export interface FieldFinder {
  /** Any element; at: length of the visible text before the element. */
  add(shape: Shape, offset: number, at: number): void
  /** A label from start to end of the visible text. */
  label(shape: Shape, start: number, end: number): void
  /** text: all that is visible. */
  finish(text: string): readonly FieldView[]
}

const FIELDS: ReadonlySet<string> = new Set(['input', 'select', 'textarea'])
/** Nobody fills these in. */
const NOT_FILLED: ReadonlySet<string> = new Set(['submit', 'button', 'image', 'reset', 'hidden'])
const MOST_LABEL = 200

export function startFields(): FieldFinder {
  const spots: Spot[] = []
  const labels: {readonly of: string | undefined; readonly start: number; readonly end: number}[] = []
  // Broken tables close a form as it opens; its fields follow all the same.
  let form = 0
  return {
    add({tag, attributes}, offset, at) {
      if (tag === 'form') form += 1
      const type = tag === 'input' ? (attributes.get('type') ?? 'text').trim().toLowerCase() : tag
      if (!FIELDS.has(tag) || NOT_FILLED.has(type)) return
      const said = attributes.get('aria-label') ?? attributes.get('placeholder') ?? ''
      const field = {type, name: attributes.get('name') ?? '', isChecked: attributes.has('checked'), form, offset}
      spots.push({field, id: attributes.get('id') ?? '', at, said})
    },
    label({attributes}, start, end) {
      labels.push({of: attributes.get('for'), start, end})
    },
    finish(text) {
      const byId = new Map(labels.flatMap((label) => (label.of === undefined ? [] : [[label.of, label] as const])))
      // Labels close in order of their ends: those around a field are looked for among the ones that end behind it.
      let next = 0
      return spots.map(({field, id, at, said}) => {
        while (next < labels.length && labels[next]!.end < at) next += 1
        const around = labels[next]
        const named = (id === '' ? undefined : byId.get(id)) ?? (around && around.start <= at ? around : undefined)
        const words =
          named === undefined ? '' : text.slice(named.start, Math.min(named.end, named.start + MOST_LABEL)).trim()
        return {...field, label: words || said || lineAt(text, at)}
      })
    },
  }
}

/** What stands behind a field on its line, else before it, else on the next line. */
function lineAt(text: string, at: number): string {
  const [here = '', ...rest] = text.slice(at, at + MOST_LABEL).split('\n')
  const before =
    text
      .slice(Math.max(0, at - MOST_LABEL), at)
      .split('\n')
      .at(-1) ?? ''
  return [here, before, ...rest].map((line) => line.trim()).find((line) => line !== '') ?? ''
}
