import {readFile} from 'node:fs/promises'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {settingsJsonSchema} from '../../../src/adapters/settings/json-schema.ts'
import {draftWorkspace} from '../../../src/adapters/settings/workspace-files.ts'
import {LAWS} from '../../../src/rulebook/laws.ts'

const ids = LAWS.map(({id}) => id)

interface Node {
  readonly properties?: Readonly<Record<string, Node>>
  readonly items?: Node
  readonly anyOf?: readonly Node[]
  readonly description?: string
  readonly additionalProperties?: boolean
}

/** Every key of the schema with its path. */
function keysOf(node: Node, path = ''): {path: string; node: Node}[] {
  const below = [node.items, ...(node.anyOf ?? [])].filter((each) => each !== undefined)
  return [
    ...Object.entries(node.properties ?? {}).flatMap(([key, child]) => [
      {path: `${path}${key}`, node: child},
      ...keysOf(child, `${path}${key}.`),
    ]),
    ...below.flatMap((each) => keysOf(each, path)),
  ]
}

describe('the JSON Schema of todoke.yaml', () => {
  it('is shipped as the code makes it (if this fails, run `npm run build`)', async () => {
    const shipped = await readFile(new URL('../../../docs/todoke.schema.json', import.meta.url), 'utf8')
    expect(shipped).toBe(settingsJsonSchema({laws: ids, lang: 'en'}))
  })

  it('describes every key in both languages and closes every group', () => {
    const [en, ja] = (['en', 'ja'] as const).map((lang) => keysOf(JSON.parse(settingsJsonSchema({laws: ids, lang}))))
    expect(en!.length).toBeGreaterThan(25)
    expect(ja!.map(({path}) => path)).toEqual(en!.map(({path}) => path))
    for (const {path, node} of [...en!, ...ja!]) {
      expect(node.description, path).toMatch(/\S/)
      if (node.properties) expect(node.additionalProperties, path).toBe(false)
    }
    for (const [index, {path, node}] of ja!.entries())
      expect(node.description, path).not.toBe(en![index]!.node.description)
  })

  it('knows every key of the sample settings', () => {
    const known = new Set(keysOf(JSON.parse(settingsJsonSchema({laws: ids, lang: 'en'}))).map(({path}) => path))
    for (const lang of ['en', 'ja'] as const) {
      const yaml = draftWorkspace({}, {laws: ids, lang}).files.find(({kind}) => kind === 'settings')!
      const walk = (value: unknown, path: string): void => {
        if (Array.isArray(value)) for (const each of value) walk(each, path)
        else if (typeof value === 'object' && value !== null)
          for (const [key, child] of Object.entries(value)) {
            expect(known).toContain(`${path}${key}`)
            walk(child, `${path}${key}.`)
          }
      }
      walk(parse(Buffer.from(yaml.bytes).toString()), '')
    }
  })
})
