import {execFileSync, spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {cp932, needsDist, put, tempFolder} from '../support/files.ts'
import {content, query} from '../support/workspace-store.ts'

const CLI = fileURLToPath(new URL('../../bin/run.js', import.meta.url))
const ROWS = 250_000

/** Rows of which some come twice with other values, some carry opt-outs, some are bad. */
function list(): Buffer {
  const lines = ['メールアドレス,氏名,会員種別,同意,登録日,配信停止']
  for (let i = 0; i < ROWS; i += 1) {
    if (i % 1000 === 999) lines.push(`bad..${i}@example.jp,不正,,,,`)
    else if (i % 50 === 49) lines.push(`user${i - 40}@example.jp,,特別${i},いいえ,2025-01-01,`)
    else lines.push(`user${i}@example.jp,氏名${i},一般,はい,2024-04-01,${i % 70 === 0 ? '1' : ''}`)
  }
  return cp932(`${lines.join('\r\n')}\r\n`)
}

function workspace(): {folder: string; store: string} {
  const folder = tempFolder('import-killed')
  execFileSync(process.execPath, [CLI, 'init', '.', '--lang', 'en'], {cwd: folder, stdio: 'ignore'})
  put(folder, 'list.csv', list())
  return {folder, store: join(folder, '.todoke', 'store.db')}
}

const IMPORT = [CLI, 'list', 'import', 'list.csv', '--list', 'news', '--json']

function counts(folder: string): Record<string, number> {
  try {
    return JSON.parse(execFileSync(process.execPath, IMPORT, {cwd: folder, encoding: 'utf8'})).counts
  } catch (error) {
    // Exit code 1: rows were rejected.
    const {status, stdout} = error as {status: number; stdout: string}
    expect(status).toBe(1)
    return JSON.parse(stdout).counts
  }
}

async function contactsIn(store: string): Promise<number> {
  if (!existsSync(store)) return 0
  try {
    return Number((await query(store, 'select count(*) as n from contacts'))[0]!.n)
  } catch {
    // The tables are being made.
    return 0
  }
}

describe('an import that is killed in the middle', () => {
  it('and run again ends as one that was not', async () => {
    needsDist()
    const whole = workspace()
    const first = counts(whole.folder)
    const {added, updated, unchanged, duplicate, rejected} = first
    expect(added! + updated! + unchanged! + duplicate! + rejected!).toBe(ROWS)
    expect(first).toMatchObject({rows: ROWS, rejected: ROWS / 1000})

    const killed = workspace()
    const child = spawn(process.execPath, IMPORT, {cwd: killed.folder, stdio: 'ignore'})
    const ended = once(child, 'exit')
    while ((await contactsIn(killed.store)) === 0 && child.exitCode === null) await setTimeout(5)
    child.kill('SIGKILL')
    expect((await ended)[1]).toBe('SIGKILL')
    const stayed = await contactsIn(killed.store)
    expect(stayed).toBeGreaterThan(0)
    expect(await query(killed.store, 'select count(*) as n from import_results')).toEqual([{n: 0}])

    const again = counts(killed.folder)
    expect(again).toEqual(first)
    expect(await content(killed.store)).toEqual(await content(whole.store))
    expect(await query(killed.store, 'pragma integrity_check')).toEqual([{integrity_check: 'ok'}])
    expect(await query(killed.store, 'select count(*) as n from imports')).toEqual([{n: 1}])
  }, 180_000)
})
