/**
 * What a program gives to lint may be anything, whatever its types say: each option that cannot be used is refused by name,
 * with what was expected, before anything is read.
 */
import {FACTS} from '../core/laws/declared-facts.ts'
import {SYSTEM_NAMES} from '../core/lint/sending-system.ts'
import {AppError} from '../errors.ts'
import {lawsOf, RULEBOOK} from '../rulebook/laws.ts'

type Options = Readonly<Record<string, unknown>>
type Check = (value: unknown, option: string) => void

const WEIGHTS = ['off', 'info', 'warning', 'error']
const SENDER = ['name', 'address', 'contact', 'addressPage']
const READ = /\.(?:x?html?|txt|mjml|eml)$/i

/** Throws OPTION_INVALID, LAW_UNKNOWN, RULE_UNKNOWN. */
export function checkOptions(given: unknown): void {
  const options = objectOf(given, 'options')
  onlyKeys(options, Object.keys(CHECKS), '')
  for (const [option, check] of Object.entries(CHECKS))
    if (options[option] !== undefined) check(options[option], option)
  const {paths, source, filename} = options
  if ((paths === undefined) === (source === undefined))
    throw wrong('paths', paths, 'either paths, or source and filename')
  if (source !== undefined && filename === undefined) throw wrong('filename', filename, 'a name such as mail.html')
  if (paths !== undefined && filename !== undefined) throw wrong('filename', filename, 'nothing: it goes with source')
}

const CHECKS: Readonly<Record<string, Check>> = {
  paths: (value, option) => {
    if (texts(value, option).length === 0) throw wrong(option, value, 'at least one file or folder')
  },
  source: text,
  filename: (value, option) => {
    if (!READ.test(text(value, option))) throw wrong(option, value, 'a name that ends in .html, .txt, .mjml or .eml')
  },
  laws: (value, option) => {
    lawsOf(texts(value, option))
  },
  sender: (value, option) => {
    const sender = objectOf(value, option)
    onlyKeys(sender, SENDER, `${option}.`)
    for (const [name, fact] of Object.entries(sender)) if (fact !== undefined) text(fact, `${option}.${name}`)
  },
  rules: (value, option) => {
    for (const [id, weight] of Object.entries(objectOf(value, option))) {
      if (!RULEBOOK.some(({duties}) => duties.some((duty) => duty.id === id)))
        throw new AppError('RULE_UNKNOWN', {given: id})
      oneOf(WEIGHTS)(weight, `${option}['${id}']`)
    }
  },
  facts: (value, option) => {
    const facts = objectOf(value, option)
    onlyKeys(facts, Object.keys(FACTS), `${option}.`)
    for (const [name, fact] of Object.entries(facts)) {
      const words: readonly string[] | null = FACTS[name as keyof typeof FACTS]
      if (fact !== undefined) (words === null ? text : oneOf(words))(fact, `${option}.${name}`)
    }
  },
  mailClass: oneOf(['marketing', 'transactional']),
  system: oneOf(SYSTEM_NAMES),
  columns: (value, option) => {
    texts(value, option)
  },
  partial: (value, option) => {
    if (typeof value !== 'boolean') throw wrong(option, value, 'true or false')
  },
  day: (value, option) => {
    const day = text(value, option)
    const date = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : null
    if (date === null || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day)
      throw wrong(option, value, 'a day such as 2026-11-30')
  },
  lang: oneOf(['en', 'ja']),
}

function objectOf(value: unknown, option: string): Options {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(option, value, '{…}')
  return value as Options
}

function onlyKeys(given: Options, known: readonly string[], where: string): void {
  const odd = Object.keys(given).find((key) => !known.includes(key))
  if (odd !== undefined) throw wrong(`${where}${odd}`, given[odd], known.map((key) => `${where}${key}`).join(', '))
}

function text(value: unknown, option: string): string {
  if (typeof value !== 'string') throw wrong(option, value, "'…'")
  return value
}

function texts(value: unknown, option: string): readonly string[] {
  if (!Array.isArray(value) || value.some((each) => typeof each !== 'string')) throw wrong(option, value, "['…']")
  return value
}

function oneOf(words: readonly string[]): Check {
  return (value, option) => {
    if (!words.includes(value as string)) throw wrong(option, value, words.join(', '))
  }
}

/** Of a value no more is shown than helps; what it holds may be anybody's address. */
function wrong(option: string, value: unknown, expected: string): AppError {
  const kind = Array.isArray(value) ? '[…]' : typeof value === 'object' && value !== null ? '{…}' : String(value)
  const given = kind.replace(/\S+@\S+/g, '***@***').slice(0, 60)
  return new AppError('OPTION_INVALID', {option, given, expected})
}
