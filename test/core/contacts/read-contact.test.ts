import {describe, expect, it} from 'vitest'
import {proposeMapping} from '../../../src/core/contacts/mapping.ts'
import type {ContactDraft} from '../../../src/core/contacts/read-contact.ts'
import {isFault, makeRowReader} from '../../../src/core/contacts/read-contact.ts'
import {startReadNotes} from '../../../src/core/contacts/read-notes.ts'
import {startColumnJudge} from '../../../src/core/sensitive/judge-columns.ts'

const NOTHING_SAID = {basis: null, purpose: null, offsetMinutes: 540}

/** Reads one row under a header; both as comma-separated words. */
function read(header: string, row: string, said: Partial<Parameters<typeof makeRowReader>[1]> = {}) {
  const headers = header.split(',')
  const {mapping} = proposeMapping(headers, startColumnJudge(headers).result(), [], [])
  return makeRowReader(mapping, {...NOTHING_SAID, ...said})(row.split(','))
}

function draft(...ask: Parameters<typeof read>): ContactDraft {
  const result = read(...ask)
  if (isFault(result)) throw new Error(JSON.stringify(result))
  return result
}

describe('a row', () => {
  it('becomes a contact with its attributes in column order, empty ones left out', () => {
    expect(draft('氏名,メールアドレス,会員種別,備考', '山田 太郎,Taro@example.jp, 一般 ,')).toMatchObject({
      address: {address: 'Taro@example.jp'},
      attributes: [
        ['氏名', '山田 太郎'],
        ['会員種別', '一般'],
      ],
      consent: null,
      optOut: null,
    })
  })

  it.each([
    ['a@example.jp', 1],
    ['a@example.jp,x,y,z', 4],
  ])('of %s has the wrong number of cells', (row, found) => {
    expect(read('email,a,b', row)).toMatchObject({why: 'column-count', found, expected: 3, column: null})
  })

  it('may end in empty cells beyond the header, as spreadsheets write them', () => {
    expect(isFault(read('email,a', 'a@example.jp,x,,'))).toBe(false)
  })

  it.each([
    ['a@example,x', 'domain-no-dot', 'email'],
    ['a@example.jp,x\ufffdy', 'undecodable', '氏名'],
    ['a\ufffd@example.jp,x', 'undecodable', 'email'],
    ['a@example.jp,x\0y', 'control-character', '氏名'],
    ['a\0@example.jp,x', 'control-character', 'email'],
  ])('%j is refused with its column', (row, why, column) => {
    expect(read('email,氏名', row)).toMatchObject({why, column})
  })

  it('with bad bytes in a consent column is refused, in an ignored or barred one it is not', () => {
    expect(read('email,登録経路', 'a@example.jp,x\ufffd')).toMatchObject({why: 'undecodable', column: '登録経路'})
    expect(isFault(read('email,todoke_reason', 'a@example.jp,x\ufffd'))).toBe(false)
    expect(isFault(read('email,マイナンバー', 'a@example.jp,x\ufffd'))).toBe(false)
  })

  it.each([
    ['JP', 'JP'],
    ['jp', 'JP'],
    ['日本', 'JP'],
    ['UK', 'GB'],
    ['United States', 'US'],
    ['DEU', 'DE'],
    ['スイス', 'CH'],
    ['Ruritania', null],
    ['XX', null],
    ['', null],
  ])('from country %j is in %s', (cell, country) => {
    expect(draft('email,国', `a@example.jp,${cell}`).country).toBe(country)
  })

  it('from a country nobody knows is noted', () => {
    const notes = startReadNotes()
    const {mapping} = proposeMapping(['email', '国'], [], [], [])
    const reader = makeRowReader(mapping, NOTHING_SAID, notes)
    for (const cell of ['Ruritania', 'JP', '', '-', 'Ruritania', '#N/A']) reader(['a@example.jp', cell])
    expect(notes.take()).toEqual([{what: 'country-unread', column: '国', sample: 'Ruritania', rows: 2}])
  })

  it.each([
    ['email,配信停止', 'a@example.jp,#N/A', '配信停止'],
    ['email,status', 'a@example.jp,#REF!', 'status'],
    ['email,退会日', 'a@example.jp,#GETTING_DATA', '退会日'],
    ['email,氏名', '#N/A,山田', 'email'],
  ])('whose formula has no result where it matters is refused, and stops nobody: %s %s', (header, row, column) => {
    expect(read(header, row, {basis: 'consent'})).toEqual({why: 'formula', column, stop: null})
  })

  it('whose formula has no result elsewhere is taken without the value', () => {
    expect(draft('email,氏名,locale,登録経路,同意', 'a@example.jp,#N/A,#REF!,#N/A,はい')).toMatchObject({
      ...{attributes: [], locale: null, consent: {kind: 'given', source: null}},
    })
    expect(draft('email,氏名', 'a@example.jp,#1').attributes).toEqual([['氏名', '#1']])
    expect(draft('email,同意', 'a@example.jp,#N/A', {basis: 'consent'}).consent?.kind).toBe('refused')
  })

  it('that is refused for one formula stops its person by another column', () => {
    expect(read('email,status,配信停止', 'a@example.jp,#N/A,1')).toMatchObject({
      ...{why: 'formula', column: 'status', stop: {subject: 'a@example.jp', reason: 'optout'}},
    })
  })
})

