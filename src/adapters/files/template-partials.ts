/** The partials of a template folder: partials/NAME.html for the HTML part, partials/NAME.txt for the text part. */
import type {Dirent} from 'node:fs'
import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import type {TemplateSource, TemplateText} from '../../ports/templates.ts'
import {readInside} from './read-inside.ts'
import {textOfBytes} from './read-text.ts'
import type {TemplateProblems} from './template-problems.ts'

const FOLDER = 'partials'
const MOST_PARTIALS = 64
const MOST_BYTES = 1_000_000
/** Letters of any script, digits, - _ and . make a name; / stands between folders. */
const NAME = /^[\p{L}\p{M}\p{N}_-][\p{L}\p{M}\p{N}._-]*$/u

/** folder: of the template. Names are in NFC and without ending. No folder partials/: none. Throws FILE_BINARY. */
export async function readPartials(folder: string, problems: TemplateProblems): Promise<TemplateSource['partials']> {
  const html = new Map<string, TemplateText>()
  const text = new Map<string, TemplateText>()
  const files = await filesIn(folder, FOLDER, problems)
  const nameOf = (file: string) => file.slice(FOLDER.length + 1, file.lastIndexOf('.')).normalize('NFC')
  if (new Set(files.map(nameOf)).size > MOST_PARTIALS) {
    problems.tell(join(folder, FOLDER), 'template-file.too-many-partials', {limit: MOST_PARTIALS})
    return {html, text}
  }
  for (const name of files) {
    const file = join(folder, name)
    const read = await readInside(folder, name, MOST_BYTES)
    if (!read.ok) problems.tell(file, `template-file.${read.why}`, {file: name, limit: MOST_BYTES / 1_000_000})
    else (name.endsWith('.html') ? html : text).set(nameOf(name), {file, source: textOfBytes(read.content, file)})
  }
  return {html, text}
}

/** Paths relative to the template's folder, sorted; hidden files and other endings are left aside. */
async function filesIn(folder: string, under: string, problems: TemplateProblems): Promise<readonly string[]> {
  const entries = await entriesOf(join(folder, under), problems)
  const files: string[] = []
  for (const entry of entries) {
    const path = `${under}/${entry.name}`
    const isWanted = /\.(?:html|txt)$/.test(entry.name)
    if (entry.name.startsWith('.') || !(entry.isDirectory() || isWanted)) continue
    if (!NAME.test(entry.name)) problems.tell(join(folder, path), 'template-file.partial-name')
    else if (entry.isDirectory()) files.push(...(await filesIn(folder, path, problems)))
    else files.push(path)
  }
  return files
}

async function entriesOf(path: string, problems: TemplateProblems): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(path, {withFileTypes: true})
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code === 'ENOTDIR') problems.tell(path, 'template-file.partials-no-folder')
    else if (code !== 'ENOENT') problems.tell(path, 'template-file.unreadable', {file: path})
    return []
  }
}
