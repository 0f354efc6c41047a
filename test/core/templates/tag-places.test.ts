import {describe, expect, it} from 'vitest'
import {tagPlaces} from '../../../src/core/templates/tag-places.ts'

const partials = new Map([['top', {file: 'top.html', source: 'Hi\n{{name}} {{day:date}}'}]])
const parts = [
  {text: {file: 'template.yaml', source: '{{name|you}}', at: {line: 3, column: 11}}, partials: new Map()},
  {text: {file: 'body.html', source: '<p>\n{{> top}}\n{{name|you}} {{day}}\n{{#list}}x{{/list}}'}, partials},
]
const placesOf = (why: Parameters<typeof tagPlaces>[1]['why'], name: string) =>
  tagPlaces(parts, {why, name}).map(({file, line, column}) => `${file}:${line}:${column}`)

describe('the places of a tag that stops a mail', () => {
  it('are those without a default when the value is empty, in the partial where they stand', () => {
    expect(placesOf('empty-value', 'name')).toEqual(['top.html:2:1'])
  })

  it('are those with a format when it does not fit', () => {
    expect(placesOf('bad-format', 'day')).toEqual(['top.html:2:10'])
  })

  it('are the section when it grows too large, and all of the name where none is likelier', () => {
    expect(placesOf('too-large', 'list')).toEqual(['body.html:4:1'])
    expect(placesOf('too-large', 'name')).toEqual(['template.yaml:3:11', 'top.html:2:1', 'body.html:3:1'])
    expect(placesOf('empty-value', 'other')).toEqual([])
  })
})
