/** How well sensitive data is recognised over the corpora, counted per type, and the page that tells it. */
import {startColumnJudge} from '../../src/core/sensitive/judge-columns.ts'
import {RECOGNISERS} from '../../src/core/sensitive/recognisers/all.ts'
import {holdsNumber} from '../../src/core/sensitive/recognisers/recogniser.ts'
import {categoriesIn, plainText} from '../../src/core/sensitive/value-words.ts'
import {corpusFile} from './corpora.ts'
import {HEADERS_OF_TYPE, ORDINARY_HEADERS} from './number-headers.ts'
import {KINDS_OF_TYPE, OUT_OF_SCOPE, SET_ASIDE, TABLE_ANSWERS} from './sensitive-types.ts'

export interface Score {
  readonly type: string
  readonly cases: number
  readonly truePositives: number
  readonly falsePositives: number
  readonly trueNegatives: number
  readonly falseNegatives: number
  readonly wrong: readonly Wrong[]
}

interface Wrong {
  readonly what: 'missed' | 'false'
  /** Letters and digits as dots. */
  readonly masked: string
  readonly reason: string | null
}

interface Case {
  readonly text: string
  readonly expected: boolean
  readonly found: boolean
}

export function precisionOf({truePositives, falsePositives}: Score): number {
  return truePositives + falsePositives === 0 ? 1 : truePositives / (truePositives + falsePositives)
}

export function recallOf({truePositives, falseNegatives}: Score): number {
  return truePositives + falseNegatives === 0 ? 1 : truePositives / (truePositives + falseNegatives)
}

function scoreOf(type: string, all: readonly Case[]): Score {
  const cases = all.filter(({text}) => SET_ASIDE[`${type}: ${text}`] === undefined)
  const count = (expected: boolean, found: boolean) =>
    cases.filter((each) => each.expected === expected && each.found === found).length
  return {
    type,
    cases: cases.length,
    truePositives: count(true, true),
    falsePositives: count(false, true),
    trueNegatives: count(false, false),
    falseNegatives: count(true, false),
    wrong: all
      .filter(({expected, found}) => expected !== found)
      .map(({text, expected}) => ({
        what: expected ? 'missed' : 'false',
        masked: masked(text),
        reason: SET_ASIDE[`${type}: ${text}`] ?? null,
      })),
  }
}

/** Words of a label stay; every digit and every run that holds one becomes dots. */
function masked(text: string): string {
  return text.replace(/[\p{L}\p{N}]*\p{N}[\p{L}\p{N}]*/gu, (part) => '•'.repeat([...part].length)).replace(/\s+/g, ' ')
}

interface Published {
  readonly entity: string
  readonly text: string
  readonly expected_count: number
}

const json = (path: string) => JSON.parse(corpusFile(path).toString('utf8'))

/** Each case as one cell of a column whose header names the type: does the cell count as holding it? */
export function scoresUnderHeaders(): readonly Score[] {
  const all: Published[] = json('pii/presidio-recognizers/cases.json')
  const types = [...new Set(all.map(({entity}) => entity))].sort()
  const unknown = types.filter((type) => !(type in KINDS_OF_TYPE) && !(type in OUT_OF_SCOPE))
  if (unknown.length > 0) throw new Error(`types nobody placed: ${unknown.join(', ')}`)
  return types
    .filter((type) => type in KINDS_OF_TYPE)
    .map((type) => {
      const recogniser = RECOGNISERS.find(({kind}) => kind === KINDS_OF_TYPE[type])!
      const cases = all.filter(({entity}) => entity === type)
      return scoreOf(
        type,
        cases.map(({text, expected_count: expected}) => ({
          text,
          expected: expected > 0,
          found: holdsNumber(recogniser, plainText(text)),
        })),
      )
    })
}

/** Numbers that are none of ours, as cells under a header that says nothing: none may be found. */
export function scoresOfOthers(): readonly Score[] {
  const all: Published[] = json('pii/presidio-recognizers/cases.json')
  return Object.keys(OUT_OF_SCOPE).map((type) =>
    scoreOf(
      type,
      all
        .filter(({entity}) => entity === type)
        .map(({text}) => ({text, expected: false, found: foundIn(text).size > 0})),
    ),
  )
}

interface Sentence {
  readonly full_text: string
  readonly spans: readonly {readonly entity_type: string}[]
}

