/** The file of conflicts that a merge writes, and the same file back with what a person decided. */
import {closeSync, existsSync, openSync, renameSync, rmSync, writeSync} from 'node:fs'
import {cellOf} from '../../core/contacts/cell.ts'
import {guardFormula} from '../../core/contacts/formula-guard.ts'
import {CONFLICT_COLUMNS, readDecision, readSubject} from '../../core/suppression/settlements.ts'
import {AppError} from '../../errors.ts'
import type {ConflictSink, Settlement, SettlementFile, SuppressionConflict} from '../../ports/suppression-store.ts'
import {openCsv} from './open-csv.ts'
import {lineOf} from './read-chunk.ts'
import {readRecords} from './read-records.ts'
import {openSource} from './source/open-source.ts'
import type {SpoolRoom} from './source/spool-room.ts'

const BLOCK = 1 << 16

/** 0600; there when it is whole, and not at all without a conflict. momentText: how moments are written. */
export function conflictSink(path: string, momentText: (moment: number) => string): ConflictSink {
  if (existsSync(path)) throw new AppError('FILE_EXISTS', {file: path})
  const draft = `${path}.part`
  let file: number | null = null
  let waiting = ''
  const put = () => {
    const bytes = Buffer.from(waiting)
    waiting = ''
    try {
      file ??= openSync(draft, 'wx', 0o600)
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    } catch (error) {
      const why = (error as NodeJS.ErrnoException).code ?? ''
      throw new AppError('FILE_UNWRITABLE', {file: path, why}, {cause: error})
    }
  }
  const line = (cells: readonly string[]) => {
    const texts = cells.map(guardFormula)
    waiting += `${texts.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\r\n`
    if (waiting.length > BLOCK) put()
  }
  let isBegun = false
  return {
    write(conflict) {
      if (!isBegun) line(CONFLICT_COLUMNS)
      isBegun = true
      line(cellsOf(conflict, momentText))
    },
    async close(isDone) {
      if (isDone && isBegun) put()
      if (file !== null) closeSync(file)
      if (file !== null && isDone) renameSync(draft, path)
      else if (file !== null) rmSync(draft, {force: true})
    },
  }
}

function cellsOf(conflict: SuppressionConflict, momentText: (moment: number) => string): readonly string[] {
  const {subject, kind, reason, scope, source, since, otherAt, otherSource, isLifted} = conflict
  const other = otherAt === null ? '' : momentText(otherAt)
  return [subject, kind, reason, scope, source, momentText(since), other, otherSource ?? '', isLifted ? 'yes' : '', '']
}

/** Throws what opening a file throws, and SETTLE_INVALID. */
export async function readSettlements(path: string, room: SpoolRoom): Promise<SettlementFile> {
  const source = await openSource({given: path, sheet: null, stdin: () => process.stdin}, room)
  try {
    const csv = await openCsv(source.place, {header: 1, mayBeEmpty: true})
    const at = (name: string) => csv.header.findIndex((each) => each.trim().toLowerCase() === name)
    const [subjectAt, decisionAt] = [at('subject'), at('decision')]
    if (subjectAt < 0 || decisionAt < 0)
      throw new AppError('SETTLE_INVALID', {file: path, line: 1, given: csv.header.join(', ').slice(0, 100)})
    const settled = new Map<string, Settlement>()
    for await (const chunk of readRecords(csv.survey, csv.dialect)) {
      const [broken] = chunk.broken
      if (broken !== undefined) throw new AppError('SETTLE_INVALID', {file: path, line: broken.line, given: broken.why})
      for (const [i, fields] of chunk.records.entries()) {
        const line = lineOf(chunk, i)
        if (line === csv.headerLine) continue
        const decision = readDecision(cellOf(fields, decisionAt))
        if (decision === null) continue
        const subject = readSubject(cellOf(fields, subjectAt))
        // Addresses stay out of errors: the line says where to look.
        if (subject === null) throw new AppError('SETTLE_INVALID', {file: path, line, given: 'subject'})
        if (decision === undefined)
          throw new AppError('SETTLE_INVALID', {
            file: path,
            line,
            given: `decision “${cellOf(fields, decisionAt).slice(0, 20)}”`,
          })
        // Said twice and differently, the opt-out holds.
        if (settled.get(subject) !== 'optout') settled.set(subject, decision)
      }
    }
    return settled
  } finally {
    await source.release()
  }
}
