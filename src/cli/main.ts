/** Where every run begins: bin/run.js calls this. */
import {execute} from '@oclif/core'

/** dir: the file URL of the program. */
export function runCommand({dir}: {readonly dir: string}): Promise<unknown> {
  return execute({dir})
}