/** Cells without any header to help: sentences, lines and whole numbers. */
export function scoresWithoutHeaders(): readonly Score[] {
  const sentences: Sentence[] = json('pii/presidio-research-small/generated_small.json')
  const ofSentence = (category: string, type: string) =>
    sentences.map(({full_text, spans}) => ({
      text: full_text,
      expected: spans.some((span) => span.entity_type === type),
      found: foundIn(full_text).has(category),
    }))
  const numbers: {readonly valid: readonly string[]; readonly invalid: readonly string[]} =
    json('pii/mynumber/cases.json')
  const ofNumber = [...numbers.valid, ...numbers.invalid].map((text) => ({
    text,
    expected: numbers.valid.includes(text),
    found: foundIn(text).has('mynumber'),
  }))
  return [
    scoreOf('sentences: CREDIT_CARD', ofSentence('card', 'CREDIT_CARD')),
    scoreOf('sentences: US_SSN', ofSentence('nationalId', 'US_SSN')),
    scoreOf('whole cells: マイナンバー', ofNumber),
    scoreOf('lines: 日本語の番号', japaneseLines()),
  ]
}

/** Lines of numbers above the mark are meant to be found; what a list holds anyway (phones, addresses) is not counted. */
function japaneseLines(): readonly Case[] {
  const text = corpusFile('pii/jp-pii-sample/sample.txt').toString('utf8')
  const [found = '', ordinary = ''] = text.split('# 検出されないはずのもの')
  const lines = (part: string) => part.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const contact = /^(TEL|電話番号|代表|international|mail|contact|〒|住所)/
  return [
    ...lines(found).map((line) => ({text: line, expected: !contact.test(line), found: foundIn(line).size > 0})),
    ...lines(ordinary).map((line) => ({text: line, expected: false, found: foundIn(line).size > 0})),
  ]
}

/** What one cell under a header that says nothing raises: as a list of one row would. */
function foundIn(cell: string): ReadonlySet<string> {
  const judge = startColumnJudge(['column'])
  judge.see([cell])
  const category = judge.result()[0]!.category
  return new Set([...categoriesIn(plainText(cell)), ...(category === null ? [] : [category])])
}

interface Answer {
  readonly kind: 'column_name' | 'value'
  readonly input: string
  readonly expected: string
}

/** Column names and values of another tool's tests, and its table of invented people. */
export function scoresOfColumns(): readonly Score[] {
  const answers: Answer[] = json('pii/piicatcher-columns/cases.json')
  const byName = answers.filter(({kind}) => kind === 'column_name')
  const table = corpusFile('pii/piicatcher-columns/sample-data.csv').toString('utf8').trim().split('\n')
  const [header, ...rows] = table.map((line) => line.trim().split(','))
  const judge = startColumnJudge(header!)
  for (const row of rows) judge.see(row)
  return [
    ...Object.entries({SSN: 'nationalId', CreditCard: 'card', Password: 'password', BirthDate: 'birthDate'}).map(
      ([expected, category]) =>
        scoreOf(
          `column names: ${expected}`,
          byName.map((each) => ({
            text: each.input,
            expected: each.expected === expected,
            found: startColumnJudge([each.input]).result()[0]!.category === category,
          })),
        ),
    ),
    scoreOf(
      'values: SSN',
      answers
        .filter(({kind, expected}) => kind === 'value' && expected !== 'CreditCard')
        .map((each) => ({
          text: each.input,
          expected: each.expected === 'SSN',
          found: foundIn(each.input).has('nationalId'),
        })),
    ),
    scoreOf(
      'table of people',
      judge.result().map(({name, category}) => ({
        text: name,
        expected: name in TABLE_ANSWERS,
        found: name in TABLE_ANSWERS ? category === TABLE_ANSWERS[name] : category !== null,
      })),
    ),
  ]
}

/** Whole columns under the names people give them, and ordinary columns whose names come close, through the whole judge. */
export function scoresOfNamedColumns(): readonly Score[] {
  const all: Published[] = json('pii/presidio-recognizers/cases.json')
  const isFound = (header: string, cells: readonly string[], category: string | null) => {
    const judge = startColumnJudge([header])
    for (const cell of cells) judge.see([cell])
    const judged = judge.result()[0]!
    return judged.strength === 'strong' && (category === null || judged.category === category)
  }
  const named = Object.entries(HEADERS_OF_TYPE).flatMap(([type, headers]) => {
    const {category} = RECOGNISERS.find(({kind}) => kind === KINDS_OF_TYPE[type])!
    const cells = all.filter((each) => each.entity === type && each.expected_count > 0).map(({text}) => text)
    return headers.map((text) => ({text, expected: true, found: isFound(text, cells, category)}))
  })
  const cells = Array.from({length: 30}, (_, i) => String(100_000 + i * 7))
  const ordinary = ORDINARY_HEADERS.map((text) => ({text, expected: false, found: isFound(text, cells, null)}))
  return [scoreOf('columns by name', [...named, ...ordinary])]
}
