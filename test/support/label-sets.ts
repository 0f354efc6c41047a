/** Mails labelled by hand (fixtures/accuracy), each part with what it shows and the words that are the grounds. */
import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parse} from 'yaml'
import {mjmlToHtml} from '../../src/adapters/html/mjml-to-html.ts'
import {corpusFile, corpusPath} from './corpora.ts'
import {emlParts} from './eml-parts.ts'

export const QUESTIONS = ['link', 'notice', 'sender', 'address', 'contact'] as const
export type Question = (typeof QUESTIONS)[number]
export type LabelSet = 'templates' | 'newsletters' | 'invented'

export interface Label {
  readonly answer: 'yes' | 'no' | 'unclear'
  readonly why: string
}

export interface LabelledPart {
  readonly set: LabelSet
  readonly name: string
  readonly part: 'html' | 'text'
  /** HTML of what was MJML. */
  readonly source: string
  readonly labels: Readonly<Record<Question, Label>>
}

type Entry = Readonly<Record<Question, string>> & {readonly part?: 'html' | 'text'}

const FOLDER = fileURLToPath(new URL('../../fixtures/accuracy', import.meta.url))
const read = <T>(path: string): readonly T[] => parse(readFileSync(join(FOLDER, path), 'utf8'))

function labelsOf(entry: Entry, of: string): LabelledPart['labels'] {
  const pairs = QUESTIONS.map((question) => {
    const found = /^(yes|no|unclear): (.+)$/s.exec(entry[question] ?? '')
    if (found === null) throw new Error(`${of}: no label for ${question}`)
    return [question, {answer: found[1], why: found[2]}]
  })
  return Object.fromEntries(pairs)
}

/** Words of the grounds that stand in quotes: of a yes, they must stand in the mail. */
export function wordsOfGrounds({why}: Label): readonly string[] {
  return [...why.matchAll(/"([^"]+)"/g)].map(([, words]) => words!)
}

export function inventedParts(): readonly LabelledPart[] {
  return readdirSync(join(FOLDER, 'invented')).flatMap((file) =>
    read<Entry & {name: string; kind: 'html' | 'text'; body: string}>(join('invented', file)).map((entry) => {
      const name = `${file.slice(0, 2)}/${entry.name}`
      return {set: 'invented', name, part: entry.kind, source: entry.body, labels: labelsOf(entry, name)}
    }),
  )
}

/** Of shared/corpora; throws where it is absent. */
export async function corpusParts(): Promise<readonly LabelledPart[]> {
  const templates = await Promise.all(
    listed('templates').map(async ({name, entry}): Promise<LabelledPart> => {
      const written = corpusFile(`templates/${name}`).toString('utf8')
      const source = name.endsWith('.mjml') ? await mjmlToHtml(written, corpusPath(`templates/${name}`), 'en') : written
      return {set: 'templates', name, part: entry.part ?? 'html', source, labels: labelsOf(entry, name)}
    }),
  )
  const newsletters = await Promise.all(
    listed('newsletters').map(async ({name, entry}): Promise<LabelledPart> => {
      const part = entry.part ?? 'html'
      const found = (await emlParts(corpusFile(emlPath(name)))).find((each) => each.part === part)
      if (found === undefined) throw new Error(`${name} has no ${part} part`)
      return {set: 'newsletters', name, part, source: found.source, labels: labelsOf(entry, name)}
    }),
  )
  return [...templates, ...newsletters]
}

/** Every part that readers are shown has labels, and only those: for telling what was forgotten. */
export async function partsOfMessages(): Promise<readonly string[]> {
  const files = ['hard-ham', 'one-click'].flatMap((folder) =>
    readdirSync(corpusPath(`newsletters-eml/${folder}`)).flatMap((file) =>
      file.endsWith('.eml') ? [`${folder}/${file.split('.')[0]}`] : [],
    ),
  )
  const parts = await Promise.all(
    files.map(async (name) => (await emlParts(corpusFile(emlPath(name)))).map(({part}) => `${name} ${part}`)),
  )
  return parts.flat().sort()
}

function listed(set: 'templates' | 'newsletters'): readonly {readonly name: string; readonly entry: Entry}[] {
  return read<Entry & {files: readonly string[]}>(join('labels', `${set}.yaml`)).flatMap((entry) =>
    entry.files.map((name) => ({name, entry})),
  )
}

/** Labels leave the checksum out of the names. */
function emlPath(name: string): string {
  const folder = `newsletters-eml/${dirname(name)}`
  const file = readdirSync(corpusPath(folder)).find((each) => `${dirname(name)}/${each.split('.')[0]}` === name)
  if (file === undefined) throw new Error(`no message ${name}`)
  return `${folder}/${file}`
}
