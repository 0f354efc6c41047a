/**
 * Opt-out files joined into one file, with nothing recorded: a union in any order of the files the same, each person once
 * for each reason and moment. Needs no workspace; what is worked on the way is gone when it is done.
 */
import type {ListSinks} from '../ports/list-export.ts'
import type {SuppressionExportResult} from './export-suppressions.ts'
import {exportSuppressions} from './export-suppressions.ts'
import type {MergeAsk, MergeNeeds, MergeResult} from './merge-suppressions.ts'
import {mergeSuppressions} from './merge-suppressions.ts'

export interface JoinAsk extends MergeAsk {
  readonly out: string
  readonly overwrite: boolean
}

export interface JoinNeeds extends MergeNeeds {
  /** store: an empty one, for this job alone. */
  readonly sinks: ListSinks
}

export interface JoinResult {
  readonly merged: MergeResult
  readonly written: SuppressionExportResult
}

/** Throws what mergeSuppressions and exportSuppressions throw; then there is no file. */
export async function joinOptOuts({out, overwrite, ...ask}: JoinAsk, needs: JoinNeeds): Promise<JoinResult> {
  const merged = await mergeSuppressions(ask, needs)
  const form = {encoding: 'utf-8', hasBom: false, delimiter: ',', service: null, hashed: null} as const
  const which = {topic: null, since: null, raw: false, offsetMinutes: ask.offsetMinutes}
  return {merged, written: await exportSuppressions({out, overwrite, ...form, ...which}, needs)}
}
