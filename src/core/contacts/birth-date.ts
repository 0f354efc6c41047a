/** When a contact was born, where the list holds a column that says so; read for minors and for impossible consents. */
import {evidenceMoment} from '../consent/read-evidence.ts'
import {judgeHeader} from '../sensitive/header-words.ts'
import {remember} from './remember.ts'

/** UTC milliseconds of the day's start in UTC; null when nothing is said, or nothing that can be read. */
export function bornAt(attributes: Readonly<Record<string, string>>): number | null {
  for (const header in attributes) {
    if (!isBirthHeader(header)) continue
    const at = evidenceMoment(attributes[header]!, 0)
    if (at !== null) return at
  }
  return null
}

const isBirthHeader = remember((header) => {
  const judged = judgeHeader(header)
  return judged?.category === 'birthDate' && judged.strength === 'strong'
})
