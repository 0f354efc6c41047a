/** What V8 made of the bundle is kept between runs of the program, and no trouble with it stops a run. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'

const CLI = fileURLToPath(new URL('../../../bin/run.js', import.meta.url))
const KEPT = join('todoke', 'code')

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kept-code-'))
})
afterEach(() => rmSync(home, {recursive: true, force: true}))

const run = (extra: Readonly<Record<string, string>> = {}) =>
  execFileSync(process.execPath, [CLI, 'laws', '--lang', 'en'], {
    encoding: 'utf8',
    env: {...process.env, XDG_CACHE_HOME: home, ...extra},
  })
const keptFiles = () =>
  readdirSync(join(home, KEPT), {recursive: true})
    .map((name) => join(home, KEPT, String(name)))
    .filter((file) => statSync(file).isFile())

describe('code kept between runs', () => {
  it('lies in the folder for caches, and a later run says the same', () => {
    const first = run()
    expect(keptFiles().length).toBeGreaterThan(0)
    expect(run()).toBe(first)
  })

  it('is made anew where it is damaged', () => {
    const first = run()
    for (const file of keptFiles()) {
      const bytes = readFileSync(file)
      bytes.fill(7, bytes.length >> 1)
      writeFileSync(file, bytes)
    }
    expect(run()).toBe(first)
    expect(run()).toBe(first)
  })

  it('is not kept where nothing can be written', () => {
    writeFileSync(join(home, 'todoke'), 'a file where the folder would be')
    expect(run()).toContain('Rulebook')
    expect(readdirSync(home)).toEqual(['todoke'])
  })

  it('is not kept when the user wants none', () => {
    run({NODE_DISABLE_COMPILE_CACHE: '1'})
    expect(readdirSync(home)).toEqual([])
  })
})

describe('the file of it', () => {
  it('is for its user alone, and is left as it is once it holds all', () => {
    run()
    const [file] = keptFiles()
    expect(statSync(file!).mode & 0o777).toBe(0o600)
    const {mtimeMs} = statSync(file!)
    run()
    expect(statSync(file!).mtimeMs).toBe(mtimeMs)
  })

  it('is made whole again after damage', () => {
    run()
    const [file] = keptFiles()
    const before = readFileSync(file!)
    writeFileSync(file!, before.subarray(0, 1000))
    run()
    expect(readFileSync(file!).length).toBeGreaterThan(before.length / 2)
  })
})
