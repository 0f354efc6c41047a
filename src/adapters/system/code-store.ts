/** What V8 made of our code in an earlier run, in one file: read whole at the start, written anew whole. */
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {crc32} from 'node:zlib'

/** By the path of the module's file. */
export type KeptCode = Map<string, Buffer>

const LENGTHS = 8

/** Empty where there is none, where it is damaged (V8 itself does not look), or where it is another user's. */
export function readCode(file: string): KeptCode {
  const kept: KeptCode = new Map()
  try {
    if (statSync(file).uid !== (process.getuid?.() ?? 0)) return kept
    const whole = readFileSync(file)
    const body = whole.subarray(LENGTHS)
    if (crc32(body) !== whole.readUInt32LE(0)) return kept
    let at = whole.readUInt32LE(4)
    for (const [path, length] of JSON.parse(body.toString('utf8', 0, at)) as [string, number][]) {
      kept.set(path, body.subarray(at, at + length))
      at += length
    }
  } catch {
    kept.clear()
  }
  return kept
}

const OLD_MS = 30 * 86_400_000

/**
 * What was written long ago, mostly of versions no longer there, goes; in use, it is made again. Nothing is said where it
 * cannot be written: the next run only starts slower.
 */
export function writeCode(file: string, code: KeptCode): void {
  const fresh = `${file}.${process.pid}`
  quietly(() => {
    mkdirSync(dirname(file), {recursive: true, mode: 0o700})
    const head = Buffer.from(JSON.stringify([...code].map(([path, {length}]) => [path, length])))
    const body = Buffer.concat([head, ...code.values()])
    const lengths = Buffer.alloc(LENGTHS)
    lengths.writeUInt32LE(crc32(body), 0)
    lengths.writeUInt32LE(head.length, 4)
    writeFileSync(fresh, Buffer.concat([lengths, body]), {mode: 0o600})
    renameSync(fresh, file)
  })
  quietly(() => rmSync(fresh, {force: true}))
  quietly(() => {
    const kept = readdirSync(dirname(file)).map((name) => join(dirname(file), name))
    for (const old of kept) if (Date.now() - statSync(old).mtimeMs > OLD_MS) rmSync(old, {force: true, recursive: true})
  })
}

function quietly(act: () => void): void {
  try {
    act()
  } catch {
    // See writeCode.
  }
}
