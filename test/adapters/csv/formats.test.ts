import {join, resolve} from 'node:path'
import {describe, expect, it} from 'vitest'
import {planList} from '../../../src/adapters/csv/plan-list.ts'
import {readDrafts} from '../../../src/adapters/csv/read-list.ts'
import {spoolRoom} from '../../../src/adapters/csv/source/spool-room.ts'
import type {ContactDraft} from '../../../src/core/contacts/read-contact.ts'
import type {ReadNote} from '../../../src/core/contacts/read-notes.ts'
import {mergeNotes} from '../../../src/core/contacts/read-notes.ts'
import type {ListFileAsk} from '../../../src/ports/list-files.ts'
import {corpusPath, hasCorpora} from '../../support/corpora.ts'
import {tempFolder} from '../../support/files.ts'

const FORMATS = join(import.meta.dirname, '../../../fixtures/lists/formats')

/**
 * What becomes of each row when the import declares consent for all that say nothing: `given` rows may be mailed, the
 * others must not. Stops come with their moment.
 */
async function read(file: string, more: Partial<ListFileAsk> = {}) {
  const ask = {file: resolve(FORMATS, file), sheet: null, encoding: null, delimiter: null, map: [], ...more}
  const plan = await planList(ask, spoolRoom(null))
  const fates: Record<string, string> = {}
  const drafts: ContactDraft[] = []
  let notes: readonly ReadNote[] = []
  const rejectsFile = join(tempFolder('formats'), 'rejects.csv')
  for await (const batch of readDrafts({plan, basis: 'consent', purpose: null, offsetMinutes: 540, rejectsFile})) {
    expect(batch.rejected).toEqual({})
    for (const draft of batch.drafts) {
      drafts.push(draft)
      fates[draft.address.key.split('@')[0]!] = fateOf(draft)
    }
    notes = mergeNotes(notes, batch.notes)
  }
  const format = plan.format && `${plan.format.id} ${plan.format.part}${plan.format.sure ? '' : '?'}`
  const fields = Object.fromEntries(plan.mapping.map((column) => [column.header, column.field]))
  return {format, fates, drafts, fields, plan, notes: notes.map((note) => Object.values(note).join('|'))}
}

function fateOf({optOut, consent}: ContactDraft): string {
  const at = optOut?.at ?? null
  if (optOut !== null) return at === null ? optOut.reason : `${optOut.reason} ${new Date(at).toISOString()}`
  return consent?.kind === 'refused' ? `refused: ${consent.evidence.status_word ?? 'no'}` : (consent?.kind ?? 'nothing')
}

describe('an export of Mailchimp', () => {
  it('with subscribed members may be mailed', async () => {
    const {format, fates, fields, drafts} = await read('subscribed_email_audience_export_1a2b3c.csv')
    expect(format).toBe('mailchimp contacts')
    expect(fates).toEqual({ada: 'given', bert: 'given'})
    expect(fields).toMatchObject({
      'Email Address': 'address',
      'First Name': 'attribute',
      CONFIRM_TIME: 'consent_at',
      TIMEZONE: 'time_zone',
      CC: 'country',
    })
    expect(drafts[0]!.consent?.at).toBe(Date.parse('2015-03-16T14:40:47+09:00'))
    expect(drafts[1]!.country).toBe('JP')
  })

  it('with unsubscribed members stops every one, also without a date', async () => {
    const {format, fates} = await read('unsubscribed_email_audience_export_1a2b3c.csv')
    expect(format).toBe('mailchimp unsubscribed')
    expect(fates).toEqual({carl: 'optout 2017-05-05T22:08:09.000Z', dora: 'optout'})
  })

  it('with cleaned members stops every one as a bounce', async () => {
    const {format, fates} = await read('cleaned_email_audience_export_1a2b3c.csv')
    expect(format).toBe('mailchimp bounced')
    expect(fates).toEqual({emil: 'bounce 2017-12-31T15:00:00.000Z'})
  })

  it('joined from several goes by each row', async () => {
    const {format, fates} = await read('mailchimp-joined.csv')
    expect(format).toBe('mailchimp contacts')
    expect(fates).toEqual({
      faye: 'given',
      gina: 'complaint 2021-02-01T01:00:00.000Z',
      hugo: 'bounce 2021-03-01T01:00:00.000Z',
    })
  })
})

