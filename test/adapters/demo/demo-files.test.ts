import {mkdtemp, readFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parse} from 'csv-parse/sync'
import {describe, expect, it} from 'vitest'
import type {DemoRow} from '../../../src/adapters/demo/make-list.ts'
import {COLUMNS, makeRows} from '../../../src/adapters/demo/make-list.ts'
import {writeDemoFiles} from '../../../src/adapters/demo/write-demo-files.ts'
import {isAddress, parseAddress} from '../../../src/core/contacts/address.ts'
import {isMynumber} from '../../../src/core/sensitive/check-digits.ts'

const rows = [...makeRows(20_000, 7)]
const share = (isWanted: (row: DemoRow) => boolean) => rows.filter(isWanted).length / rows.length

async function folderWith(contacts: number, seed: number) {
  const folder = await mkdtemp(join(tmpdir(), 'todoke-demo-'))
  return writeDemoFiles(folder, {contacts, seed})
}

describe('the people of the demo', () => {
  it('come out the same for the same seed and differently for another', () => {
    expect([...makeRows(300, 7)]).toEqual(rows.slice(0, 300))
    expect([...makeRows(300, 8)]).not.toEqual(rows.slice(0, 300))
  })

  it('have faults, duplicates and missing consents in the shares that were promised', () => {
    expect(share(({fault}) => fault !== null)).toBeCloseTo(0.01, 2)
    expect(share(({isDuplicate}) => isDuplicate)).toBeCloseTo(0.02, 2)
    expect(share(({hasConsent}) => !hasConsent)).toBeCloseTo(0.04, 2)
    expect(new Set(rows.map(({fault}) => fault))).toEqual(
      new Set([null, 'no-at', 'full-width-at', 'short-row', 'empty-address', 'double-dot']),
    )
    expect(rows.filter(({address}) => address?.startsWith('unknown.')).length).toBeGreaterThan(50)
    expect(rows.filter(({address}) => address?.startsWith('busy.')).length).toBeGreaterThan(50)
    expect(rows.filter(({address}) => /\.\..*@docomo\.ne\.jp$/.test(address ?? '')).length).toBeGreaterThan(10)
  })

  it('have sound addresses, each once, unless the row is marked', () => {
    const seen = new Set<string>()
    for (const {address, isDuplicate} of rows) {
      if (address === null) continue
      const read = parseAddress(address)
      if (!isAddress(read)) return expect.unreachable(`${address}: ${read}`)
      expect(seen.has(read.key)).toBe(isDuplicate)
      seen.add(read.key)
    }
  })

  it('have rows whose faults are faults', () => {
    for (const {fault, cells} of rows) {
      const read = parseAddress(cells[0]!)
      if (fault === null) expect(cells).toHaveLength(COLUMNS.length)
      if (fault === 'no-at') expect(read).toBe('no-at')
      if (fault === 'empty-address') expect(read).toBe('empty')
      if (fault === 'double-dot') expect(read).toBe('local-dots')
      if (fault === 'short-row') expect(cells).toHaveLength(5)
      if (fault === 'full-width-at') expect(cells[0]).toMatch(/^[^@]+＠[^@]+$/)
    }
  })

  it('carry the word demo, so that no real address is meant', () => {
    for (const {address} of rows) expect(address ?? 'demo').toMatch(/demo/i)
  })

  it('have numbers whose check digit holds, in about a quarter of the rows', () => {
    const numbers = rows.map(({cells}) => cells[10] ?? '').filter((cell) => cell !== '')
    expect(numbers.length / rows.length).toBeCloseTo(0.25, 1)
    for (const number of numbers) expect(isMynumber([...number].map(Number)), number).toBe(true)
  })
})

describe('the files of the demo', () => {
  it('are a CP932 list and two opt-out files in other shapes, which overlap', async () => {
    const files = await folderWith(20_000, 7)
    const read = async (path: string, label: string) =>
      parse(new TextDecoder(label, {fatal: true}).decode(await readFile(path)), {
        relax_column_count: true,
      }) as string[][]
    const [header, ...list] = await read(files.list, 'shift_jis')
    expect(header).toEqual([...COLUMNS])
    expect(list).toHaveLength(20_000)
    expect(list.map((cells) => cells.length === 5).filter(Boolean).length).toBeGreaterThan(10)
    expect(list.flat().join('')).toMatch(/髙.*㈱/s)
    expect(list.flat().join('')).not.toContain('?')

    expect([...(await readFile(files.optOutForm)).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const form = (await read(files.optOutForm, 'utf-8')).slice(1).map((cells) => cells[2]!.toLowerCase())
    const service = (await read(files.optOutService, 'shift_jis')).slice(1).map((cells) => cells[0]!.toLowerCase())
    expect([form.length, service.length]).toEqual([files.counts.optOutForm, files.counts.optOutService])
    expect(Math.abs(form.length - 700)).toBeLessThan(70)
    expect(Math.abs(service.length - 500)).toBeLessThan(70)

    const known = new Set(list.map(([address = '']) => address.trim().toLowerCase()))
    const both = form.filter((address) => service.includes(address))
    const all = [...new Set([...form, ...service])]
    expect(both).toHaveLength(files.counts.optOutBoth)
    expect(all.filter((address) => !known.has(address))).toHaveLength(files.counts.optOutUnknown)
    expect(all.filter((address) => known.has(address)).sort()).toEqual([...files.optedOut].sort())
  })

  it('count what they hold', async () => {
    const {counts} = await folderWith(20_000, 7)
    expect(counts).toMatchObject({
      rows: 20_000,
      faulty: rows.filter(({fault}) => fault !== null).length,
      duplicates: rows.filter(({isDuplicate}) => isDuplicate).length,
      withoutConsent: rows.filter((row) => row.address !== null && !row.isDuplicate && !row.hasConsent).length,
    })
  })
})
