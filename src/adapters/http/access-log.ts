/**
 * The access log: a line of JSON for each answer, in a file that its owner alone can read. It holds no token, no address of a
 * person, and of a client its network only (reliability.md B5).
 */
import {createWriteStream, fchmodSync, openSync} from 'node:fs'
import {AppError} from '../../errors.ts'

export interface AccessLine {
  readonly at: string
  /** Masked. */
  readonly client: string
  readonly method: string
  readonly route: string
  readonly status: number
  readonly ms: number
  /** What came of it, where it was about an opt-out. */
  readonly outcome: string | null
}

export interface AccessLog {
  write(line: AccessLine): void
  close(): Promise<void>
}

/** file: appended to. onLost: called once, when lines can no longer be written. Throws FILE_UNWRITABLE. */
export function openAccessLog(file: string, onLost: () => void): AccessLog {
  const fd = openPrivate(file)
  let isLost = false
  const stream = createWriteStream(file, {fd})
  stream.on('error', () => {
    if (!isLost) onLost()
    isLost = true
  })
  return {
    write(line) {
      if (!isLost) stream.write(`${JSON.stringify(line)}\n`)
    },
    close: () => (isLost ? Promise.resolve() : new Promise((resolve) => stream.end(() => resolve()))),
  }
}

function openPrivate(file: string): number {
  try {
    const fd = openSync(file, 'a', 0o600)
    // It may have been there already, for all to read.
    fchmodSync(fd, 0o600)
    return fd
  } catch (error) {
    const {code = '', message} = error as NodeJS.ErrnoException
    throw new AppError('FILE_UNWRITABLE', {file, why: code || message}, {cause: error})
  }
}
