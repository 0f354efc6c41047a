/** A zip that is a list: the one file in it, and nothing but what the packing program added. */
import {AppError} from '../../../errors.ts'
import type {Zip, ZipEntry} from './zip.ts'

/** Throws ARCHIVE_ENTRIES unless there is exactly one. */
export function theOneEntry({entries}: Zip, file: string): ZipEntry {
  const files = entries.filter(({name}) => !isAddedByMac(name))
  const [only] = files
  if (only !== undefined && files.length === 1) return only
  const names = files.map(({name}) => name)
  throw new AppError('ARCHIVE_ENTRIES', {file, count: files.length, names: shortened(names)})
}

function isAddedByMac(name: string): boolean {
  return name.startsWith('__MACOSX/') || /(^|\/)\.DS_Store$/.test(name)
}

/** Up to five names, for a message. */
export function shortened(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join(', ')}, …` : names.join(', ')
}
