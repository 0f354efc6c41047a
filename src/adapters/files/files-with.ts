/**
 * Which files below a folder hold a text, as UTF-8 or UTF-16 and in either case: what an erasure cannot reach, told by name.
 * Packed files are not looked into. Nothing is changed; memory stays small.
 */
import {createReadStream} from 'node:fs'
import {readdir} from 'node:fs/promises'
import {join, relative} from 'node:path'

/** Folders of our own state, of packages and of version control. */
const PASSED_OVER = new Set(['.todoke', '.git', 'node_modules'])

/** Paths relative to the folder, in order. A file that cannot be read is passed over. */
export async function filesWith(folder: string, texts: readonly string[]): Promise<readonly string[]> {
  const wanted = texts.flatMap(formsOf)
  const longest = Math.max(0, ...wanted.map(({length}) => length))
  const found: string[] = []
  if (longest === 0) return found
  for await (const path of filesBelow(folder))
    if (await holds(path, wanted, longest)) found.push(relative(folder, path))
  return found.sort()
}

/** Bytes as latin1, ASCII in lower case. */
function formsOf(text: string): readonly string[] {
  const utf16 = Buffer.from(text, 'utf16le')
  const swapped = Buffer.from(utf16).swap16()
  return [Buffer.from(text, 'utf8'), utf16, swapped].map((bytes) => lower(bytes.toString('latin1')))
}

/** Bytes above ASCII are no letters here. */
function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, {withFileTypes: true}).catch(() => [])
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && !PASSED_OVER.has(entry.name)) yield* filesBelow(path)
    else if (entry.isFile()) yield path
  }
}

async function holds(path: string, wanted: readonly string[], longest: number): Promise<boolean> {
  let tail = ''
  try {
    for await (const piece of createReadStream(path, {encoding: 'latin1', highWaterMark: 1 << 20})) {
      const window = tail + lower(piece as string)
      if (wanted.some((text) => window.includes(text))) return true
      tail = window.slice(-longest)
    }
  } catch {
    return false
  }
  return false
}
