/** What the flags of `todoke template convert` must be. */
import {AppError} from '../errors.ts'
import type {ConvertFiles} from '../ports/convert-files.ts'

const command = 'template convert'
/** What a tag of ours can name; a mark in front would make it another kind of tag. */
const NAME = /^[^\s{}|#^/&!>=][^{}|\r\n]{0,119}$/

/** New names by old ones. Throws FLAG_INVALID. */
export function renamesOf(said: readonly string[]): ReadonlyMap<string, string> {
  const renames = new Map<string, string>()
  for (const given of said) {
    const [, before = '', after = ''] = /^([^=]+)=(.+)$/.exec(given.normalize('NFC')) ?? []
    const [old, next] = [before.trim(), after.trim()]
    const isTwice = renames.has(old) && renames.get(old) !== next
    if (old === '' || !NAME.test(next) || isTwice)
      throw new AppError('FLAG_INVALID', {flag: '--map', given, expected: 'OLD=NEW, each OLD once', command})
    renames.set(old, next)
  }
  return renames
}

/** Only one file can go to standard output, and only a folder takes several. Throws FLAG_MISSING, FLAG_INVALID. */
export async function checkOut(paths: readonly string[], out: string | null, files: ConvertFiles): Promise<void> {
  const isOneFile = paths.length === 1 && (await files.kindOf(paths[0]!)) !== 'folder'
  if (isOneFile) return
  if (out === null)
    throw new AppError('FLAG_MISSING', {flag: '--out', usage: `${command} FILES… --out FOLDER`, command})
  if ((await files.kindOf(out)) === 'file')
    throw new AppError('FLAG_INVALID', {flag: '--out', given: out, expected: 'FOLDER', command})
}
