import {PassThrough} from 'node:stream'
import {describe, expect, it} from 'vitest'
import {planList} from '../../src/adapters/csv/plan-list.ts'
import {spoolRoom} from '../../src/adapters/csv/source/spool-room.ts'
import {askMapping} from '../../src/cli/ask-mapping.ts'
import {makeScreen} from '../../src/cli/screen.ts'
import type {Lang} from '../../src/i18n/text.ts'
import type {ListFileAsk} from '../../src/ports/list-files.ts'
import {failure, put, tempFolder} from '../support/files.ts'

const folder = tempFolder('ask-mapping')
const ENTER = '\r'
const DOWN = '\x1b[B'
const CTRL_C = '\x03'

/** Presses one key after another, each once the screen waits for one. */
async function ask(
  text: string,
  keys: readonly string[],
  said: Partial<ListFileAsk> = {},
  lang: Lang = 'en',
  name = 'list.csv',
) {
  const file = put(folder, name, text)
  const plan = await planList({file, sheet: null, encoding: null, delimiter: null, map: [], ...said}, spoolRoom(null))
  const input = new PassThrough()
  const output = new PassThrough()
  const left = [...keys]
  let shown = ''
  output.on('data', (bytes: Buffer) => {
    shown += bytes
    // A question that is open ends in the corner of its frame.
    if (/└\s*$/.test(bytes.toString().replace(/\x1b\[[\d;?]*[a-zA-Z]/g, ''))) {
      const key = left.shift()
      if (key !== undefined) setImmediate(() => input.write(key))
    }
  })
  const screen = makeScreen({lang, isJson: false, isQuiet: false})
  const asking = askMapping(plan, screen, 'todoke list import list.csv --list news', {input, output})
  return {asking, shown: () => shown.replace(/\x1b\[[\d;?]*[a-zA-Z]/g, '')}
}

const HEADLESS = 'A-1,a@example.jp,b@example.com\nA-2,c@example.jp,d@example.com\n'

describe('on a terminal', () => {
  it('a file without header is asked for its address column, with masked examples', async () => {
    const {asking, shown} = await ask(HEADLESS, [ENTER, DOWN, ENTER])
    expect(await asking).toMatchObject({map: [expect.stringMatching(/^#[23]=address$/)], header: null})
    expect(shown()).toContain('Line 1 looks like a row')
    expect(shown()).toContain('@example.jp')
    expect(shown()).not.toMatch(/[a-d]@example/)
  })

  it('a file whose first line is a header after all goes there', async () => {
    const {asking} = await ask(HEADLESS, [DOWN, ENTER])
    expect(await asking).toEqual({map: [], header: 1, statusWords: {active: [], stopped: []}, rows: null})
  })

  it('two columns of addresses are a choice between them', async () => {
    const {asking, shown} = await ask('PCメール,携帯メール\na@example.jp,b@example.com\n', [DOWN, ENTER], {}, 'ja')
    expect(await asking).toMatchObject({map: ['#2=address']})
    expect(shown()).toContain('送り先のアドレスはどの列ですか')
    expect(shown()).toContain('携帯メール')
    expect(shown()).not.toMatch(/navigate|confirm/)
  })

  it('each unknown word of a status column is asked about; whoever leaves it open mails nobody on it', async () => {
    const list = 'email,ステータス\na@example.jp,謎\nb@example.jp,休眠\nc@example.jp,金\nd@example.jp,x@example.jp\n'
    const {asking, shown} = await ask(list, [ENTER, DOWN, ENTER, DOWN, DOWN, ENTER])
    expect(await asking).toEqual({map: [], header: null, statusWords: {active: ['金'], stopped: ['休眠']}, rows: null})
    expect(shown()).not.toContain('x@example.jp')
  })

  it('a column without name that looks like dates is asked about, and stays as it is when nobody says more', async () => {
    const {asking} = await ask('a@example.jp,2024-04-01\n', [ENTER, DOWN, ENTER], {header: 'none'})
    expect(await asking).toMatchObject({map: ['#2=attribute']})
    const other = await ask('a@example.jp,2024-04-01\n', [DOWN, ENTER], {header: 'none'})
    expect(await other.asking).toMatchObject({map: ['#2=consent_at']})
  })

  it('a column that says no is asked about with its words, and means what is answered', async () => {
    const list = 'email,備考\na@example.jp,退会\nb@example.jp,メール希望の方\nc@example.jp,退会\n'
    const state = await ask(list, [ENTER])
    expect(await state.asking).toMatchObject({map: ['#2=opt_out'], rows: null})
    expect(state.shown()).toContain('“備考” holds words that say no (退会: 2)')
    expect(await (await ask(list, [DOWN, ENTER], {}, 'ja')).asking).toMatchObject({map: ['#2=attribute']})
  })

  it('a file by the name of a list of opt-outs is asked what it is', async () => {
    const {asking, shown} = await ask('email\na@example.jp\n', [ENTER], {}, 'ja', '退会者.csv')
    expect(await asking).toMatchObject({map: [], rows: 'opt-outs'})
    expect(shown()).toContain('送ってはならない人の一覧のようです')
    expect(await (await ask('email\na@example.jp\n', [DOWN, ENTER], {}, 'en', 'bounces.csv')).asking).toMatchObject({
      rows: 'subscribers',
    })
  })

  it('Ctrl-C stops, and says how to go on', async () => {
    const error = await failure((await ask(HEADLESS, [CTRL_C])).asking)
    expect([error.code, error.exitCode, error.values]).toEqual([
      'INTERRUPTED_UNCHANGED',
      130,
      {command: 'todoke list import list.csv --list news'},
    ])
  })
})
