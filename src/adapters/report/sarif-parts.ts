/**
 * What the SARIF logs of an audit and of a lint have in common.
 * Source: SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
 */

import {jsonText} from '../../core/json-text.ts'
import type {Finding, Severity} from '../../core/lint/finding.ts'
import type {DutyNote} from '../../core/reports/audit-report.ts'
import type {Lang} from '../../i18n/text.ts'
import {wordsOf} from './finding-words.ts'

export const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

interface Made {
  readonly version: string
  readonly madeAt: number
  readonly duties: readonly DutyNote[]
}

/** One run. properties: of the run. A JSON text ending in \n. */
export function sarifLog(
  {version, madeAt, duties}: Made,
  lang: Lang,
  run: {readonly properties: Readonly<Record<string, unknown>>; readonly results: readonly unknown[]},
): string {
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {driver: {name: 'todoke', version, rules: duties.map((duty) => ruleOf(duty, lang))}},
        invocations: [{executionSuccessful: true, endTimeUtc: new Date(madeAt).toISOString()}],
        ...run,
      },
    ],
  }
  return jsonText(log)
}

function ruleOf({id, rule, severity, title, says, sources}: DutyNote, lang: Lang) {
  const helpUri = sources.find(({url}) => url !== undefined)?.url
  return {
    id,
    name: rule,
    shortDescription: {text: title[lang]},
    fullDescription: {text: says[lang]},
    ...(helpUri === undefined ? {} : {helpUri}),
    defaultConfiguration: {level: LEVELS[severity]},
    properties: {sources: sources.map(({title}) => title)},
  }
}

/** Of a finding's duty in the rules of the run; {} where it is not among them. */
export function ruleIndexOf(duty: string, duties: readonly DutyNote[]): {readonly ruleIndex?: number} {
  const index = duties.findIndex(({id}) => id === duty)
  return index < 0 ? {} : {ruleIndex: index}
}

/** A finding's words as plain text: braces would be places to fill (section 3.11.5), brackets links (3.11.6). */
export function sarifMessage(finding: Pick<Finding, 'key' | 'values'>, lang: Lang): {readonly text: string} {
  const words = wordsOf(finding, lang).join(lang === 'ja' ? '。' : '. ')
  return {text: words.replace(/[{}]/g, '$&$&').replace(/[[\]\\]/g, '\\$&')}
}

/** A path as a relative reference (RFC 3986): separators kept, everything else that must be encoded. */
export function uriOf(path: string): string {
  const parts = path.split(/[\\/]/).map((part) => encodeURIComponent(part))
  return parts[0] === '' ? `file://${parts.join('/')}` : parts.join('/')
}
