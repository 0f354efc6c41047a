/** Mends files of the disk as `lint --fix` does, without a command. */
import {mendFiles} from '../../src/adapters/files/mend-files.ts'
import {mendPlaces} from '../../src/adapters/html/mend-places.ts'
import {languageAt} from '../../src/adapters/html/mjml-language.ts'
import {textOfHtml} from '../../src/adapters/html/text-of-html.ts'
import type {FixAsk} from '../../src/flows/fix-templates.ts'
import {fixTemplates} from '../../src/flows/fix-templates.ts'
import {lawsOf} from '../../src/rulebook/laws.ts'
import {lintNeeds} from './lint.ts'

const needs = {
  ...lintNeeds,
  mjmlLangAt: languageAt,
  files: mendFiles,
  places: mendPlaces,
  textOf: async (html: string) => textOfHtml(html),
}

/** For 株式会社サンプル, which declared all that a footer shows, by Japanese law, unless more says otherwise. */
export function fixPaths(paths: readonly string[], more: Partial<FixAsk> = {}) {
  const sender = {
    name: '株式会社サンプル',
    address: '〒150-0002 東京都渋谷区渋谷1-2-3',
    contact: 'https://shop.example.co.jp/contact',
  }
  const usual = {
    ...{laws: lawsOf(['jp']), sender, knownNames: null, baseline: null, version: '0', isDry: false},
    day: '2026-11-23',
    facts: {sellerType: 'other', affirmativeConsent: 'yes'},
  } as const
  return fixTemplates({...usual, ...more, paths}, needs)
}
