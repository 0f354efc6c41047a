/** Lines and columns, both from 1, of offsets that do not go back; linear over all of them. Lines end as in parse-template. */

export function lineFinder(source: string): (offset: number) => {readonly line: number; readonly column: number} {
  const breaks = /\r\n|\n|\r/g
  let line = 1
  let lineStart = 0
  let next = breaks.exec(source)
  return (offset) => {
    while (next !== null && next.index + next[0].length <= offset) {
      line += 1
      lineStart = next.index + next[0].length
      next = breaks.exec(source)
    }
    return {line, column: offset - lineStart + 1}
  }
}
