/** How many may be mailed, would be held back and must not be mailed, in one line of the screen. */
import type {MailCounts} from '../core/reports/audit-report.ts'
import type {Screen} from './screen.ts'

export function verdictWords({sendable, held, suppressed}: MailCounts, {t, paint}: Screen): string {
  const sent = `${paint.green('✔')} ${t('audit.sendable', {count: sendable})}`
  const kept = held === 0 ? '' : `   ${paint.red('✖')} ${t('audit.held', {count: held})}`
  const stopped = suppressed === 0 ? '' : `   ${paint.dim('■')} ${t('audit.suppressed', {count: suppressed})}`
  return `${sent}${kept}${stopped}`
}
