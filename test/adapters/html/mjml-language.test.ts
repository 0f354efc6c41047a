import {expect, it} from 'vitest'
import {withLanguage} from '../../../src/adapters/html/mjml-language.ts'

it.each([
  ['<mjml><mj-body/></mjml>', '<mjml lang="de"><mj-body/></mjml>'],
  [
    ' <?xml version="1.0"?>\n<!-- a -->\n<mjml dir="rtl">',
    ' <?xml version="1.0"?>\n<!-- a -->\n<mjml lang="de" dir="rtl">',
  ],
  ['<!-- <mjml> --><mjml lang="fr">', '<!-- <mjml> --><mjml lang="fr">'],
  ['<!-- never closed <mjml>', '<!-- never closed <mjml>'],
  ['<mj-body/>', '<mj-body/>'],
  ['', ''],
])('is written on the first element alone, where none stands: %s', (source, expected) => {
  expect(withLanguage(source, 'de')).toBe(expected)
})

// With every way of reading the comments tried, this would not end.
it('is found behind any number of comments', () => {
  const comments = '<!-- a -->'.repeat(100_000)
  expect(withLanguage(`${comments}<mjml lang="ja">`, 'de')).toHaveLength(comments.length + 16)
})