describe.skipIf(!hasCorpora)('the Mailchimp export of the shared corpora', () => {
  it('is known, and its member may be mailed', async () => {
    const {format, fates, notes} = await read(corpusPath('csv/honey-format-mailchimp/mailchimp-export.csv'))
    expect(format).toBe('mailchimp contacts')
    expect(fates).toEqual({mail: 'given'})
    expect(notes).toEqual([])
  })
})

describe('an export of SendGrid', () => {
  it('with bounces stops every one, at Unix seconds', async () => {
    const {format, fates, notes} = await read('suppression_bounces.csv')
    expect(format).toBe('sendgrid bounced')
    expect(fates).toEqual({ida: 'bounce 2024-03-31T15:00:00.000Z', jan: 'bounce 2024-04-01T15:00:00.000Z'})
    expect(notes).toEqual([])
  })

  it('with spam reports stops every one as a complaint', async () => {
    const {format, fates} = await read('suppression_spam_reports.csv')
    expect(format).toBe('sendgrid complaints')
    expect(fates).toEqual({kai: 'complaint 2024-03-31T15:00:00.000Z'})
  })

  it('with global unsubscribes is known by its Unix seconds under any name', async () => {
    const {format, fates} = await read('sendgrid-renamed.csv')
    expect(format).toBe('sendgrid unsubscribed?')
    expect(fates).toEqual({lena: 'optout 2024-03-31T15:00:00.000Z', mika: 'optout 2024-04-01T15:00:00.000Z'})
  })
})

it('an export of Brevo loses neither blocklisted contacts nor an opt-in that is a no', async () => {
  const {format, fates, notes, drafts} = await read('brevo.csv')
  expect(format).toBe('brevo contacts')
  expect(fates).toEqual({nina: 'given', otto: 'optout', paul: 'refused: 2', quin: 'refused: no'})
  expect(notes).toEqual(['unknown-word|DOUBLE_OPT-IN|2|1', 'date-unread|ADDED_TIME|99-99-9999 99:99:99|1'])
  expect(drafts[2]!.consent?.evidence).toMatchObject({at_text: '01-04-2024 09:00:00', status_column: 'DOUBLE_OPT-IN'})
})

describe('an export of HubSpot', () => {
  it('goes by each state of a contact, and takes an opt-out of one topic as one of all', async () => {
    const {format, fates, notes} = await read('hubspot-contacts.csv')
    expect(format).toBe('hubspot contacts')
    expect(fates).toEqual({
      rosa: 'given',
      sven: 'optout',
      tara: 'bounce',
      ugo: 'optout',
      vera: 'refused: Non-marketing contact',
    })
    expect(notes).toEqual([
      'topic-stop|Opted out of email: Marketing Information||1',
      'unconfirmed|Marketing contact status|Non-marketing contact|1',
    ])
  })

  it('of unsubscribes and bounces reads every column as a stop, topics under their own names too', async () => {
    const {format, fates, notes} = await read('hubspot-unsubscribes-bounces.csv')
    expect(format).toBe('hubspot suppressed')
    expect(fates).toEqual({wim: 'optout', xena: 'bounce', yuri: 'complaint', zoe: 'bounce', abel: 'optout'})
    expect(notes).toEqual(['topic-stop|Marketing Information||1', 'topic-stop|Event News||2'])
  })
})

describe('an export of Constant Contact', () => {
  it('reads both states and the day somebody left', async () => {
    const {format, fates, drafts} = await read('constant-contact.csv')
    expect(format).toBe('constant-contact contacts')
    expect(fates).toEqual({
      bea: 'given',
      cole: 'optout 2024-05-01T10:00:00.000Z',
      dina: 'refused: Pending confirmation',
    })
    expect(drafts[0]).toMatchObject({country: 'JP', consent: {at: Date.parse('2024-04-01T09:00Z')}})
  })

  it('finds the states also under the long names of several addresses', async () => {
    const {format, fates, notes} = await read('constant-contact-several.csv')
    expect(format).toBe('constant-contact contacts')
    expect(fates).toEqual({evan: 'given', fern: 'optout'})
    expect(notes).toEqual(['date-unread|Created At|99/99/9999 99:99 AM|2'])
    const told = await read('constant-contact-several.csv', {dates: 'mdy'})
    expect(told.notes).toEqual([])
    expect(told.drafts[0]!.consent?.at).toBe(Date.parse('2024-04-01T09:00+09:00'))
  })
})

