/**
 * Every reader of a cell or a header takes a megabyte of what expressions stumble over in linear time (reliability.md
 * B3): an expression that steps back would need hours here, and the test would end by its time limit.
 */
import {describe, it} from 'vitest'
import {parseAddress} from '../../../src/core/contacts/address.ts'
import {fieldOfHeader} from '../../../src/core/contacts/field-of-header.ts'
import {withoutGuard} from '../../../src/core/contacts/formula-guard.ts'
import {readMoment} from '../../../src/core/contacts/read-moment.ts'
import {stopOfName} from '../../../src/core/contacts/rows-are.ts'
import {isSheetError} from '../../../src/core/contacts/sheet-errors.ts'
import {readStatus, saysNothing, stopColumnOf} from '../../../src/core/contacts/status-words.ts'
import {makeStopFinder, watchOf} from '../../../src/core/contacts/stop-words.ts'
import {readBasis, readYesNo} from '../../../src/core/contacts/words.ts'

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  parseAddress,
  'readMoment ymd': (text) => readMoment(text, 0),
  'readMoment mdy': (text) => readMoment(text, 0, 'mdy'),
  'readStatus of a state': (text) => readStatus(text, stopColumnOf('status')),
  'readStatus of topics': (text) => readStatus(text, stopColumnOf('topic preferences')),
  'makeStopFinder remarks': makeStopFinder('remarks'),
  'makeStopFinder words': makeStopFinder('words'),
  watchOf: (text) => watchOf(text, [text]),
  readYesNo,
  readBasis,
  saysNothing,
  stopColumnOf,
  stopOfName,
  fieldOfHeader,
  withoutGuard,
  isSheetError,
}
const PIECES = [
  'a',
  'a.',
  '@',
  'a@b.',
  '.',
  ' ',
  '　',
  '-',
  '_',
  '0',
  '1/',
  '0000-00-00',
  '年',
  '令和6',
  '~{!!',
  '+AOk',
]
const MEGABYTE = 1 << 20

describe('a cell of a megabyte', () => {
  it.each(Object.entries(READERS))('is no trouble for %s', (_name, read) => {
    for (const piece of PIECES) {
      const text = piece.repeat(MEGABYTE / piece.length)
      for (const whole of [text, `a${text}!`, `${text}@example.com`, `2024${text}x`]) read(whole)
    }
  })
})
