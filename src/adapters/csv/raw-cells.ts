/** The cells of a line whose quotes cannot be followed, as far as its delimiters alone tell them apart. */

/**
 * Null unless there are exactly as many as the file has columns: only then does each surely stand in its own. A
 * delimiter inside a quoted cell makes one too many, and the rest of a cell that was broken in two lines too few.
 */
export function rawCells(line: string, delimiter: string, width: number): string[] | null {
  const cells = line.replace(/[\r\n]+$/, '').split(delimiter)
  return cells.length === width
    ? cells.map((cell) =>
        cell
          .trim()
          .replace(/^"+|"+$/g, '')
          .replaceAll('""', '"'),
      )
    : null
}
