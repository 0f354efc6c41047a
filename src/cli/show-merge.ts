/** A merge of opt-outs on the screen and as --json. Addresses of conflicts are masked; --conflicts has them whole. */
import {maskAddress} from '../core/sensitive/mask.ts'
import {kindOfSubject} from '../core/suppression/entry.ts'
import {ENCODING_LABELS} from '../core/text-encodings.ts'
import {dayOrMoment} from '../core/zoned-moment.ts'
import type {JoinResult} from '../flows/join-opt-outs.ts'
import type {MergedFile, MergeResult} from '../flows/merge-suppressions.ts'
import type {SuppressionConflict} from '../ports/suppression-store.ts'
import type {Screen} from './screen.ts'
import {reasonWords, scopeWords} from './show-suppression.ts'
import {plain, wrap} from './table.ts'

export function showMerge(result: MergeResult, offsetMinutes: number, screen: Screen): void {
  const {t, paint} = screen
  for (const file of result.files) showFile(file, screen)
  screen.out(paint.bold(t('suppression.merged', {added: result.added, known: result.known, total: result.total})))
  if (result.binding > 0) screen.out(`  ${t('suppression.binding', {count: result.binding})}`)
  if (result.addedThere + result.removedThere > 0)
    screen.out(`  ${t('suppression.there', {added: result.addedThere, removed: result.removedThere})}`)
  for (const [key, count] of [
    ['suppression.conflicting', result.conflicting],
    ['suppression.subscribed-there', result.subscribedThere],
    ['suppression.returned', result.returned],
  ] as const)
    if (count > 0) screen.out(paint.yellow(wrap(`▲ ${t(key, {count})}`, screen.width, 2)))
  for (const conflict of result.samples)
    screen.out(`    ${wrap(conflictLine(conflict, offsetMinutes, screen), screen.width, 6).trimStart()}`)
  if (result.lifted > 0) screen.out(`  ${t('suppression.lifted', {count: result.lifted})}`)
  if (result.samples.length > 0) {
    const words =
      result.conflictsFile === null
        ? t('suppression.conflicts.how')
        : t('suppression.conflicts.written', {file: result.conflictsFile})
    screen.out(`  ${paint.cyan('→')} ${wrap(words, screen.width, 4).trimStart()}`)
  }
  if (result.isDryRun) screen.out(paint.bold(t('suppression.dry-run')))
  else screen.out(`  ${paint.cyan('→')} ${t('suppression.next')}`)
}

/** A union that was written and not recorded. */
export function showJoin({merged, written}: JoinResult, screen: Screen): void {
  const {t} = screen
  for (const file of merged.files) showFile(file, screen)
  screen.out(t('suppression.exported.file', {rows: written.rows, file: written.file ?? ''}))
  const next = wrap(t('suppression.joined', {file: written.file ?? ''}), screen.width, 4).trimStart()
  screen.out(`  ${screen.paint.cyan('→')} ${next}`)
}

/** The --json answer of it. */
export function joinJson({merged, written}: JoinResult) {
  return {files: merged.files, file: written.file, rows: written.rows}
}

function showFile(read: MergedFile, screen: Screen): void {
  const {t, paint} = screen
  const {file, entries, encoding, addressColumn, unreadable, rejectsFile, weakHash} = read
  if (addressColumn === null) {
    screen.out(t('suppression.empty', {file}))
    return
  }
  // Without the other name, which stands in brackets as the whole does here.
  const label = ENCODING_LABELS[encoding].split(' ')[0]!
  const details = [...(read.service === null ? [] : [read.service]), label].join(', ')
  const key = read.isBase ? 'suppression.file.base' : 'suppression.file'
  screen.out(t(key, {file, entries, encoding: details, column: plain(addressColumn)}))
  if (read.isKnown) screen.out(`  ${t('suppression.file.known')}`)
  if (read.subscribers + read.others > 0)
    screen.out(`  ${t('suppression.file.others', {subscribers: read.subscribers, others: read.others})}`)
  if (weakHash !== null) {
    const words = `▲ ${t('suppression.weak-hash', {algorithm: weakHash === 'md5' ? 'MD5' : 'SHA-1'})}`
    screen.out(paint.yellow(wrap(words, screen.width, 2)))
  }
  const count = Object.values(unreadable).reduce((sum, each) => sum + each, 0)
  if (rejectsFile !== null) {
    const words = `▲ ${t('suppression.unreadable', {count, file: rejectsFile})}`
    screen.out(paint.yellow(wrap(words, screen.width, 2)))
  }
}

/** Both sides with their dates. */
function conflictLine(conflict: SuppressionConflict, offsetMinutes: number, screen: Screen): string {
  const {kind, reason, scope, since, source, otherAt, otherSource, isLifted} = conflict
  return screen.t(`suppression.conflict.${kind}`, {
    subject: plain(maskedSubject(conflict.subject)),
    reason: reasonWords(reason, screen),
    scope: scopeWords(scope, screen),
    since: dayOrMoment(since, offsetMinutes),
    source: plain(source),
    other: otherAt === null ? '?' : dayOrMoment(otherAt, offsetMinutes),
    there: otherSource === null ? '' : plain(otherSource),
    now: screen.t(isLifted ? 'suppression.conflict.lifted' : 'suppression.conflict.holds'),
  })
}

/** Nobody's address: a domain is shown whole, of a hash its beginning. */
function maskedSubject(subject: string): string {
  const kind = kindOfSubject(subject)
  if (kind === 'domain') return subject
  return kind === 'hash' ? `${subject.slice(0, 6)}…` : maskAddress(subject)
}

/** The --json answer: no whole subject in it. */
export function mergeJson({samples, ...result}: MergeResult) {
  return {...result, conflicts: samples.map((conflict) => ({...conflict, subject: maskedSubject(conflict.subject)}))}
}
