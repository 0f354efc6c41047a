/** What a screen would show, as a text without colours. */
import {Chalk} from 'chalk'
import type {Screen} from './screen.ts'

/** Ends in \n. */
export function asPlainText(screen: Screen, show: (screen: Screen) => void): string {
  const lines: string[] = []
  const paint = new Chalk({level: 0})
  show({...screen, paint, paintErr: paint, out: (line = '') => void lines.push(line)})
  return `${lines.join('\n')}\n`
}
