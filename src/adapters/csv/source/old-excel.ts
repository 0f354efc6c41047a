/** Workbooks that cannot be read, told apart so that the way out is the right one. */
import type {FileHandle} from 'node:fs/promises'
import {AppError} from '../../../errors.ts'
import type {Zip} from './zip.ts'

const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')
const SECTOR_POWER_AT = 0x1e
const DIRECTORY_AT = 0x30

/**
 * The error for an OLE container: a workbook under a password, whose directory names its encrypted package, or an old
 * .xls. Source: [MS-CFB] 2.2, [MS-OFFCRYPTO] 1.3.2.
 */
export async function oleError(source: FileHandle, file: string): Promise<AppError> {
  const header = Buffer.alloc(512)
  await source.read(header, 0, header.length, 0)
  const sectorBytes = 2 ** Math.min(header.readUInt16LE(SECTOR_POWER_AT), 12)
  const directory = Buffer.alloc(4096)
  await source.read(directory, 0, directory.length, (header.readUInt32LE(DIRECTORY_AT) + 1) * sectorBytes)
  if (directory.includes(ENCRYPTED)) return new AppError('ARCHIVE_LOCKED', {file})
  return new AppError('SHEET_FORMAT', {file, format: '.xls'})
}

const OTHERS: readonly (readonly [format: string, entry: RegExp])[] = [
  ['.xlsb', /^xl\/workbook\.bin$/i],
  ['.ods', /^content\.xml$/],
  ['.numbers', /^Index\/Document\.iwa$/],
]

/** Throws SHEET_FORMAT for the workbook of another program or format. */
export function refuseOtherWorkbooks(zip: Zip, file: string): void {
  for (const [format, entry] of OTHERS)
    if (zip.entries.length > 1 && zip.entries.some(({name}) => entry.test(name)))
      throw new AppError('SHEET_FORMAT', {file, format})
}
