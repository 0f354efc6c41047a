/**
 * The lines of a merge, taken in as they come and handed out by parts in order of their subjects' numbers: so that the
 * order of files cannot matter, the store's index is written from left to right, and memory stays the same however
 * many lines there are. Beyond what fits in memory it lies in one file that has no name any more.
 */
import {closeSync, openSync, readSync, rmSync, writeSync} from 'node:fs'
import {addressHash} from '../../core/contacts/address-hash.ts'
import {sourceFamily} from '../../core/suppression/entry.ts'
import type {MergeLine, MergeRole} from '../../ports/suppression-store.ts'

export interface SpooledLine {
  readonly hash: number
  readonly subject: string
  readonly spelling: string | undefined
  readonly origin: SpooledOrigin
  /** UTC milliseconds; NaN = not said. */
  readonly from: number
  readonly until: number
  /** 0 = not said. */
  readonly line: number
}

/** What many lines have in common. */
export interface SpooledOrigin {
  readonly reason: MergeLine['reason']
  readonly scope: MergeLine['scope']
  readonly source: string
  readonly family: string
  readonly isSaid: boolean
  readonly role: MergeRole
}

export interface Spool {
  add(line: MergeLine): void
  /** Of lines with role entry. */
  readonly entries: number
  readonly parts: number
  /** The numbers of a part's subjects lie in [from, to). */
  bounds(part: number): {readonly from: number; readonly to: number}
  /** A part's lines by ascending number, those of one number in no order. */
  read(part: number): readonly SpooledLine[]
  close(): void
}

const NUMBERS = 2 ** 52
const PARTS = 128
const BLOCK_BYTES = 1 << 16
/** Blocks kept in memory before the first is written out: small merges touch no disk. */
const MOST_IN_MEMORY = 16 << 20
/** Number, from, until: 8 each; line, origin: 4 each; length: 2. */
const HEAD_BYTES = 34
const MOST_SUBJECT_BYTES = 2000

/** path: where the file may be made. Throws what the disk says (ENOSPC). */
export function startSpool(path: string | null): Spool {
  const open: (Block | null)[] = new Array(PARTS).fill(null)
  const used = new Int32Array(PARTS)
  const kept: Buffer[][] = Array.from({length: PARTS}, () => [])
  const written: {at: number; length: number}[][] = Array.from({length: PARTS}, () => [])
  const origins: SpooledOrigin[] = []
  const known = new Map<string, number>()
  let last = -1
  let keptBytes = 0
  let file: number | null = null
  let end = 0
  let entries = 0

  const originOf = (line: MergeLine): number => {
    const role = line.role ?? 'entry'
    const before = origins[last]
    const isSaid = line.isSourceSaid === true
    if (
      before !== undefined &&
      before.reason === line.reason &&
      before.scope === line.scope &&
      before.source === line.source &&
      before.isSaid === isSaid &&
      before.role === role
    )
      return last
    const key = `${role}\n${isSaid}\n${line.reason}\n${line.scope}\n${line.source}`
    last = known.get(key) ?? -1
    if (last < 0) {
      last = origins.length
      const {reason, scope, source} = line
      origins.push({reason, scope, source, isSaid, family: isSaid ? source : sourceFamily(source), role})
      known.set(key, last)
    }
    return last
  }
  const write = (part: number, bytes: Buffer) => {
    if (file === null) {
      file = openSync(path!, 'wx+', 0o600)
      // Whatever happens to this process, nothing stays behind.
      rmSync(path!)
    }
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, end + at)
    written[part]!.push({at: end, length: bytes.length})
    end += bytes.length
  }
  const putAway = (part: number) => {
    const bytes = open[part]!.bytes.subarray(0, used[part])
    used[part] = 0
    if (path === null || (file === null && keptBytes + bytes.length <= MOST_IN_MEMORY)) {
      kept[part]!.push(Buffer.from(bytes))
      keptBytes += bytes.length
    } else write(part, bytes)
  }

  return {
    get entries() {
      return entries
    },
    parts: PARTS,
    bounds: (part) => ({from: (part * NUMBERS) / PARTS, to: ((part + 1) * NUMBERS) / PARTS}),
    add(line) {
      const hash = addressHash(line.subject)
      const part = Math.floor(hash / (NUMBERS / PARTS))
      open[part] ??= newBlock(Buffer.allocUnsafeSlow(BLOCK_BYTES))
      const {bytes, view} = open[part]!
      if (used[part]! + HEAD_BYTES + MOST_SUBJECT_BYTES > BLOCK_BYTES) putAway(part)
      const at = used[part]!
      const origin = originOf(line)
      view.setFloat64(at, hash, true)
      view.setFloat64(at + 8, line.from ?? Number.NaN, true)
      view.setFloat64(at + 16, line.until ?? Number.NaN, true)
      view.setUint32(at + 24, line.line ?? 0, true)
      view.setUint32(at + 28, origin, true)
      const {subject, spelling} = line
      const words = spelling === undefined ? subject : `${subject}\n${spelling}`
      const length = bytes.write(words, at + HEAD_BYTES, MOST_SUBJECT_BYTES, 'utf8')
      view.setUint16(at + 32, length, true)
      used[part] = at + HEAD_BYTES + length
      if (origins[origin]!.role === 'entry') entries += 1
    },
    read(part) {
      const blocks = [...kept[part]!]
      for (const {at, length} of written[part]!) {
        const bytes = Buffer.allocUnsafe(length)
        for (let got = 0; got < length; ) got += readSync(file!, bytes, got, length - got, at + got)
        blocks.push(bytes)
      }
      if (used[part]! > 0) blocks.push(open[part]!.bytes.subarray(0, used[part]))
      return sorted(blocks, origins)
    },
    close() {
      if (file !== null) closeSync(file)
    },
  }
}

