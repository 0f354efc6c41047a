/** A mail on the screen: its headers as a reader's program decodes them, its text, its HTML, and what to know of it. */
import type {MailPreview, PreviewFault} from '../flows/preview-mail.ts'
import {foldLine} from './fold-line.ts'
import {headerLine} from './header-line.ts'
import {bytes, number} from './numbers.ts'
import type {Screen} from './screen.ts'
import {plain, wrap} from './table.ts'

/** Gmail hides what is behind that much HTML. */
export const GMAIL_BYTES = 102 * 1024
/** Lines of HTML that are shown when not all are wanted. */
const SOURCE_LINES = 12

export interface ShowHow {
  readonly template: string
  readonly isFull: boolean
  /** The sender is an example. */
  readonly isOutside: boolean
}

/** Of a mail that could be made. */
export function showPreview(preview: MailPreview, how: ShowHow, screen: Screen): void {
  const {t, paint} = screen
  screen.out(paint.bold(wrap(headline(preview, how, screen), screen.width)))
  for (const note of notesOn(preview, how, screen)) screen.out(note)
  const mail = preview.mail!
  section(t('preview.headers'), screen)
  for (const [name, value] of mail.headers) print(headerLine(name, value), screen, 4)
  section(t('preview.text'), screen)
  for (const line of linesOf(mail.text)) print(line, screen)
  section(t('preview.html'), screen)
  showHtml(mail.html, how.isFull, screen)
  section(t('preview.summary'), screen)
  for (const line of summary(preview, screen)) screen.out(line)
}

function headline({person}: MailPreview, {template}: ShowHow, {t}: Screen): string {
  const {of, row} = person
  if (of === null) return t('preview.of', {template})
  return row === null ? t('preview.for-file', {template, of}) : t('preview.for-row', {template, row, of})
}

function notesOn({person, examples}: MailPreview, {isOutside}: ShowHow, screen: Screen): readonly string[] {
  const {t, paint} = screen
  const note = (words: string) => wrap(`● ${words}`, screen.width - 2, 2)
  return [
    ...(examples.length > 0 ? [note(t('preview.examples', {names: examples.map(plain).join(', ')}))] : []),
    ...(isOutside ? [note(t('preview.example-sender'))] : []),
    ...(person.optOut === null
      ? []
      : [
          paint.yellow(
            wrap(`▲ ${t('preview.opt-out', {reason: t(`optout-reason.${person.optOut}`)})}`, screen.width, 2),
          ),
        ]),
  ]
}

function section(heading: string, screen: Screen): void {
  screen.out()
  screen.out(screen.paint.bold(heading))
}

function print(line: string, screen: Screen, hang = 0): void {
  for (const each of foldLine(line, screen.width - 2, hang)) screen.out(`  ${each}`.trimEnd())
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\s+$/, '').split(/\r\n?|\n/)
}

/** Blanks that keep the mail's text out of the inbox's line, again and again. */
const FILLING = /((?:&#\w+;)+ ?)\1{3,}/g

function showHtml(html: string | null, isFull: boolean, screen: Screen): void {
  if (html === null) {
    screen.out(`  ${screen.t('preview.no-html')}`)
    return
  }
  const lines = linesOf(html.replace(FILLING, '$1… ')).filter((line) => line.trim() !== '')
  for (const line of isFull ? lines : lines.slice(0, SOURCE_LINES)) print(line, screen)
  const count = lines.length - SOURCE_LINES
  if (!isFull && count > 0) screen.out(screen.paint.dim(wrap(screen.t('preview.more', {count}), screen.width, 2)))
}

function summary({mail, empty, examples}: MailPreview, screen: Screen): readonly string[] {
  const {t, lang, paint} = screen
  const {bytes: sent, returnPath, html, parts} = mail!
  const line = (words: string) => wrap(words, screen.width, 2)
  const size = html === null ? 0 : Buffer.byteLength(html)
  const lines = [
    ...foldLine(t('preview.size', {size: number(sent.length, lang), from: returnPath}), screen.width - 2).map(
      (each) => `  ${each}`,
    ),
    line(t('preview.parts', {parts: parts.map(({type, encoding}) => `${type} ${encoding}`).join(', ')})),
    line(t('preview.ids')),
  ]
  if (empty.length > 0 && examples.length === 0)
    lines.push(line(t('preview.empty', {names: empty.map(plain).join(', ')})))
  if (size > GMAIL_BYTES) lines.push(paint.yellow(line(`▲ ${t('preview.gmail-cuts', {size: bytes(size, lang)})}`)))
  else if (html !== null) lines.push(line(t('preview.gmail-fits', {size: bytes(size, lang)})))
  return lines
}

/** Why there is no mail: each tag with its places and the way out, on stderr as findings about the input. */
export function showFaults({person, faults}: MailPreview, template: string, screen: Screen): void {
  const {t, paint} = screen
  const {of, row} = person
  const head =
    of === null || row === null ? t('preview.faults', {template}) : t('preview.faults-row', {template, row, of})
  screen.out(paint.red(wrap(`✖ ${head}`, screen.width)))
  for (const fault of faults) {
    const {places} = fault
    for (const {file, line, column} of places) screen.out(`  ${file}:${line}:${column}`)
    screen.out(wrap(faultWords(fault, screen), screen.width, 4))
    screen.out(`  ${paint.cyan('→')} ${wrap(fixWords(fault, screen), screen.width - 2, 4).trimStart()}`)
  }
}

export function faultWords({why, name}: PreviewFault, {t}: Screen): string {
  return t(`preview.fault.${why}`, {tag: name === '' ? t('preview.the-mail') : `{{${plain(name)}}}`})
}

export function fixWords({why, name}: PreviewFault, {t}: Screen): string {
  return t(`preview.fault.${why}.fix`, {fallback: `{{${plain(name)}|…}}`})
}
