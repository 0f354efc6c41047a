/** What `todoke help segments` shows: how an expression for --where is written, and the fields it can name. */
import {BUILT_IN_FIELDS} from '../core/segments/fields.ts'
import type {Screen} from './screen.ts'
import {table, wrap} from './table.ts'
import {textWidth} from './text-width.ts'

/** The topic's name behind `todoke help`. */
export const SEGMENTS_TOPIC = 'segments'

const FORMS = ['equal', 'other', 'order', 'date', 'match', 'in', 'empty', 'boolean', 'joined', 'name'] as const

/** The guide as data: what `--json` answers. */
export function segmentsGuide({t}: Screen) {
  return {
    what: t('segment.guide'),
    forms: FORMS.map((form) => ({form: t(`segment.form.${form}`), means: t(`segment.form.${form}.means`)})),
    fields: BUILT_IN_FIELDS.map((field) => ({form: field, means: t(`segment.field.${field}`)})),
    empty: t('segment.guide.empty'),
  }
}

export function showSegmentsGuide(screen: Screen): void {
  const {t, width} = screen
  const {what, forms, fields, empty} = segmentsGuide(screen)
  screen.out(wrap(what, width))
  screen.out(`\n  $ todoke send plan NAME --template T --list L --where '${t('segment.form.equal')}'`)
  screen.out(`  $ todoke audit news --where '${t('segment.form.date')}'`)
  showRows(t('segment.guide.forms'), forms, screen)
  showRows(t('segment.guide.fields'), fields, screen)
  screen.out(`\n${wrap(empty, width)}`)
}

/** Blanks before a form, and between it and its meaning. */
const MARGINS = 4

/** A long meaning goes on in the next line, under itself. */
function showRows(heading: string, rows: ReturnType<typeof segmentsGuide>['forms'], screen: Screen): void {
  screen.out(`\n${screen.paint.bold(wrap(heading, screen.width))}`)
  const forms = Math.max(...rows.map(({form}) => textWidth(form)))
  const lines = rows.flatMap(({form, means}) =>
    wrap(means, screen.width - forms - MARGINS)
      .split('\n')
      .map((line, i) => [i === 0 ? screen.paint.cyan(form) : '', line]),
  )
  screen.out(table(lines))
}
