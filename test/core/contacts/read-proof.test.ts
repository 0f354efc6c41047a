import {describe, expect, it} from 'vitest'
import {consentVerdicts} from '../../../src/core/consent/judge-consent.ts'
import type {ConsentFact} from '../../../src/core/contacts/consent.ts'
import {EXAMPLE_CASE} from '../../../src/core/contacts/contact-case.ts'
import {EVIDENCE_NAMES, sureHeader} from '../../../src/core/contacts/evidence-words.ts'
import {fieldOfHeader} from '../../../src/core/contacts/field-of-header.ts'
import {proposeMapping} from '../../../src/core/contacts/mapping.ts'
import type {ContactDraft} from '../../../src/core/contacts/read-contact.ts'
import {makeRowReader} from '../../../src/core/contacts/read-contact.ts'
import {startReadNotes} from '../../../src/core/contacts/read-notes.ts'
import {proofReader} from '../../../src/core/contacts/read-proof.ts'
import {startContactJudge} from '../../../src/core/lint/judge-contact.ts'
import {lawChoiceOf} from '../../../src/rulebook/laws.ts'
import {listRules} from '../../../src/rules/list-rules.ts'

/** One row of a list under its header, both as words parted by commas. */
function draft(header: string, row: string, map: readonly string[] = [], notes = startReadNotes()): ContactDraft {
  const {mapping} = proposeMapping(header.split(','), [], map, [])
  return makeRowReader(mapping, {basis: null, purpose: null, offsetMinutes: 540}, notes)(row.split(',')) as ContactDraft
}

/** Ids of the duties that hold the row back, for a sender of that law and somebody of that country. */
function heldBy(law: string, country: string, consents: readonly (ConsentFact | null)[]): readonly string[] {
  const judge = startContactJudge({choice: lawChoiceOf([law]), day: '2026-01-15', facts: {}}, listRules)
  const events = consents.flatMap((event) => (event === null ? [] : [event]))
  const {byLaw} = consentVerdicts(judge, {...EXAMPLE_CASE, country, consents: events})
  return byLaw.flatMap(({complaints}) =>
    complaints.filter(({severity}) => severity === 'error').map(({duty}) => duty.id),
  )
}

describe('the proof columns of a list', () => {
  it('are known by a header of their own, whatever the proof', () => {
    for (const name of EVIDENCE_NAMES) expect([name, fieldOfHeader(sureHeader(name))]).toEqual([name, name])
  })

  it('are kept with the consent, yes and no and boxes in one word, and what says nothing not at all', () => {
    const {consent, attributes} = draft(
      'email,同意,checkbox_default,refusal_offered,subscriber_type,reconfirmed_at,doi_sent_at,similar_goods',
      'a@example.jp,はい,Pre-checked,○,法人,2025-12-01,-,',
    )
    expect(consent?.evidence).toEqual({
      ...{checkbox_default: 'on', refusal_offered: 'yes', subscriber_type: 'organisation'},
      reconfirmed_at: '2025-12-01',
    })
    expect(attributes).toEqual([])
  })

  it('may be ordinary columns that somebody names', () => {
    const row = ['email,同意,IPアドレス,メモ', 'a@example.jp,はい,203.0.113.7,電話で確認'] as const
    expect(draft(...row).consent?.evidence).toEqual({})
    expect(draft(...row, ['IPアドレス=ip', 'メモ=note']).consent?.evidence).toEqual({
      ...{ip: '203.0.113.7', note: '電話で確認'},
    })
  })

  it('keep a word nobody knows and note it', () => {
    const notes = startReadNotes()
    const {consent} = draft('email,同意,refusal_offered', 'a@example.jp,はい,partly', [], notes)
    expect(consent?.evidence).toEqual({refusal_offered: 'partly'})
    expect(notes.take()).toEqual([{what: 'proof-unread', column: 'refusal_offered', sample: 'partly', rows: 1}])
  })

  it('hold a box ticked beforehand and a double opt-in that nobody confirmed', () => {
    const ticked = draft('email,同意,同意日,checkbox_default', 'a@example.com,yes,2025-04-01,on').consent
    expect(heldBy('ca', 'CA', [ticked])).toContain('ca/express-preticked')
    const open = draft(
      'email,同意,同意日,doi_sent_at,doi_confirmed_at',
      'a@example.com,yes,2025-04-01,2025-04-01T10:00Z,',
    )
    expect(heldBy('de', 'DE', [open.consent])).toContain('de/doi-evidence')
  })

  it('let lawful people go: a soft opt-in with its conditions, a consent confirmed anew', () => {
    const header = 'email,basis,consent_at,method,source,collected_in_sale_at,refusal_offered'
    const row = (offered: string) => `a@example.com,soft opt-in,2025-04-01,shop,checkout,2025-04-01,${offered}`
    expect(heldBy('uk', 'GB', [draft(header, row('yes')).consent])).toEqual([])
    expect(heldBy('uk', 'GB', [draft(header, row('no')).consent])).toContain('uk/soft-optin')
    const korea = (day: string) =>
      draft(
        'email,同意,同意日,登録経路,方法,再同意日',
        `a@example.com,はい,2022-04-01,https://www.example.com/,web_form,${day}`,
      ).consent
    expect(heldBy('kr', 'KR', [korea('2025-06-01')])).not.toContain('kr/reconfirm-2y')
    expect(heldBy('kr', 'KR', [korea('')])).toContain('kr/reconfirm-2y')
  })
})

