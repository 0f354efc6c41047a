/** The demo's narration around the real commands. */
import type {DemoResult, DemoStep} from '../flows/run-demo.ts'
import {number} from './numbers.ts'
import type {Screen} from './screen.ts'
import {wrap} from './table.ts'

export function showDemoStart(folder: string, contacts: number, screen: Screen): void {
  const {t, paint} = screen
  screen.out(paint.bold(t('demo.title')))
  screen.out(wrap(t('demo.intro', {contacts, folder}), screen.width))
}

export function showDemoStep({number: at, of, name, words}: DemoStep, screen: Screen): void {
  const {t, paint} = screen
  screen.out()
  screen.out(paint.cyan(`── ${at}/${of}  `) + paint.cyan.bold(t(`demo.step.${name}`)))
  screen.out(paint.dim(wrap(t(`demo.step.${name}.why`), screen.width)))
  screen.out(`${paint.green('$')} todoke ${words.map(quoted).join(' ')}`)
}

export function showDemoEnd(result: DemoResult, screen: Screen): void {
  const {t, paint, lang} = screen
  const line = (holds: boolean, words: string) => screen.out(`  ${holds ? paint.green('✔') : paint.red('✖')} ${words}`)
  screen.out()
  screen.out(paint.cyan('── ') + paint.cyan.bold(t('demo.proof')))
  line(result.accepted > 0, t('demo.accepted', {count: result.accepted}))
  line(result.twice === 0, t('demo.twice', {count: result.twice}))
  line(result.toOptedOut === 0, t('demo.opted-out', {count: result.toOptedOut, of: number(result.optedOut, lang)}))
  screen.out()
  screen.out(t('demo.report', {file: `${result.folder}/${result.report}`}))
  screen.out(t('demo.own'))
}

function quoted(word: string): string {
  return /^[\w./:@=-]+$/.test(word) ? word : `"${word}"`
}
