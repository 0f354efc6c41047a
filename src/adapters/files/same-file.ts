/** Whether two paths lead to one file, whatever they are called. */
import {statSync} from 'node:fs'

/** False when one of them is not there. */
export function isSameFile(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => statSync(path, {throwIfNoEntry: false}))
  return one !== undefined && other !== undefined && one.dev === other.dev && one.ino === other.ino
}
