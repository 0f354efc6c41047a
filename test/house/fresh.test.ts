/** Generated files say what their sources say: the manifest, the JSON Schema, the command tables of the README, the pages on rules. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {describe, expect, it} from 'vitest'
import {root} from './sources.ts'

const script = (name: string) => import(pathToFileURL(join(root, 'scripts', name)).href)
const onDisk = (name: string) => readFileSync(join(root, name), 'utf8')

describe('generated files', () => {
  it('have the manifest of the built commands', async () => {
    const {writeManifest} = await script('manifest.js')
    expect(onDisk('oclif.manifest.json')).toBe(await writeManifest(root))
  })

  it('have the JSON Schemas of the built settings', async () => {
    const {writeSchemas} = await script('schema.js')
    for (const [name, schema] of Object.entries(await writeSchemas(root))) expect(onDisk(`docs/${name}`)).toBe(schema)
  })

  it.each([
    ['README.md', 'en'],
    ['README.ja.md', 'ja'],
  ])('have the command table of %s', async (file, lang) => {
    const {withCommandTable} = await script('readme.js')
    expect(onDisk(file)).toBe(await withCommandTable(root, onDisk(file), lang))
  })

  it.each(['en', 'ja'])('have the documentation of the rules (%s)', async (lang) => {
    const {RULE_PAGES, rulePage} = await script('rules.js')
    expect(onDisk(RULE_PAGES[lang])).toBe(await rulePage(root, lang))
  })
})
