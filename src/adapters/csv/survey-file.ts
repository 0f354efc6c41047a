/**
 * One pass over a file's bytes before anything is parsed: size, hash, and what encoding they are in. Memory is one
 * read block and a sample, whatever the size.
 */
import {createHash} from 'node:crypto'
import type {TextEncoding} from '../../core/text-encodings.ts'
import {AppError} from '../../errors.ts'
import type {SourcePlace} from '../../ports/source-place.ts'
import {collectEvidence} from './encoding/collect-evidence.ts'
import {decideEncoding} from './encoding/decide-encoding.ts'
import {markOf} from './encoding/marks.ts'
import {readSource} from './source/read-source.ts'

export interface FileSurvey {
  readonly place: SourcePlace
  /** Of the plain bytes, which are more than those of a packed file. */
  readonly sizeBytes: number
  /** Hex, of the plain bytes. Says whether two imports read the same. */
  readonly sha256: string
  readonly hasBom: boolean
  readonly encoding: TextEncoding
  /** 0 to 100. */
  readonly confidence: number
}

/** Throws FILE_EMPTY, FILE_BINARY, ENCODING_UNSURE, ENCODING_UNREAD, ENCODING_WRONG and what reading a source throws. */
export async function surveyFile(place: SourcePlace, said: TextEncoding | null): Promise<FileSurvey> {
  const hash = createHash('sha256')
  const evidence = collectEvidence()
  let sizeBytes = 0
  for await (const bytes of readSource(place)) {
    hash.update(bytes)
    evidence.see(bytes)
    sizeBytes += bytes.length
  }
  if (sizeBytes === 0) throw new AppError('FILE_EMPTY', {file: place.name})
  // What we wrote ourselves needs no guess, and cannot be anything else.
  const choice =
    place.writtenAs === null
      ? decideEncoding(place.name, evidence.result(), said)
      : {encoding: place.writtenAs.encoding, hasBom: false, confidence: 100}
  if (choice.hasBom && sizeBytes === markOf(choice.encoding).length)
    throw new AppError('FILE_EMPTY', {file: place.name})
  return {place, sizeBytes, sha256: hash.digest('hex'), ...choice}
}
