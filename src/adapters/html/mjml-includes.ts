/**
 * Puts the files that <mj-include> names into an .mjml text, so that mjml itself reads none. Each is read by the rules of
 * template folders and ends up where mjml would put it: elements in their place, what belongs into the head at its end.
 */
import {basename, dirname, join, posix} from 'node:path'
import {placeOf} from '../../core/templates/parse-template.ts'
import type {MessageKey, MessageValues} from '../../i18n/text.ts'
import type {TemplatePlace, TemplateText} from '../../ports/templates.ts'
import type {ReadRefusal} from '../files/read-inside.ts'
import {readInside} from '../files/read-inside.ts'
import {textOfBytes} from '../files/read-text.ts'
import type {MjmlElement, MjmlElements} from './mjml-elements.ts'
import {elementsIn} from './mjml-elements.ts'
import type {JoinedPieces, MjmlPiece} from './mjml-pieces.ts'
import {joinPieces, replaceIn} from './mjml-pieces.ts'

const MOST_DEPTH = 16
const MOST_FILES = 64
const MOST_BYTES = 1_000_000
/** In UTF-16 units, of all together: what is put in twice counts twice. A mail may not be bigger. */
const MOST_LENGTH = 1_000_000

/** What mjml 5 passes on as it stands, without looking for elements in it. */
const HOLDS_WORDS: ReadonlySet<string> = new Set([
  'mj-accordion-text',
  'mj-accordion-title',
  'mj-breakpoint',
  'mj-button',
  'mj-carousel-image',
  'mj-navbar-link',
  'mj-preview',
  'mj-raw',
  'mj-social-element',
  'mj-style',
  'mj-table',
  'mj-text',
  'mj-title',
])

type Tell = (at: TemplatePlace, key: MessageKey, values?: MessageValues) => void

/** A text with its name below the folder, and the names of those that include it, the outermost first. */
interface Part extends TemplateText {
  readonly name: string
  readonly chain: readonly string[]
  /** The element around its mj-include; null: nothing includes it. */
  readonly within: string | null
}

interface Job {
  readonly root: TemplateText
  readonly tell: Tell
  /** By name below the folder; each is read once. */
  readonly known: Map<string, TemplateText | ReadRefusal>
  /** Length of all that was put together; more than allowed ends the work. */
  total: number
}

/** What goes into the head of the mail, besides what stands there: mjml puts styles behind all else. */
interface Hoisted {
  readonly head: MjmlPiece[]
  readonly styles: MjmlPiece[]
}

/** Files lie in the folder of root.file. Every mistake is told; what comes back is then of no use. Throws FILE_BINARY. */
export async function expandMjml(root: TemplateText, tell: Tell): Promise<JoinedPieces> {
  const name = basename(root.file)
  const job: Job = {root, tell, known: new Map([[name, root]]), total: root.source.length}
  const part: Part = {...root, name, chain: [], within: null}
  const elements = elementsOf(part, job)
  const hoisted: Hoisted = {head: [], styles: []}
  const pieces = await expandRange(part, elements, {start: 0, end: root.source.length}, hoisted, job)
  const more = [...hoisted.head, ...hoisted.styles]
  return joinPieces(more.length === 0 ? pieces : withHead(pieces, more))
}

function elementsOf(part: Part, {tell}: Job): MjmlElements {
  const found = elementsIn(part.source)
  for (const offset of found.unread) tell(placeIn(part, offset), 'template-mjml.include')
  if (found.openComment !== null) tell(placeIn(part, found.openComment), 'template-mjml.open-comment')
  return found
}

/** A stretch of a part with all that it includes. Closing tags without a beginning go, those that are missing are set. */
async function expandRange(
  part: Part,
  {elements, strays}: MjmlElements,
  {start, end}: {readonly start: number; readonly end: number},
  hoisted: Hoisted,
  job: Job,
): Promise<readonly MjmlPiece[]> {
  const isIn = (place: {readonly start: number}) => place.start >= start && place.start < end
  const includes = elements.filter(({name}) => name === 'mj-include')
  const edits = [
    ...includes.map((element) => ({start: element.start, end: element.end, element})),
    ...strays.map((stray) => ({...stray, element: null})),
  ]
  const pieces: MjmlPiece[] = []
  let at = start
  const goOn = (to: number) => pieces.push({text: part.source.slice(at, to), from: part, at, isOurs: false})
  for (const edit of edits.filter(isIn).sort((a, b) => a.start - b.start)) {
    goOn(edit.start)
    if (edit.element !== null) pieces.push(...(await include(part, edit.element, hoisted, job)))
    at = edit.end
  }
  goOn(end)
  const unclosed = elements.filter((element) => !element.isClosed && isIn(element) && element.contentEnd >= end)
  const closings = unclosed.reverse().map(({name}) => `</${name}>`)
  return [...pieces, {text: closings.join(''), from: part, at: end, isOurs: true}]
}

