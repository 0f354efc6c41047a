/** The --json form of one person's consent record: stable English keys, with the words in the chosen language. */
import {isoWithZone} from '../core/zoned-moment.ts'
import type {ConsentAnswer} from '../flows/show-consent.ts'
import type {Lang} from '../i18n/text.ts'
import {fixOf, messageOf} from './show-findings.ts'

export function consentAnswerAsJson({record, verdicts, keep, placed, events, ...answer}: ConsentAnswer, lang: Lang) {
  return {
    ...answer,
    isKnown: record !== null,
    country: placed.country,
    countryFrom: placed.ground,
    verdicts: verdicts.map(({law, verdict, complaints}) => ({
      law,
      verdict,
      complaints: complaints.map((complaint) => ({
        duty: complaint.duty.id,
        severity: complaint.severity,
        key: complaint.key,
        values: complaint.values,
        message: messageOf(complaint, lang),
        fix: fixOf(complaint, lang),
        sources: complaint.duty.sources,
      })),
    })),
    events: events.map(({shown, ...event}) => ({
      ...event,
      wordingState: shown?.state ?? null,
      wordingVersion:
        shown?.wording == null
          ? null
          : {
              ...{name: shown.wording.name, sha256: shown.wording.sha256},
              ...{from: shown.wording.from, until: shown.wording.until, text: shown.wording.text},
            },
    })),
    keep: keep.map(({law, until, isOver, isAssumed, isFromRecord, retention}) => ({
      ...{law, of: retention.of, until, isOver, isAssumed, isFromRecord},
      says: retention.says[lang],
      sources: retention.sources,
    })),
    ...(record ?? {recordedAt: null, lists: [], mails: [], purges: []}),
  }
}

const MOMENTS: ReadonlySet<string> = new Set(['at', 'asOf', 'from', 'until', 'addedAt', 'recordedAt'])

/** The same with its moments as text in a zone, 2024-05-01T00:00:00+09:00, so that a day stays that day. */
export function momentsAsIso(value: unknown, offsetMinutes: number, key = ''): unknown {
  if (typeof value === 'number') return MOMENTS.has(key) ? isoWithZone(value, offsetMinutes) : value
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((each) => momentsAsIso(each, offsetMinutes))
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, momentsAsIso(each, offsetMinutes, name)]),
  )
}
