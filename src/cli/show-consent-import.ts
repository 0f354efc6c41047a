/** What became of a file of consent events, on the screen: counts that add up, what binds now, what must be mended. */
import {ENCODING_LABELS} from '../core/text-encodings.ts'
import type {ConsentImportResult} from '../flows/import-consents.ts'
import {number} from './numbers.ts'
import type {Progress} from './progress.ts'
import type {Screen} from './screen.ts'
import {faultWords} from './show-import.ts'
import {plain, table, wrap} from './table.ts'

export function consentProgress(progress: Progress, screen: Screen) {
  return ({bytesRead, sizeBytes, lines}: {bytesRead: number; sizeBytes: number; lines: number}) =>
    progress.show(() =>
      screen.t('consents.progress', {percent: Math.floor((100 * bytesRead) / Math.max(1, sizeBytes)), lines}),
    )
}

export function showConsentImport(result: ConsentImportResult, screen: Screen): void {
  const {t, paint, lang, width} = screen
  const {file, encoding, lines, taken, rejected, events, added, known} = result
  const words = {file: plain(file), encoding: ENCODING_LABELS[encoding].split(' ')[0]!}
  const isSame = added === 0 && known > 0
  screen.out(paint.bold(wrap(t(isSame ? 'consents.same' : 'consents.done', words), width)))
  const row = (sign: string, count: number, what: string) => [sign, number(count, lang), what]
  screen.out(
    table(
      [
        row('', lines, t('consents.lines')),
        row('=', taken, t('consents.taken')),
        ...(result.erased > 0 ? [row('+', result.erased, t('consents.erased'))] : []),
        ...(rejected > 0 ? [row('+', rejected, t('consents.rejected'))] : []),
        row('', events, t('consents.events')),
        row('=', added, t('consents.added')),
        ...(known > 0 ? [row('+', known, t('consents.known'))] : []),
      ],
      ['left', 'right', 'left'],
    ),
  )
  const warn = (text: string) => screen.out(paint.yellow(wrap(`▲ ${text}`, width, 2)))
  if (result.refusals > 0) warn(t('consents.refusals', {count: result.refusals}))
  if (result.stopped > 0) warn(t('consents.stopped', {count: result.stopped}))
  const unread = result.columns.filter(({field}) => field === null).map(({header}) => plain(header))
  if (unread.length > 0)
    screen.out(wrap(t('consents.not-read', {columns: unread.join(', ').slice(0, LONGEST)}), width, 2))
  if (result.rejectsFile !== null) {
    warn(t('consents.rejects', {file: result.rejectsFile}))
    const reasons = Object.entries(result.rejectedBy).sort((a, b) => b[1].count - a[1].count)
    screen.out(
      table(
        reasons.map(([why, {count, firstLine}]) => [
          number(count, lang),
          t('lists.first-line', {what: faultWords(why, screen), line: firstLine}),
        ]),
        ['right', 'left'],
        4,
      ),
    )
  }
  screen.out(`  ${paint.cyan('→')} ${t('consents.import-next')}`)
}

const LONGEST = 300
