/** What the words of a command line stand for: files, template folders, all below a folder, patterns. */
import {stat} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'
import {AppError} from '../../errors.ts'
import {openError} from './open-error.ts'

export interface FoundTemplate {
  readonly path: string
  /** By a pattern, or below a folder: settings may leave it aside. */
  readonly isFound: boolean
}

/** Files of others, and what is hidden; hidden folders are passed over anyway. */
const NOT_OURS = ['**/node_modules/**']
const LINTABLE = /\.(?:x?html?|txt|mjml|eml)$/i
const BELOW = '**/*.{html,htm,xhtml,txt,mjml,eml}'
/** Files of a template folder, which stand for the folder. */
const OF_TEMPLATE = /^(?:template\.yaml|body\.(?:html|mjml|txt)|partials\/.*)$/

/**
 * In the order of words, what is found sorted, each once. `-` stands for itself. Throws FILE_MISSING, FILE_UNREADABLE,
 * PATTERN_UNMATCHED, FOLDER_UNLINTABLE before anything is read.
 */
export async function findTemplates(words: readonly string[]): Promise<readonly FoundTemplate[]> {
  const found: FoundTemplate[] = []
  for (const word of words) found.push(...(await standsFor(word)))
  const seen = new Set<string>()
  return found.filter(({path}) => {
    const place = path === '-' ? path : resolve(path)
    return !seen.has(place) && seen.add(place)
  })
}

async function standsFor(word: string): Promise<readonly FoundTemplate[]> {
  if (word === '-') return [{path: word, isFound: false}]
  const kind = await kindOf(word)
  if (kind === null) return matching(word)
  // Whatever hands over the files that changed, one by one, means the mail that they make.
  if (kind === 'file') return [{path: await standIn(word, isTemplate), isFound: false}]
  if (await isTemplate(word)) return [{path: word, isFound: false}]
  const {glob} = await patterns()
  const files = await asTemplates(
    await glob([BELOW, '**/template.yaml'], {...USUAL, cwd: word, ignore: NOT_OURS}),
    word,
  )
  if (files.length === 0) throw new AppError('FOLDER_UNLINTABLE', {folder: word})
  return files
}

const USUAL = {expandDirectories: false, followSymbolicLinks: false, caseSensitiveMatch: false} as const

/** A file named by its path needs none. */
function patterns() {
  return import('tinyglobby')
}

async function matching(pattern: string): Promise<readonly FoundTemplate[]> {
  const {glob, isDynamicPattern} = await patterns()
  if (!isDynamicPattern(pattern)) throw new AppError('FILE_MISSING', {file: pattern})
  const all = await glob(pattern, {...USUAL, caseSensitiveMatch: true, onlyFiles: false})
  const folders = all.filter((path) => path.endsWith('/')).map((path) => path.slice(0, -1))
  const templates = await Promise.all(folders.map(isTemplate))
  // Whoever writes an ending means the files that have it.
  const isOurs = (path: string) => pattern.includes('node_modules') || !/(?:^|\/)node_modules\//.test(path)
  const isWanted = (path: string) =>
    !path.endsWith('/') && isOurs(path) && (/\.[a-z\d]+$/i.test(pattern) || LINTABLE.test(path))
  const files = [
    ...all.filter(isWanted),
    ...folders.filter((_, i) => templates[i]).map((path) => `${path}/template.yaml`),
  ]
  const found = await asTemplates(files, '')
  if (found.length === 0) throw new AppError('PATTERN_UNMATCHED', {pattern})
  return found
}

/** Sorted; files that belong to a template folder stand for it. */
async function asTemplates(files: readonly string[], below: string): Promise<readonly FoundTemplate[]> {
  const known = new Map<string, Promise<boolean>>()
  const isKnown = (folder: string) => {
    const answer = known.get(folder) ?? isTemplate(folder)
    known.set(folder, answer)
    return answer
  }
  const paths = await Promise.all(files.map(async (name) => standIn(join(below, name), isKnown)))
  return [...new Set(paths)].sort().map((path) => ({path, isFound: true}))
}

async function standIn(path: string, isKnown: (folder: string) => Promise<boolean>): Promise<string> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const name = path.slice(folder === '.' ? 0 : folder.length + 1).replaceAll('\\', '/')
    if (OF_TEMPLATE.test(name) && (await isKnown(folder))) return folder
    if (folder === dirname(folder)) return path
  }
}

function isTemplate(folder: string): Promise<boolean> {
  return stat(join(folder, 'template.yaml')).then(
    (status) => status.isFile(),
    () => false,
  )
}

/** Null where nothing is there. */
async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return null
    throw openError(path, error)
  }
}

/** Absolute paths of the files below a folder that match one of the patterns; a pattern may name a folder. */
export async function filesMatching(wanted: readonly string[], folder: string): Promise<ReadonlySet<string>> {
  if (wanted.length === 0) return new Set()
  const {glob} = await patterns()
  const found = await glob(wanted, {
    ...{...USUAL, expandDirectories: true, onlyFiles: false, absolute: true, cwd: folder, ignore: NOT_OURS},
  })
  return new Set(found.map((path) => path.replace(/\/$/, '')))
}
