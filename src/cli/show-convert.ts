/** What a conversion did: the system, the replacements, and what stays as it was written, each with what to do. */

import type {Kept} from '../core/templates/convert/convert-source.ts'
import type {ConvertedFile, ConvertedTemplate, ConvertResult} from '../flows/convert-template.ts'
import type {Screen} from './screen.ts'
import {cut, plain, wrap} from './table.ts'

interface ConvertHow {
  readonly isDry: boolean
  /** Standard output is the converted file itself. */
  readonly isToScreen: boolean
  /** A person said the system. */
  readonly isSaid: boolean
}

export function showConvert(result: ConvertResult, how: ConvertHow, screen: Screen): void {
  const say = how.isToScreen ? screen.note : screen.out
  const warn = (words: string) => say(paintOf(how, screen).yellow(wrap(`▲ ${words}`, screen.width, 2)))
  if (how.isToScreen)
    // A file ends with a line end, which the screen adds.
    for (const {files} of result.templates) for (const {text} of files) screen.out(text.replace(/\n$/, ''))
  for (const template of result.templates) showTemplate(template, how, screen)
  for (const name of result.unmet) warn(screen.t('convert.unmet', {name: plain(name)}))
  say()
  say(wrap(screen.t(how.isDry ? 'convert.summary.dry' : 'convert.summary', summaryOf(result)), screen.width))
}

function summaryOf({templates, replaced, kept}: ConvertResult) {
  const copied = templates.reduce((sum, template) => sum + template.copied.length, 0)
  return {files: templates.reduce((sum, {files}) => sum + files.length, 0), replaced, kept, copied}
}

function showTemplate(template: ConvertedTemplate, how: ConvertHow, screen: Screen): void {
  const {t, width} = screen
  const paint = paintOf(how, screen)
  const say = how.isToScreen ? screen.note : screen.out
  const {system, counts, path} = template
  say()
  say(paint.bold(plain(path)))
  if (system === null) say(`  ${t('convert.none')}`)
  else say(`  ${t(how.isSaid ? 'convert.system.said' : 'convert.system', {system})}`)
  const others = counts.filter((each) => each.system !== system)
  if (system !== null && others.length > 0) {
    const words = counts.map((each) => `${each.system} ${each.tags}`).join(', ')
    say(paint.yellow(wrap(`▲ ${t('convert.mixed', {systems: words})}`, width, 2)))
  }
  for (const file of template.files) showFile(file, how, screen)
}

function showFile({path, out, replacements, kept, raw}: ConvertedFile, how: ConvertHow, screen: Screen): void {
  const {t, width} = screen
  const paint = paintOf(how, screen)
  const say = how.isToScreen ? screen.note : screen.out
  if (replacements.length + kept.length + raw.length === 0) return
  say()
  say(`  ${paint.underline(plain(path))}`)
  if (out !== null) say(`  → ${plain(out)}`)
  say(`  ${paint.dim(t('convert.file', {replaced: replacements.length, kept: kept.length}))}`)
  if (how.isDry)
    for (const {line, column, old, new: next} of replacements) {
      const place = `${line}:${column}`.padEnd(8)
      say(paint.red(cut(`    ${place} - ${plain(old)}`, width)))
      say(paint.green(cut(`    ${' '.repeat(place.length)} + ${plain(next)}`, width)))
    }
  for (const [first, count] of alike(kept)) showKept(first, count, '✖', how, screen)
  for (const [first, count] of alike(raw)) showKept(first, count, '●', how, screen)
}

function showKept(
  {line, column, tag, why}: Kept,
  count: number,
  mark: '✖' | '●',
  how: ConvertHow,
  screen: Screen,
): void {
  const {t, width} = screen
  const paint = paintOf(how, screen)
  const say = how.isToScreen ? screen.note : screen.out
  const times = count > 1 ? ` ${t('convert.times', {count})}` : ''
  const words = `${line}:${column} ${cut(plain(tag), 50)} ${t(`convert.why.${why}`)}${times}`
  say(`  ${mark === '✖' ? paint.red(mark) : paint.blue(mark)} ${wrap(words, width, 4).trimStart()}`)
  say(`    ${paint.cyan('→')} ${wrap(t(`convert.why.${why}.fix`), width, 6).trimStart()}`)
}

/** The same tag for the same reason is told once, at its first place. */
function alike(kept: readonly Kept[]): readonly (readonly [first: Kept, count: number])[] {
  const groups = new Map<string, [Kept, number]>()
  for (const each of kept) {
    const key = `${each.why} ${each.tag}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [each, 1])
    else group[1] += 1
  }
  return [...groups.values()]
}

function paintOf({isToScreen}: ConvertHow, {paint, paintErr}: Screen) {
  return isToScreen ? paintErr : paint
}

/** The text of each file stands in it only where it was written nowhere else. */
export function convertAsJson(result: ConvertResult, {isToScreen}: ConvertHow, {t}: Screen) {
  const told = (kept: readonly Kept[]) =>
    kept.map((each) => ({...each, message: t(`convert.why.${each.why}`), fix: t(`convert.why.${each.why}.fix`)}))
  return {
    ...result,
    templates: result.templates.map(({files, ...template}) => ({
      ...template,
      files: files.map(({text, kept, raw, ...file}) => ({
        ...file,
        kept: told(kept),
        raw: told(raw),
        ...(isToScreen ? {text} : {}),
      })),
    })),
  }
}
