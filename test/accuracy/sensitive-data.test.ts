import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {RECOGNISERS} from '../../src/core/sensitive/recognisers/all.ts'
import {accuracyPage} from '../support/accuracy-page.ts'
import {hasCorpora} from '../support/corpora.ts'
import type {Score} from '../support/sensitive-accuracy.ts'
import {
  precisionOf,
  recallOf,
  scoresOfColumns,
  scoresOfNamedColumns,
  scoresOfOthers,
  scoresUnderHeaders,
  scoresWithoutHeaders,
} from '../support/sensitive-accuracy.ts'
import {KINDS_OF_TYPE} from '../support/sensitive-types.ts'

const PAGE = fileURLToPath(new URL('../../docs/accuracy/sensitive-data.md', import.meta.url))

const reaches = (share: number) => (scores: readonly Score[]) =>
  expect(scores.filter((score) => precisionOf(score) < share || recallOf(score) < share)).toEqual([])

describe.skipIf(!hasCorpora)('sensitive data of the corpora', () => {
  const groups = {
    underHeaders: hasCorpora ? scoresUnderHeaders() : [],
    withoutHeaders: hasCorpora ? scoresWithoutHeaders() : [],
    columns: hasCorpora ? scoresOfColumns() : [],
    named: hasCorpora ? scoresOfNamedColumns() : [],
    others: hasCorpora ? scoresOfOthers() : [],
  }

  it('is found under headers with a precision and recall of 0.95 in every type', () => {
    expect(groups.underHeaders).toHaveLength(Object.keys(KINDS_OF_TYPE).length)
    reaches(0.95)(groups.underHeaders)
  })

  it('is found without headers, and by column names, as well', () => {
    reaches(0.95)(groups.withoutHeaders)
    reaches(0.95)(groups.columns)
    reaches(0.95)(groups.named)
  })

  it('is not seen in what is none: of companies, vehicles and contacts', () => {
    expect(groups.others.filter(({falsePositives}) => falsePositives > 0)).toEqual([])
  })

  it('is as the page tells it', () => {
    const page = accuracyPage(groups)
    if (process.env.UPDATE_ACCURACY === '1') {
      mkdirSync(dirname(PAGE), {recursive: true})
      writeFileSync(PAGE, page)
    }
    expect(readFileSync(PAGE, 'utf8')).toBe(page)
  })
})

it('every type of the corpora has a recogniser that exists', () => {
  const kinds = new Set(RECOGNISERS.map(({kind}) => kind))
  expect(Object.values(KINDS_OF_TYPE).filter((kind) => !kinds.has(kind))).toEqual([])
})