describe('a word that says no in a column nobody called a state', () => {
  it('keeps the row from being mailed until somebody says what it is, and is noted', () => {
    const notes = startReadNotes()
    const {mapping} = proposeMapping(['email', '備考'], [], [], [])
    const reader = makeRowReader(mapping, {...NOTHING_SAID, basis: 'consent'}, notes)
    expect(reader(['a@example.jp', '2024/4/1 退会'])).toMatchObject({
      optOut: null,
      consent: {kind: 'refused', at: null, evidence: {status_word: '退会', status_column: '備考'}},
    })
    expect(reader(['b@example.jp', 'ご来店'])).toMatchObject({consent: {kind: 'given'}})
    expect(notes.take()).toEqual([{what: 'stop-word', column: '備考', sample: '退会', rows: 1}])
  })

  it.each([
    ['attribute', 'given', null],
    ['opt_out', 'given', {reason: 'optout', at: null}],
  ])('is what is said: %s', (field, kind, optOut) => {
    const {mapping} = proposeMapping(['email', '備考'], [], [`備考=${field}`], [])
    const reader = makeRowReader(mapping, {...NOTHING_SAID, basis: 'consent'})
    expect(reader(['a@example.jp', '退会'])).toMatchObject({consent: {kind}, optOut})
  })

  it('is a stop where the header asks for a state with a question mark', () => {
    expect(draft('email,Can email?', 'a@example.jp,No').optOut).toEqual({reason: 'optout', at: null})
  })
})

describe('an empty cell where a yes is asked for', () => {
  const flags = (header: string, cells: readonly string[]) => {
    const notes = startReadNotes()
    const {mapping} = proposeMapping(['email', header], [], [], [], {sample: cells.map((cell) => ['', cell])})
    const reader = makeRowReader(mapping, {...NOTHING_SAID, basis: 'consent'}, notes)
    const kinds = cells.map((cell) => (reader(['a@example.jp', cell]) as ContactDraft).consent?.kind ?? null)
    return {kinds, notes: notes.take()}
  }

  it.each(['メルマガ購読フラグ', 'subscribed', 'メルマガ', 'wants newsletter'])(
    'is no yes, whatever the import declares, and is noted: %s',
    (header) => {
      const {kinds, notes} = flags(header, ['1', '', '-', '1'])
      expect(kinds).toEqual(['given', null, null, 'given'])
      expect(notes).toEqual([{what: 'no-answer', column: header, sample: '', rows: 2}])
    },
  )

  it('is nothing in a column of states or of stops', () => {
    expect(flags('status', ['active', '', 'active']).kinds).toEqual(['given', 'given', 'given'])
    expect(flags('配信停止フラグ', ['0', '', '0']).kinds).toEqual(['given', 'given', 'given'])
  })

  it('leaves a basis of the row itself as it is', () => {
    expect(draft('email,同意,配信根拠', 'a@example.jp,,名刺', {basis: 'consent'}).consent?.basis).toBe('card')
  })
})

