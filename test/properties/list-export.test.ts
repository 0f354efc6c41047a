/** Whatever a list's cells and headers hold: written out and taken in again they are the same. */
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {planList} from '../../src/adapters/csv/plan-list.ts'
import {readDrafts} from '../../src/adapters/csv/read-list.ts'
import {spoolRoom} from '../../src/adapters/csv/source/spool-room.ts'
import {listSinks} from '../../src/adapters/csv/write-list.ts'
import {chooseColumns} from '../../src/core/contacts/export-columns.ts'
import {guardFormula} from '../../src/core/contacts/formula-guard.ts'
import {tempFolder} from '../support/files.ts'

const folder = tempFolder('list-export-any')
const sinks = listSinks(() => process.stdout)
const room = spoolRoom(null)

/** As an import keeps cells: trimmed, never empty, no NUL, nothing that could not be decoded, no mask, no UTF-7. */
const MAYBE_UTF_7 = /\+[A-Za-z0-9+/]{3}/
const isKept = (text: string) =>
  text !== '' &&
  text.trim() === text &&
  !/[\0\ufffd]/.test(text) &&
  text.isWellFormed() &&
  text !== '***' &&
  !MAYBE_UTF_7.test(text)
const odd = fc.constantFrom("'", '"', '=', '+', '-', '@', ',', ';', '\n', '\r', '\t', '＝', ' ', '漢', '😀', 'a', '1')
const cell = fc.oneof(fc.string(), fc.string({unit: odd, maxLength: 12})).filter(isKept)
const header = fc
  .oneof(
    fc.constantFrom(
      'country',
      'opt_out',
      'consent',
      '配信停止',
      '同意日',
      'email',
      'status',
      '=x',
      "'+y",
      'constructor',
    ),
    fc
      .string({unit: 'grapheme-ascii', minLength: 1, maxLength: 10})
      .filter((text) => /[^\s]/.test(text) && !MAYBE_UTF_7.test(text)),
  )
  .map((text) => text.trim())
  .filter((text) => /^[^\t\r\n]+$/.test(text))
const list = fc.uniqueArray(header, {minLength: 1, maxLength: 4}).chain((headers) =>
  fc.record({
    headers: fc.constant(headers),
    people: fc.array(fc.array(fc.option(cell, {nil: ''}), {minLength: headers.length, maxLength: headers.length}), {
      minLength: 1,
      maxLength: 6,
    }),
  }),
)

describe('a list of any cells', () => {
  it('comes back from its export cell by cell', async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(
        list,
        fc.constantFrom('utf-8' as const, 'utf-16be' as const, 'gb18030' as const),
        fc.constantFrom(',', ';', '\t'),
        async ({headers, people}, encoding, delimiter) => {
          const out = join(folder, `any-${++run}.csv`)
          const {columns} = chooseColumns({mapped: headers.map(kept), said: null, tellsNo: false, offsetMinutes: 540})
          const sink = await sinks.open({out, overwrite: false, encoding, hasBom: encoding !== 'gb18030', delimiter})
          await sink.write([columns.map((column) => guardFormula(column.header))])
          const given = people.map((cells) => cells.map((value, i) => [headers[i]!, value] as const))
          const rows = given.map((attributes, i) => {
            const contact = {address: `-p${i}@example.jp`, country: null, locale: null, timeZone: null}
            const person = {
              consent: null,
              optOut: null,
              contact: {...contact, attributes: Object.fromEntries(attributes)},
            }
            return columns.map(({read}) => guardFormula(read(person)))
          })
          await sink.write(rows)
          await sink.finish()
          const plan = await planList({file: out, sheet: null, encoding, delimiter, map: []}, room)
          const declared = {basis: null, purpose: null, offsetMinutes: 540}
          const back: unknown[] = []
          for await (const {drafts} of readDrafts({plan, ...declared, rejectsFile: `${out}.rejects.csv`}))
            for (const draft of drafts) back.push([draft.address.address, Object.fromEntries(draft.attributes)])
          const filled = (attributes: readonly (readonly [string, string])[]) =>
            Object.fromEntries(attributes.filter(([, value]) => value !== ''))
          expect(back).toEqual(given.map((attributes, i) => [`-p${i}@example.jp`, filled(attributes)]))
        },
      ),
      {numRuns: 150},
    )
  })
})

function kept(name: string, index: number) {
  const mapped = {index, header: name, field: 'attribute', fate: 'store', category: null, confidence: 'sure'} as const
  return mapped
}
