/** What mailboxes brought, on the screen: counts that add up to the mails, what binds now, what a person must read. */
import type {ReadMailResult} from '../flows/read-mail-opt-outs.ts'
import {number} from './numbers.ts'
import type {Screen} from './screen.ts'
import {table, wrap} from './table.ts'

const KINDS = ['opt-out', 'unsure', 'settled', 'automatic', 'bounce', 'report', 'own', 'other'] as const

export function showReadMail(result: ReadMailResult, listPath: string, screen: Screen): void {
  const {t, lang, paint, width} = screen
  const {mails, counts, added, known, byToken, binding, unsure, dryRun} = result
  const rows = KINDS.filter((kind) => counts[kind] > 0).map((kind, i) => [
    i === 0 ? '=' : '+',
    number(counts[kind], lang),
    t(`mail.count.${kind}`),
  ])
  screen.out(paint.bold(t('mail.read')))
  screen.out(table([['', number(mails, lang), t('mail.count.all')], ...rows], ['left', 'right', 'left']))
  screen.out(wrap(t(dryRun ? 'mail.would-add' : 'mail.added', {added, known}), width, 2))
  if (byToken > 0) screen.out(wrap(t('mail.by-token', {count: byToken}), width, 2))
  if (binding > 0) screen.out(wrap(t('suppression.binding', {count: binding}), width, 2))
  if (unsure.length === 0) return
  screen.out(paint.yellow(wrap(`▲ ${t('mail.unsure', {count: unsure.length})}`, width, 2)))
  const whys = new Map<string, number>()
  for (const {why} of unsure) whys.set(why, (whys.get(why) ?? 0) + 1)
  screen.out(
    table(
      [...whys].map(([why, count]) => [
        number(count, lang),
        t(`mail.why.${why as ReadMailResult['unsure'][number]['why']}`),
      ]),
      ['right', 'left'],
      4,
    ),
  )
  if (!dryRun) screen.out(`  ${paint.cyan('→')} ${wrap(t('mail.next', {file: listPath}), width, 4).trimStart()}`)
}
