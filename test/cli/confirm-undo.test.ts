import {PassThrough} from 'node:stream'
import {describe, expect, it} from 'vitest'
import {confirmUndo} from '../../src/cli/confirm-undo.ts'
import type {Screen} from '../../src/cli/screen.ts'
import {makeScreen} from '../../src/cli/screen.ts'
import type {Lang} from '../../src/i18n/text.ts'
import {text} from '../../src/i18n/text.ts'
import {failure} from '../support/files.ts'

const PREVIEW = {
  ...{uuid: '1f6b2c3d-0000-4000-8000-000000000000', list: 'news', fileName: 'may.csv', at: 0},
  ...{memberships: 12_000, added: 11_000, changed: 0, consents: 900, optOuts: 3},
}
const [YES, NO, CTRL_C] = ['y', 'n', '\x03']

/** Presses the key once the question stands. */
async function asked(key: string, lang: Lang = 'en') {
  const input = new PassThrough()
  const output = new PassThrough()
  let isAsked = false
  output.on('data', (bytes: Buffer) => {
    if (isAsked || !bytes.toString().includes(text(lang, 'lists.undo.ask'))) return
    isAsked = true
    setImmediate(() => input.write(key))
  })
  const notes: string[] = []
  const screen: Screen = {
    ...makeScreen({lang, isJson: false, isQuiet: false}),
    isInteractive: true,
    note: (line = '') => notes.push(line),
  }
  const answer = confirmUndo(PREVIEW, '1f6b', screen, {input, output})
  return {answer, notes}
}

describe('before an import is taken back', () => {
  it.each(['en', 'ja'] as const)('a person sees what would go and what stays, in %s', async (lang) => {
    const {answer, notes} = await asked(YES, lang)
    await answer
    const shown = notes.join('\n')
    for (const part of ['1f6b2c3d', 'may.csv', 'news', '12,000', '11,000', '900', '3'])
      expect(shown, part).toContain(part)
    expect(shown).not.toContain(text(lang, 'lists.undo.would.changed'))
  })

  it.each([
    ['no', NO],
    ['Ctrl-C', CTRL_C],
  ])('%s ends it with the command that begins anew', async (_, key) => {
    const {answer} = await asked(key)
    expect(await failure(answer)).toMatchObject({
      ...{code: 'INTERRUPTED_UNCHANGED', exitCode: 130, values: {command: 'todoke list undo 1f6b'}},
    })
  })

  it('--yes is asked for where nobody can be', async () => {
    const screen = {...makeScreen({lang: 'en', isJson: false, isQuiet: false}), isInteractive: false}
    expect(await failure(confirmUndo(PREVIEW, '1f6b', screen))).toMatchObject({
      ...{code: 'FLAG_MISSING', exitCode: 2, values: {flag: '--yes', usage: 'list undo 1f6b --yes'}},
    })
  })
})
