/** The FCC's list of wireless domain names as a user keeps it: one domain a line, # begins a remark (47 CFR 64.3100). */
import {AppError} from '../../errors.ts'
import type {Lang} from '../../i18n/text.ts'
import {readText} from './read-text.ts'

/** Lower case. Throws what readText throws, and WIRELESS_LIST_INVALID with the lines that are no domain. */
export async function readWirelessDomains(path: string, lang: Lang): Promise<ReadonlySet<string>> {
  const domains = new Set<string>()
  const faults: string[] = []
  const lines = (await readText(path, lang)).split(/\r\n|\n|\r/)
  lines.forEach((line, index) => {
    const word = line.replace(/#.*$/, '').trim().replace(/^@/, '').toLowerCase()
    if (word === '') return
    if (/^(?=.{3,253}$)([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(word)) domains.add(word)
    else if (faults.length < MOST_FAULTS) faults.push(`${path}:${index + 1}`)
  })
  if (faults.length > 0) throw new AppError('WIRELESS_LIST_INVALID', {file: path}, {details: faults})
  return domains
}

const MOST_FAULTS = 5