/** What comes in the place of an mj-include; nothing after telling why not. */
async function include(part: Part, element: MjmlElement, hoisted: Hoisted, job: Job): Promise<readonly MjmlPiece[]> {
  const within = element.parent?.name ?? part.within
  const included = await readIncluded(part, element, within, job)
  if (included === null) return []
  const ours = (text: string): MjmlPiece => ({text, from: part, at: element.start, isOurs: true})
  const type = element.attributes.get('type')
  if (type === 'html' || type === 'css') {
    const holder = type === 'html' ? 'mj-raw' : 'mj-style'
    const inner = await expandWords({...included, within: holder}, job)
    const isInline = type === 'css' && element.attributes.get('css-inline') === 'inline'
    const whole = [ours(`\n<${holder}${isInline ? ' inline="inline"' : ''}>`), ...inner, ours(`</${holder}>\n`)]
    if (type === 'html') return whole
    hoisted.styles.push(...whole)
    return []
  }
  const {body, head} = await expandPart(included, job)
  if (within === 'mj-head') return [ours('\n'), ...body, ours('\n'), ...head, ours('\n')]
  hoisted.head.push(...head)
  // On lines of its own, so that a line of the whole is of one file.
  return [ours('\n'), ...body, ours('\n')]
}

/** A whole <mjml> gives what is in its body and head; anything else is put in as it is. */
async function expandPart(part: Part, job: Job): Promise<{body: readonly MjmlPiece[]; head: readonly MjmlPiece[]}> {
  const found = elementsOf(part, job)
  const mjml = found.elements.find(({name, parent}) => name === 'mjml' && parent === null)
  const hoisted: Hoisted = {head: [], styles: []}
  const inside = async (name: string) => {
    const element = found.elements.find((each) => each.name === name && each.parent === mjml)
    if (element === undefined || element.isEmpty) return []
    return expandRange(part, found, {start: element.end, end: element.contentEnd}, hoisted, job)
  }
  const isLost = ({name, parent}: MjmlElement) => name === 'mj-include' && mjml !== undefined && parent === mjml
  for (const {start} of found.elements.filter(isLost)) job.tell(placeIn(part, start), 'template-mjml.include')
  const own = mjml === undefined ? [] : await inside('mj-head')
  const range = {start: 0, end: part.source.length}
  const body = mjml === undefined ? await expandRange(part, found, range, hoisted, job) : await inside('mj-body')
  return {body, head: [...own, ...hoisted.head, ...hoisted.styles]}
}

/** HTML or CSS: an mj-include in it is told, as in all that holds words. */
async function expandWords(part: Part, job: Job): Promise<readonly MjmlPiece[]> {
  const range = {start: 0, end: part.source.length}
  return expandRange(part, elementsOf(part, job), range, {head: [], styles: []}, job)
}

async function readIncluded(part: Part, element: MjmlElement, within: string | null, job: Job): Promise<Part | null> {
  const at = placeIn(part, element.start)
  const refuse = (key: MessageKey, values: MessageValues = {}) => {
    job.tell(at, key, values)
    return null
  }
  const path = element.attributes.get('path')
  const type = element.attributes.get('type') ?? 'mjml'
  if (path === undefined || !['mjml', 'html', 'css'].includes(type)) return refuse('template-mjml.include')
  if (within === null || HOLDS_WORDS.has(within)) return refuse('template-mjml.include')
  if (part.source.slice(element.start, element.end).includes('{{')) return refuse('template-mjml.include-tag')
  // As mjml: from the file that includes, not from the outermost one.
  const name = path.startsWith('/') ? path : posix.join(posix.dirname(part.name), path)
  const chain = [...part.chain, part.name]
  if (chain.includes(name)) {
    const way = [...chain.slice(chain.indexOf(name)), name].join(' > ')
    return refuse('template-mjml.include-circle', {way})
  }
  if (chain.length > MOST_DEPTH) return refuse('template-mjml.include-deep', {limit: MOST_DEPTH})
  // The root is one of the known.
  if (!job.known.has(name) && job.known.size > MOST_FILES)
    return refuse('template-mjml.include-many', {limit: MOST_FILES})
  if (job.total > MOST_LENGTH) return null
  const text = job.known.get(name) ?? (await readText(name, job))
  job.known.set(name, text)
  if (typeof text === 'string') return refuse(`template-file.${text}`, {file: path, limit: MOST_BYTES / 1_000_000})
  job.total += text.source.length + 1
  if (job.total > MOST_LENGTH) return refuse('template-mjml.include-big', {limit: MOST_LENGTH / 1000})
  return {...text, name, chain, within}
}

async function readText(name: string, {root}: Job): Promise<TemplateText | ReadRefusal> {
  const folder = dirname(root.file)
  const read = await readInside(folder, name, MOST_BYTES)
  const file = join(folder, name)
  return read.ok ? {file, source: textOfBytes(read.content, file)} : read.why
}

/** Behind all that is in the head; a head is made where there is none. */
function withHead(pieces: readonly MjmlPiece[], more: readonly MjmlPiece[]): readonly MjmlPiece[] {
  const {elements} = elementsIn(joinPieces(pieces).source)
  const mjml = elements.find(({name, parent}) => name === 'mjml' && parent === null)
  const head = elements.find(({name, parent}) => name === 'mj-head' && parent === mjml)
  // Without <mjml> nothing comes of it: mjml refuses the whole.
  if (mjml === undefined) return pieces
  if (head !== undefined && !head.isEmpty)
    return replaceIn(pieces, {start: head.contentEnd, end: head.contentEnd}, more)
  const ours = (text: string): MjmlPiece => ({...more[0]!, text, isOurs: true})
  const place = head ?? {start: mjml.end, end: mjml.end}
  return replaceIn(pieces, place, [ours('<mj-head>'), ...more, ours('</mj-head>')])
}

function placeIn({file, source}: TemplateText, offset: number): TemplatePlace {
  return {file, ...placeOf(source, offset)}
}
