/** The name of the file for rows that could not be read: the same however often they are mended and imported again. */

/**
 * fileName: of the list, without folders; - for standard input. what: the list they were for. sha256: hex, of the file,
 * so that files of one name keep theirs apart.
 */
export function rejectsName(fileName: string, what: string, sha256: string): string {
  const source = fileName === '-' ? 'stdin' : withoutRejects(fileName.replace(/\.[^.]*$/, ''), what)
  return `${source}.${what}.${sha256.slice(0, 8)}.rejects.csv`
}

/** Of a rejects file: the file it came from. */
function withoutRejects(name: string, what: string): string {
  const file = name.replace(/(\.[0-9a-f]{8})?\.rejects$/, '')
  if (file === name || file === '') return name
  return withoutRejects(file.endsWith(`.${what}`) ? file.slice(0, -what.length - 1) : file, what)
}