interface Block {
  readonly bytes: Buffer
  /** Of the same bytes: numbers are written and read by it several times as fast. */
  readonly view: DataView
}

function newBlock(bytes: Buffer): Block {
  return {bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length)}
}

/** By number: place and number share one exact float, so that the engine's own sort of numbers does it. */
function sorted(blocks: readonly Buffer[], origins: readonly SpooledOrigin[]): readonly SpooledLine[] {
  const lines: SpooledLine[] = []
  for (const each of blocks) {
    const {bytes, view} = newBlock(each)
    for (let at = 0; at < bytes.length; ) {
      const length = view.getUint16(at + 32, true)
      const start = at + HEAD_BYTES
      const words = bytes.toString('utf8', start, start + length)
      const spelled = words.indexOf('\n')
      lines.push({
        hash: view.getFloat64(at, true),
        from: view.getFloat64(at + 8, true),
        until: view.getFloat64(at + 16, true),
        line: view.getUint32(at + 24, true),
        origin: origins[view.getUint32(at + 28, true)]!,
        subject: spelled < 0 ? words : words.slice(0, spelled),
        spelling: spelled < 0 ? undefined : words.slice(spelled + 1),
      })
      at = start + length
    }
  }
  const places = 2 ** Math.max(1, Math.ceil(Math.log2(Math.max(2, lines.length))))
  // The number's upper bits, as many as leave room for the place.
  const scale = NUMBERS / (2 ** 53 / places)
  const keys = new Float64Array(lines.length)
  for (let i = 0; i < lines.length; i += 1) keys[i] = Math.floor(lines[i]!.hash / scale) * places + i
  keys.sort()
  const ordered = Array.from(keys, (key) => lines[key % places]!)
  // Numbers that differ in lower bits alone: few, side by side.
  for (let i = 1; i < ordered.length; i += 1)
    for (let j = i; j > 0 && ordered[j - 1]!.hash > ordered[j]!.hash; j -= 1)
      [ordered[j - 1], ordered[j]] = [ordered[j]!, ordered[j - 1]!]
  return ordered
}
