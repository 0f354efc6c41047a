/** Row by row what an audit objects to, as a CSV file (--rows-out): place, law, duty, verdict, words; never an address. */
import type {Lang} from '../../i18n/text.ts'
import type {AuditOutput} from '../../ports/audit-outputs.ts'
import {csvLine} from './csv-line.ts'
import {messageOf} from './finding-words.ts'
import {startOutput} from './output-file.ts'

/** Headers are the same in every language, words in the chosen one. Throws FOLDER_MISSING, FILE_UNWRITABLE. */
export async function auditRows(path: string, lang: Lang, overwrite: boolean): Promise<AuditOutput> {
  const header = csvLine(['target', 'row', 'id', 'law', 'duty', 'verdict', 'severity', 'message'])
  const file = await startOutput(path, header, overwrite)
  return {
    add(of, {row, publicId}, complaints) {
      for (const complaint of complaints) {
        const {law, duty, verdict, severity} = complaint
        file.add(csvLine([of, row, publicId, law, duty.id, verdict, severity, messageOf(complaint, lang)]))
      }
    },
    addPlace(of, place, said) {
      const [row, id] = typeof place === 'number' ? [place, null] : [null, place]
      file.add(csvLine([of, row, id, said.law, said.duty, null, said.severity, messageOf(said, lang)]))
    },
    flush: file.flush,
    finish: file.finish,
    abandon: file.abandon,
  }
}
