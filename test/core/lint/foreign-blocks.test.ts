/** A section of another system is one finding, whatever tags it is made of and whether the names of the list are known. */
import {describe, expect, it} from 'vitest'
import {offeredColumns} from '../../../src/core/templates/offered-names.ts'
import {put, tempFolder} from '../../support/files.ts'
import {lintPaths} from '../../support/lint.ts'

const folder = tempFolder('foreign-blocks')

async function told(source: string, names: readonly string[] | null = null) {
  const file = put(folder, 'a.html', `<p>${source}</p>\n`)
  const {templates} = await lintPaths([file], {knownNames: names === null ? null : offeredColumns(names)})
  return templates[0]!.findings
    .filter(({duty}) => /^tpl\/(?:syntax|unresolved-tag)$/.test(duty))
    .map(({key, values}) => `${key} ${values.tag ?? values.name}`)
}

describe('a section of another system', () => {
  it.each([
    ['{{#if name}}Dear {{name}}{{else}}Hello{{/if}}', '{{#if name}}'],
    ['{{#each items}}{{name}}{{/each}}', '{{#each items}}'],
    ['{{#unless name}}Hello{{/unless}}', '{{#unless name}}'],
    ['{{ if .Name }}Dear{{ else }}Hello{{ end }}', '{{ if .Name }}'],
    ['{% if name %}Dear {{name}}{% elsif x %}Hi{% else %}Hello{% endif %}', '{% if name %}'],
    ['<% if name %>Dear {{name}}<% else %>Hello<% end %>', '<% if name %>'],
    ['*|IF:NAME|*Dear*|ELSE:|*Hello*|END:IF|*', '*|IF:NAME|*'],
  ])('is one finding: %s', async (source, tag) => {
    const one = [`known-names.foreign-of ${tag}`]
    expect(await told(source)).toEqual(one)
    expect(await told(source, ['name'])).toEqual(one)
  })

  it('hides no fault of ours within', async () => {
    expect(await told('{{#if name}}{{#own}}x{{/if}}')).toContain('template.unclosed-section own')
    expect(await told('{{#if name}}{{nmae}}{{/if}}', ['name'])).toEqual([
      'known-names.foreign-of {{#if name}}',
      'known-names.near nmae',
    ])
  })
})
