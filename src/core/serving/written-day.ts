/** A day as people write it in their language, for pages and mails. */
import type {PageLanguage} from './page-language.ts'

/** moment: UTC milliseconds; offsetMinutes: east of UTC. */
export function writtenDay(moment: number, language: PageLanguage, offsetMinutes: number): string {
  const local = new Date(moment + offsetMinutes * 60_000)
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {dateStyle: 'long', timeZone: 'UTC'})
  const day = format.format(local)
  // French counts the first of a month as the first. And a day that breaks over two lines is hard to read.
  return (language === 'fr' ? day.replace(/^1 /, '1er ') : day).replaceAll(' ', '\u00a0')
}
