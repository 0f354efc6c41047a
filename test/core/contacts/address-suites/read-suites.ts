/** Reads the address suites of fixtures/address-suites, each case with what its authors expect of a mailable address. */
import {readFileSync} from 'node:fs'

export interface SuiteCase {
  readonly input: string
  /** 'valid', 'invalid', or the form an accepted address must have. */
  readonly expected: string
}

export const SUITES = ['isemail', 'isemail-original', 'hapi-isemail', 'python-email-validator'] as const
export type Suite = (typeof SUITES)[number]

const read = (path: string) =>
  readFileSync(new URL(`../../../../fixtures/address-suites/${path}`, import.meta.url), 'utf8')

export function casesOf(suite: Suite): readonly SuiteCase[] {
  if (suite === 'isemail') return isemail(read('isemail/tests.xml'))
  if (suite === 'isemail-original') return isemail(read('isemail/tests-original.xml'))
  return suite === 'hapi-isemail' ? hapi() : python()
}

/** What may stand in an SMTP envelope: their valid addresses, those that only DNS denies, and the unusual ones. */
const ISEMAIL_VALID = /^ISEMAIL_(VALID_CATEGORY|DNSWARN|RFC5321)$/

function isemail(xml: string): readonly SuiteCase[] {
  const cases: SuiteCase[] = []
  for (const [, body] of xml.matchAll(/<test id="[^"]*">([\s\S]*?)<\/test>/g)) {
    const category = /<category>(\w+)<\/category>/.exec(body!)![1]!
    const address = /<address>([\s\S]*?)<\/address>/.exec(body!)?.[1] ?? ''
    cases.push({input: fromXml(address), expected: ISEMAIL_VALID.test(category) ? 'valid' : 'invalid'})
  }
  return cases
}

const ENTITIES: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}

/** Control characters are written as U+2400 and their number. */
function fromXml(text: string): string {
  return text
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) =>
      name === undefined ? String.fromCodePoint(hex ? Number.parseInt(hex, 16) : +decimal) : ENTITIES[name]!,
    )
    .replace(/[\u2400-\u2421]/g, (char) => String.fromCharCode(char === '\u2421' ? 0x7f : char.charCodeAt(0) - 0x2400))
}

function hapi(): readonly SuiteCase[] {
  const cases = JSON.parse(read('hapi-isemail/tests.json')) as [string, string][]
  return cases.map(([input, diagnosis]) => ({
    input,
    expected: diagnosis === 'valid' || diagnosis.startsWith('rfc5321') ? 'valid' : 'invalid',
  }))
}

interface PythonCase {
  readonly input: string
  readonly group: string
  readonly label: string
  readonly expected?: string | {readonly local_part: string; readonly ascii_domain: string}
}

/** Their options at our policy: quoted local parts off, SMTPUTF8 on, strict lengths. */
function python(): readonly SuiteCase[] {
  const {cases} = JSON.parse(read('python-email-validator/cases.json')) as {cases: PythonCase[]}
  return cases.flatMap(({input, group, label, expected}): readonly SuiteCase[] => {
    if (group === 'test_email_unsafe_character')
      return [
        {input: `${input}@test.example`, expected: 'invalid'},
        {input: `test@${input}.example`, expected: 'invalid'},
      ]
    if (label === 'invalid_if_no_smtputf8') return [{input, expected: input.startsWith('"') ? 'invalid' : 'valid'}]
    if (label !== 'valid') return [{input, expected: 'invalid'}]
    const form = expected as Exclude<PythonCase['expected'], string | undefined>
    return [{input, expected: `${form.local_part}@${form.ascii_domain}`}]
  })
}

export interface TypoCase {
  readonly input: string
  readonly suggestion: string | null
}

export function typoCases(): readonly TypoCase[] {
  const {cases} = JSON.parse(read('mailcheck-typos/cases.json')) as {
    cases: {input: string; suggested_domain: string | null}[]
  }
  return cases.map(({input, suggested_domain}) => ({input, suggestion: suggested_domain}))
}
