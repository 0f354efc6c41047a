/** A few contacts of each kind that a proposal would touch, field by field. */
import type {FieldChange, ImportSample, StoppedBy} from '../ports/list-import.ts'
import type {Screen} from './screen.ts'
import {cut, plain, wrap} from './table.ts'

const KINDS = ['added', 'updated', 'stopped'] as const
const SIGNS = {added: '+', updated: '~', stopped: '-'} as const

/** stopped: how many would be stopped in all. */
export function showSamples(samples: readonly ImportSample[], stopped: number, screen: Screen): void {
  const {t, paint} = screen
  for (const kind of KINDS) {
    const chosen = samples.filter((sample) => sample.kind === kind)
    if (chosen.length === 0) continue
    const heading = wrap(t(`lists.dry.${kind}`, {count: stopped}), screen.width, 2)
    screen.out(kind === 'stopped' ? paint.yellow(heading) : heading)
    for (const {address, changes, by} of chosen) {
      screen.out(
        `    ${SIGNS[kind]} ${by === null ? address : t('lists.dry.by', {address, reason: reasonWords(by, screen)})}`,
      )
      for (const change of changes) screen.out(paint.dim(cut(`        ${changeWords(change, screen)}`, screen.width)))
    }
    if (kind === 'stopped' && stopped > chosen.length) screen.out('    …')
  }
}

function reasonWords(by: StoppedBy, {t}: Screen): string {
  return t(by === 'refused' || by === 'withdrawn' ? `lists.dry.by.${by}` : `suppression.reason.${by}`)
}

function changeWords({field, header, before, after}: FieldChange, {t}: Screen): string {
  const name = header ?? t(`lists.field.${field}`)
  const value = (text: string | null) => (text === null ? t('lists.dry.nothing') : cut(plain(text), 24))
  return before === null ? `${plain(name)}: ${value(after)}` : `${plain(name)}: ${value(before)} > ${value(after)}`
}
