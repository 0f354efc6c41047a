/** The journal on a real disk: durable, in order, and whole again after whatever happened to its end. */
import {appendFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, describe, expect, it} from 'vitest'
import {openJournal} from '../../../src/adapters/journal/open-journal.ts'
import {journalSeals} from '../../../src/core/serving/journal.ts'
import type {AnswerFault, PulledPage} from '../../../src/core/serving/journal-answer.ts'
import {readAnswer} from '../../../src/core/serving/journal-answer.ts'
import {failure, tempFolder} from '../../support/files.ts'

const KEY = Buffer.alloc(32, 3)
const SEALS = journalSeals(KEY)
const NONCE = 'nonce-123'
let folder: string

beforeEach(() => {
  folder = join(tempFolder('journal'), 'journal')
})

const open = (fileBytes?: number) => openJournal({folder, key: KEY, ...(fileBytes !== undefined && {fileBytes})})
const files = () => readdirSync(folder).filter((name) => name.endsWith('.journal'))
const newest = () => join(folder, files().at(-1)!)

/** All records, as whoever pulls gets them. */
async function records(journal: Awaited<ReturnType<typeof open>>): Promise<string[]> {
  const all: string[] = []
  let place = {nonce: NONCE, after: 0, journal: null as string | null, before: null as string | null}
  for (;;) {
    const body = JSON.stringify(await journal.answer(place.after, NONCE, ['0a0b0c0d']))
    const page: PulledPage | AnswerFault = readAnswer(body, place, SEALS)
    if (typeof page === 'string') throw new Error(page)
    all.push(...page.entries.map(({seq, kind, payload}) => `${seq} ${kind} ${payload}`))
    place = {nonce: NONCE, after: page.entries.at(-1)?.seq ?? place.after, journal: page.journal, before: page.end}
    if (place.after === page.last) return all
  }
}

const say = (n: number) => `{"n":${n}}`

describe('a journal', () => {
  it('keeps what was added, in order, over a restart', async () => {
    const first = await open()
    expect(await records(first)).toEqual([])
    await first.append('optout', 1000, say(1))
    await Promise.all([first.append('optout', 1001, say(2)), first.append('sign-up', 1002, say(3))])
    await first.close()
    const again = await open()
    expect(again.journal).toBe(first.journal)
    await again.append('optout', 1003, say(4))
    expect(await records(again)).toEqual([
      '1 optout {"n":1}',
      '2 optout {"n":2}',
      '3 sign-up {"n":3}',
      '4 optout {"n":4}',
    ])
    await again.close()
    if (process.platform !== 'win32') {
      expect(statSync(newest()).mode & 0o777).toBe(0o600)
      expect(statSync(folder).mode & 0o777).toBe(0o700)
    }
  })

  it('goes on in another file when one is full, and is pulled over all of them', async () => {
    const journal = await open(2000)
    for (let i = 1; i <= 60; i += 1) await journal.append('optout', i, say(i))
    expect(files().length).toBeGreaterThan(2)
    const all = await records(journal)
    expect(all).toEqual(Array.from({length: 60}, (_, i) => `${i + 1} optout ${say(i + 1)}`))
    await journal.close()
    const again = await open(2000)
    expect(await records(again)).toEqual(all)
    await again.close()
  })

  it('takes a thousand at once in few writes, none lost', async () => {
    const journal = await open()
    await Promise.all(Array.from({length: 1000}, (_, i) => journal.append('optout', i, say(i + 1))))
    expect(await records(journal)).toHaveLength(1000)
    await journal.close()
  })

  it('is pulled in pieces that fit an answer', async () => {
    const journal = await open()
    const long = JSON.stringify({x: 'a'.repeat(3000)})
    await Promise.all(Array.from({length: 100}, (_, i) => journal.append('optout', i, long)))
    const {lines} = await journal.answer(0, NONCE, [])
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.length).toBeLessThan(50)
    expect(await records(journal)).toHaveLength(100)
    await journal.close()
  })
})

