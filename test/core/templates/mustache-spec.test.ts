/** The Mustache specification, in lenient mode; raw tags are allowed for every name there. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {compilePart} from '../../../src/core/templates/compile-part.ts'
import type {Data} from '../../../src/core/templates/fill-part.ts'
import {fillPart} from '../../../src/core/templates/fill-part.ts'
import {askOf, scopeWith} from '../../support/mail-cases.ts'

class EveryName extends Set<string> {
  override has(): boolean {
    return true
  }
}
const EVERY_NAME = new EveryName()

interface SpecTest {
  readonly name: string
  readonly desc: string
  readonly data: Data
  readonly template: string
  readonly partials?: Readonly<Record<string, string>>
  readonly expected: string
}

const FOLDER = fileURLToPath(new URL('../../../fixtures/mustache-spec', import.meta.url))
const modules = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))

/** As text, where nothing is escaped: in HTML a tag right behind a less-than sign would be an element's name, and is refused. */
const NO_HTML = 'Recursion'

describe.each(modules)('the Mustache specification: %s', (file) => {
  const {tests} = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as {tests: SpecTest[]}

  it.each(tests.map((test) => [test.name, test] as const))(
    '%s',
    (name, {template, data, partials = {}, expected, desc}) => {
      const kind = name === NO_HTML ? 'text' : 'html'
      const files = new Map(Object.entries(partials).map(([name, source]) => [name, {file: name, source}]))
      const {part, problems} = compilePart(
        {file: 'a.html', source: template},
        askOf(kind, {mode: 'lenient', partials: files, raw: EVERY_NAME}),
      )
      expect(problems).toEqual([])
      const filled = fillPart(part, kind, 'en')(scopeWith(data))
      expect(filled, desc).toEqual({ok: true, text: expected.replaceAll('\r\n', '\n')})
    },
  )
})
