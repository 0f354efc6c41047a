/** A template chooses the laws it is judged by; a law that nobody knows is told where it is named. */
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import type {LintRun} from '../../src/flows/lint-templates.ts'
import {put, tempFolder} from '../support/files.ts'
import {lintPaths} from '../support/lint.ts'

const folder = tempFolder('own-laws')

async function judged(path: string, more: Partial<LintRun> = {}) {
  const {laws, templates} = await lintPaths([path], more)
  const faults = templates[0]!.findings.filter(({duty}) => duty === 'tpl/law-name')
  return {
    laws,
    told: faults.map(({key, where, values}) => [key, 'line' in where && `${where.line}:${where.column}`, values.near]),
  }
}

describe('a template', () => {
  it('is judged by the laws of its comment, in each form', async () => {
    expect(await judged(put(folder, 'a.html', '<!-- todoke-laws: us, EU --><p>a</p>'))).toEqual({
      laws: ['us', 'eu'],
      told: [],
    })
    expect(await judged(put(folder, 'a.txt', '{{! todoke-laws: kr }}\na\n'))).toEqual({laws: ['kr'], told: []})
    const mjml = '<mjml><mj-body>{{! todoke-laws: us }}<mj-section></mj-section></mj-body></mjml>'
    expect(await judged(put(folder, 'a.mjml', mjml))).toEqual({laws: ['us'], told: []})
  })

  it('is judged by those of template.yaml, unless a comment says otherwise or the user does', async () => {
    put(folder, 'news/template.yaml', 'subject: a\nlaws: us\n')
    put(folder, 'news/body.html', '<p>a</p>')
    expect((await judged(join(folder, 'news'))).laws).toEqual(['us'])
    put(folder, 'news/body.html', '<p>a</p><!-- todoke-laws: kr -->')
    expect((await judged(join(folder, 'news'))).laws).toEqual(['kr'])
    expect((await judged(join(folder, 'news'), {lawsAreSaid: true})).laws).toEqual(['jp'])
  })

  it('that names an unknown law is told so, and is judged by those that are known, or by the usual ones', async () => {
    expect(await judged(put(folder, 'b.html', '<p>a</p>\n<!-- todoke-laws: us, japan, atlantis -->'))).toEqual({
      laws: ['us'],
      told: [
        ['law-names.unknown', '2:23', undefined],
        ['law-names.unknown', '2:30', undefined],
      ],
    })
    expect(await judged(put(folder, 'c.html', '<!-- todoke-laws: jpn -->'))).toEqual({
      laws: ['jp'],
      told: [['law-names.near', '1:19', 'jp']],
    })
  })
})
