/** Writes what tags mean in our language, tag by tag in the order of the source; a reason where that cannot be. */
import type {Block, Part} from './pair-blocks.ts'
import type {Meaning, Test, Why} from './reading.ts'
import type {FoundTag} from './scan.ts'

/** text: what takes the tag's place. why: it stays as written, for that reason. Both null: it stays, and may. */
export interface Written {
  readonly text: string | null
  readonly why: Why | null
}

/** Where the tag stands: in HTML text, inside of an HTML tag, or in plain text. */
export type Place = 'html' | 'in-tag' | 'plain'

export interface TagWriter {
  write(tag: FoundTag, part: Part | null, place: Place): Written
}

interface Scope {
  readonly block: Block
  /** Name of each element, while in the loop itself; null in a condition. */
  loop: string | null
  last: Test
  /** Names to close, innermost last. */
  readonly closers: string[]
}

const KEPT: Written = {text: null, why: null}
const FORBIDDEN = /^(?:__proto__|constructor|prototype)$/

/** rename: new names by old ones. used: takes the old names that were met. */
export function startTagWriter(rename: ReadonlyMap<string, string>, used: Set<string>): TagWriter {
  const scopes: Scope[] = []
  /** Sections of our own language that are open here. */
  let ownSections = 0

  /** The name as it is said in our language at this place, or null. */
  const nameHere = (name: string): string | null => {
    if (name === '.') return scopes.length > 0 && scopes.at(-1)!.loop !== null ? '.' : null
    for (const {loop} of [...scopes].reverse()) {
      if (loop === null || loop === '') continue
      if (name === loop) return scopes.at(-1)!.loop === loop ? '.' : null
      if (name.startsWith(`${loop}.`)) return name.slice(loop.length + 1)
    }
    if (FORBIDDEN.test(name)) return null
    const renamed = rename.get(name)
    if (renamed !== undefined) used.add(name)
    return renamed ?? name
  }

  const writePart = ({block, role}: Part, meaning: Meaning): Written => {
    if (block.why !== null) return {text: null, why: role === 'open' ? block.why : null}
    if (role === 'open' && meaning.kind === 'open') return writeOpen(block, meaning)
    const scope = scopes.at(-1)
    // Its opening tag could not be written.
    if (scope?.block !== block) return KEPT
    if (role === 'close') {
      scopes.pop()
      return {
        text: [...scope.closers]
          .reverse()
          .map((name) => `{{/${name}}}`)
          .join(''),
        why: null,
      }
    }
    return writeBranch(scope, meaning.kind === 'branch' ? meaning.test : null)
  }

  const writeOpen = (block: Block, meaning: Meaning & {kind: 'open'}): Written => {
    const name = meaning.test === null ? null : nameHere(meaning.test.name)
    if (meaning.test === null || name === null) {
      block.why = meaning.loop === null ? 'condition' : 'loop'
      return {text: null, why: block.why}
    }
    const last = {name, negated: meaning.test.negated}
    scopes.push({block, loop: meaning.loop, last, closers: [name]})
    return {text: opening(last), why: null}
  }

  const writeBranch = (scope: Scope, test: Test | null): Written => {
    const {last} = scope
    scope.loop = null
    scope.last = {...last, negated: !last.negated}
    const text = `{{/${last.name}}}${opening(scope.last)}`
    if (test === null) return {text, why: null}
    const next = {name: nameHere(test.name) ?? test.name, negated: test.negated}
    scope.last = next
    scope.closers.push(next.name)
    return {text: text + opening(next), why: null}
  }

  const writeValue = (tag: FoundTag, meaning: Meaning & {kind: 'value'}, place: Place): Written => {
    const isOwnElement = meaning.own && meaning.name === '.' && (ownSections > 0 || scopes.length === 0)
    const name = isOwnElement ? '.' : nameHere(meaning.name)
    if (name === null) return {text: null, why: meaning.name === '.' || !FORBIDDEN.test(meaning.name) ? 'loop' : 'name'}
    if (meaning.fallback !== null && /[{}]/.test(meaning.fallback)) return {text: null, why: 'braces'}
    const isRaw = meaning.raw && place === 'html'
    if (meaning.own && name === meaning.name && isRaw === meaning.raw) return {text: null, why: isRaw ? 'raw' : null}
    const format = meaning.format === null ? '' : `:${meaning.format}`
    const words = `${name}${format}${meaning.fallback === null ? '' : `|${meaning.fallback}`}`
    const text = isRaw ? `{{{${words}}}}` : `{{${words}}}`
    return {text: text === tag.tag ? null : text, why: isRaw ? 'raw' : null}
  }

  return {
    write(tag, part, place) {
      const {meaning} = tag.reading
      if (part !== null) return writePart(part, meaning)
      switch (meaning.kind) {
        case 'own':
          return KEPT
        case 'problem':
          return {text: null, why: meaning.why}
        case 'text':
          return {text: meaning.text, why: null}
        case 'link':
          return {
            text:
              place === 'html' ? `<a href="{{unsubscribe_url}}">${escaped(meaning.label)}</a>` : '{{unsubscribe_url}}',
            why: null,
          }
        case 'section': {
          ownSections = Math.max(0, ownSections + (meaning.sigil === '/' ? -1 : 1))
          const name = rename.get(meaning.name)
          if (name === undefined) return KEPT
          used.add(meaning.name)
          return {text: `{{${meaning.sigil}${name}}}`, why: null}
        }
        case 'value':
          return writeValue(tag, meaning, place)
        case 'address-part':
          return {text: null, why: 'address-part'}
        default:
          return {text: null, why: 'unpaired'}
      }
    },
  }
}

function opening({name, negated}: Test): string {
  return `{{${negated ? '^' : '#'}${name}}}`
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
