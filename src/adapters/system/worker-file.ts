/** Where a worker thread's compiled file lies: threads run JavaScript from dist/, also when the caller runs from src/. */
import {fileURLToPath} from 'node:url'

/** name: path under adapters/ without ending, e.g. workers/send-worker, or ../api/lint-thread. */
export function workerFile(name: string): string {
  const here = new URL(`../${name}.js`, import.meta.url)
  return fileURLToPath(here).replace(/([\\/])src([\\/](?:adapters|api)[\\/])/, '$1dist$2')
}
