import {describe, expect, it} from 'vitest'
import {assemble} from '../../../src/core/templates/assemble.ts'

const file = (name: string, source: string) => ({file: name, source})
const partials = new Map([
  ['head', file('partials/head.html', '<h1>\n{{title}}</h1>\n')],
  ['outer', file('partials/outer.html', 'a{{> head}}b')],
  ['round', file('partials/round.html', 'x{{> round}}')],
])

describe('a part with its partials written out', () => {
  it('is the text of all files, and knows for each place where it came from', () => {
    const {source, placeOf} = assemble(file('body.html', 'one\n{{> outer}} two'), partials)
    expect(source).toBe('one\na<h1>\n{{title}}</h1>\nb two')
    expect(placeOf(source.indexOf('one'))).toMatchObject({file: 'body.html', line: 1, column: 1})
    expect(placeOf(source.indexOf('{{title}}'))).toMatchObject({file: 'partials/head.html', line: 2, column: 1})
    expect(placeOf(source.indexOf('b two'))).toMatchObject({file: 'partials/outer.html', line: 1, column: 12})
    expect(placeOf(source.indexOf(' two'))).toMatchObject({file: 'body.html', line: 2, column: 12})
  })

  it('keeps the tag of a partial that is not there or includes itself', () => {
    expect(assemble(file('a', '{{> nothing}}{{> round}}'), partials).source).toBe('{{> nothing}}x{{> round}}')
  })

  it('counts from where the part begins in its file', () => {
    const text = {...file('template.yaml', 'Hello {{> head}}'), at: {line: 3, column: 10}}
    expect(assemble(text, new Map()).placeOf(6)).toMatchObject({file: 'template.yaml', line: 3, column: 16})
  })
})
