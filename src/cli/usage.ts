/** How a command is written, in one line: its words, its arguments, the flags that must be given. */

interface Taker {
  readonly required?: boolean | undefined
  readonly hidden?: boolean | undefined
  readonly options?: readonly string[] | undefined
}

export interface CommandShape {
  readonly id: string
  /** False when any number of arguments is taken. */
  readonly strict?: boolean | undefined
  readonly args?: Readonly<Record<string, Taker>> | undefined
  readonly flags?: Readonly<Record<string, Taker & {readonly type?: string; readonly helpValue?: unknown}>> | undefined
}

/** The words after `todoke`, e.g. "send plan NAME --template TEMPLATE --list LIST". */
export function usageOf(command: CommandShape): string {
  const args = Object.entries(command.args ?? {}).filter(([, arg]) => !arg.hidden)
  const shown = args.map(([name, arg]) => {
    const word = `${name.toUpperCase()}${command.strict === false ? '…' : ''}`
    return arg.required ? word : `[${word}]`
  })
  const flags = Object.entries(command.flags ?? {}).filter(([, flag]) => flag.required)
  const needed = flags.map(([name, flag]) => `--${name} ${valueWord(name, flag)}`)
  return [wordsOf(command.id), ...shown, ...needed].join(' ')
}

/** oclif joins the words of a command with colons; people write blanks. */
export function wordsOf(id: string): string {
  return id.replaceAll(':', ' ')
}

/**
 * The program's and a command's name in words of the help, and nothing else: as an EJS template, oclif's own way, a help that
 * speaks of `<%= name %>` could not be shown.
 */
export function withNames(text: string, bin: string, id: string): string {
  return text.replaceAll('<%= config.bin %>', bin).replaceAll('<%= command.id %>', wordsOf(id))
}

const LONGEST_CHOICE = 20

/** What stands behind a flag: its choices when they are few, else the name of its value. */
export function valueWord(name: string, flag: {options?: readonly string[] | undefined; helpValue?: unknown}): string {
  const choices = flag.options?.join('|') ?? ''
  if (choices !== '' && choices.length <= LONGEST_CHOICE) return choices
  return typeof flag.helpValue === 'string' ? flag.helpValue : name.replace(/^.*-/, '').toUpperCase()
}
