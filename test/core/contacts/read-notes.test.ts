import {describe, expect, it} from 'vitest'
import {proposeMapping} from '../../../src/core/contacts/mapping.ts'
import {makeRowReader} from '../../../src/core/contacts/read-contact.ts'
import type {ReadNote} from '../../../src/core/contacts/read-notes.ts'
import {mergeNotes, startReadNotes} from '../../../src/core/contacts/read-notes.ts'

describe('notes of rows', () => {
  it('count words nobody knows, unconfirmed people and unread dates by column', () => {
    const notes = startReadNotes()
    const {mapping} = proposeMapping(['email', 'status', '登録日', '退会日'], [], [], [])
    const read = makeRowReader(mapping, {basis: null, purpose: null, offsetMinutes: 540}, notes)
    read(['a@example.jp', 'VIP', '04/01/2024', ''])
    read(['b@example.jp', 'VIP', '12/31/2024', '４月頃'])
    read(['c@example.jp', 'pending', '2024-04-01', ''])
    read(['d@example.jp', 'active', '-', '0000-00-00'])
    expect(notes.take()).toEqual([
      {what: 'unknown-word', column: 'status', sample: 'VIP', rows: 2},
      {what: 'date-unread', column: '登録日', sample: '99/99/9999', rows: 1},
      {what: 'date-unread', column: '退会日', sample: '9月頃', rows: 1},
      {what: 'date-unread', column: '登録日', sample: '99/99/9999', rows: 1},
      {what: 'unconfirmed', column: 'status', sample: 'pending', rows: 1},
    ])
    expect(notes.take()).toEqual([])
  })

  it('show no address, no page and no line end', () => {
    const notes = startReadNotes()
    for (const word of ['taro@example.jp', `a\n${'x'.repeat(100)}`]) notes.add('unknown-word', 'status', word)
    expect(notes.take().map((note) => note.sample)).toEqual(['***', `a ${'x'.repeat(38)}…`])
  })
})

describe('mergeNotes', () => {
  const note = (sample: string, rows = 1, column = 'status'): ReadNote => ({what: 'unknown-word', column, sample, rows})

  it('adds up the same words of the same column', () => {
    expect(mergeNotes([note('a', 2), note('b')], [note('a', 3), note('a', 1, 'other')])).toEqual([
      note('a', 5),
      note('b'),
      note('a', 1, 'other'),
    ])
  })

  it('keeps apart only so many words, and loses no row', () => {
    let notes: readonly ReadNote[] = []
    for (let i = 0; i < 500; i += 1) notes = mergeNotes(notes, [note(`word ${i}`)])
    expect(notes.length).toBeLessThan(60)
    expect(notes.at(-1)).toEqual(note('…', 450))
    expect(notes.reduce((sum, each) => sum + each.rows, 0)).toBe(500)
  })
})
