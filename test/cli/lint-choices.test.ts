/** Flags beat todoke.lint.yaml, and that beats todoke.yaml. */
import {describe, expect, it} from 'vitest'
import type {LintFlags} from '../../src/cli/lint-choices.ts'
import {lintChoices} from '../../src/cli/lint-choices.ts'
import type {LintSettings} from '../../src/core/lint/lint-settings.ts'
import type {Settings} from '../../src/core/settings.ts'
import {namesOf} from '../../src/rulebook/laws.ts'

const none = {name: undefined, address: undefined, contact: undefined, addressPage: undefined}
const flags: LintFlags = {laws: null, sender: none, weights: new Map(), strict: undefined, maxWarnings: undefined}
const near: LintSettings = {
  ...{
    sender: {name: 'Near Inc.', addressPage: 'https://near.example.co.jp/'},
    laws: ['us'],
    ignore: [],
    system: 'brevo',
  },
  weights: new Map([
    ['jp/labels-visible', 'off'],
    ['tpl/waiver', 'error'],
  ]),
  ...{strict: true, maxWarnings: 5},
}
const workspace = {
  sender: {name: 'Work Inc.', address: 'Tokyo', contact: '03'},
  laws: ['jp', 'kr'],
} as unknown as Settings

describe('what a lint is asked', () => {
  it('comes from the workspace where nothing else is said', () => {
    const {sender, laws, own, isStrict, maxWarnings} = lintChoices(flags, new Map(), workspace)
    expect([sender.name, namesOf(laws), own.size, isStrict, maxWarnings]).toEqual([
      'Work Inc.',
      ['jp', 'kr'],
      0,
      false,
      null,
    ])
    expect(namesOf(lintChoices(flags, new Map(), null).laws)).toEqual(['jp'])
  })

  it('comes from the file near a template for that template alone', () => {
    const {own, sender, isStrict, maxWarnings} = lintChoices(flags, new Map([['a.html', near]]), workspace)
    const {laws, usualSystem, sender: said} = own.get('a.html')!
    expect(said).toEqual({
      name: 'Near Inc.',
      address: 'Tokyo',
      contact: '03',
      addressPage: 'https://near.example.co.jp/',
    })
    expect([laws, usualSystem, sender.name]).toEqual([['us'], 'brevo', 'Work Inc.'])
    expect([isStrict, maxWarnings]).toEqual([true, 5])
  })

  it('comes from flags before all', () => {
    const said: LintFlags = {
      ...{laws: ['eu'], sender: {...none, name: 'Flag Inc.'}, weights: new Map([['tpl/waiver', 'off']])},
      ...{strict: false, maxWarnings: 0},
    }
    const {own, isStrict, maxWarnings} = lintChoices(said, new Map([['a.html', near]]), workspace)
    const {laws, lawsAreSaid, sender, weights} = own.get('a.html')!
    expect([laws, lawsAreSaid, sender.name]).toEqual([['eu'], true, 'Flag Inc.'])
    expect([...weights]).toEqual([
      ['jp/labels-visible', 'off'],
      ['tpl/waiver', 'off'],
    ])
    expect([isStrict, maxWarnings]).toEqual([false, 0])
  })
})
