/** Texts of several parts put one below the other, of which every character still knows its place in the file. */

export interface PlacedText {
  readonly text: string
  /** Offset in the file of the character at that index. */
  rawOffset(index: number): number
}

/** asHtml: the text stands between pieces of HTML, where a mail program shows it as it is. */
export function joinTexts(pieces: readonly (PlacedText & {readonly asHtml: boolean})[]): PlacedText {
  const parts: (PlacedText & {readonly start: number})[] = []
  let text = ''
  for (const piece of pieces) {
    if (text !== '') text += '\n'
    const shown = piece.asHtml ? escaped(piece) : piece
    if (piece.asHtml) text += '<pre>'
    parts.push({...shown, start: text.length})
    text += shown.text
    if (piece.asHtml) text += '</pre>'
  }
  return {
    text,
    rawOffset: (index) => {
      const part = parts.findLast(({start}) => start <= index) ?? parts[0]
      if (part === undefined) return 0
      return part.rawOffset(Math.min(Math.max(index - part.start, 0), part.text.length))
    },
  }
}

function escaped({text, rawOffset}: PlacedText): PlacedText {
  const growths: {readonly at: number; readonly by: number}[] = []
  let grown = 0
  const shown = text.replace(/[&<]/g, (sign, at: number) => {
    const written = sign === '&' ? '&amp;' : '&lt;'
    grown += written.length - 1
    growths.push({at: at + grown, by: grown})
    return written
  })
  return {
    text: shown,
    rawOffset: (index) => rawOffset(index - (growths.findLast(({at}) => at < index)?.by ?? 0)),
  }
}
