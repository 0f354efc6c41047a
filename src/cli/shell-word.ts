/** A word as a shell takes it: quoted where it must be, so that a command that is shown can be copied. */
export function shellWord(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
