import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {planList} from '../../src/adapters/csv/plan-list.ts'
import {readDrafts} from '../../src/adapters/csv/read-list.ts'
import type {RecordChunk} from '../../src/adapters/csv/read-records.ts'
import {spoolRoom} from '../../src/adapters/csv/source/spool-room.ts'
import {AppError} from '../../src/errors.ts'
import {put, tempFolder} from '../support/files.ts'

const folder = tempFolder('plan-any')
const room = spoolRoom(null)

const piece = fc.oneof(
  fc.constantFrom(
    'email',
    'name',
    'メールアドレス',
    'ステータス',
    'a@example.jp',
    'b@example.jp',
    '配信停止',
    '2024-04-01',
  ),
  fc.constantFrom(
    ',',
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\n',
    '\n',
    '\r\n',
    '\r',
    '"',
    '""',
    '",',
    ' ',
    '\0',
    '\ufeff',
    'sep=;',
    '#',
  ),
  fc.uint8Array({maxLength: 3}),
)
const pieces = fc
  .array(piece, {maxLength: 40})
  .map((parts) => Buffer.concat(parts.map((part) => Buffer.from(part as string))))
const top = fc.constantFrom(
  '',
  'email,name\n',
  '会員一覧\n\n',
  'a@example.jp,A\n',
  'sep=;\nemail;name\n',
  'email,email,,\r\n',
)
const rows = fc.constantFrom('', '\na@example.jp,A\nb@example.jp,B\n', '\r\na@example.jp;A\r\nb@example.jp;B\r\n')
const anyBytes = fc
  .tuple(top, pieces, rows)
  .map(([first, middle, last]) => Buffer.concat([Buffer.from(first), middle, Buffer.from(last)]))
const header = fc.constantFrom(null, 'none' as const, 1, 2, 3)

describe('any bytes at all, as a list', () => {
  it('are planned or refused in clear words, and then no line is lost: taken and rejected make up the file', async () => {
    let planned = 0
    await fc.assert(
      fc.asyncProperty(anyBytes, header, async (bytes, said) => {
        const file = put(folder, 'any.csv', bytes)
        const plan = await planList(
          {file, sheet: null, encoding: null, delimiter: null, map: [], header: said},
          room,
        ).catch((error) => {
          if (error instanceof AppError && error.kind === 'yours') return null
          throw error
        })
        if (plan === null) return
        planned += 1
        const names = plan.mapping.map((column) => column.header)
        expect(new Set(names).size).toBe(names.length)
        let rows = 0
        const chunks = new Set<RecordChunk>()
        const ask = {plan, basis: null, purpose: null, offsetMinutes: 540, rejectsFile: join(folder, 'any.rejects.csv')}
        for await (const {drafts, rejected, chunk} of readDrafts(ask)) {
          rows += drafts.length
          for (const {count} of Object.values(rejected)) rows += count
          chunks.add(chunk)
        }
        let records = 0
        for (const {records: whole, broken} of chunks) records += whole.length + broken.length
        expect(rows).toBe(records - (plan.headerLine === null ? 0 : 1))
      }),
      {numRuns: 800},
    )
    expect(planned).toBeGreaterThan(50)
  })
})
