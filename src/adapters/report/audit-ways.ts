/** The way out for everybody who is held back, as four CSV files in a folder (--way-out), for the list's owner alone. */
import {mkdir} from 'node:fs/promises'
import {join} from 'node:path'
import type {Way} from '../../core/consent/way-out.ts'
import {WAYS} from '../../core/consent/way-out.ts'
import {AppError} from '../../errors.ts'
import type {Lang} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import type {AuditOutput} from '../../ports/audit-outputs.ts'
import {csvLine} from './csv-line.ts'
import type {OutputFile} from './output-file.ts'
import {startOutput} from './output-file.ts'

const FILES: Readonly<Record<Way, string>> = {
  declare: 'can-be-declared.csv',
  ask: 'can-be-asked-once.csv',
  leave: 'leave-alone.csv',
  unknown: 'unknown-origin.csv',
}
const COLUMNS = ['target', 'row', 'id', 'address', 'because', 'do'] as const

/** Makes the folder (0700) where it is not there. Throws FILE_MISSING, FILE_UNWRITABLE. */
export async function auditWays(folder: string, lang: Lang, overwrite: boolean): Promise<AuditOutput> {
  await mkdir(folder, {mode: 0o700, recursive: true}).catch((error: NodeJS.ErrnoException) => {
    throw new AppError('FILE_UNWRITABLE', {file: folder, why: error.code ?? 'unknown'}, {cause: error})
  })
  const header = csvLine(COLUMNS.map((column) => text(lang, `way-out.col.${column}`)))
  const files = new Map<Way, OutputFile>()
  const abandon = async () => {
    for (const file of files.values()) await file.abandon()
  }
  try {
    for (const way of WAYS) files.set(way, await startOutput(join(folder, FILES[way]), header, overwrite))
  } catch (error) {
    await abandon()
    throw error
  }
  return {
    add(of, {row, publicId, address}, _, wayOut) {
      if (wayOut === null) return
      const {way, because} = wayOut
      const words = [text(lang, `way-out.because.${because}`), text(lang, `way-out.do.${because}`)]
      files.get(way)!.add(csvLine([of, row, publicId, address, ...words]))
    },
    // A line that nobody could read is nobody who could be asked.
    addPlace() {},
    async flush() {
      for (const file of files.values()) await file.flush()
    },
    async finish() {
      for (const file of files.values()) await file.finish()
    },
    abandon,
  }
}
