/** The ground on which a column of sensitive data was taken in, in a line: the column and the ground, never a value. */
import {starred} from '../core/segments/fault.ts'
import type {KeptOn} from '../core/sensitive/kept-on.ts'
import type {Screen} from './screen.ts'
import {plain} from './table.ts'

export function keptWords(header: string, kept: KeptOn, {t}: Pick<Screen, 't'>): string {
  return t('keep.column', {column: plain(header), ...groundWords(kept, {t})})
}

/** evidence: the user's words, in which an address may stand. */
export function groundWords({basis, evidence}: KeptOn, {t}: Pick<Screen, 't'>) {
  return {basis: t(`keep.${basis}`), evidence: plain(starred(evidence))}
}
