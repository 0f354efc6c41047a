/** What the consent record keeps or loses for good is asked on a terminal, and wants --yes elsewhere. */
import {confirm, isCancel} from '@clack/prompts'
import {AppError} from '../errors.ts'
import type {Terminal} from './ask-mapping.ts'
import type {Screen} from './screen.ts'

/** command: as it was typed, without the program. Throws FLAG_MISSING, INTERRUPTED. */
export async function confirmConsents(
  question: string,
  command: string,
  screen: Screen,
  terminal: Terminal = {input: process.stdin, output: process.stderr},
): Promise<void> {
  if (!screen.isInteractive)
    throw new AppError('FLAG_MISSING', {
      ...{flag: '--yes', usage: `${command} --yes`},
      command: command.split(' ').slice(0, 2).join(' '),
    })
  const answer = await confirm({message: question, initialValue: false, ...terminal})
  if (isCancel(answer) || !answer) throw new AppError('INTERRUPTED', {command: `todoke ${command}`})
}

/** Words as a shell takes them. */
export function asTyped(words: readonly string[]): string {
  return words.map((word) => (/^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(' ')
}
