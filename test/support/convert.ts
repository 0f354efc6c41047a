/** Converts one template as `template convert` does for a single file; `text:` before it says plain text, else HTML. */
import {convertSource, countSystems} from '../../src/core/templates/convert/convert-source.ts'
import {findSystem} from '../../src/core/templates/convert/find-system.ts'
import type {System} from '../../src/core/templates/convert/reading.ts'

export function convertAlone(said: string, from: System | null = null, rename: Readonly<Record<string, string>> = {}) {
  const isHtml = !said.startsWith('text:')
  const source = isHtml ? said : said.slice('text:'.length)
  const {system} = findSystem(countSystems(source, isHtml))
  const how = {isHtml, system: from ?? system, isSaid: from !== null, rename: new Map(Object.entries(rename))}
  return {system, ...convertSource(source, how)}
}
