/**
 * A finished mail (.eml) as a linter reads it: its headers, what readers see of its parts, what is attached, and how all
 * of it travels. Any bytes are read; what is wrong with them is told, never thrown. Bounded by the limits below.
 */
import {decodeWords} from 'postal-mime'
import type {Spot} from '../../../core/lint/spot.ts'
import type {AttachmentView, FileFault, HeaderView, LeafView, MailView} from '../../../core/lint/template-view.ts'
import type {MailSource, MailText} from '../../../ports/lint-files.ts'
import {encodedWords} from './encoded-words.ts'
import type {RawField} from './header-block.ts'
import type {PlacedText} from './join-texts.ts'
import {joinTexts} from './join-texts.ts'
import {rawPlaces} from './raw-places.ts'
import {readCharset} from './read-charset.ts'
import type {ShownPiece} from './shown-parts.ts'
import {isAttached, leavesOf, shownParts} from './shown-parts.ts'
import type {Entity} from './split-mail.ts'
import {splitMail} from './split-mail.ts'
import {undoTransfer} from './transfer-encoding.ts'

/** Of the text of a mail, as of a template: no reader scrolls through more, and no mail program shows it. */
const MOST_TEXT_BYTES = 1_000_000

interface ReadLeaf extends PlacedText {
  readonly reading: LeafView['reading']
}

/** file: as findings name it. */
export async function readEml(bytes: Uint8Array, file: string): Promise<MailSource> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const placeAt = rawPlaces(raw, file)
  const {root, isCut} = splitMail(raw)
  const faults: FileFault[] = []
  const tell = (key: string, offset: number, values: FileFault['values'] = {}) =>
    faults.push({kind: 'file', key, values, place: placeAt(offset)})
  if (isCut) tell('readable.parts', root.start)

  const shown = shownParts(root)
  const read = new Map<Entity, ReadLeaf>()
  for (const {entity} of [...shown.html, ...(shown.text ?? [])]) {
    if (read.has(entity)) continue
    const leaf = await readLeaf(raw, entity)
    if (leaf === null) tell('readable.text-too-big', entity.start, {limit: MOST_TEXT_BYTES / 1000})
    else read.set(entity, leaf)
  }
  const put = (pieces: readonly ShownPiece[]): MailText | null => {
    const texts = pieces.flatMap(({entity, isTextInHtml}) => {
      const leaf = read.get(entity)
      return leaf === undefined ? [] : [{...leaf, asHtml: isTextInHtml}]
    })
    return texts.length === 0 ? null : asMailText(joinTexts(texts), placeAt)
  }
  const headers = await Promise.all(root.fields.map((field) => viewHeader(raw, field)))
  const html = shown.hasHtml ? put(shown.html) : null
  const text = shown.text === null ? null : put(shown.text)
  if (html === null && (text === null || text.source.trim() === '') && faults.length === 0)
    tell('readable.no-text', root.start)
  const leaves = leavesOf(root)
  const mail: MailView = {
    raw,
    headers,
    headersEnd: root.headersEnd,
    leaves: leaves.map((leaf) => viewLeaf(leaf, read.get(leaf)?.reading ?? null)),
    attachments: leaves.flatMap((leaf) => viewAttachment(leaf, raw, placeAt)),
    placeAt,
  }
  return {file, mail, subject: subjectOf(headers, placeAt), html, text, faults}
}

/** Null where it is bigger than the text of a mail may be. */
async function readLeaf(raw: string, {start, end, encoding, type}: Entity): Promise<ReadLeaf | null> {
  // Encoded text is longer than its bytes, at most three times in quoted-printable.
  if (end - start > 4 * MOST_TEXT_BYTES) return null
  const {bytes, rawOffset} = undoTransfer(raw, start, end, encoding)
  if (bytes.length > MOST_TEXT_BYTES) return null
  const {text, byteIndex, charset, fault, faultAt} = await readCharset(bytes, type.parameters.get('charset') ?? null)
  const reading = {charset, fault, faultAt: faultAt === null ? start : rawOffset(faultAt)}
  return {text, reading, rawOffset: (index) => rawOffset(byteIndex(index))}
}

function asMailText({text, rawOffset}: PlacedText, placeAt: (offset: number) => Spot): MailText {
  return {source: text, placeOf: (offset) => placeOnly(placeAt(rawOffset(offset)))}
}

function placeOnly({file, line, column}: Spot) {
  return {file, line, column}
}

async function viewHeader(raw: string, field: RawField): Promise<HeaderView> {
  const {name, value, offset, valueOffset, end} = field
  return {
    ...{name, raw: value, offset, valueOffset},
    value: decodeWords(asUtf8(value)),
    words: await encodedWords(raw, valueOffset, end),
  }
}

/** Headers may be UTF-8 as they stand (RFC 6532). */
function asUtf8(value: string): string {
  return /[\x80-\xff]/.test(value) ? Buffer.from(value, 'latin1').toString('utf8') : value
}

/** Of an encoded subject every place is that of its beginning. */
function subjectOf(headers: readonly HeaderView[], placeAt: (offset: number) => Spot): MailText | null {
  const header = headers.find(({name}) => name?.toLowerCase() === 'subject')
  if (header === undefined) return null
  const {value, raw, valueOffset} = header
  const start = valueOffset + 1
  return {source: value, placeOf: (offset) => placeOnly(placeAt(value === raw ? start + offset : start))}
}

function viewLeaf({type, encoding, offset, start, end}: Entity, reading: LeafView['reading']): LeafView {
  return {type: type.value, charset: type.parameters.get('charset') ?? null, encoding, offset, start, end, reading}
}

function viewAttachment(leaf: Entity, raw: string, placeAt: (offset: number) => Spot): readonly AttachmentView[] {
  const {type, disposition, start, end, encoding, offset} = leaf
  const name = disposition.parameters.get('filename') ?? type.parameters.get('name') ?? ''
  if (!isAttached(leaf) && name === '') return []
  const written = end - start
  const sizeBytes =
    encoding === 'base64' ? Math.floor((raw.slice(start, end).replace(/[\s=]/g, '').length * 3) / 4) : written
  return [{name: decodeWords(asUtf8(name)), type: type.value, sizeBytes, place: placeAt(offset)}]
}
