import {describe, expect, it} from 'vitest'
import {planList} from '../../src/adapters/csv/plan-list.ts'
import {spoolRoom} from '../../src/adapters/csv/source/spool-room.ts'
import {makeScreen} from '../../src/cli/screen.ts'
import {showBeginning, unsureMark} from '../../src/cli/show-beginning.ts'
import type {Lang} from '../../src/i18n/text.ts'
import type {ListFileAsk} from '../../src/ports/list-files.ts'
import {put, tempFolder} from '../support/files.ts'

const folder = tempFolder('show-beginning')

async function shown(text: string, said: Partial<ListFileAsk> = {}, lang: Lang = 'en') {
  const file = put(folder, 'list.csv', text)
  const plan = await planList({file, sheet: null, encoding: null, delimiter: null, map: [], ...said}, spoolRoom(null))
  const lines: string[] = []
  const note = (line = '') => void lines.push(line)
  const screen = {...makeScreen({lang, isJson: false, isQuiet: false}), note}
  showBeginning(plan, screen)
  return {
    lines: lines.map((line) => line.replace(/\n\s*/g, '').trim()),
    marks: plan.mapping.map(({index}) => unsureMark(plan, index, screen).trim()),
  }
}

const ROWS = 'a@example.jp,A,2024-04-01\n'

describe('where a list begins', () => {
  it('is not worth a word when it is the first line', async () => {
    expect(await shown(`email,name,登録日\n${ROWS}`)).toEqual({lines: [], marks: ['', '', '']})
  })

  it('is said with what is not read above it', async () => {
    expect((await shown(`title\n\nemail,name,date\n${ROWS}`)).lines).toEqual([
      'header on line 3; 2 lines above it not read',
    ])
    const ja = await shown(`x@example.jp\nemail,name,date\n${ROWS}`, {}, 'ja')
    expect(ja.lines[0]).toBe('見出しは 2 行目です。その上の 1 行は読み込みません')
    expect(ja.lines[1]).toMatch(/^▲ 読み込まない行（1 行目）にアドレスがあります/)
  })

  it('is said when there is no header, and columns that are a guess are marked', async () => {
    const bare = await shown(ROWS, {header: 'none'})
    expect(bare).toEqual({lines: ['no header: columns go by their position'], marks: ['', '', '(unsure)']})
    expect((await shown(`title\n${ROWS}`, {header: 'none'}, 'ja')).lines).toEqual([
      '見出し行がないため、列は位置で扱います。データは 2 行目からで、その上の 1 行は読み込みません',
    ])
  })
})
