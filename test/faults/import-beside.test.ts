/** While a long import writes, others write too: an opt-out is recorded, another list is imported. */
import {execFileSync, spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {expect, it} from 'vitest'
import {openStore} from '../../src/adapters/store/open-store.ts'
import {addSuppression} from '../../src/flows/add-suppression.ts'
import {needsDist, put, tempFolder} from '../support/files.ts'
import {query} from '../support/workspace-store.ts'

const CLI = fileURLToPath(new URL('../../bin/run.js', import.meta.url))
/** Three transactions at the least, so that most of the work is still to be done when the first has ended. */
const ROWS = 600_000

async function contactsIn(store: string): Promise<number> {
  if (!existsSync(store)) return 0
  // Until the tables are made there are none.
  const rows = await query(store, 'select count(*) as n from contacts').catch(() => [{n: 0}])
  return Number(rows[0]!.n)
}

it('an opt-out is recorded before a long import ends, another list is imported beside it, and all add up', async () => {
  needsDist()
  const folder = tempFolder('import-beside')
  const store = join(folder, '.todoke', 'store.db')
  execFileSync(process.execPath, [CLI, 'init', '.', '--lang', 'en'], {cwd: folder, stdio: 'ignore'})
  const lines = Array.from({length: ROWS}, (_, i) => `user${i * 7919}@example.jp,name ${i},yes,2024-04-01`)
  put(folder, 'long.csv', `email,name,consent,登録日\n${lines.join('\n')}\n`)
  put(folder, 'short.csv', 'email,name\na@example.jp,A\nuser7919@example.jp,B\n')
  const todoke = (...words: string[]) =>
    spawnSync(process.execPath, [CLI, ...words, '--json'], {cwd: folder, encoding: 'utf8'})

  const long = spawn(process.execPath, [CLI, 'list', 'import', 'long.csv', '--list', 'long', '--json'], {cwd: folder})
  let answer = ''
  long.stdout.on('data', (text) => {
    answer += text
  })
  const ended = once(long, 'close')
  while ((await contactsIn(store)) === 0 && long.exitCode === null) await setTimeout(20)
  // From this process, since a command takes a second to start, in which the import might end.
  const beside = await openStore(store)
  await addSuppression(
    {subject: 'stop@example.jp', reason: 'optout', scope: 'all'},
    {store: beside, clock: {now: () => Date.now(), monotonic: () => process.hrtime.bigint()}},
  )
  await beside.close()
  expect(await query(store, 'select count(*) as n from import_results')).toEqual([{n: 0}])
  const short = todoke('list', 'import', 'short.csv', '--list', 'short')
  expect([short.status, JSON.parse(short.stdout).counts.rows]).toEqual([0, 2])

  expect((await ended)[0]).toBe(0)
  const counts = JSON.parse(answer).counts
  expect(counts.added + counts.updated + counts.unchanged).toBe(ROWS)
  expect(await contactsIn(store)).toBe(ROWS + 1)
  expect(await query(store, 'select count(*) as n from list_members')).toEqual([{n: ROWS + 2}])
  expect(readdirSync(join(folder, '.todoke')).filter((name) => name.includes('.waiting-'))).toEqual([])
  expect(await query(store, 'pragma integrity_check')).toEqual([{integrity_check: 'ok'}])
}, 180_000)
