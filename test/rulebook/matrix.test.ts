/** The rulebook's comparison matrix (F.1, F.3) in its own words, law by law, against the law files. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import type {LawFacts, Retention} from '../../src/core/laws/law.ts'
import {LAWS} from '../../src/rulebook/laws.ts'
import {root} from '../house/sources.ts'

type Row = Readonly<Record<string, string>>
const matrix: Readonly<Record<'F.1' | 'F.3', readonly Row[]>> = JSON.parse(
  readFileSync(join(root, 'fixtures', 'rulebook', 'matrix.json'), 'utf8'),
)

/** Rows of a law, by the first word of the row's name; Japan has several. */
function rowsOf(table: 'F.1' | 'F.3', id: string): readonly Row[] {
  return matrix[table].filter(({jurisdiction}) => jurisdiction!.split(/[ /]/)[0] === id.toUpperCase())
}

function cellsOf(table: 'F.1' | 'F.3', id: string, column: string): readonly string[] {
  return rowsOf(table, id).map((row) => row[column] ?? expect.fail(`no column ${column}`))
}

/** No row, or one without law files: mailbox providers, and countries the rulebook itself is not sure of. */
const NOT_HELD = /^(Gmail|CN)/
const LAW_FACTS = LAWS.map(({id, facts}) => [id, facts ?? expect.fail(`${id} has no facts`)] as const)

function modelOf(words: string): LawFacts['model'] {
  if (/^consent or legitimate interest/.test(words)) return 'mixed'
  if (/^opt-out/.test(words)) return 'opt-out'
  return /^(opt-in|express|consent)/.test(words) ? 'opt-in' : expect.fail(`an unknown model: ${words}`)
}

/** "10 bd, without delay" and "at once"; none for "free and easy", which is no period. */
function deadlineOf(words: string): string | null {
  const days = /^(\d+) bd/.exec(words)?.[1]
  if (days !== undefined) return `${days} businessDays`
  return /^at once/.test(words) ? '0 hours' : null
}

/** "last send + 1 month; 1 year around an order", "3 years from sending", "3 years provision/receipt". */
function figuresOf(words: string): readonly string[] {
  return [...words.matchAll(/(\d+) (month|year)s?/g)].map(([, n, unit]) => `${n} ${unit}s`)
}

/** "¥30M" is 30,000,000 in words of the law file; "4 %" and "$53,088" stand as they are. */
function sumsOf(words: string): readonly string[] {
  const millions = [...words.matchAll(/(\d+(?:\.\d+)?)M\b/g)].map(([, n]) => (Number(n) * 1e6).toLocaleString('en'))
  return [...millions, ...(words.match(/\d+ %|\$[\d,]+|SGD \d+\b(?! ?M)/g) ?? [])]
}

const ownWords = ({of, period}: Retention) => `${of}: ${period.n} ${period.unit}`

describe('the matrix', () => {
  it('has a row for every law, and no row that no law answers to', () => {
    expect(LAWS.filter(({id}) => rowsOf('F.1', id).length === 0).map(({id}) => id)).toEqual([])
    const ids = new Set(LAWS.map(({id}) => id.toUpperCase()))
    const others = matrix['F.1'].map(({jurisdiction}) => jurisdiction!).filter((name) => !ids.has(name.split(' ')[0]!))
    expect(others.filter((name) => !NOT_HELD.test(name))).toEqual([])
  })

  it.each(LAW_FACTS)('says of %s which consent it asks for, and how soon a no is honoured', (id, {model, optOut}) => {
    expect(cellsOf('F.1', id, 'consent model').map(modelOf)).toContain(model)
    const told = cellsOf('F.1', id, 'opt-out deadline').flatMap((words) => deadlineOf(words) ?? [])
    const held = optOut
      .filter(({of}) => of === null || of.startsWith('JP'))
      .map(({deadline: {n, unit}}) => `${n} ${unit}`)
    expect(held).toEqual(told)
    const links = cellsOf('F.1', id, 'mechanism lifetime').map((words) => /^(\d+) days/.exec(words)?.[1] ?? null)
    const general = optOut.filter(({of}) => of === null).map(({linkDays}) => linkDays)
    if (general.length > 0) expect(general[0]).toBe(links[0] === null ? null : Number(links[0]))
  })

  it.each(LAW_FACTS)(
    'says of %s how long proof is kept, and where it has no figure we keep it for three years',
    (id, facts) => {
      const figures = cellsOf('F.3', id, 'records').flatMap(figuresOf)
      for (const figure of figures) expect(facts.retention.map(ownWords).join('\n')).toContain(figure)
      const kept = facts.retention.filter(({bound}) => bound === undefined)
      expect(kept).not.toEqual([])
      const isFigured = id === 'jp' || id === 'ca'
      if (!isFigured)
        expect(kept).toMatchObject([
          {after: 'last-mail-or-no', period: {unit: 'years', n: 3}, sources: [{confidence: 'unverified'}]},
        ])
    },
  )

  it('says of Germany that the proof is kept until limitation ends, which is counted from the end of a year', () => {
    expect(cellsOf('F.3', 'de', 'records')[0]).toContain('until limitation ends')
    expect(
      LAW_FACTS.filter(([, {retention}]) => retention.some(({fromYearEnd}) => fromYearEnd)).map(([id]) => id),
    ).toEqual(['de'])
  })

  it.each(LAW_FACTS)(
    'says of %s what a breach costs, and that e-mail has no quiet hours',
    (id, {penalties, quietHours}) => {
      const amounts = penalties.map(({amount}) => amount.en).join('\n')
      for (const sum of cellsOf('F.3', id, 'maximum sanction').flatMap(sumsOf)) expect(amounts).toContain(sum)
      for (const words of cellsOf('F.3', id, 'quiet hours for e-mail')) expect(words).toMatch(/none|–/)
      expect(quietHours).toBeNull()
    },
  )

  it('reads figures out of the words of most rows', () => {
    const rows = matrix['F.3']
    expect(rows.filter((row) => sumsOf(row['maximum sanction']!).length > 0).length).toBeGreaterThanOrEqual(10)
    expect(rows.filter(({records}) => figuresOf(records!).length > 0).length).toBeGreaterThanOrEqual(5)
  })
})
