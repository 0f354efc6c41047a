/** The forms in which header words and the words of cells are compared: width, case and accents mean nothing. */

const ACCENTS = /[\u0300-\u036f]/g
const QUALIFIER = /[([【](必須|任意|自動|半角|全角|半角英数字?|required|optional)[)\]】]/g
const SEPARATORS = /[\s_\-・.:?'’"*※#/,\u200b]/g

/** A header: blanks, _ - . : ? and the like removed, and what a form adds in brackets (必須). */
export function foldHeader(header: string): string {
  return unaccented(header).replace(QUALIFIER, '').replace(SEPARATORS, '')
}

/** A cell: _ and - between words read as a blank, `Opted_Out` as `opted out`. */
export function foldWord(cell: string): string {
  const word = unaccented(cell.trim())
  return /^[-_]+$/.test(word) ? word : word.replace(/[\s_-]+/g, ' ').trim()
}

function unaccented(text: string): string {
  return text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').toLowerCase()
}
