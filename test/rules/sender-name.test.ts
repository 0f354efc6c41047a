import {expect, it} from 'vitest'
import {put, tempFolder} from '../support/files.ts'
import {lintPaths} from '../support/lint.ts'

const found = async (html: string, more: Parameters<typeof lintPaths>[1] = {}) => {
  const path = put(tempFolder('sender-name'), 'mail.html', html)
  const sender = {name: '', address: '', contact: ''}
  const {templates} = await lintPaths([path], {sender, ...more})
  return templates[0]!.findings.flatMap(({duty, key, severity}) =>
    duty === 'jp/sender-name' ? [`${severity} ${key}`] : [],
  )
}

it('without a declared name says that it cannot judge, and warns where no sender is seen', async () => {
  expect(await found('<p>© 2026 サンプル商店</p>')).toEqual(['info lint.not-assessed'])
  expect(await found('<p>本日限定セール</p>')).toEqual(['warning sender-name.none', 'info lint.not-assessed'])
})

it('weighs what it guessed as the user said, where the user said it', async () => {
  const weights = new Map([['jp/sender-name', 'error']] as const)
  expect(await found('<p>本日限定セール</p>', {weights})).toEqual(['error sender-name.none', 'info lint.not-assessed'])
})
