import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {simpleParser} from 'mailparser'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {openRaw, readLedger} from '../support/check-send.ts'
import {type CountingRelay, startCountingRelay} from '../support/counting-relay.ts'
import {ask, makeWorkspace, must, newFolder, people, plan, run, start} from '../support/send-workspace.ts'

let folder: string
let relay: CountingRelay

beforeAll(async () => {
  relay = await startCountingRelay({keepMessages: true})
  folder = await makeWorkspace({port: relay.port, rows: people(30)})
  await plan(folder, 'nov')
  await must(run(folder, 'suppression', 'add', 'p2@example.com'))
})

afterAll(() => relay.kill())

const toFolder = (out: string, ...more: string[]) => ask(folder, 'send', 'run', 'nov', '--to-folder', out, ...more)
const out = async () => join(await newFolder('eml'), 'out')
const receivers = async (path: string) =>
  Promise.all(
    (await readdir(path)).sort().map(async (name) => (await simpleParser(await readFile(join(path, name)))).to),
  ).then((all) => all.map((to) => (Array.isArray(to) ? '' : to!.text)))

describe('todoke send run --to-folder', () => {
  it('writes who may be mailed now, in order, leaves the ledger as it was and sends nothing', async () => {
    const before = readLedger(folder, 'nov')
    const path = await out()
    const {code, answer} = await toFolder(path)
    expect(code).toBe(0)
    expect(answer).toMatchObject({name: 'nov', audience: 30, written: 29, notWritten: 0, suppressed: 1, unfillable: {}})
    expect((await readdir(path)).sort()[28]).toMatch(/^000029-[\w-]{22}\.eml$/)
    expect((await receivers(path)).slice(0, 3)).toEqual(['p1@example.com', 'p3@example.com', 'p4@example.com'])
    expect(readLedger(folder, 'nov')).toEqual(before)
    const db = openRaw(folder)
    expect(db.prepare('select kind from send_events').all()).toEqual([{kind: 'planned'}])
    db.close()
    expect(relay.dots).toEqual([])
  })

  it('writes the first so many, or so many by chance that are the same ones each time', async () => {
    const [first, one, two] = [await out(), await out(), await out()]
    expect((await toFolder(first, '--limit', '3')).answer).toMatchObject({written: 3, notWritten: 26})
    expect(await receivers(first)).toEqual(['p1@example.com', 'p3@example.com', 'p4@example.com'])
    expect((await toFolder(one, '--sample', '5')).answer).toMatchObject({written: 5, notWritten: 24})
    await toFolder(two, '--sample', '5')
    expect(await receivers(one)).toEqual(await receivers(two))
    expect(await receivers(one)).not.toContain('p2@example.com')
  })

  it('refuses a folder with something in it, and flags that do not fit together', async () => {
    const path = await out()
    await mkdir(path)
    await writeFile(join(path, 'mine.txt'), 'x')
    expect((await toFolder(path)).answer.error.code).toBe('FOLDER_TAKEN')
    expect(await readdir(path)).toEqual(['mine.txt'])
    const codeOf = async (...words: string[]) => (await ask(folder, 'send', 'run', 'nov', ...words)).answer.error.code
    expect(await codeOf('--limit', '3')).toBe('FLAG_MISSING')
    expect(await codeOf('--to-folder', 'x', '--limit', '3', '--sample', '3')).toBe('FLAGS_EXCLUSIVE')
    expect(await codeOf('--to-folder', 'x', '--confirm', 'nov:30')).toBe('FLAGS_EXCLUSIVE')
  })

  it('writes byte for byte what the run then sends, but for the Date', async () => {
    const path = await out()
    await toFolder(path)
    await must(run(folder, 'send', 'run', 'nov', '--confirm', 'nov:30'))
    const dateless = (mail: string) => mail.replace(/^Date: .*$/m, 'Date:')
    for (const name of await readdir(path)) {
      const written = await readFile(join(path, name), 'utf8')
      const to = /^To: (.*)$/m.exec(written)![1]!.trim()
      expect(dateless(written)).toBe(dateless(relay.messages.get(to)!.toString()))
    }
    expect(relay.dots).toHaveLength(29)
    expect((await toFolder(await out())).answer).toMatchObject({written: 0})
  })

  it('stopped in the middle: whole mails stay, and the way on that is told sends nothing', async () => {
    const many = await makeWorkspace({port: relay.port, rows: people(5000)})
    await plan(many, 'dec')
    const dots = relay.dots.length
    const path = await out()
    const {child, ended} = start(many, ['send', 'run', 'dec', '--to-folder', path])
    await vi.waitUntil(async () => (await readdir(path).catch(() => [])).length > 0, {timeout: 60_000, interval: 5})
    child.kill('SIGINT')
    const {code, stderr} = await ended
    const names = await readdir(path)
    expect([code, names.length < 5000]).toEqual([130, true])
    expect(stderr).toContain('todoke send run dec --to-folder …')
    expect(stderr.replace(/\s+/g, ' ')).toContain(`${names.length} mail`)
    const last = await simpleParser(await readFile(join(path, names.sort().at(-1)!)))
    expect(last.text).toContain('Hello')
    expect(relay.dots).toHaveLength(dots)
  }, 120_000)
})
