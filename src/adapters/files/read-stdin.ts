/** What is piped in, whole: no more of it than a mail may have. */
import type {Readable} from 'node:stream'
import {AppError} from '../../errors.ts'

/** most: bytes; one that has more is cut there, and told to be too big by whoever counts. Throws STDIN_TERMINAL. */
export async function readStdin(most: number, stdin: Readable & {readonly isTTY?: boolean}): Promise<Uint8Array> {
  if (stdin.isTTY) throw new AppError('STDIN_TERMINAL')
  const blocks: Buffer[] = []
  let length = 0
  for await (const block of stdin as AsyncIterable<Buffer>) {
    blocks.push(block)
    length += block.length
    if (length > most) break
  }
  return Buffer.concat(blocks)
}
