/** What became of an export of opt-outs: on stderr, since the entries themselves may be on stdout. */
import {AppError} from '../errors.ts'
import type {SuppressionExportResult} from '../flows/export-suppressions.ts'
import type {Screen} from './screen.ts'
import {wrap} from './table.ts'

/** A service has its own columns, and a hash has no service. Throws FLAG_INVALID. */
export function checkSuppressionExport(flags: {
  readonly for: string | undefined
  readonly hashed: string | undefined
}): void {
  if (flags.for === undefined || flags.hashed === undefined) return
  throw new AppError('FLAG_INVALID', {
    ...{flag: '--hashed', given: flags.hashed, expected: `≠ --for ${flags.for}`},
    command: 'suppression export',
  })
}

export function showSuppressionExport(result: SuppressionExportResult, screen: Screen): void {
  const {t, paintErr} = screen
  const {rows, removed, leftOut, byContact, file, mark} = result
  screen.note(file === null ? t('suppression.exported', {rows}) : t('suppression.exported.file', {rows, file}))
  if (removed > 0) screen.note(`  ${t('suppression.exported.removed', {count: removed})}`)
  if (leftOut > 0)
    screen.note(
      paintErr.yellow(
        wrap(`▲ ${t('suppression.exported.left-out', {count: leftOut, people: byContact})}`, screen.width, 2),
      ),
    )
  const next = wrap(t('suppression.exported.mark', {mark}), screen.width, 4).trimStart()
  screen.note(`  ${paintErr.cyan('→')} ${next}`)
}
