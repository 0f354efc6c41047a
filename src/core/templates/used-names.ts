/** Which names of the list a mail uses, and example values for them where no contact is there to fill it. */
import type {SendContent} from '../sending/send-content.ts'
import type {CompiledPart} from './compile-part.ts'
import type {Data} from './fill-part.ts'
import type {Format} from './formats.ts'
import {CONFIRM_NAME} from './offered-names.ts'
import {BUILT_IN_NAMES} from './parse-template.ts'

/** By name, in the order of the mail, without those that we fill ourselves: how their values are written. */
export type UsedNames = ReadonlyMap<string, {readonly format: Format | null; readonly isLink: boolean}>

export function usedNames({
  subject,
  text,
  html,
  consent,
}: Pick<SendContent, 'subject' | 'text' | 'html' | 'consent'>): UsedNames {
  const used = new Map<string, {format: Format | null; isLink: boolean}>()
  const walk = (part: CompiledPart) => {
    for (const node of part) {
      if (node.kind === 'literal') continue
      const isOurs = BUILT_IN_NAMES.has(node.name) || (node.name === CONFIRM_NAME && consent !== undefined)
      if (node.name !== '.' && !isOurs) {
        const known = used.get(node.name) ?? {format: null, isLink: false}
        const [format, isLink] = node.kind === 'slot' ? [node.format, node.context === 'url'] : [null, false]
        used.set(node.name, {format: known.format ?? format, isLink: known.isLink || isLink})
      }
      if (node.kind !== 'slot') walk(node.body)
    }
  }
  for (const part of [subject, text, html ?? []]) walk(part)
  return used
}

/** Each name as its own value, marked so that nobody takes it for one; where a format wants a date or a number, one. */
export function exampleData(used: UsedNames): Data {
  return Object.fromEntries([...used].map(([name, {format, isLink}]) => [name, exampleOf(name, format, isLink)]))
}

function exampleOf(name: string, format: Format | null, isLink: boolean): string {
  if (format?.startsWith('date')) return '2026-11-23'
  if (format === 'percent') return '0.15'
  if (format !== null) return '12345'
  return isLink ? 'https://www.example.com/' : `〔${name}〕`
}

/** Names of those whose value this data lacks, or holds empty. */
export function emptyNames(used: UsedNames, data: Data): readonly string[] {
  return [...used.keys()].filter((name) => isEmpty(data, name))
}

function isEmpty(data: Data, name: string): boolean {
  let here: unknown = data
  for (const part of Object.hasOwn(data, name) ? [name] : name.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, part)) return true
    here = (here as Data)[part]
  }
  return here === '' || here === null || (Array.isArray(here) && here.length === 0)
}
