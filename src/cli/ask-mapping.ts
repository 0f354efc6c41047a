/** Asks on a terminal what a plan is not sure of, column by column; nothing has been changed yet. */
import type {Readable, Writable} from 'node:stream'
import {isCancel, select} from '@clack/prompts'
import type {Doubt, MappingAnswers} from '../core/contacts/doubts.ts'
import type {Field} from '../core/contacts/fields.ts'
import {ourColumns} from '../core/contacts/mapping.ts'
import type {RowsAre} from '../core/contacts/rows-are.ts'
import {MASK} from '../core/sensitive/mask.ts'
import {AppError} from '../errors.ts'
import type {ListFilePlan} from '../ports/list-files.ts'
import type {Screen} from './screen.ts'
import {cut, plain} from './table.ts'

/** Where answers come from and questions go to: stderr, like everything that is about the work. */
export interface Terminal {
  readonly input: Readable
  readonly output: Writable
}

const WORDS_SHOWN = 5

/** command: the one that starts over, for who stops here. Throws INTERRUPTED_UNCHANGED. */
export async function askMapping(
  plan: ListFilePlan,
  screen: Screen,
  command: string,
  terminal: Terminal = {input: process.stdin, output: process.stderr},
): Promise<MappingAnswers> {
  const ask = asker(command, terminal)
  const {t} = screen
  screen.note(screen.paintErr.dim(t('ask.keys')))
  const ours = ourColumns(plan.mapping.map((column) => column.header))
  const numberOf = (index: number) => `#${index - ours + 1}`
  const map: string[] = []
  const active: string[] = []
  const stopped: string[] = []
  const doubtOf = (kind: Doubt['kind']) => plan.doubts.find((doubt) => doubt.kind === kind)
  let rows: RowsAre | null = null

  if (doubtOf('every-row'))
    rows = await ask(t('ask.every-row'), [
      {value: 'opt-outs', label: t('ask.every-row.opt-outs')},
      {value: 'subscribers', label: t('ask.every-row.subscribers')},
    ])
  if (doubtOf('no-header')) {
    const line = plan.skipLines + 1
    const how = await ask(t('ask.no-header', {line}), [
      {value: 'none', label: t('ask.no-header.none')},
      {value: 'header', label: t('ask.no-header.header', {line})},
    ])
    if (how === 'header') return {map, header: line, statusWords: {active, stopped}, rows}
  }
  const rivals = doubtOf('which-address') ?? doubtOf('no-header')
  if (rivals) {
    const likely = rivals.columns.length > 0 ? rivals.columns : plan.mapping.map(({index}) => index)
    map.push(`${numberOf(await ask(t('ask.address'), columnChoices(plan, likely)))}=address`)
  }
  for (const {kind, columns, words, alternatives} of plan.doubts) {
    const [index = 0] = columns
    const {header, field} = plan.mapping[index]!
    const column = cut(plain(header), 30)
    if (kind === 'field') {
      const fields = [field, ...alternatives, 'ignore' as const]
      const options = fields.map((value: Field) => ({value, label: t(`lists.field.${value}`)}))
      map.push(`${numberOf(index)}=${await ask(questionOf(column, plan.example[index], screen), options)}`)
    }
    if (kind === 'stop-words' && rows !== 'opt-outs') {
      const meaning = await ask<Field>(t('ask.stop-words', {column, words: words.slice(0, WORDS_SHOWN).join(', ')}), [
        {value: 'opt_out', label: t('ask.stop-words.opt_out')},
        {value: 'attribute', label: t('ask.stop-words.attribute')},
      ])
      map.push(`${numberOf(index)}=${meaning}`)
    }
    for (const word of kind === 'status-words' ? words.filter((each) => each !== MASK) : []) {
      const state = await ask(t('ask.word', {column, word: cut(plain(word), 30)}), [
        {value: 'open', label: t('ask.word.open')},
        {value: 'stopped', label: t('ask.word.stopped')},
        {value: 'active', label: t('ask.word.active')},
      ])
      if (state !== 'open') (state === 'active' ? active : stopped).push(word)
    }
  }
  return {map, header: null, statusWords: {active, stopped}, rows}
}

function columnChoices({mapping, example}: ListFilePlan, columns: readonly number[]) {
  return columns.map((value) => ({
    value,
    label: cut(plain(mapping[value]!.header), 30),
    ...(example[value] && {hint: cut(plain(example[value]), 30)}),
  }))
}

function questionOf(column: string, example: string | undefined, {t}: Screen): string {
  return example ? t('ask.field-example', {column, example: cut(plain(example), 30)}) : t('ask.field', {column})
}

interface Option<Value> {
  readonly value: Value
  readonly label: string
  readonly hint?: string
}

function asker(command: string, terminal: Terminal) {
  return async <Value>(message: string, choices: readonly Option<Value>[]): Promise<Value> => {
    // Its own words on the keys are English only.
    const options = choices.map(({value: _, ...shown}, index) => ({value: index, ...shown}))
    const answer = await select({message, options, showInstructions: false, ...terminal})
    if (isCancel(answer)) throw new AppError('INTERRUPTED_UNCHANGED', {command})
    return choices[answer]!.value
  }
}