describe('consent of a row', () => {
  it('is given by a yes, with when, how and where', () => {
    expect(
      draft(
        'email,同意,登録日,登録経路,取得方法,同意文言,配信種別',
        'a@example.jp,はい,2024-04-01,店頭,申込書,v2,news',
        {
          purpose: 'newsletter',
        },
      ).consent,
    ).toEqual({
      kind: 'given',
      basis: 'consent',
      at: Date.parse('2024-04-01T00:00+09:00'),
      method: '申込書',
      source: '店頭',
      wording: 'v2',
      topic: 'news',
      purpose: 'newsletter',
      evidence: {},
    })
  })

  it('is refused by a no, whatever the import declares', () => {
    expect(draft('email,同意,登録日', 'a@example.jp,いいえ,2024-04-01', {basis: 'consent'}).consent).toMatchObject({
      kind: 'refused',
      basis: null,
    })
  })

  it('refused on a day counts to the end of that day', () => {
    const on = (day: string) => draft('email,同意,同意日', `a@example.jp,いいえ,${day}`).consent!.at
    expect(on('2024-04-01')).toBe(Date.parse('2024-04-01T23:59:59+09:00'))
    expect(on('2024-04-01 10:00')).toBe(Date.parse('2024-04-01T10:00+09:00'))
  })

  it('is a plain refusal where a no stands beside a word nobody knows', () => {
    const of = (row: string) => draft('email,同意,メール同意', row).consent
    expect(of('a@example.jp,いいえ,たぶん')).toMatchObject({kind: 'refused', evidence: {}})
    expect(of('a@example.jp,はい,たぶん')).toMatchObject({kind: 'refused', evidence: {status_word: 'たぶん'}})
  })

  it('is not made up from a date or a source, which are kept as an event without a basis', () => {
    const told = {kind: 'given', basis: null, at: Date.parse('2024-04-01T00:00+09:00'), source: 'Webフォーム'}
    expect(draft('email,同意,登録日,登録経路', 'a@example.jp,,2024-04-01,Webフォーム').consent).toMatchObject(told)
    expect(draft('email,登録日', 'a@example.jp,in spring').consent?.evidence).toEqual({at_text: 'in spring'})
    expect(draft('email,同意,登録日,登録経路', 'a@example.jp,,-,').consent).toBeNull()
  })

  it.each([
    ['email,同意', 'a@example.jp,たぶん', '同意'],
    ['email,status', 'a@example.jp,VIP', 'status'],
    ['email,status', 'a@example.jp,pending', 'status'],
    ['email,根拠', 'a@example.jp,仮登録', '根拠'],
  ])('is refused by a word that is no consent, whatever the import declares: %s', (header, row, column) => {
    const {consent, optOut} = draft(`${header},登録日`, `${row},2024-04-01`, {basis: 'consent'})
    expect(consent).toMatchObject({kind: 'refused', basis: null, at: null})
    expect(consent?.evidence).toEqual({status_word: row.split(',')[1], status_column: column})
    expect(optOut).toBeNull()
  })

  it('proves nothing by a basis nobody knows, whatever the import declares, and the word is kept and noted', () => {
    const notes = startReadNotes()
    const {mapping} = proposeMapping(['email', '根拠', '登録日'], [], [], [])
    const reader = makeRowReader(mapping, {...NOTHING_SAID, basis: 'consent'}, notes)
    expect((reader(['a@example.jp', '購入名簿', '2024-04-01']) as ContactDraft).consent).toMatchObject({
      ...{kind: 'given', basis: null, evidence: {basis_word: '購入名簿'}},
    })
    expect(notes.take()).toEqual([{what: 'unknown-word', column: '根拠', sample: '購入名簿', rows: 1}])
    expect(draft('email,根拠', 'a@example.jp,Gruppe 7').consent).toMatchObject({kind: 'given', basis: null})
  })

  it.each(['配信停止', 'opted out', '不同意', '2024/4/1 退会', 'do not contact'])(
    'is refused by %s in a column of bases, whatever the import declares',
    (word) => {
      const {consent} = draft('email,根拠,登録日', `a@example.jp,${word},2024-04-01`, {basis: 'consent'})
      expect(consent).toMatchObject({kind: 'refused', basis: null})
    },
  )

  it('is given by a yes also where the basis is a word nobody knows, and refused by a no among several answers', () => {
    expect(draft('email,同意,根拠', 'a@example.jp,はい,購入名簿').consent?.basis).toBe('consent')
    expect(draft('email,同意区分', 'a@example.jp,不同意', {basis: 'consent'}).consent?.kind).toBe('refused')
    expect(draft('email,同意,newsletter', 'a@example.jp,はい,no', {basis: 'consent'}).consent?.kind).toBe('refused')
  })

  it('keeps a day it cannot read as text', () => {
    const {consent} = draft('email,同意,登録日', 'a@example.jp,はい,04/01/2024')
    expect(consent).toMatchObject({kind: 'given', at: null, evidence: {at_text: '04/01/2024'}})
    expect(draft('email,同意,登録日', 'a@example.jp,はい,-').consent?.evidence).toEqual({})
  })

  it.each([
    ['名刺交換', 'card'],
    ['business card', 'card'],
    ['購入', 'trade'],
    ['購入サイト会員登録', null],
  ])('has the basis of the route %s: %s', (route, basis) => {
    expect(draft('email,登録経路', `a@example.jp,${route}`).consent?.basis ?? null).toBe(basis)
  })

  it('prefers the basis column to the route, and both to what is declared', () => {
    expect(draft('email,配信根拠,登録経路', 'a@example.jp,契約,名刺', {basis: 'consent'}).consent?.basis).toBe(
      'contract',
    )
    expect(draft('email,配信根拠,登録経路', 'a@example.jp,,名刺', {basis: 'consent'}).consent?.basis).toBe('card')
    expect(draft('email,配信根拠,登録経路', 'a@example.jp,,店頭', {basis: 'consent'}).consent?.basis).toBe('consent')
  })

  it('keeps other proof under its field', () => {
    expect(
      draft('email,配信根拠,名刺交換日,名刺受領者', 'a@example.jp,名刺,2024-04-01,営業 佐藤').consent?.evidence,
    ).toEqual({
      card_received_at: '2024-04-01',
      received_by: '営業 佐藤',
    })
  })
})

