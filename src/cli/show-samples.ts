/** A few contacts of each kind that a proposal would touch, field by field. */
import type {FieldChange, ImportSample} from '../ports/list-import.ts'
import type {Screen} from './screen.ts'
import {cut, plain} from './table.ts'

const KINDS = ['added', 'updated', 'stopped'] as const
const SIGNS = {added: '+', updated: '~', stopped: '-'} as const

export function showSamples(samples: readonly ImportSample[], screen: Screen): void {
  const {t, paint} = screen
  for (const kind of KINDS) {
    const chosen = samples.filter((sample) => sample.kind === kind)
    if (chosen.length === 0) continue
    screen.out(`  ${t(`lists.dry.${kind}`)}`)
    for (const {address, changes} of chosen) {
      screen.out(`    ${SIGNS[kind]} ${address}`)
      for (const change of changes) screen.out(paint.dim(cut(`        ${changeWords(change, screen)}`, screen.width)))
    }
  }
}

function changeWords({field, header, before, after}: FieldChange, {t}: Screen): string {
  const name = header ?? t(`lists.field.${field}`)
  const value = (text: string | null) => (text === null ? t('lists.dry.nothing') : cut(plain(text), 24))
  return before === null ? `${plain(name)}: ${value(after)}` : `${plain(name)}: ${value(before)} > ${value(after)}`
}
