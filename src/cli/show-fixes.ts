/** What `lint --fix` mended, file by file; in a dry run with the diff. */
import type {FixedFile, LeftAlone} from '../flows/fix-templates.ts'
import type {Screen} from './screen.ts'
import {plain, wrap} from './table.ts'

/** What was not mended, with what to do about it. */
export function showLeftAlone(left: readonly LeftAlone[], isToScreen: boolean, {t, width, ...screen}: Screen): void {
  const say = isToScreen ? screen.out : screen.note
  for (const {file, why, count} of left)
    say(`  ${plain(file)}\n${wrap(`→ ${t(`fix.left.${why}`, {count})}`, width, 4)}`)
}

/** isToScreen: standard output is for people; else another format has it, and this goes beside it. */
export function showFixes(
  fixed: readonly FixedFile[],
  how: {isDry: boolean; isToScreen: boolean},
  screen: Screen,
): void {
  const {t, width} = screen
  const say = how.isToScreen ? screen.out : screen.note
  const paint = how.isToScreen ? screen.paint : screen.paintErr
  const title = how.isDry ? 'fix.title.dry' : 'fix.title'
  say(fixed.length === 0 ? t('fix.nothing') : paint.bold(t(title)))
  for (const {file, mends, diff} of fixed) {
    say(`  ${paint.underline(plain(file))}`)
    for (const {kind, count} of mends)
      say(`    ${paint.green('✔')} ${wrap(t(`fix.mend.${kind}`, {count}), width, 6).trimStart()}`)
    if (!how.isDry) continue
    say()
    for (const line of diff) say(colourOf(line, paint)(line.replace(/[^\P{C}\t]+/gu, ' ')))
    say()
  }
}

function colourOf(line: string, paint: Screen['paint']): (words: string) => string {
  if (/^(?:---|\+\+\+) /.test(line)) return paint.bold
  if (line.startsWith('@@')) return paint.cyan
  if (line.startsWith('+')) return paint.green
  return line.startsWith('-') ? paint.red : (words) => words
}
