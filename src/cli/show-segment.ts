/** The segment of an audit or a plan on the screen: what was typed, whom it leaves out, and a word when nobody is left. */
import {starred} from '../core/segments/fault.ts'
import type {Screen} from './screen.ts'
import {plain, wrap} from './table.ts'

/** of: the list's name or the file's path. [] without a segment. */
export function segmentLines(
  {
    segment,
    outside,
    contacts,
    of,
  }: {
    readonly segment: string | null
    readonly outside: number
    readonly contacts: number
    readonly of: string
  },
  screen: Screen,
): readonly string[] {
  if (segment === null) return []
  const told = screen.t('segment.outside', {where: shownSegment(segment), count: outside, of: plain(of)})
  const lines = [wrap(told, screen.width)]
  if (contacts > 0) return lines
  const nobody = wrap(`▲ ${screen.t('segment.nobody', {of: plain(of)})}`, screen.width, 2).trimStart()
  return [...lines, screen.paint.yellow(nobody)]
}

/** As typed, without addresses. */
export function shownSegment(segment: string): string {
  return plain(starred(segment))
}
