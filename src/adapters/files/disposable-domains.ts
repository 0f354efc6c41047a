/** The list of disposable mail services that is shipped with the program. Read in about a millisecond. */
import {readFileSync} from 'node:fs'

// The same way up from src/ and from dist/.
const FILE = new URL('../../../data/disposable-domains.txt', import.meta.url)

/** Domains in lower case, as A-labels. Throws what the file system throws: without the file the program is not whole. */
export function disposableDomains(): ReadonlySet<string> {
  const lines = readFileSync(FILE, 'utf8').split('\n')
  return new Set(lines.filter((line) => line !== '' && !line.startsWith('#')))
}
