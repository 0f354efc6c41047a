import {describe, expect, it} from 'vitest'
import {ERROR_CODES} from '../../src/errors.ts'
import {en} from '../../src/i18n/en.ts'
import {ja} from '../../src/i18n/ja.ts'
import {readSources} from './sources.ts'

const thrown = readSources()
  .filter(({path}) => path !== 'errors.ts' && !path.startsWith('i18n/'))
  .map(({text}) => text.replace(/\/\*[\s\S]*?\*\//g, ''))
  .join('\n')

describe('the error codes', () => {
  it.each(Object.keys(ERROR_CODES))('%s is thrown somewhere, and worded with a way out in both languages', (code) => {
    expect(thrown.includes(`'${code}'`)).toBe(true)
    for (const texts of [en, ja] as Readonly<Record<string, string>>[]) {
      expect(texts[`error.${code}`] ?? '').not.toBe('')
      expect(texts[`error.${code}.next`] ?? '').not.toBe('')
    }
  })

  it('are the only ones that have words', () => {
    const worded = Object.keys(en).filter((key) => key.startsWith('error.'))
    const known = Object.keys(ERROR_CODES).flatMap((code) => [`error.${code}`, `error.${code}.next`])
    expect(worded.filter((key) => !known.includes(key))).toEqual([])
  })
})
