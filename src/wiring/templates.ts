/** What jobs on template files need. Adapters are loaded on first use. */
import type {Lang} from '../i18n/text.ts'

/** For `template convert`. lang: of the details in errors. */
export async function convertNeeds(lang: Lang) {
  const {convertFiles} = await import('../adapters/files/convert-files.ts')
  return {files: convertFiles(lang)}
}
