/** What travels with a mail beside its text: pictures that the HTML shows, and attachments. Each is read once, all within one limit. */
import {createHash} from 'node:crypto'
import {posix} from 'node:path'
import {placeOf} from '../../core/templates/parse-template.ts'
import type {AttachedFile, InlineImage, NamedPicture, TemplateText} from '../../ports/templates.ts'
import {attachmentType, pictureType} from './media-types.ts'
import type {ReadInside} from './read-inside.ts'
import {readInside} from './read-inside.ts'
import type {TemplateProblems} from './template-problems.ts'
import type {WantedFile} from './template-settings.ts'

/** One file, and all together: base64 makes a third more of it, and many relays end at 20 MB or less. */
const MOST_BYTES = 10_000_000
const LIMIT = MOST_BYTES / 1_000_000

type Tell = (key: Parameters<TemplateProblems['tell']>[1]) => void

/** Reads files of one folder, and counts what they weigh together. */
export interface ParcelReader {
  /** Null after telling why not. name: as written. */
  read(name: string, tell: Tell): Promise<Uint8Array | null>
  /** Tells when all files together are over the limit. */
  weigh(): void
}

/** folder: that the files must lie in. */
export function startParcels(folder: string, problems: TemplateProblems): ParcelReader {
  const known = new Map<string, ReadInside>()
  let total = 0
  return {
    read: async (name, tell) => {
      const key = posix.normalize(name)
      // What is over the limit anyway is not read as well.
      if (total > MOST_BYTES) return null
      const isNew = !known.has(key)
      const read = known.get(key) ?? (await readInside(folder, name, MOST_BYTES))
      known.set(key, read)
      if (!read.ok) tell(`template-file.${read.why}`)
      else if (read.content.length === 0) tell('template-file.empty')
      if (!read.ok || read.content.length === 0) return null
      if (isNew) total += read.content.length
      return read.content
    },
    weigh: () => {
      if (total > MOST_BYTES) problems.tell(folder, 'template-file.all-too-big', {limit: LIMIT})
    },
  }
}

/** html: the HTML part and its partials, each with the pictures it names. The same content becomes one picture. */
export async function readPictures(
  html: readonly (TemplateText & {readonly named: readonly NamedPicture[]})[],
  parcels: ParcelReader,
  problems: TemplateProblems,
): Promise<readonly InlineImage[]> {
  const images = new Map<string, InlineImage & {uses: InlineImage['uses'][number][]}>()
  for (const text of html) {
    const {file, source, named} = text
    for (const {path, start, end, fault} of named) {
      const name = fileNameIn(path)
      const at = text.placeOf?.(start) ?? {file, ...placeOf(source, start)}
      const tell: Tell = (key) => problems.tell(at, key, {file: path, limit: LIMIT}, 'picture')
      if (fault !== null) tell(`template-file.picture-${fault}`)
      const content = fault === null ? await parcels.read(name, tell) : null
      if (content === null) continue
      const type = pictureType(content)
      const cid = `${createHash('sha256').update(content).digest('hex').slice(0, 24)}@inline`
      if (type === null || type === 'image/svg+xml') tell(`template-file.${type === null ? 'no-picture' : 'svg'}`)
      else {
        const image = images.get(cid) ?? {cid, file: {name: posix.basename(name), type, content}, uses: []}
        image.uses.push({file, start, end})
        images.set(cid, image)
      }
    }
  }
  return [...images.values()]
}

/** In HTML a path is written as an address: percent-encoded, perhaps with ?version or #place behind it. */
function fileNameIn(path: string): string {
  const bare = path.replace(/[?#].*$/s, '')
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}

/** In the order of template.yaml. */
export async function readAttachments(
  wanted: readonly WantedFile[],
  parcels: ParcelReader,
  problems: TemplateProblems,
): Promise<readonly AttachedFile[]> {
  const attached: AttachedFile[] = []
  for (const {file, name, at} of wanted) {
    const content = await parcels.read(file, (key) => problems.tell(at, key, {file, limit: LIMIT}))
    if (content === null) continue
    const shown = name ?? posix.basename(file)
    // A name without ending keeps the type of its file.
    const type = attachmentType(shown.includes('.') ? shown : file)
    attached.push({name: shown, type, content})
  }
  return attached
}
