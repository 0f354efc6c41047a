/** The help of one command: how it is written, examples first, then arguments and flags, wrapped for both languages. */
import type {Command} from '@oclif/core'
import {CommandHelp} from '@oclif/core'
import {chosenLang} from '../adapters/system/environment.ts'
import type {Lang} from '../i18n/text.ts'
import {isMessageKey, text} from '../i18n/text.ts'
import {wrap} from './table.ts'
import type {CommandShape} from './usage.ts'
import {usageOf, valueWord, withNames} from './usage.ts'

const ORDER = ['USAGE', 'DESCRIPTION', 'EXAMPLES', 'ARGUMENTS', 'FLAGS']

/** The blanks before the words of a list that has too many for columns: as oclif counts them, and as it prints them. */
const LONG_FORM = {counted: 4, real: 6}

/** A heading in the language; one that has no words stays as it is. */
export function headingIn(lang: Lang, heading: string): string {
  const key = `help.heading.${heading}`
  return isMessageKey(key) ? text(lang, key) : heading
}

export class TodokeCommandHelp extends CommandHelp {
  readonly #lang = chosenLang()

  override render = (words: string): string => withNames(words, this.config.bin, this.command.id)

  override section(heading: string, body: Parameters<CommandHelp['section']>[1]): string {
    return super.section(headingIn(this.#lang, heading), body)
  }

  override wrap(body: string, spacing?: number): string {
    const blanks = spacing ?? this.indentSpacing
    return wrap(this.render(body), this.opts.maxWidth! - (blanks === LONG_FORM.counted ? LONG_FORM.real : blanks))
  }

  protected override sections() {
    return super
      .sections()
      .filter(({header}) => ORDER.includes(header))
      .sort((a, b) => ORDER.indexOf(a.header) - ORDER.indexOf(b.header))
  }

  protected override usage(): string {
    const line = `$ ${this.config.bin} ${usageOf(this.command as CommandShape)} ${text(this.#lang, 'help.flags')}`
    const [first = '', ...rest] = wrap(line, this.opts.maxWidth! - 6).split('\n')
    return [first, ...rest.map((each) => `    ${each.trim()}`)].join('\n')
  }

  /** One line each; a long one goes on behind a backslash, so that it can still be copied. */
  protected override examples(examples: Command.Example[] | string | undefined): string | undefined {
    const lines = [examples ?? []].flat().map((example) => this.render(String(example)).replace(/^(\$ )?/, '$ '))
    return lines.map((line) => wrap(line, this.opts.maxWidth! - 8).replaceAll('\n', ' \\\n    ')).join('\n')
  }

  protected override args(args: Command.Arg.Any[]): [string, string | undefined][] | undefined {
    if (args.every((arg) => !arg.description)) return undefined
    return args.map((arg) => [arg.name.toUpperCase(), this.#told(arg.description, arg)])
  }

  protected override flags(flags: Command.Flag.Any[]): [string, string | undefined][] | undefined {
    if (flags.length === 0) return undefined
    return flags.map((flag) => {
      const value = flag.type === 'option' ? ` ${valueWord(flag.name, flag)}` : ''
      const char = flag.char === undefined ? '' : `-${flag.char}, `
      return [`${char}--${flag.name}${value}`, this.#told(flag.summary ?? flag.description, flag)]
    })
  }

  /** The words of an argument or flag with what else must be known: required, default, choices not yet shown. */
  #told(words: string | undefined, of: Command.Arg.Any | Command.Flag.Any): string {
    const t = (key: 'help.required' | 'help.default' | 'help.options', values = {}) => text(this.#lang, key, values)
    const options = 'options' in of && of.options ? of.options : []
    const isListed = options.length > 0 && valueWord(of.name, of as {options?: string[]}) !== options.join('|')
    const parts = [
      words ?? '',
      of.required && !('char' in of && of.type === 'boolean') ? t('help.required') : '',
      isListed ? t('help.options', {values: options.join(', ')}) : '',
      typeof of.default === 'string' || typeof of.default === 'number'
        ? t('help.default', {value: String(of.default)})
        : '',
    ]
    return parts.filter((part) => part !== '').join(this.#lang === 'ja' ? '' : ' ')
  }
}