describe('the opt-out of a row', () => {
  it.each([
    ['email,配信停止', 'a@example.jp,1', {reason: 'optout', at: null}],
    ['email,配信停止', 'a@example.jp,○', {reason: 'optout', at: null}],
    ['email,配信停止', 'a@example.jp,2024-04-01', {reason: 'optout', at: Date.parse('2024-04-01T00:00+09:00')}],
    ['email,配信停止', 'a@example.jp,0', null],
    ['email,配信停止', 'a@example.jp,', null],
    ['email,配信可否', 'a@example.jp,不可', {reason: 'optout', at: null}],
    ['email,配信可否', 'a@example.jp,可', null],
    ['email,status', 'a@example.jp,bounced', {reason: 'bounce', at: null}],
    ['email,status', 'a@example.jp,subscribed', null],
    ['email,退会日', 'a@example.jp,2024-04-01', {reason: 'optout', at: Date.parse('2024-04-01T00:00+09:00')}],
    ['email,退会日', 'a@example.jp,', null],
    ['email,退会日', 'a@example.jp,0000-00-00', null],
    // A date that cannot be read is a stop all the same.
    ['email,退会日', 'a@example.jp,04/01/2024', {reason: 'optout', at: null}],
    ['email,退会日', 'a@example.jp,済', {reason: 'optout', at: null}],
    [
      'email,status,退会日',
      'a@example.jp,complained,2024-04-01',
      {reason: 'complaint', at: Date.parse('2024-04-01T00:00+09:00')},
    ],
    // One column that says stop is enough.
    ['email,status,unsubscribed', 'a@example.jp,active,1', {reason: 'optout', at: null}],
    ['email,unsubscribed,bounced', 'a@example.jp,0,1', {reason: 'bounce', at: null}],
    // What the person said outlives what a mailbox did, in any order of columns.
    ['email,bounced,unsubscribed,complained', 'a@example.jp,1,1,0', {reason: 'optout', at: null}],
    ['email,bounced,unsubscribed,complained', 'a@example.jp,1,1,1', {reason: 'complaint', at: null}],
    ['email,EmailBouncedDate', 'a@example.jp,2024-04-01', {reason: 'bounce', at: Date.parse('2024-04-01T00:00+09:00')}],
    [
      'email,status,退会日',
      'a@example.jp,subscribed,2024-04-01',
      {reason: 'optout', at: Date.parse('2024-04-01T00:00+09:00')},
    ],
  ])('%s: %s', (header, row, optOut) => {
    expect(draft(header, row).optOut).toEqual(optOut)
  })

  it('comes beside a consent, not instead of it', () => {
    const both = draft('email,同意,配信停止', 'a@example.jp,はい,1')
    expect(both.consent?.kind).toBe('given')
    expect(both.optOut?.reason).toBe('optout')
  })
})

describe('columns that must not be stored', () => {
  it('leave the reader only with a consent of the row', () => {
    const header = 'email,既往歴,要配慮個人情報同意日'
    expect(draft(header, 'a@example.jp,糖尿病,').attributes).toEqual([])
    expect(draft(header, 'a@example.jp,糖尿病,いつか').attributes).toEqual([])
    expect(draft(header, 'a@example.jp,糖尿病,2024-04-01').attributes).toEqual([['既往歴', '糖尿病']])
    expect(draft('email,既往歴', 'a@example.jp,糖尿病').attributes).toEqual([])
  })

  it('never leave it when they hold マイナンバー', () => {
    expect(draft('email,マイナンバー,要配慮個人情報同意日', 'a@example.jp,123456789018,2024-04-01').attributes).toEqual(
      [],
    )
  })

  it('are not filled with the mask of a mended rejects file', () => {
    const header = 'email,既往歴,要配慮個人情報同意日'
    expect(draft(header, 'a@example.jp,***,2024-04-01').attributes).toEqual([])
  })
})
