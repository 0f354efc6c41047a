/**
 * Consent events as JSON lines: one object per line, in UTF-8 (RFC 8259), with the field names of the rulebook's E.4.
 * Rejected lines go to a file of the same form, each with its line number and reason in front, ready to be mended.
 */
import {closeSync, existsSync, mkdirSync, openSync, writeSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {eventFieldOf} from '../../core/consent/event-columns.ts'
import type {EventCells} from '../../core/consent/read-event.ts'
import {makeEventReader} from '../../core/consent/read-event.ts'
import {stopGuard, WATCHED_FIELDS} from '../../core/consent/stop-guard.ts'
import {remember} from '../../core/contacts/remember.ts'
import {AppError} from '../../errors.ts'
import type {ConsentBatch, ConsentFile, ConsentFileAsk} from '../../ports/consent-files.ts'
import type {SourcePlace} from '../../ports/source-place.ts'
import {startConsentBatch} from './consent-batch.ts'
import {checkRejectsPath, REJECTED_JSON} from './rejects-file.ts'
import {readSource} from './source/read-source.ts'
import {surveyFile} from './survey-file.ts'

const LINES_A_BATCH = 2000
const LF = 0x0a

/** Throws ENCODING_WRONG where the bytes are no UTF-8, FILE_EMPTY. */
export async function openJsonLines(place: SourcePlace, ask: ConsentFileAsk): Promise<Omit<ConsentFile, 'release'>> {
  if (ask.map.length > 0)
    throw new AppError('FLAG_INVALID', {flag: '--map', given: ask.map[0]!, expected: 'CSV', command: 'consent import'})
  const survey = await surveyFile(place, 'utf-8')
  return {
    file: ask.file,
    format: 'jsonl',
    encoding: 'utf-8',
    sha256: survey.sha256,
    sizeBytes: survey.sizeBytes,
    columns: [],
    read: (rejectsPath) => readEvents(place, ask, rejectsPath),
  }
}

async function* readEvents(place: SourcePlace, ask: ConsentFileAsk, rejectsPath: string): AsyncGenerator<ConsentBatch> {
  const {recordBytes} = place.limits
  const saysNo = keyGuards()
  const readEvent = makeEventReader({...ask, tellsEvent: ask.event === null})
  const rejects = jsonRejects(rejectsPath, ask.file)
  let bytesRead = 0
  let texts: string[] = []
  let numbers: number[] = []
  const flush = (): ConsentBatch => {
    const [taken, lines] = [texts, numbers]
    texts = []
    numbers = []
    const batch = startConsentBatch(bytesRead, (record, why) => rejects.add(lines[record]!, why, taken[record]!))
    for (const [record, text] of taken.entries()) {
      const read = text.length >= recordBytes ? 'too-long' : readObject(text, saysNo)
      if (typeof read === 'string') batch.fail(record, lines[record]!, read)
      else batch.add(record, lines[record]!, read.cells.address ?? '', readEvent(read.cells, read.saysStop))
    }
    return batch.result()
  }
  try {
    for await (const {text, line, end} of linesOf(readSource(place), recordBytes)) {
      bytesRead = end
      if (text.trim() === '') continue
      texts.push(text)
      numbers.push(line)
      if (texts.length === LINES_A_BATCH) yield flush()
    }
    if (texts.length > 0) yield flush()
  } finally {
    rejects.close()
  }
}

/** A line over the limit comes cut, which no reader takes for an object. */
async function* linesOf(blocks: AsyncIterable<Buffer>, most: number) {
  let held: Buffer[] = []
  let heldBytes = 0
  let line = 0
  let end = 0
  const take = () => {
    line += 1
    const bytes = Buffer.concat(held)
    held = []
    heldBytes = 0
    const text = bytes
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r$/, '')
    return {text, line, end}
  }
  const hold = (piece: Buffer) => {
    const room = most - heldBytes
    if (room > 0) held.push(piece.subarray(0, room))
    heldBytes += piece.length
  }
  for await (const block of blocks) {
    let from = 0
    for (let at = block.indexOf(LF); at >= 0; at = block.indexOf(LF, from)) {
      hold(block.subarray(from, at))
      end += at + 1 - from
      from = at + 1
      yield take()
    }
    hold(block.subarray(from))
    end += block.length - from
  }
  if (heldBytes > 0) yield take()
}

interface ObjectReading {
  readonly cells: EventCells
  /** A key that is not taken in says no. */
  readonly saysStop: boolean
}

/** Fields of the object, or why it is none. What is no field of an event is not taken in. */
function readObject(text: string, saysNo: (key: string, cell: string) => boolean): ObjectReading | 'not-json' {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return 'not-json'
  }
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) return 'not-json'
  const cells: Record<string, string> = {}
  let saysStop = false
  for (const [key, value] of Object.entries(parsed)) {
    if (key === 'form_snapshot' && value !== null && typeof value === 'object') addForm(cells, value)
    const field = eventFieldOf(key)
    const cell = cellFor(value)
    if ((field === null || WATCHED_FIELDS.has(field)) && saysNo(key, cell)) saysStop = true
    // The first that says something holds, as in a table.
    if (field !== null && cell !== '') cells[field] ??= cell
  }
  return {cells, saysStop}
}

/** Of keys that are not taken in: whether their value says no. */
function keyGuards(): (key: string, cell: string) => boolean {
  const guardOf = remember((key) => stopGuard(key, []))
  return (key, cell) => cell !== '' && guardOf(key)?.(cell) === true
}

/** {sha256, version, name}: the version names the wording, its hash proves it. */
function addForm(cells: Record<string, string>, form: object): void {
  const {name, version, sha256} = form as Readonly<Record<string, unknown>>
  const wording = [name, version, sha256].map(cellFor).find((word) => word !== '')
  if (wording !== undefined) cells.wording ??= wording
  if (typeof sha256 === 'string') cells.form_sha256 ??= sha256
}

function cellFor(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value))
    return value
      .map(cellFor)
      .filter((word) => word !== '')
      .join(', ')
  return ''
}

function jsonRejects(path: string, input: string) {
  let file: number | null = null
  const open = (): number => {
    checkRejectsPath(path, input)
    try {
      if (!existsSync(dirname(dirname(resolve(path))))) throw Object.assign(new Error(), {code: 'ENOENT'})
      if (!existsSync(dirname(path))) mkdirSync(dirname(path), {mode: 0o700})
      return openSync(path, 'w', 0o600)
    } catch (error) {
      const why = (error as NodeJS.ErrnoException).code ?? ''
      throw new AppError('FILE_UNWRITABLE', {file: path, why}, {cause: error})
    }
  }
  return {
    add(line: number, why: string, text: string) {
      file ??= open()
      const object = /^\s*\{\s*(?!\})/.exec(text)
      const isObject = object !== null && why !== 'not-json' && why !== 'too-long'
      const rest = isObject ? text.slice(object[0].length) : `"todoke_text":${JSON.stringify(text)}}`
      // What an earlier rejects file said of the line is said anew.
      const fresh = rest.replace(/^"todoke_line":\d+,"todoke_reason":"[^"]*",/, '')
      const bytes = Buffer.from(`${REJECTED_JSON}${line},"todoke_reason":"${why}",${fresh}\n`)
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    },
    close() {
      if (file !== null) closeSync(file)
    },
  }
}
