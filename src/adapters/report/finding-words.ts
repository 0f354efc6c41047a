/** Words of a finding or a complaint in a language: what is wrong and the way out, the same on screens, pages and files. */
import type {ContactLabel} from '../../core/contacts/audited-contact.ts'
import type {Finding} from '../../core/lint/finding.ts'
import {visibleControls} from '../../core/visible-controls.ts'
import type {Lang} from '../../i18n/text.ts'
import {isMessageKey, text} from '../../i18n/text.ts'

type Said = Pick<Finding, 'key' | 'values'>

/** Without place or source. */
export function messageOf({key, values}: Said, lang: Lang): string {
  return isMessageKey(key) ? text(lang, key, inWords(values, lang)) : key
}

/** '' where there is no way out to tell. */
export function fixOf({key, values}: Said, lang: Lang): string {
  const fix = `${key}.fix`
  return isMessageKey(fix) ? text(lang, fix, inWords(values, lang)) : ''
}

/** What is wrong, then the way out where there is one. */
export function wordsOf(said: Said, lang: Lang): readonly string[] {
  return [messageOf(said, lang), fixOf(said, lang)].filter((words) => words !== '')
}

/** The --json form of a finding: stable English keys, with the words in the chosen language. */
export function findingAsJson<Told extends Finding>(finding: Told, lang: Lang) {
  return {...finding, message: messageOf(finding, lang), fix: fixOf(finding, lang)}
}

/** Where somebody stands, e.g. "row 12: t***@example.jp". */
export function labelWords({row, id, address}: ContactLabel, lang: Lang): string {
  const place = row === null ? visibleControls(id ?? '') : text(lang, 'finding.sample.row', {row: String(row)})
  return address === null ? place : `${place}: ${address}`
}

/** How many contacts a finding is about, or rows; '' where it counts none. */
export function countWords({count, unit}: Pick<Finding, 'count' | 'unit'>, lang: Lang): string {
  if (count === undefined) return ''
  return text(lang, unit === 'rows' ? 'finding.count.rows' : 'finding.count', {count})
}

/** Where the words of a value stand; of all others under the value's own name. */
const WORDS_OF: Readonly<Record<string, string>> = {became: 'lists.field'}

/** Values that are words of ours, such as category: 'medical', are shown in the language (key category.medical); others without raw controls. */
function inWords(values: Finding['values'], lang: Lang): Finding['values'] {
  const worded: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(values)) {
    const key = `${WORDS_OF[name] ?? name}.${value}`
    worded[name] = isMessageKey(key) ? text(lang, key) : typeof value === 'string' ? visibleControls(value) : value
  }
  return worded
}