describe('a file of Amazon SES', () => {
  it('with suppressions stops every one for the reason given, or for none', async () => {
    const {format, fates} = await read('ses-suppression-list.csv')
    expect(format).toBe('ses suppressed')
    expect(fates).toEqual({
      gus: 'bounce 2024-04-01T00:05:07.000Z',
      hana: 'complaint 2024-04-02T00:05:07.000Z',
      iris: 'optout',
    })
  })

  it('with contacts reads topics and UnsubscribeAll', async () => {
    const {format, fates, notes} = await read('ses-contact-list.csv')
    expect(format).toBe('ses contacts')
    expect(fates).toEqual({jon: 'given', kim: 'optout', leo: 'optout'})
    expect(notes).toEqual(['topic-stop|topicPreferences.Sports||1'])
    const json = await read('ses-contact-list-json.csv')
    expect(json.fates).toEqual({mai: 'optout', ned: 'given', olga: 'optout'})
    expect(json.notes).toEqual(['topic-stop|TopicPreferences||1'])
  })
})

it('an export of listmonk reads both states', async () => {
  const {format, fates, drafts} = await read('listmonk-subscribers.csv')
  expect(format).toBe('listmonk contacts')
  expect(fates).toEqual({pia: 'given', rex: 'optout', sia: 'optout', tom: 'refused: unconfirmed', una: 'optout'})
  expect(drafts[0]!.attributes).toContainEqual(['attributes', '{"city": "Berlin"}'])
})

describe('an export of Salesforce', () => {
  it('knows mail from fax and telephone', async () => {
    const {format, fates} = await read('salesforce-contacts.csv')
    expect(format).toBe('salesforce contacts')
    expect(fates).toEqual({val: 'given', wes: 'optout', xia: 'bounce 2024-05-01T00:00:00.000Z'})
  })

  it('of a report goes by its labels', async () => {
    const {format, fates} = await read('salesforce-report.csv')
    expect(format).toBe('salesforce contacts')
    expect(fates).toEqual({yan: 'given', zak: 'optout'})
  })
})

describe('an export of a Japanese service', () => {
  it('goes by its states, and holds a word nobody knows', async () => {
    const {format, fates, notes} = await read('blastmail.csv')
    expect(format).toBe('blastmail contacts')
    expect(fates).toEqual({aoi: 'given', ikeda: 'optout', ueda: 'bounce', endo: 'optout', oka: 'refused: ゴミ箱'})
    expect(notes).toEqual(['unknown-word|状態|ゴミ箱|1'])
  })

  it('does with such a word what the user says', async () => {
    const said = (active: string[], stopped: string[]) => read('blastmail.csv', {statusWords: {active, stopped}})
    expect((await said(['ゴミ箱'], [])).fates.oka).toBe('given')
    expect((await said([], ['ゴミ箱'])).fates.oka).toBe('optout')
    expect((await said(['配信停止'], [])).fates.ikeda).toBe('optout')
    expect((await said([], ['配信中'])).fates.aoi).toBe('optout')
  })

  it('reads its dates in every form, and its flags', async () => {
    const {format, fates, drafts, notes} = await read('jp-service.csv')
    expect(format).toBe('jp-service contacts?')
    expect(fates).toEqual({
      kato: 'given',
      kishi: 'optout 2024-04-30T15:00:00.000Z',
      kudo: 'bounce',
      koda: 'refused: 仮登録',
      sato: 'optout',
    })
    expect(drafts.map(({consent}) => consent?.at && new Date(consent.at).toISOString())).toEqual([
      '2024-04-01T00:05:00.000Z',
      '2024-03-31T15:00:00.000Z',
      '2024-03-31T15:00:00.000Z',
      null,
      '2024-03-31T15:00:00.000Z',
    ])
    expect(notes).toEqual(['unconfirmed|会員状態|仮登録|1'])
  })
})

it('a German list is read by its own words', async () => {
  const {format, fates, fields, notes} = await read('german.csv')
  expect(format).toBeNull()
  expect(fates).toEqual({uwe: 'given', ina: 'optout 2024-04-30T15:00:00.000Z', kurt: 'refused: ausstehend'})
  expect(fields).toEqual({
    'E-Mail-Adresse': 'address',
    Vorname: 'attribute',
    Nachname: 'attribute',
    Land: 'country',
    Anmeldedatum: 'consent_at',
    Status: 'opt_out',
    Abmeldedatum: 'withdrawn_at',
  })
  expect(notes).toEqual(['unconfirmed|Status|ausstehend|1', 'date-unread|Anmeldedatum|99.99.9999|1'])
  expect((await read('german.csv', {dates: 'dmy'})).notes).toEqual(['unconfirmed|Status|ausstehend|1'])
})
