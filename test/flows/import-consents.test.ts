import {existsSync, readFileSync} from 'node:fs'
import {gzipSync} from 'node:zlib'
import {beforeEach, describe, expect, it} from 'vitest'
import type {Address} from '../../src/core/contacts/address.ts'
import {parseAddress} from '../../src/core/contacts/address.ts'
import {consentAt} from '../../src/core/contacts/consent.ts'
import type {ConsentBench} from '../support/consents.ts'
import {consentBench} from '../support/consents.ts'
import {cp932, failure, put} from '../support/files.ts'
import {dump, NOW, query} from '../support/workspace-store.ts'

const at = (text: string) => Date.parse(text)
const HEADER = 'email,event,event_at,basis,method,source,wording,note'

let b: ConsentBench
beforeEach(async () => {
  b = await consentBench('consents', [
    'hanako@example.jp,Hanako,JP,',
    'taro@example.jp,Taro,JP,',
    'Jiro@example.jp,Jiro,,',
  ])
})

const csv = (name: string, ...rows: string[]) => put(b.folder, name, `${[HEADER, ...rows].join('\n')}\n`)

describe('consent events from a file', () => {
  it('become the story of each person, several events each, and the counts add up', async () => {
    const result = await b.events(
      csv(
        'events.csv',
        'hanako@example.jp,given,2024-04-01,consent,web_form,https://example.jp/f,news-form,',
        'hanako@example.jp,confirmed,2024-04-01T10:03:11+09:00,,web_form,,,',
        'JIRO@example.jp,given,2024-05-01,名刺,card,Fair 2024,,met at the booth',
        'hanako@example.jp,withdrawn,2025-01-01,,mail_reply,,,',
        'taro@example.jp,given,4/1/2024,consent,web_form,,,',
        'nobody@example.jp,given,2024-04-01,consent,web_form,,,',
        'no address,given,2024-04-01,consent,web_form,,,',
      ),
    )
    expect(result).toMatchObject({
      lines: 7,
      taken: 4,
      rejected: 3,
      events: 4,
      added: 4,
      known: 0,
      refusals: 1,
      stopped: 0,
    })
    expect(result.lines).toBe(result.taken + result.rejected)
    expect(result.rejectedBy).toEqual({
      'date-unread': {count: 1, firstLine: 6},
      'unknown-contact': {count: 1, firstLine: 7},
      'no-at': {count: 1, firstLine: 8},
    })
    expect(await b.eventsOf('hanako@example.jp')).toEqual([
      ['given', at('2024-04-01T00:00+09:00')],
      ['confirmed', at('2024-04-01T10:03:11+09:00')],
      ['withdrawn', at('2025-01-01T23:59:59+09:00')],
    ])
    expect(await b.eventsOf('jiro@example.jp')).toEqual([['given', at('2024-05-01T00:00+09:00')]])
    const rejects = readFileSync(b.eventRejects, 'utf8').split('\n')
    expect(rejects[0]).toBe(`todoke_line,todoke_reason,${HEADER}`)
    expect(rejects).toContain('7,unknown-contact,nobody@example.jp,given,2024-04-01,consent,web_form,,,')
  })

  it('are written once: the same file, and the same event in another file, change nothing', async () => {
    const rows = ['hanako@example.jp,given,2024-04-01,consent,web_form,,,', 'taro@example.jp,withdrawn,,,mail_reply,,,']
    const first = await b.events(csv('events.csv', ...rows))
    expect(first.importId).not.toBeNull()
    const before = await dump(b.storeFile)
    const again = await b.events(csv('events.csv', ...rows))
    expect(again).toMatchObject({added: 0, known: 2, refusals: 0, importId: null})
    await b.events(csv('other.csv', ...rows.toReversed(), rows[0]!))
    expect(await dump(b.storeFile)).toBe(before)
  })

  it('are sealed, and name the import they came by', async () => {
    await b.events(csv('events.csv', 'hanako@example.jp,given,2024-04-01,consent,web_form,,news-form,'))
    const [row] = await query(
      b.storeFile,
      `select length(e.seal) as bytes, f.file_name as file, r.counts
       from consent_events e join consent_details d on d.id = e.details_id join consent_imports f on f.id = d.consent_import_id
       join consent_import_results r on r.consent_import_id = f.id`,
    )
    expect([row!.bytes, row!.file]).toEqual([64, 'events.csv'])
    expect(JSON.parse(String(row!.counts))).toMatchObject({lines: 1, added: 1})
  })

  it('that say no bind at once: undated, unreadable, or of a year that cannot be', async () => {
    await b.events(
      csv('yes.csv', 'hanako@example.jp,given,2024-04-01,consent,,,,', 'taro@example.jp,given,2024-04-01,consent,,,,'),
    )
    await b.events(
      csv('no.csv', 'hanako@example.jp,withdrawn,1900-01-01,,,,,', 'taro@example.jp,refused,soon,magic,,,,'),
    )
    for (const who of ['hanako@example.jp', 'taro@example.jp']) {
      const person = await b.store.consents.person(parseAddress(who) as Address, NOW)
      expect(consentAt(person!.contact.consents, NOW + 1)?.kind).toMatch(/withdrawn|refused/)
    }
  })

  it('of a no for somebody in no list suppress the address, so that no list brings it back', async () => {
    const file = csv('no.csv', 'gone@example.jp,withdrawn,2025-01-01,,,,,', 'far@example.jp,refused,2030-01-01,,,,,')
    const result = await b.events(file)
    expect(result).toMatchObject({lines: 2, taken: 0, rejected: 2, stopped: 2})
    expect(
      (await b.store.suppressions.holding('gone@example.jp', NOW)).map(({reason, scope}) => [reason, scope]),
    ).toEqual([['optout', 'all']])
    expect(await b.store.suppressions.holding('far@example.jp', NOW)).toHaveLength(1)
    expect((await b.events(file)).stopped).toBe(0)
    await b.import(put(b.folder, 'late.csv', 'email\ngone@example.jp\n'))
    expect((await b.events(file)).rejectedBy).toEqual({'unknown-contact': {count: 1, firstLine: 3}})
  })

  it('of a no bind every spelling of the address, known or not, once, and of a topic only the topic', async () => {
    await b.import(put(b.folder, 'mail.csv', 'email\nuser@gmail.com\nuser+news@gmail.com\n'))
    const held = async (address: string) =>
      (await b.store.consents.person(parseAddress(address) as Address, NOW))!.suppressions
    expect(await held('user@gmail.com')).toEqual([])
    const file = csv('no.csv', 'user+news@gmail.com,withdrawn,2026-01-10,,,,,')
    expect(await b.events(file)).toMatchObject({added: 1, refusals: 1, stopped: 0})
    expect(await held('user@gmail.com')).toMatchObject([{reason: 'optout', scope: 'all', source: 'no.csv', line: 2}])
    await b.events(file)
    expect(await held('user@gmail.com')).toHaveLength(1)
    await b.events(
      put(b.folder, 'topic.csv', 'email,event,event_at,topic\ntaro@example.jp,withdrawn,2026-01-10,sale\n'),
    )
    expect(await held('taro@example.jp')).toEqual([])
  })

  it('of a no are kept as an opt-out beside a bounce, which may end', async () => {
    await b.merge([put(b.folder, 'bounces.csv', 'email,reason\nhanako@example.jp,bounce\ngone@example.jp,bounce\n')])
    await b.events(csv('no.csv', 'hanako@example.jp,withdrawn,,,,,,', 'gone@example.jp,withdrawn,,,,,,'))
    for (const who of ['hanako@example.jp', 'gone@example.jp'])
      expect((await b.store.suppressions.holding(who, NOW)).map(({reason}) => reason).sort()).toEqual([
        'bounce',
        'optout',
      ])
  })

  it('are made of nobody by a date alone: a column, a basis, or the user says what happened', async () => {
    const rows = 'email,timestamp,reason\nhanako@example.jp,2026-01-10,unsubscribed\ntaro@example.jp,2026-01-10,\n'
    const file = put(b.folder, 'export.csv', rows)
    expect((await failure(b.events(file))).code).toBe('EVENT_COLUMN_MISSING')
    expect(await b.events(file, {event: 'given'})).toMatchObject({
      added: 1,
      rejectedBy: {'stop-word': {count: 1, firstLine: 2}},
    })
    expect(await b.eventsOf('hanako@example.jp')).toEqual([])
    expect(await b.events(file, {event: 'given', map: ['reason=ignore']})).toMatchObject({added: 1, known: 1})
    const told = csv('e.csv', 'taro@example.jp,given,,,,,,')
    expect((await failure(b.events(told, {event: 'given'}))).code).toBe('FLAG_INVALID')
  })

  it('are not made by a basis in a file that is named like one of opt-outs', async () => {
    const file = put(b.folder, 'unsubscribed.csv', 'email,basis\nhanako@example.jp,consent\n')
    expect((await failure(b.events(file))).code).toBe('EVENT_DOUBTFUL')
    expect(await b.events(file, {event: 'withdrawn'})).toMatchObject({added: 1, refusals: 1})
  })

  it('take the dates of leaving from a file that says nothing else, and make no yes of its other lines', async () => {
    const text =
      'email,event_at,withdrawn_at\nhanako@example.jp,2026-01-10 10:00:00,2026-01-10\ntaro@example.jp,2026-01-10,\n'
    expect(await b.events(put(b.folder, 'left.csv', text))).toMatchObject({
      added: 1,
      rejectedBy: {'event-missing': {count: 1, firstLine: 3}},
    })
    expect(await b.eventsOf('hanako@example.jp')).toEqual([['withdrawn', at('2026-01-10T23:59:59+09:00')]])
  })

  it('make no yes where another column, a note or a key of JSON says no', async () => {
    const file = put(
      b.folder,
      'states.csv',
      'email,event,event_at,status,備考\nhanako@example.jp,given,2024-04-01,unsubscribed,\ntaro@example.jp,given,2024-04-01,active,2025/1/1 退会\njiro@example.jp,given,2024-04-01,active,常連\n',
    )
    expect(await b.events(file)).toMatchObject({added: 1, rejectedBy: {'stop-word': {count: 2, firstLine: 2}}})
    expect(await b.eventsOf('jiro@example.jp')).toHaveLength(1)
    const lines = [
      '{"email":"hanako@example.jp","event":"given","unsubscribed":true}',
      '{"email":"taro@example.jp","event":"given","unsubscribed":false}',
      '{"email":"jiro@example.jp","colour":"blue"}',
    ]
    const json = put(b.folder, 'states.jsonl', `${lines.join('\n')}\n`)
    expect((await b.events(json)).rejectedBy).toEqual({
      'stop-word': {count: 1, firstLine: 1},
      'event-missing': {count: 1, firstLine: 3},
    })
    expect(await b.events(json, {event: 'given'})).toMatchObject({added: 1, known: 1, rejected: 1})
  })

  it('of a line that must be mended keep the no it tells', async () => {
    const file = put(
      b.folder,
      'mixed.csv',
      'email,event,event_at,withdrawn_at\nhanako@example.jp,given,soon,2025-03-01\n',
    )
    const result = await b.events(file)
    expect(result).toMatchObject({lines: 1, taken: 0, rejected: 1, added: 1, refusals: 1})
    expect(await b.eventsOf('hanako@example.jp')).toEqual([['withdrawn', at('2025-03-01T23:59:59+09:00')]])
  })

  it('that contradict each other are both kept, and of one moment the no holds', async () => {
    await b.events(
      csv('both.csv', 'hanako@example.jp,withdrawn,2024-04-01,,,,,', 'hanako@example.jp,given,2024-04-01,consent,,,,'),
    )
    const person = await b.store.consents.person(parseAddress('hanako@example.jp') as Address, NOW)
    expect(person!.events.map(({kind}) => kind).sort()).toEqual(['given', 'withdrawn'])
    expect(consentAt(person!.contact.consents, NOW)?.kind).toBe('withdrawn')
  })

  it('come with Japanese columns, in Shift_JIS, packed, with days of two forms', async () => {
    const text =
      'メールアドレス,同意状態,同意日時,同意方法,登録経路,同意文言,利用目的,IPアドレス,氏名\r\n' +
      'hanako@example.jp,同意,令和6年4月1日,ウェブ,会員登録フォーム,第3版,メールマガジン,203.0.113.7,花子\r\n' +
      'taro@example.jp,撤回,2025/1/1 10:00,電話,,,,,太郎\r\n'
    const result = await b.events(put(b.folder, 'events.csv.gz', gzipSync(cp932(text))))
    expect(result).toMatchObject({encoding: 'cp932', added: 2, rejected: 0})
    expect(result.columns.filter(({field}) => field === null).map(({header}) => header)).toEqual(['氏名'])
    const person = await b.store.consents.person(parseAddress('hanako@example.jp') as Address, NOW)
    expect(person!.events[0]).toMatchObject({
      ...{kind: 'given', method: 'ウェブ', source: '会員登録フォーム', wording: '第3版', purpose: 'メールマガジン'},
      evidence: {ip: '203.0.113.7'},
      origin: {kind: 'consent-import', file: 'events.csv.gz'},
    })
    expect(await dump(b.storeFile)).not.toContain('花子')
  })

  it('come as JSON lines with the names of the rulebook', async () => {
    const lines = [
      {
        ...{email_raw: 'hanako@example.jp', controller: '株式会社サンプル', purpose: ['newsletter', 'events']},
        ...{basis: 'consent', event: 'confirmed', event_at: '2026-01-15T10:03:11+09:00', method: 'web_form'},
        ...{
          source: 'https://example.jp/signup',
          form_snapshot: {sha256: 'ab'.repeat(32), version: '2025-12', lang: 'ja'},
        },
        ...{checkbox_default: 'off', bundled: false, ip: '203.0.113.7', doi_sent_at: '2026-01-15T10:01:02+09:00'},
        ...{doi_confirmed_at: '2026-01-15T10:03:11+09:00', prev_hash: 'x', colour: 'blue'},
      },
      {address: 'taro@example.jp', event: 'given', event_at: 'soon', secret: 'nothing'},
    ].map((each) => JSON.stringify(each))
    const file = put(b.folder, 'log.jsonl', `\ufeff${lines.join('\r\n')}\r\n\r\n{broken\n["list"]\n"text"`)
    const result = await b.events(file)
    expect(result).toMatchObject({format: 'jsonl', lines: 5, taken: 1, rejected: 4, added: 1})
    expect(result.rejectedBy).toEqual({
      'date-unread': {count: 1, firstLine: 2},
      'not-json': {count: 3, firstLine: 4},
    })
    const person = await b.store.consents.person(parseAddress('hanako@example.jp') as Address, NOW)
    expect(person!.events[0]).toMatchObject({
      ...{kind: 'confirmed', wording: '2025-12', purpose: 'newsletter, events'},
      evidence: {
        ...{bundled: 'no', checkbox_default: 'off', controller: '株式会社サンプル', ip: '203.0.113.7'},
        ...{form_sha256: 'ab'.repeat(32), doi_sent_at: '2026-01-15T10:01:02+09:00'},
      },
    })
    const rejects = readFileSync(b.eventRejects.replace('.csv', '.jsonl'), 'utf8').trimEnd().split('\n')
    expect(rejects[0]).toBe(
      '{"todoke_line":2,"todoke_reason":"date-unread","address":"taro@example.jp","event":"given","event_at":"soon","secret":"nothing"}',
    )
    expect(JSON.parse(rejects[1]!)).toMatchObject({todoke_line: 4, todoke_reason: 'not-json', todoke_text: '{broken'})
    expect(await dump(b.storeFile)).not.toContain('blue')
  })

  it('rejected once can be mended in the rejects file and taken in, CSV and JSON alike', async () => {
    await b.events(csv('events.csv', 'hanako@example.jp,given,soon,consent,,,,'))
    const mended = put(b.folder, 'mended.csv', readFileSync(b.eventRejects, 'utf8').replace('soon', '2024-04-01'))
    expect(await b.events(mended)).toMatchObject({added: 1, rejected: 0})
    await b.events(put(b.folder, 'log.jsonl', '{"email":"taro@example.jp","event":"given","event_at":"soon"}\n'))
    const json = b.eventRejects.replace('.csv', '.jsonl')
    const again = put(b.folder, 'mended.jsonl', readFileSync(json, 'utf8').replace('soon', 'later'))
    expect(await b.events(again)).toMatchObject({added: 0, rejected: 1})
    expect(readFileSync(json, 'utf8').match(/todoke_line/g)).toHaveLength(1)
    const fine = put(b.folder, 'fine.jsonl', readFileSync(json, 'utf8').replace('later', '2024-04-01'))
    expect(await b.events(fine)).toMatchObject({added: 1, rejected: 0})
  })

  it('go on where they were stopped, and end as if they never were', async () => {
    const people = Array.from({length: 200}, (_, i) => `p${i}@example.jp`)
    await b.import(put(b.folder, 'more.csv', `email\n${people.join('\n')}\n`))
    const rows = Array.from(
      {length: 5000},
      (_, i) => `${people[i % 200]},given,${2000 + (i % 25)}-01-${10 + (i % 19)},consent,web_form,form ${i},,`,
    )
    const file = csv('many.csv', ...rows, ...rows, ...rows)
    const stop = new AbortController()
    const error = await failure(b.events(file, {stop: stop.signal, onProgress: () => stop.abort()}))
    expect([error.code, error.values.command]).toEqual(['INTERRUPTED', 'todoke consent import'])
    const stayed = Number((await query(b.storeFile, 'select count(*) as n from consent_events'))[0]!.n)
    const result = await b.events(file)
    expect(result.added + result.known).toBe(15_000)
    expect(stayed + result.added).toBe(5000)
    expect(await query(b.storeFile, 'select count(*) as n from consent_imports')).toEqual([{n: 1}])
  })

  it.each([
    ['no header', 'hanako@example.jp,given,2024-04-01\n', 'HEADER_MISSING'],
    ['no address', 'event,event_at\ngiven,2024-04-01\n', 'ADDRESS_COLUMN_MISSING'],
    ['nothing', '', 'FILE_EMPTY'],
  ])('are refused whole from a file with %s', async (_, text, code) => {
    expect((await failure(b.events(put(b.folder, 'bad.csv', text)))).code).toBe(code)
    expect(existsSync(b.eventRejects)).toBe(false)
  })

  it('are refused with a --map that names nothing, and keep another file than our rejects', async () => {
    const file = csv('events.csv', 'hanako@example.jp,given,soon,consent,,,,')
    expect((await failure(b.events(file, {map: ['gone=event']}))).code).toBe('MAPPING_INVALID')
    put(b.folder, 'mine.csv', 'my notes')
    const error = await failure(b.events(file, {rejectsOf: () => `${b.folder}/mine.csv`}))
    expect(error.code).toBe('FILE_EXISTS')
    expect(readFileSync(`${b.folder}/mine.csv`, 'utf8')).toBe('my notes')
  })

  it('mask in the rejects what must not be written down', async () => {
    const file = put(
      b.folder,
      'events.csv',
      'email,event,event_at,マイナンバー\nhanako@example.jp,given,soon,123456789018\n',
    )
    await b.events(file)
    expect(readFileSync(b.eventRejects, 'utf8')).toContain('hanako@example.jp')
    expect(readFileSync(b.eventRejects, 'utf8')).not.toContain('123456789018')
  })
})
