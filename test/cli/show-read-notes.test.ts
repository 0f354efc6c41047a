import {describe, expect, it} from 'vitest'
import {makeScreen} from '../../src/cli/screen.ts'
import {showFormat} from '../../src/cli/show-read-notes.ts'
import type {ListFormat} from '../../src/core/contacts/formats.ts'

function told(more: Partial<ListFormat>): string {
  const lines: string[] = []
  const screen = {
    ...makeScreen({lang: 'en', isJson: false, isQuiet: false}),
    note: (line = '') => void lines.push(line),
  }
  showFormat({id: 'ses', part: 'contacts', name: '', sure: true, everyRow: null, dates: null, ...more}, screen)
  return lines.join('\n')
}

describe('a file of a service that is known', () => {
  it('is named in good English, whatever letter the name begins with', () => {
    expect(told({name: 'Amazon SES'})).toBe('looks like an export of Amazon SES: contacts.')
    expect(told({name: 'Mailchimp', sure: false})).toBe('may be an export of Mailchimp: contacts.')
    expect(told({id: 'jp-service'})).toBe('looks like an export of a Japanese mailing service: contacts.')
  })
})
