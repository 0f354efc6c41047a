/** Whether an encoding holds every character of the rows written in it, counted to the end, so that one error says all. */
import {ENCODING_LABELS, type TextEncoding} from '../../core/text-encodings.ts'
import {AppError} from '../../errors.ts'
import {textDecoder} from './encoding/decode-text.ts'
import {asWritten, encodeText} from './encoding/encode-text.ts'
import {keepsToStandard} from './encoding/standard.ts'

export interface EncodingCheck {
  /** text: what the rows are as CSV; bytes: the same encoded. False from the first row on that cannot be written. */
  passes(rows: readonly (readonly string[])[], text: string, bytes: Buffer): boolean
  /** Throws EXPORT_UNENCODABLE. */
  end(): void
}

/** Whether the encoding has every character there is. */
export function isUnicode(encoding: TextEncoding): boolean {
  return encoding.startsWith('utf-') || encoding === 'gb18030'
}

/** Columns that are named in the error. */
const MOST_COLUMNS = 10

export function checkEncoding(encoding: TextEncoding): EncodingCheck {
  const decode = textDecoder(encoding)
  const isWhole = (text: string, bytes: Buffer) =>
    keepsToStandard(bytes, encoding) && decode(bytes) === asWritten(text, encoding)
  const isWritable = (text: string) => isWhole(text, encodeText(text, encoding))
  const bad = {rows: 0, firstRow: 0, columns: new Map<number, {rows: number; char: string}>()}
  let header: readonly string[] = []
  let seen = 0

  function look(rows: readonly (readonly string[])[]): void {
    for (const [at, cells] of rows.entries()) {
      if (isWritable(cells.join('\n'))) continue
      bad.rows += 1
      if (bad.rows === 1) bad.firstRow = seen + at + 1
      for (const [column, cell] of cells.entries()) {
        if (isWritable(cell)) continue
        const known = bad.columns.get(column)
        if (known !== undefined) known.rows += 1
        else bad.columns.set(column, {rows: 1, char: [...cell].find((char) => !isWritable(char)) ?? ''})
      }
    }
  }

  return {
    passes(rows, text, bytes) {
      if (seen === 0) header = rows[0] ?? []
      if (!isWhole(text, bytes)) look(rows)
      seen += rows.length
      return bad.rows === 0
    },
    end() {
      if (bad.rows === 0) return
      const columns = [...bad.columns].sort(([a], [b]) => a - b)
      const {char} = columns[0]![1]
      const shown = columns.slice(0, MOST_COLUMNS).map(([column, {rows}]) => `${header[column] ?? ''} (${rows})`)
      throw new AppError('EXPORT_UNENCODABLE', {
        encoding: ENCODING_LABELS[encoding],
        rows: bad.rows,
        row: bad.firstRow,
        columns: `${shown.join(', ')}${columns.length > MOST_COLUMNS ? ', …' : ''}`.replace(/\p{C}+/gu, ' '),
        character:
          `${char.replace(/\p{C}/gu, '')} U+${(char.codePointAt(0) ?? 0xfffd).toString(16).toUpperCase().padStart(4, '0')}`.trim(),
      })
    },
  }
}
