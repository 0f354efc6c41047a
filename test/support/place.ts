/** The place of a file for tests that read one below the flows. */
import {Readable} from 'node:stream'
import {openSource} from '../../src/adapters/csv/source/open-source.ts'
import {spoolRoom} from '../../src/adapters/csv/source/spool-room.ts'
import type {SourcePlace} from '../../src/ports/source-place.ts'

const room = spoolRoom(null)

export async function placeOf(given: string, sheet: string | null = null): Promise<SourcePlace> {
  const stdin = () => Readable.from([])
  return (await openSource({given, sheet, stdin}, room)).place
}
