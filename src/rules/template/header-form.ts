/** Looks whether Date and Message-ID have the form that programs read, and sort, thread and filter by. */
import {headersNamed} from '../../core/lint/mail-headers.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

const mail = (header: string) => `mail: From: news@example.com\n${header}\n\nHello\n`

export const headerForm: TemplateRule = {
  id: 'header-form',
  subject: 'template',
  bad: [
    mail('Date: 2026-11-30 10:00:00'),
    mail('Date: Mon, 30 Nov 2026 10:00:00'),
    mail('Date: Mon, 30 Nov 26 10:00:00 +0900'),
    mail('Date: Mon, 31 Nov 2026 10:00:00 +0900'),
    mail('Date: Mon, 30 Nov 2026 24:00:00 +0900'),
    mail('Date: Sun, 30 Nov 2026 10:00:00 +0900'),
    mail('Date: 2026年11月30日'),
    mail('Message-ID: 1234@example.com'),
    mail('Message-ID: <1234>'),
    mail('Message-ID: <12 34@example.com>'),
    mail('Message-ID: <a@b@example.com>'),
    mail('Message-ID: <a..b@example.com>'),
    mail('Message-ID: <a@example.com> <b@example.com>'),
  ],
  good: [
    mail('Date: Mon, 30 Nov 2026 10:00:00 +0900'),
    mail('Date: 1 Dec 2026 09:05 -0330'),
    mail('Date: Mon, 30 Nov 2026 10:00:00 +0900 (JST)'),
    mail('Date: Mon, 30 Nov 2026 01:00:00 GMT'),
    mail('Date: Sat, 31 Dec 2016 23:59:60 +0000'),
    mail('Date: {{date}}'),
    mail('Message-ID: <20261130.1a2b+c=d@mail.example.com>'),
    mail('Message-ID: <a@[192.0.2.1]>'),
    mail('Message-ID: <"a b"@example.com>'),
    mail('Message-ID: %%messageid%%'),
    '<p>Hello</p>',
  ],
  check({mail}, _wanted, report) {
    if (mail === undefined) return
    const faults = [
      ...headersNamed(mail, 'date').map((header) => [header, dateFault(header.raw)] as const),
      ...headersNamed(mail, 'message-id').map((header) => [header, idFault(header.raw)] as const),
    ]
    for (const [{raw, valueOffset}, fault] of faults) {
      // What is still to be filled in has no form yet.
      if (fault === null || /\{\{|%%|\*\||\$\{|<%/.test(raw)) continue
      const values = {found: raw.trim().slice(0, 60)}
      report({key: `header-form.${fault}`, values, place: mail.placeAt(valueOffset + leading(raw))})
    }
  },
}

function leading(raw: string): number {
  return raw.length - raw.trimStart().length
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** RFC 5322 section 3.3; the old names of zones that everybody reads are taken as well. */
const DATE =
  /^(?:(sun|mon|tue|wed|thu|fri|sat)\s*,)?\s*(\d{1,2})\s+([a-z]{3})\s+(\d{4})\s+(\d{2}):(\d{2})(?::(\d{2}))?\s+(?:[+-]\d{2}([0-5]\d)|gmt|utc|ut|[ecmp][sd]t|z)$/

function dateFault(raw: string): 'date' | 'weekday' | null {
  const found = DATE.exec(withoutComments(raw).toLowerCase())
  if (found === null) return 'date'
  const [, weekday, day = '', month = '', year = '', hour = '', minute = '', second = '0'] = found
  const date = new Date(Date.UTC(Number(year), MONTHS.indexOf(month), Number(day)))
  const isDay = MONTHS.includes(month) && date.getUTCDate() === Number(day) && Number(day) > 0
  // A leap second is one.
  if (!isDay || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return 'date'
  return weekday !== undefined && DAYS[date.getUTCDay()] !== weekday ? 'weekday' : null
}

/** Words of RFC 5322 section 3.2.3, joined by single dots; the old form in quotes may stand on the left. */
const ATOMS = "[\\w!#$%&'*+/=?^`{|}~-]+(?:\\.[\\w!#$%&'*+/=?^`{|}~-]+)*"
const MESSAGE_ID = new RegExp(`^<(?:${ATOMS}|"(?:[^"\\\\]|\\\\.)+")@(?:${ATOMS}|\\[[^\\[\\]\\\\\\s]+\\])>$`)

function idFault(raw: string): 'message-id' | null {
  return MESSAGE_ID.test(withoutComments(raw)) ? null : 'message-id'
}

function withoutComments(raw: string): string {
  return raw.replace(/\s*\([^()]*\)\s*$/, '').trim()
}
