/** In which ways the dates of a column are written: 2026-01-15, 15.01.2026, 令和8年1月15日. Keeps forms, never dates. */
export interface DateFormCount {
  readonly column: string
  /** Most rows first; 2026-01-15 has the form Y-M-M. */
  readonly forms: readonly {readonly form: string; readonly rows: number}[]
}

export interface DateForms {
  /** fields: of one row, in column order. */
  see(fields: readonly string[]): void
  /** Only columns with more than one form. */
  result(): readonly DateFormCount[]
}

/** Forms of one column that are told apart: beyond that they are no dates. */
const MOST_FORMS = 20
const LONGEST = 40

export function startDateForms(columns: readonly {readonly index: number; readonly header: string}[]): DateForms {
  const counted = columns.map(({index, header}) => ({index, header, forms: new Map<string, number>()}))
  return {
    see(fields) {
      for (let i = 0; i < counted.length; i += 1) {
        const {index, forms} = counted[i]!
        const cell = fields[index]
        if (cell === undefined || cell === '' || cell.length > LONGEST) continue
        const form = readForm(cell)
        if (form === null) continue
        const rows = forms.get(form)
        if (rows !== undefined || forms.size < MOST_FORMS) forms.set(form, (rows ?? 0) + 1)
      }
    },
    result: () =>
      counted
        .filter(({forms}) => forms.size > 1)
        .map(({header, forms}) => ({
          column: header,
          forms: [...forms].map(([form, rows]) => ({form, rows})).sort((a, b) => b.rows - a.rows),
        })),
  }
}

/**
 * Null for a cell without digits. A time of day behind the date does not count: 9:00 and 09:00:00 are one form. Runs of
 * digits are Y for a year, M for one or two, N for others; a date of its own would be another form for each cell.
 */
function readForm(cell: string): string | null {
  let form = ''
  let hasDigits = false
  for (let i = 0; i < cell.length; ) {
    const code = cell.charCodeAt(i)
    if (!isDigit(code)) {
      if (hasDigits && isTimeAhead(cell, i)) break
      form += cell[i]
      i += 1
      continue
    }
    const start = i
    while (i < cell.length && isDigit(cell.charCodeAt(i))) i += 1
    hasDigits = true
    form += i - start === 4 ? 'Y' : i - start <= 2 ? 'M' : `N${i - start}`
  }
  return hasDigits ? form.trim() : null
}

/** At a blank, a comma or a T behind the date. */
function isTimeAhead(cell: string, at: number): boolean {
  const code = cell.charCodeAt(at)
  return (
    (code === BLANK || code === COMMA || code === WIDE_BLANK || code === T) && TIME.test(cell.slice(at + 1, at + 8))
  )
}

const BLANK = 0x20
const COMMA = 0x2c
const WIDE_BLANK = 0x3000
const T = 0x54
const TIME = /^\s*\d{1,2}[:：時]/u

/** Also full-width ones. */
function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)
}
