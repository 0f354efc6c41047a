import {expect, it} from 'vitest'
import {EVIDENCE_NAMES} from '../../src/core/contacts/evidence-words.ts'
import {isMessageKey, text} from '../../src/i18n/text.ts'

/** Kept by the readers themselves and by declarations. */
const OWN = ['at_text', 'basis_word', 'status_word', 'status_column', 'declaration', 'declared_by']

it.each([...EVIDENCE_NAMES, ...OWN])('the proof %s has words in both languages', (name) => {
  const key = `evidence.${name}`
  if (!isMessageKey(key)) throw new Error(`no words for ${name}`)
  expect(text('en', key)).toMatch(/ /)
  expect(text('ja', key)).toMatch(/[ぁ-んァ-ヶ一-龠]/)
})
