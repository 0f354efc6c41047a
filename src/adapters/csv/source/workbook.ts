/** What a workbook says of itself: its sheets, how its numbers look, from when it counts its days. */

import type {NumberLook} from './cell-text.ts'
import {lookOfCode, lookOfId} from './cell-text.ts'
import type {XmlReader} from './xml.ts'
import {readXml} from './xml.ts'
import type {Zip, ZipEntry} from './zip.ts'

export interface Sheet {
  readonly name: string
  readonly isHidden: boolean
  readonly entry: ZipEntry
}

export interface Workbook {
  /** In the order of their tabs, without charts. */
  readonly sheets: readonly Sheet[]
  readonly sharedTexts: ZipEntry | null
  /** By the style number of a cell. */
  readonly looks: readonly NumberLook[]
  readonly is1904: boolean
}

const WORKBOOK = /^xl\/workbook\d*\.xml$/i

export function isWorkbook(zip: Zip): boolean {
  return zip.entries.some(({name}) => WORKBOOK.test(name))
}

/** Throws what reading a zip throws, Error with what is wrong when the workbook is not whole. */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const book = zip.entries.find(({name}) => WORKBOOK.test(name))!
  const links = await readLinks(zip, `xl/_rels/${book.name.slice('xl/'.length)}.rels`)
  const sheets: Sheet[] = []
  let is1904 = false
  await readAll(zip, book, (name, attributes) => {
    if (name === 'workbookPr') is1904 = /^(1|true|on)$/.test(attributes.date1904 ?? '')
    if (name !== 'sheet') return
    const link = links.get(Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '')
    const isHidden = (attributes.state ?? 'visible') !== 'visible'
    if (link?.type === 'worksheet') sheets.push({name: attributes.name ?? '', isHidden, entry: link.entry})
  })
  const linked = (type: string) => [...links.values()].find((link) => link.type === type)?.entry ?? null
  return {sheets, is1904, sharedTexts: linked('sharedStrings'), looks: await readLooks(zip, linked('styles'))}
}

interface Link {
  readonly type: string
  readonly entry: ZipEntry
}

/** Without one of these, cells would be lost or read as something else. */
const NEEDED = ['worksheet', 'sharedStrings', 'styles']

/** By id. Targets name entries of the same archive; anything else is nothing that is read. */
async function readLinks(zip: Zip, path: string): Promise<Map<string, Link>> {
  const links = new Map<string, Link>()
  await readAll(zip, entryAt(zip, path), (name, {Id = '', Type = '', Target = ''}) => {
    const type = Type.slice(Type.lastIndexOf('/') + 1)
    if (name === 'Relationship' && NEEDED.includes(type)) links.set(Id, {type, entry: entryAt(zip, fullName(Target))})
  })
  return links
}

function entryAt(zip: Zip, path: string): ZipEntry {
  const entry = zip.entries.find(({name}) => name.toLowerCase() === path.toLowerCase())
  if (entry === undefined) throw new Error(`${path} is missing`)
  return entry
}

/** Names are relative to xl/ unless they begin with a slash. */
function fullName(target: string): string {
  return new URL(target, 'zip://book/xl/workbook.xml').pathname.slice(1)
}

async function readLooks(zip: Zip, styles: ZipEntry | null): Promise<NumberLook[]> {
  const codes = new Map<number, string>()
  const looks: NumberLook[] = []
  let isCell = false
  const open: XmlReader['open'] = (name, {numFmtId = '0', formatCode = ''}) => {
    const id = Number(numFmtId)
    const code = codes.get(id)
    if (name === 'numFmt') codes.set(id, formatCode)
    else if (name === 'cellXfs') isCell = true
    else if (name === 'xf' && isCell) looks.push(code === undefined ? lookOfId(id) : lookOfCode(code))
  }
  const close = (name: string) => {
    if (name === 'cellXfs') isCell = false
  }
  if (styles !== null) await readAll(zip, styles, open, close)
  return looks
}

/** These parts are some kilobytes; one that is not is no part of a workbook that a person made. */
const MOST_TAGS = 1_000_000

async function readAll(
  zip: Zip,
  entry: ZipEntry,
  open: XmlReader['open'],
  close: XmlReader['close'] = () => {},
): Promise<void> {
  let tags = 0
  const reader: XmlReader = {
    open(name, attributes) {
      tags += 1
      if (tags > MOST_TAGS) throw new Error(`${entry.name}: more than ${MOST_TAGS} tags`)
      open(name, attributes)
    },
    close,
    text: () => {},
  }
  for await (const _ of readXml(zip.read(entry), reader));
}
