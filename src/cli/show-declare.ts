/** A declaration on the screen: whom it would speak for, whom it leaves alone, and what it is worth. */
import {DECLARE_FATES} from '../core/consent/declare-fate.ts'
import type {Basis} from '../core/contacts/consent.ts'
import type {DeclareCounts, DeclarePreview, DeclareResult} from '../flows/declare-consents.ts'
import {number} from './numbers.ts'
import type {Screen} from './screen.ts'
import {plain, table, wrap} from './table.ts'

export interface Declared {
  readonly basis: Basis
  readonly by: string
  readonly wording: string
}

/** About the work, so on stderr: the result comes after the answer. */
export function showDeclarePreview(preview: DeclarePreview, said: Declared, screen: Screen): void {
  const {t, paintErr, note, width} = screen
  const words = {list: preview.list, wording: plain(said.wording)}
  note(paintErr.bold(wrap(t('declare.preview', words), width)))
  note(counts(preview, said, 'declare.declare', screen))
  for (const line of warnings(preview, said, screen)) note(paintErr.yellow(wrap(`▲ ${line}`, width, 2)))
}

export function showDeclared(result: DeclareResult, said: Declared, screen: Screen): void {
  const {t, paint, width} = screen
  if (result.declaration === null) {
    screen.out(t('declare.nothing'))
    screen.out(counts(result, said, 'declare.declare', screen))
    return
  }
  screen.out(paint.bold(t('declare.done', {count: result.declare, id: result.declaration.slice(0, 8)})))
  screen.out(counts(result, said, 'declare.declared', screen))
  for (const line of warnings(result, said, screen)) screen.out(paint.yellow(wrap(`▲ ${line}`, width, 2)))
}

function counts(
  told: DeclareCounts,
  {basis, by}: Declared,
  declared: 'declare.declare' | 'declare.declared',
  {t, lang}: Screen,
): string {
  const kinds = DECLARE_FATES.filter((fate) => told[fate] > 0 || fate === 'declare')
  const words = {basis: t(`basis.${basis}`), by: plain(by)}
  return table(
    [
      ['', number(told.matched, lang), t('declare.matched')],
      ...kinds.map((fate, i) => [
        i === 0 ? '=' : '+',
        number(told[fate], lang),
        fate === 'declare' ? t(declared, words) : t(`declare.${fate}`),
      ]),
    ],
    ['left', 'right', 'left'],
  )
}

function warnings(told: DeclarePreview, {wording}: Declared, {t}: Screen): readonly string[] {
  if (told.declare === 0) return []
  return [
    ...(told.undated > 0 ? [t('declare.undated', {count: told.undated})] : []),
    told.hasWording ? t('declare.weak') : t('declare.no-wording', {wording: plain(wording)}),
  ]
}
