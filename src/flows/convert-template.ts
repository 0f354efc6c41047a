/**
 * Templates of another sending system in, the same in our language out. What cannot be said in our language stays as
 * it was written and is told with its place. Nothing is written before everything was read and no file is in the way.
 */
import type {Converted, Kept, Replacement} from '../core/templates/convert/convert-source.ts'
import {convertSource, countSystems} from '../core/templates/convert/convert-source.ts'
import type {SystemFound} from '../core/templates/convert/find-system.ts'
import {findSystem} from '../core/templates/convert/find-system.ts'
import type {System} from '../core/templates/convert/reading.ts'
import {isHtmlTemplate, isTemplateName} from '../core/templates/convert/template-kind.ts'
import {AppError} from '../errors.ts'
import type {ConvertFiles, FoundFile} from '../ports/convert-files.ts'

export interface ConvertAsk {
  readonly paths: readonly string[]
  /** Null: told by the tags. */
  readonly from: System | null
  /** A file for a single one, else a folder; null: nothing is written. */
  readonly out: string | null
  readonly overwrite: boolean
  /** New names by old ones. */
  readonly rename: ReadonlyMap<string, string>
}

export interface ConvertedFile {
  readonly path: string
  /** Where it was written; null: nowhere. */
  readonly out: string | null
  readonly text: string
  readonly replacements: readonly Replacement[]
  readonly kept: readonly Kept[]
  readonly raw: readonly Kept[]
}

export interface ConvertedTemplate extends SystemFound {
  /** As named. */
  readonly path: string
  readonly files: readonly ConvertedFile[]
  /** Files without tags (pictures, data), which came along as they are. */
  readonly copied: readonly string[]
}

export interface ConvertResult {
  readonly templates: readonly ConvertedTemplate[]
  readonly replaced: number
  readonly kept: number
  /** Old names of rename that no tag has. */
  readonly unmet: readonly string[]
}

/** Throws FILE_*, OUTPUT_IS_TARGET (two files would be written to one place), TEMPLATE_INVALID (a file too big). */
export async function convertTemplate(
  ask: ConvertAsk,
  {files}: {readonly files: ConvertFiles},
): Promise<ConvertResult> {
  const read = []
  for (const path of ask.paths) read.push(await readTemplate(path, files))
  const places = await choosePlaces(ask, read, files)
  const met = new Set<string>()
  const templates: ConvertedTemplate[] = []
  for (const template of read) templates.push(convertOne(template, ask, places, met))
  for (const template of templates) await writeOne(template, ask, places, files)
  const all = templates.flatMap((template) => template.files)
  return {
    templates,
    replaced: all.reduce((sum, {replacements}) => sum + replacements.length, 0),
    kept: all.reduce((sum, {kept}) => sum + kept.length, 0),
    unmet: [...ask.rename.keys()].filter((name) => !met.has(name)),
  }
}

interface ReadTemplate {
  readonly path: string
  readonly isFolder: boolean
  readonly sources: readonly (FoundFile & {readonly source: string; readonly isHtml: boolean})[]
  readonly others: readonly FoundFile[]
}

async function readTemplate(path: string, files: ConvertFiles): Promise<ReadTemplate> {
  const {isFolder, files: found} = await files.find(path)
  const sources: (FoundFile & {source: string; isHtml: boolean})[] = []
  const others: FoundFile[] = []
  for (const file of found) {
    const source = !isFolder || isTemplateName(file.below) ? await readSource(file, isFolder, files) : null
    if (source === null) others.push(file)
    else sources.push({...file, source, isHtml: isHtmlTemplate(file.below, source)})
  }
  return {path, isFolder, sources, others}
}

/** Null: an empty file of a folder. */
async function readSource({path}: FoundFile, isFolder: boolean, files: ConvertFiles): Promise<string | null> {
  try {
    return await files.read(path)
  } catch (error) {
    if (isFolder && error instanceof AppError && error.code === 'FILE_EMPTY') return null
    throw error
  }
}

/** Where each file goes, by its path; empty when nothing is written. Throws FILE_EXISTS, OUTPUT_IS_TARGET. */
async function choosePlaces(
  {out, overwrite}: ConvertAsk,
  templates: readonly ReadTemplate[],
  files: ConvertFiles,
): Promise<ReadonlyMap<string, string>> {
  const places = new Map<string, string>()
  if (out === null) return places
  const isOne = templates.length === 1
  const isFile = isOne && !templates[0]!.isFolder && !/[\\/]$/.test(out) && (await files.kindOf(out)) !== 'folder'
  const taken = new Map<string, string>()
  for (const {path, isFolder, sources, others} of templates) {
    // A folder alone becomes the folder that was named; several stand in it side by side.
    const top = !isFolder || isOne ? out : joined(out, lastOf(path))
    for (const file of [...sources, ...others]) {
      const place = isFile ? out : joined(top, file.below)
      const same = taken.get(place)
      if (same !== undefined && same !== file.path)
        throw new AppError('OUTPUT_IS_TARGET', {flag: '--out', file: place, same: `${same} → ${place}`})
      if (!overwrite && (await files.kindOf(place)) !== null) throw new AppError('FILE_EXISTS', {file: place})
      taken.set(place, file.path)
      places.set(file.path, place)
    }
  }
  return places
}

function joined(folder: string, below: string): string {
  return `${folder.replace(/[\\/]+$/, '')}/${below}`
}

function lastOf(path: string): string {
  const parts = path.split(/[\\/]/).filter((part) => part !== '' && part !== '.')
  return parts.at(-1) ?? 'template'
}

function convertOne(
  {path, sources, others}: ReadTemplate,
  {from, rename}: ConvertAsk,
  places: ReadonlyMap<string, string>,
  met: Set<string>,
): ConvertedTemplate {
  const counts = new Map<System, number>()
  for (const {source, isHtml} of sources)
    for (const [system, tags] of countSystems(source, isHtml)) counts.set(system, (counts.get(system) ?? 0) + tags)
  const found = findSystem(counts)
  const system = from ?? found.system
  const converted = sources.map((file): ConvertedFile => {
    const how = {isHtml: file.isHtml, system, isSaid: from !== null, rename}
    const {text, replacements, kept, raw, renamed}: Converted = convertSource(file.source, how)
    for (const name of renamed) met.add(name)
    return {path: file.path, out: places.get(file.path) ?? null, text, replacements, kept, raw}
  })
  return {path, system, counts: found.counts, files: converted, copied: others.map((file) => file.path)}
}

async function writeOne(
  {files: converted, copied}: ConvertedTemplate,
  {overwrite}: ConvertAsk,
  places: ReadonlyMap<string, string>,
  files: ConvertFiles,
): Promise<void> {
  for (const {out, text} of converted) if (out !== null) await files.write(out, text, overwrite)
  for (const path of copied) {
    const place = places.get(path)
    if (place !== undefined) await files.copy(path, place, overwrite)
  }
}