describe('after a crash', () => {
  async function three(): Promise<void> {
    const journal = await open()
    for (const n of [1, 2, 3]) await journal.append('optout', n, say(n))
    await journal.close()
  }

  it('cuts a record aside that is torn anywhere, and keeps every whole one', async () => {
    await three()
    const whole = readFileSync(newest())
    const lines = whole.toString('utf8').split('\n')
    const last = Buffer.byteLength(`${lines[3]}\n`)
    for (const cut of [1, 2, 10, last - 1]) {
      writeFileSync(newest(), whole.subarray(0, whole.length - cut))
      const journal = await open()
      expect(journal.torn).not.toBeNull()
      expect(readFileSync(journal.torn!)).toEqual(whole.subarray(whole.length - last, whole.length - cut))
      expect(await records(journal)).toHaveLength(2)
      await journal.append('optout', 9, say(9))
      expect((await records(journal)).at(-1)).toBe('3 optout {"n":9}')
      await journal.close()
    }
  })

  it.each([
    ['zeros where the disk had no time', Buffer.alloc(600)],
    ['zeros and a line end', Buffer.concat([Buffer.alloc(300), Buffer.from('\n')])],
    ['half of a record', Buffer.from('4\t1000\toptout\t{"n')],
    ['zeros in a record, and half of the next', Buffer.from('4\t1000\topt\0\0\0\n5\t1000\toptout\t{"n')],
  ])('cuts %s aside', async (_, bytes) => {
    await three()
    appendFileSync(newest(), bytes)
    const journal = await open()
    expect(journal.torn).not.toBeNull()
    expect(await records(journal)).toHaveLength(3)
    await journal.close()
  })

  it('begins with its first file alone, without records', async () => {
    await (await open()).close()
    const journal = await open()
    expect(await records(journal)).toEqual([])
    await journal.close()
  })
})

describe('what is not as it was written', () => {
  it('is refused and left as it is: a changed, a missing and a swapped record in the middle, another key', async () => {
    const journal = await open()
    for (let n = 1; n <= 5; n += 1) await journal.append('optout', n, say(n))
    await journal.close()
    const whole = readFileSync(newest(), 'utf8')
    const lines = whole.split('\n')
    const [head, one, two, three, ...rest] = lines
    const broken = [
      whole.replace('{"n":2}', '{"n":7}'),
      [head, one, three, ...rest].join('\n'),
      [head, two, one, three, ...rest].join('\n'),
      [head!.replace(/.$/, 'A'), one, two, three, ...rest].join('\n'),
    ]
    for (const text of broken) {
      writeFileSync(newest(), text)
      expect(await failure(open())).toMatchObject({code: 'JOURNAL_DAMAGED'})
      expect(readFileSync(newest(), 'utf8')).toBe(text)
    }
    writeFileSync(newest(), whole)
    expect(await failure(openJournal({folder, key: Buffer.alloc(32, 4)}))).toMatchObject({code: 'JOURNAL_DAMAGED'})
    await (await open()).close()
  })

  it('never cuts aside what was answered with a yes, wherever one byte of it changed', async () => {
    const journal = await open()
    for (let n = 1; n <= 5; n += 1) await journal.append('optout', n, say(n))
    await journal.close()
    const whole = readFileSync(newest())
    const fourth = whole.indexOf('\n4\t') + 1
    for (let at = fourth; at < whole.length; at += 1) {
      const changed = Buffer.from(whole)
      changed[at]! ^= 1
      writeFileSync(newest(), changed)
      expect(await failure(open()), `byte ${at - fourth}`).toMatchObject({
        code: 'JOURNAL_DAMAGED',
        values: {line: at < whole.indexOf('\n5\t') + 1 ? 5 : 6},
      })
    }
    expect(readdirSync(folder)).toEqual(files())
  })

  it('tells whoever pulls that the files from before were taken away', async () => {
    const journal = await open(300)
    for (let n = 1; n <= 10; n += 1) await journal.append('optout', n, say(n))
    const place = {nonce: NONCE, journal: null, before: null}
    await journal.close()
    truncateSync(join(folder, files()[0]!), 0)
    expect(await failure(open())).toMatchObject({code: 'JOURNAL_DAMAGED'})
    const {rmSync} = await import('node:fs')
    rmSync(join(folder, files()[0]!))
    const rest = await open()
    const answer = async (after: number) =>
      readAnswer(JSON.stringify(await rest.answer(after, NONCE, [])), {...place, after}, SEALS)
    expect(await answer(0)).toBe('gap')
    const {begins} = await rest.answer(0, NONCE, [])
    expect(await answer(begins - 1)).toMatchObject({last: 10})
    expect(await answer(11)).toBe('rewound')
    await rest.close()
  })
})
