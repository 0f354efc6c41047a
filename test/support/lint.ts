/** Lints files of the disk as the command does, without a command. */
import {createHash} from 'node:crypto'
import {lintFiles} from '../../src/adapters/files/lint-files.ts'
import {templateFiles} from '../../src/adapters/files/template-files.ts'
import {templateMarkup} from '../../src/adapters/html/template-markup.ts'
import {viewHtml} from '../../src/adapters/html/view-html.ts'
import {readEml} from '../../src/adapters/mime/eml/read-eml.ts'
import type {LintRun} from '../../src/flows/lint-templates.ts'
import {lintTemplates} from '../../src/flows/lint-templates.ts'
import {lawsOf} from '../../src/rulebook/laws.ts'

export const lintNeeds = {
  templates: templateFiles('en', templateMarkup),
  inputs: lintFiles('en', {
    ...{markup: templateMarkup, readMail: readEml},
    stdin: {name: null, read: () => Promise.reject(new Error('nothing is piped in'))},
  }),
  views: {html: viewHtml},
  hash: (words: string) => createHash('sha256').update(words).digest('hex'),
  clock: {now: () => Date.UTC(2026, 10, 30)},
}

/** By Japanese law, for 株式会社サンプル, which is no distance seller and has consent, unless more says otherwise. */
export function lintPaths(paths: readonly string[], more: Partial<LintRun> = {}) {
  const sender = {name: '株式会社サンプル', address: '', contact: ''}
  const usual = {
    laws: lawsOf(['jp']),
    sender,
    knownNames: null,
    day: '2026-11-23',
    facts: {sellerType: 'other', affirmativeConsent: 'yes'},
    baseline: null,
    version: '0',
  } as const
  return lintTemplates({...usual, ...more, paths}, lintNeeds)
}
