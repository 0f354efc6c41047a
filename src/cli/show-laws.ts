/** The rulebook on one screen: a line for each law, what applies besides, and what will change. */
import type {Announcement} from '../core/laws/duty-at.ts'
import type {LawLine, LawsAnswer} from '../flows/show-laws.ts'
import {shortDeadline, weightMark} from './law-words.ts'
import type {Screen} from './screen.ts'
import {table, wrap} from './table.ts'
import {textWidth} from './text-width.ts'

const BY_SETTINGS = '✔'
const GAP = 2

export function showLaws({rulebook, day, laws, always, announced}: LawsAnswer, screen: Screen): void {
  const {t, paint, width} = screen
  screen.out(paint.bold(t('laws.title', {rulebook, day})))
  screen.out()
  const heads = (['law', 'name', 'model', 'opt-out', 'duties'] as const).map((head) => t(`laws.col.${head}`))
  showLines([['', ...heads], ...laws.map((law) => cellsOf(law, screen))], screen)
  screen.out()
  screen.out(paint.dim(wrap(t('laws.duties'), width, GAP)))
  if (laws.some(({isBySettings}) => isBySettings))
    screen.out(paint.dim(wrap(t('laws.by-settings', {mark: BY_SETTINGS}), width, GAP)))
  screen.out(`\n${paint.bold(t('laws.always'))}`)
  const besides = always.map(({id, name, duties}) => [
    paint.cyan(id),
    name[screen.lang],
    `${duties.errors} + ${duties.warnings}`,
  ])
  screen.out(table(besides, ['left', 'left', 'right']))
  screen.out(paint.dim(wrap(t('laws.always.what'), width, GAP)))
  showAnnounced(announced, screen)
  const law = (laws.find(({isBySettings}) => isBySettings) ?? laws[0])?.id ?? ''
  screen.out(`\n${paint.cyan('→')} ${wrap(t('laws.next', {law, duty: 'jp/consent-record'}), width, GAP).trimStart()}`)
}

function cellsOf({id, name, model, optOut, duties, isBySettings}: LawLine, screen: Screen): string[] {
  const {t, paint, lang} = screen
  const general = optOut.find(({of}) => of === null) ?? optOut[0]
  return [
    isBySettings ? paint.green(BY_SETTINGS) : '',
    paint.cyan(id),
    name[lang],
    model === null ? '' : t(`laws.model.${model}`),
    model === null ? '' : general === undefined ? t('laws.no-period') : shortDeadline(general.deadline, screen),
    `${duties.errors} + ${duties.warnings}`,
  ]
}

/** The name takes the room that the other columns leave, on several lines where it must. */
function showLines(rows: readonly (readonly string[])[], screen: Screen): void {
  const NAME = 2
  const widest = (column: number) => Math.max(...rows.map((row) => textWidth(row[column]!)))
  const others = rows[0]!.reduce((sum, _, column) => (column === NAME ? sum : sum + widest(column) + GAP), 0)
  const room = screen.width - others - GAP - GAP
  const shown = rows.map((row, i) =>
    row.map((cell, column) => {
      const fitted = column === NAME ? wrap(cell, room) : cell
      return i === 0 ? screen.paint.dim(fitted) : fitted
    }),
  )
  screen.out(table(shown, ['left', 'left', 'left', 'left', 'left', 'right']))
}

/** Said openly before it counts, so that no build fails by surprise. */
export function showAnnounced(announced: readonly Announcement[], screen: Screen): void {
  const {t, paint, lang, width} = screen
  screen.out(`\n${paint.bold(t('laws.announced'))}`)
  if (announced.length === 0) screen.out(wrap(t('laws.announced.none'), width, GAP))
  for (const {day, what, duty, severity, says} of announced) {
    const change = t(`laws.announced.${what}`, {duty: paint.bold(duty), weight: t(`laws.a-weight.${severity}`)})
    screen.out(`  ${weightMark(severity, screen)} ${t('laws.from', {day})}: ${change}`)
    screen.out(wrap(says[lang], width, GAP * 2))
  }
}
