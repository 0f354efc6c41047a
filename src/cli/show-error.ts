/** An error on the screen: what happened, the details, the next step, the code; and the same as JSON fields. */

import {visibleControls} from '../core/visible-controls.ts'
import type {AppError} from '../errors.ts'
import type {Lang} from '../i18n/text.ts'
import {text} from '../i18n/text.ts'
import {inWords} from '../i18n/value-words.ts'
import {pointAt} from './point-at.ts'
import type {Screen} from './screen.ts'
import {plain, wrap} from './table.ts'

export function describeError(error: AppError, screen: Screen): string {
  const paint = screen.paintErr
  const lines = [`${paint.red.bold('✖')} ${wrap(messageOf(error, screen.lang), screen.width - 2, 2).trimStart()}`]
  for (const line of placeOf(error, screen)) lines.push(`    ${line}`)
  for (const detail of error.details) lines.push(wrap(detail.split('\n').map(plain).join('\n'), screen.width, 4))
  for (const step of nextOf(error, screen.lang))
    lines.push(`  ${paint.cyan('→')} ${wrap(step, screen.width - 2, 4).trimStart()}`)
  lines.push(paint.dim(`  ${error.code}`))
  return `${lines.join('\n')}\n`
}

/** What was typed, with a mark under the place that cannot be understood. */
function placeOf({values}: AppError, screen: Screen): readonly string[] {
  const {expression, at} = values
  if (typeof expression !== 'string' || typeof at !== 'number') return []
  const [line, mark] = pointAt(expression, at, screen.width - 4)
  return line === '' ? [] : [line, screen.paintErr.red(mark)]
}

export function errorAsJson(error: AppError, lang: Lang) {
  return {
    ok: false,
    error: {
      code: error.code,
      kind: error.kind,
      message: messageOf(error, lang),
      next: nextOf(error, lang),
      details: error.details,
      values: error.values,
    },
  }
}

function messageOf(error: AppError, lang: Lang): string {
  return text(lang, `error.${error.code}`, inWords(error.values, lang, visibleControls))
}

function nextOf(error: AppError, lang: Lang): readonly string[] {
  return visibleControls(text(lang, `error.${error.code}.next`, error.values)).split('\n')
}
