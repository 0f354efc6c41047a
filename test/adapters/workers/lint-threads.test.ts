import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, it} from 'vitest'
import {lintTemplates} from '../../../src/flows/lint-templates.ts'
import {lawsOf} from '../../../src/rulebook/laws.ts'
import {lintThreads} from '../../../src/wiring/lint-threads.ts'
import {lintNeeds as needsOf} from '../../../src/wiring/sends.ts'
import {needsDist, put, tempFolder} from '../../support/files.ts'

const fixtures = fileURLToPath(new URL('../../../fixtures/templates', import.meta.url))
const folder = tempFolder('lint-threads')

beforeAll(() => needsDist())

/** Of many sizes, so that later ones are done before earlier ones. */
function manyTemplates(): readonly string[] {
  const mistakes = readFileSync(join(fixtures, 'many-mistakes.html'), 'utf8')
  const made = Array.from({length: 40}, (_, i) => {
    const name = `mail-${i}.html`
    put(folder, name, `<p>${i}</p>${'<p>本文です。</p>\n'.repeat(i % 7 === 0 ? 3000 : i)}${mistakes}`)
    return join(folder, name)
  })
  const own = readdirSync(fixtures)
    .filter((name) => /\.(html|txt)$/.test(name) || existsSync(join(fixtures, name, 'template.yaml')))
    .map((name) => join(fixtures, name))
  return [...made, ...own]
}

const ASK = {
  laws: lawsOf(['jp', 'us', 'de']),
  sender: {name: '株式会社サンプル', address: '', contact: ''},
  knownNames: null,
  day: '2026-11-23',
  baseline: null,
  version: '0',
  weights: new Map([['jp/sender-name', 'warning' as const]]),
} as const

// Moments differ from run to run.
const lintNeeds = {...(await needsOf('en')), clock: {now: () => 0}}

describe('a lint shared among threads', () => {
  it('finds the same in the same order, byte for byte', async () => {
    const paths = manyTemplates()
    const alone = await lintTemplates({...ASK, paths}, lintNeeds)
    const shared = await lintTemplates({...ASK, paths}, {...lintNeeds, threads: lintThreads('en')})
    expect(JSON.stringify(shared)).toBe(JSON.stringify(alone))
    expect(shared.errors).toBeGreaterThan(100)
  })

  it('stops at what stops a lint without threads, with the same error', async () => {
    const paths = [...manyTemplates().slice(0, 30), join(folder, 'nowhere.html')]
    await expect(lintTemplates({...ASK, paths}, {...lintNeeds, threads: lintThreads('en')})).rejects.toMatchObject({
      name: 'AppError',
      code: 'FILE_MISSING',
      values: {file: join(folder, 'nowhere.html')},
    })
  })
})
