/** Flags that several commands share: the same name means the same thing everywhere. */
import {Flags} from '@oclif/core'

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

export const formatFlag = Flags.string({
  summary: 'How findings are printed.',
  options: ['stylish', 'json'],
  default: 'stylish',
})

export const encodingFlag = Flags.string({
  summary: 'Text encoding of the file: utf-8 or cp932 (default: told from its bytes).',
})

export const mapFlag = Flags.string({
  summary: 'Read a column of the file as a field; may be given several times.',
  helpValue: 'COLUMN=FIELD',
  multiple: true,
  multipleNonGreedy: true,
})
