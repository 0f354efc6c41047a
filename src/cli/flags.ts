/** Flags that several commands share: the same name means the same thing everywhere. */
import {Flags} from '@oclif/core'
import {DATE_READINGS} from '../core/contacts/read-moment.ts'
import {AppError} from '../errors.ts'

export const lawFlag = Flags.string({
  summary: 'Laws to check, by short name, separated by commas (default: the settings, else jp).',
  helpValue: 'jp,us',
})

export const failOnFlag = Flags.string({
  summary: 'Exit with 1 when a finding is at or above this weight.',
  options: ['error', 'warning', 'info', 'never'],
  helpValue: 'WEIGHT',
  default: 'error',
})

export const asOfFlag = Flags.string({
  summary: 'Judge by the law of that day (default: today).',
  helpValue: 'DATE',
})

export const encodingFlag = Flags.string({
  summary:
    'Text encoding of the file: utf-8, utf-16le, cp932, euc-jp, iso-2022-jp, windows-1252, gb18030, big5, euc-kr … (default: told from its bytes).',
})

export const sheetFlag = Flags.string({
  summary: 'The sheet of a workbook (.xlsx) that is the list (default: the only one that holds anything).',
  helpValue: 'NAME',
})

export const datesFlag = Flags.string({
  summary:
    'What dates like 4/1/2024 and plain numbers mean: mdy, dmy, excel (serial days), epoch (Unix time). Default ymd: such dates are not read.',
  options: [...DATE_READINGS],
})

export const mapFlag = Flags.string({
  summary: 'Read a column of the file as a field; may be given several times.',
  helpValue: 'COLUMN=FIELD',
  multiple: true,
  multipleNonGreedy: true,
})

export const whereFlag = Flags.string({
  summary: 'Only contacts in this segment, e.g. \'country = "JP"\'; `todoke help segments` says how it is written.',
  helpValue: 'EXPRESSION',
})

/** What was given without blanks around it. Throws FLAG_WITHOUT_VALUE where nothing is left. */
export function requireText(flag: string, given: string): string {
  const text = given.trim()
  if (text === '') throw new AppError('FLAG_WITHOUT_VALUE', {flag, expected: 'TEXT', command: ''})
  return text
}
