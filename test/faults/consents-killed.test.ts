import {execFileSync, spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {needsDist, put, tempFolder} from '../support/files.ts'
import {content, query} from '../support/workspace-store.ts'

const CLI = fileURLToPath(new URL('../../bin/run.js', import.meta.url))
const PEOPLE = 20_000

function workspace(): {folder: string; store: string} {
  const folder = tempFolder('consents-killed')
  const run = (...words: string[]) => execFileSync(process.execPath, [CLI, ...words], {cwd: folder, stdio: 'ignore'})
  run('init', '.', '--lang', 'en')
  const people = Array.from({length: PEOPLE}, (_, i) => `p${i}@example.jp`)
  put(folder, 'list.csv', `email\n${people.join('\n')}\n`)
  run('list', 'import', 'list.csv', '--list', 'news', '--yes')
  const events = people.flatMap((each, i) => [
    `${each},given,2024-04-01,consent,web_form,form ${i % 7}`,
    ...(i % 10 === 9 ? [`${each},withdrawn,2025-04-01,,mail,`, `x${each},given,2024-04-01,consent,,`] : []),
  ])
  put(folder, 'events.csv', `email,event,event_at,basis,method,wording\n${events.join('\n')}\n`)
  return {folder, store: join(folder, '.todoke', 'store.db')}
}

const IMPORT = [CLI, 'consent', 'import', 'events.csv', '--json']

function counts(folder: string) {
  try {
    return JSON.parse(execFileSync(process.execPath, IMPORT, {cwd: folder, encoding: 'utf8'}))
  } catch (error) {
    // Exit code 1: lines of people who are in no list were rejected.
    const {status, stdout} = error as {status: number; stdout: string}
    expect(status).toBe(1)
    return JSON.parse(stdout)
  }
}

async function eventsIn(store: string): Promise<number> {
  return Number((await query(store, 'select count(*) as n from consent_events'))[0]!.n)
}

describe('an import of consent events that is killed in the middle', () => {
  it('and run again ends as one that was not', async () => {
    needsDist()
    const whole = workspace()
    const first = counts(whole.folder)
    const [added, rejected] = [PEOPLE * 1.1, PEOPLE / 10]
    expect(first).toMatchObject({lines: added + rejected, taken: added, rejected, added, known: 0})

    const killed = workspace()
    const child = spawn(process.execPath, IMPORT, {cwd: killed.folder, stdio: 'ignore'})
    const ended = once(child, 'exit')
    while ((await eventsIn(killed.store)) === 0 && child.exitCode === null) await setTimeout(2)
    child.kill('SIGKILL')
    expect((await ended)[1]).toBe('SIGKILL')
    const stayed = await eventsIn(killed.store)
    expect(stayed).toBeGreaterThan(0)

    const again = counts(killed.folder)
    expect(again).toMatchObject({
      lines: first.lines,
      taken: first.taken,
      rejected,
      added: added - stayed,
      known: stayed,
    })
    expect(await content(killed.store)).toEqual(await content(whole.store))
    expect(await query(killed.store, 'pragma integrity_check')).toEqual([{integrity_check: 'ok'}])
    expect(await query(killed.store, 'select count(*) as n from consent_imports')).toEqual([{n: 1}])
  }, 120_000)
})
