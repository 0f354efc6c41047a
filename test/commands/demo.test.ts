/** The first thing a newcomer runs: the whole journey through the real commands, to the relay and back. */
import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {expect, it} from 'vitest'
import {needsDist, tempFolder} from '../support/files.ts'

const bin = fileURLToPath(new URL('../../bin/run.js', import.meta.url))

it.each(['en', 'ja'])(
  'the demo goes through to its end and proves what the relay saw, in %s',
  (lang) => {
    needsDist()
    const words = ['demo', '--contacts', '1500', '--folder', tempFolder('demo'), '--lang', lang]
    const run = spawnSync(process.execPath, [bin, ...words], {encoding: 'utf8'})
    expect(run.stderr).not.toContain('BUG')
    expect(run.status).toBe(0)
    expect(run.stdout).toContain('10/10')
    expect(run.stdout.match(/✔/g)!.length).toBeGreaterThan(5)
    expect(run.stdout).not.toMatch(/STOP_WORDS_UNSURE|ROWS_UNSURE/)
  },
  120_000,
)
