/** The first lines of a list file as text, whatever its delimiter: what dialect and header are told from. */
import {textDecoder} from '../encoding/decode-text.ts'
import {readRecords} from '../read-records.ts'
import type {FileSurvey} from '../survey-file.ts'

/** Some 64 KB are read at once; a few lines of that are enough to tell. */
const ENOUGH_LINES = 300

/** Without line ends; blank lines are there as empty ones. Empty for a file of blank lines. Throws what readRecords throws. */
export async function readBeginning(survey: FileSurvey): Promise<string[]> {
  const decode = textDecoder(survey.encoding)
  const lines: string[] = []
  let end = '\n'
  for await (const chunk of readRecords(survey, {...survey, delimiter: ','})) {
    const pieces = [...chunk.spans(), ...chunk.broken].sort((a, b) => a.line - b.line)
    for (const {line, bytes} of pieces) {
      while (lines.length < line - 1) lines.push('')
      const text = decode(bytes)
      // In a file whose lines end in CR an LF is one inside a cell.
      if (text.endsWith('\r')) end = '\r'
      const own = text.split(end).map((each) => each.replace(/\r$/, ''))
      // The end of the last line is no line of its own.
      lines.push(...(own.at(-1) === '' ? own.slice(0, -1) : own))
    }
    if (lines.length >= ENOUGH_LINES) break
  }
  return lines
}
