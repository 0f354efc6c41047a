/** The flags of `todoke audit`, and what they ask for together with the settings. */
import {Flags} from '@oclif/core'
import {isCountryCode} from '../core/country-codes.ts'
import {dayInJapan} from '../core/lint/day.ts'
import type {Day} from '../core/lint/duty.ts'
import type {Settings} from '../core/settings.ts'
import {AppError} from '../errors.ts'
import type {AuditAsk} from '../flows/audit.ts'
import type {Lang} from '../i18n/text.ts'
import {LAWS, lawChoiceOf} from '../rulebook/laws.ts'
import {ruleFlag, weightsOf} from './weights.ts'

export const AUDIT_FORMATS = ['stylish', 'json', 'sarif', 'csv', 'html'] as const
export type AuditFormat = (typeof AUDIT_FORMATS)[number]

export const auditFlags = {
  audience: Flags.string({
    summary: 'Country of people whose list says none (default: the settings, else that of the first --law).',
    helpValue: 'CC',
  }),
  'only-sender-law': Flags.boolean({summary: 'Leave the laws of contacts’ countries aside.'}),
  'as-of': Flags.string({
    summary: 'Judge by the law and the consents of that day (default: today).',
    helpValue: 'YYYY-MM-DD',
  }),
  rule: ruleFlag,
  format: Flags.string({summary: 'How the result is written.', options: [...AUDIT_FORMATS], default: 'stylish'}),
  output: Flags.string({summary: 'Write the result to this file instead of the screen.', helpValue: 'FILE'}),
  baseline: Flags.string({
    summary:
      'Findings in this file are known: they are marked and do not fail. A file alone keeps them under another name.',
    helpValue: 'FILE',
  }),
  'write-baseline': Flags.string({summary: 'Write all findings to this file as known.', helpValue: 'FILE'}),
  'rows-out': Flags.string({
    summary: 'Write each complaint about each contact to this CSV file, by row or id.',
    helpValue: 'FILE',
  }),
  'way-out': Flags.string({
    summary: 'Write who can be declared, asked once or left alone to CSV files in this folder.',
    helpValue: 'FOLDER',
  }),
  overwrite: Flags.boolean({summary: 'Replace files that are there.'}),
}

export interface SaidToAudit {
  readonly law?: string | undefined
  readonly audience?: string | undefined
  readonly 'only-sender-law'?: boolean
  readonly 'as-of'?: string | undefined
  readonly rule?: readonly string[] | undefined
}

/** What is asked of the flow but for baseline, version and progress. Throws FLAG_INVALID, LAW_UNKNOWN. */
export function auditAskOf(
  said: SaidToAudit,
  settings: Settings | null,
  at: {readonly now: number; readonly offsetMinutes: number; readonly lang: Lang},
): Omit<AuditAsk, 'baseline' | 'version' | 'onProgress' | 'stop' | 'command'> {
  const named = said.law?.split(',').map((name) => name.trim().toLowerCase())
  const onlySenderLaw = said['only-sender-law'] ?? false
  return {
    choice: lawChoiceOf(named ?? settings?.laws ?? ['jp'], onlySenderLaw),
    onlySenderLaw,
    facts: settings?.facts ?? {},
    audience: audienceOf(said.audience, settings, named),
    weights: weightsOf(said.rule ?? [], 'audit', at.lang),
    offsetMinutes: at.offsetMinutes,
    ...momentOf(said['as-of'], at),
  }
}

function audienceOf(
  said: string | undefined,
  settings: Settings | null,
  laws: readonly string[] | undefined,
): string | null {
  const code = said?.trim().toUpperCase()
  if (code === undefined) {
    const first = LAWS.find(({id}) => id === laws?.[0])
    return settings?.audienceCountry ?? first?.countries[0] ?? null
  }
  if (isCountryCode(code)) return code
  throw new AppError('FLAG_INVALID', {
    flag: '--audience',
    given: said!,
    expected: 'JP, US, CA, DE, GB …',
    command: 'audit',
  })
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** The last moment of the day, or now where that is earlier. */
function momentOf(
  said: string | undefined,
  {now, offsetMinutes}: {readonly now: number; readonly offsetMinutes: number},
): {readonly day: Day; readonly asOf: number} {
  if (said === undefined) return {day: dayInJapan(now), asOf: now}
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(said.trim()) ?? []
  const start = Date.UTC(Number(year), Number(month) - 1, Number(date))
  const day = Number.isNaN(start) ? '' : new Date(start).toISOString().slice(0, 10)
  if (day === '' || day !== said.trim())
    throw new AppError('FLAG_INVALID', {flag: '--as-of', given: said, expected: 'YYYY-MM-DD', command: 'audit'})
  const end = start + DAY_MS - offsetMinutes * MINUTE_MS - 1
  return {day: day as Day, asOf: start - offsetMinutes * MINUTE_MS <= now && now < end ? now : end}
}