describe('a remark beside a card or a published address', () => {
  it.each([
    ['備考', '名刺', '広告メール不要'],
    ['メモ欄', '名刺', '2025/4 展示会。広告メールはお断りとのこと'],
    ['note', 'card', 'No marketing emails please'],
    ['名刺備考', '公表', '営業メールお断り'],
  ])('%s that refuses advertising holds the person: %s, %s', (column, basis, remark) => {
    const {consent, attributes} = draft(
      `email,basis,名刺交換日,公開URL,${column}`,
      `a@example.jp,${basis},2025-04-01,https://www.example.jp/,${remark}`,
    )
    expect(attributes).toEqual([[column, remark]])
    expect(heldBy('jp', 'JP', [consent])).toContain(
      basis === '公表' ? 'jp/published-refusal' : 'jp/businesscard-refusal',
    )
  })

  it('is no proof where it refuses nothing, nor beside a consent, so that rows share what they have in common', () => {
    const remark = (basis: string, text: string) =>
      draft('email,basis,備考', `a@example.jp,${basis},${text}`).consent?.evidence
    expect(remark('名刺', '展示会で交換')).toEqual({})
    expect(remark('同意', '広告メール不要')).toEqual({})
  })
})

describe('a basis nobody knows', () => {
  const unknown = draft('email,basis,consent_at', 'a@example.com,Gruppe 7,2025-06-01').consent
  const proper = draft(
    'email,basis,consent_at,method,source',
    'a@example.com,consent,2025-04-01,web_form,https://www.example.com/',
  ).consent

  it('holds the person under laws that ask for consent and under those that ask for no refusal', () => {
    expect(heldBy('jp', 'JP', [unknown])).toContain('jp/consent-basis')
    expect(heldBy('us', 'US', [unknown])).toContain('us/optout-10-business-days')
  })

  it('takes nothing from a consent, be that recorded before or after', () => {
    expect(heldBy('us', 'US', [unknown, proper])).toEqual([])
    expect(heldBy('us', 'US', [proper, unknown])).toEqual([])
    expect(heldBy('jp', 'JP', [proper, unknown])).toEqual(heldBy('jp', 'JP', [proper]))
  })
})

describe('a purchase as basis', () => {
  it('runs out in Canada two years after the last one', () => {
    const bought = (day: string) =>
      draft('email,basis,last_purchase_at,source', `a@example.com,purchase,${day},shop`).consent
    expect(heldBy('ca', 'CA', [bought('2023-12-15')])).toContain('ca/implied-trade-2y')
    expect(heldBy('ca', 'CA', [bought('2025-12-15')])).not.toContain('ca/implied-trade-2y')
  })
})

describe('a cell of proof', () => {
  it.each([
    ['checkbox_default', 'none', 'none'],
    ['checkbox_default', 'unchecked', 'off'],
    ['checkbox_default', '-', ''],
    ['bundled', 'なし', 'no'],
    ['subscriber_type', 'B2C', 'person'],
    ['doi_sent_at', 'NULL', ''],
    ['doi_sent_at', '0000-00-00 00:00:00', ''],
    ['doi_sent_at', ' 2025-04-01 ', '2025-04-01'],
  ] as const)('%s %j is %j', (name, cell, value) => {
    expect(proofReader(name)(cell)).toEqual({value, isRead: true})
  })
})
