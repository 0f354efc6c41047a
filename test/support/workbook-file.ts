/** Excel workbooks (.xlsx) made of hand-written XML, as small as Excel still opens them. */
import {zipFile} from './zip-file.ts'

export interface SheetParts {
  readonly name: string
  /** What stands in sheetData: <row>…</row>. */
  readonly rows: string
  readonly state?: 'hidden' | 'veryHidden'
}

export interface BookParts {
  readonly sheets: readonly SheetParts[]
  /** Each an <si>…</si>. */
  readonly texts?: readonly string[]
  /** Number format codes of the cell styles 1, 2, 3 …; style 0 is General. */
  readonly formats?: readonly string[]
  readonly is1904?: boolean
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export function workbookFile({sheets, texts = [], formats = [], is1904 = false}: BookParts): Buffer {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`
  const relations = (...all: string[]) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`
  const type = (part: string, kind: string) =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`
  const codes = formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${escaped(code)}"/>`).join('')
  const styles = formats.map(
    (_, i) => `<xf numFmtId="${200 + i}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>`,
  )
  return zipFile([
    {
      name: '[Content_Types].xml',
      content: `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('/xl/workbook.xml', 'sheet.main')}${sheets.map((_, i) => type(`/xl/worksheets/sheet${i + 1}.xml`, 'worksheet')).join('')}${type('/xl/styles.xml', 'styles')}${type('/xl/sharedStrings.xml', 'sharedStrings')}</Types>`,
    },
    {name: '_rels/.rels', content: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))},
    {
      name: 'xl/workbook.xml',
      content: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map(({name, state}, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        ...sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
        relation('rIdStyles', 'styles', 'styles.xml'),
        relation('rIdTexts', 'sharedStrings', '/xl/sharedStrings.xml'),
      ),
    },
    ...sheets.map(({rows}, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    })),
    {
      name: 'xl/styles.xml',
      content: `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${codes}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="${formats.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
    },
    {name: 'xl/sharedStrings.xml', content: `${HEAD}<sst xmlns="${MAIN}">${texts.join('')}</sst>`},
  ])
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}

/** A row of cells that hold their own text. */
export function textRow(row: number, cells: readonly string[]): string {
  const written = cells.map(
    (cell, i) =>
      `<c r="${String.fromCharCode(65 + i)}${row}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
  )
  return `<row r="${row}">${written.join('')}</row>`
}

/** Rows from the first one on. */
export function textRows(rows: readonly (readonly string[])[]): string {
  return rows.map((cells, i) => textRow(i + 1, cells)).join('')
}
