/** Edits as a unified diff, as `diff -u` and `git apply` know it. */
import type {Edit} from './edits.ts'
import {inOrder, withEdits} from './edits.ts'

const CONTEXT = 3
const NO_END = '\\ No newline at end of file'

/** before: null for a file that is new. Lines without line ends; none where nothing changes. */
export function unifiedDiff(file: string, before: string | null, edits: readonly Edit[]): readonly string[] {
  const source = before ?? ''
  const lines = linesOf(source)
  const changes = changesOf(lines, edits).filter(({removed, added}) => removed.length + added.length > 0)
  if (changes.length === 0) return []
  const name = file.replaceAll('\\', '/')
  const head = [before === null ? '--- /dev/null' : `--- a/${name}`, `+++ b/${name}`]
  let grown = 0
  const hunks = together(changes).flatMap((hunk) => {
    const from = Math.max(0, hunk[0]!.from - CONTEXT)
    const last = hunk.at(-1)!
    const to = Math.min(lines.length, last.from + last.removed.length + CONTEXT)
    const growth = hunk.reduce((sum, {removed, added}) => sum + added.length - removed.length, 0)
    const range = (start: number, count: number) => (count === 0 ? `${start},0` : `${start + 1},${count}`)
    const title = `@@ -${range(from, to - from)} +${range(from + grown, to - from + growth)} @@`
    grown += growth
    const body: string[] = []
    let at = from
    for (const change of hunk) {
      body.push(...lines.slice(at, change.from).flatMap((line) => shown(' ', line)))
      body.push(...change.removed.flatMap((line) => shown('-', line)))
      body.push(...change.added.flatMap((line) => shown('+', line)))
      at = change.from + change.removed.length
    }
    body.push(...lines.slice(at, to).flatMap((line) => shown(' ', line)))
    return [title, ...body]
  })
  return [...head, ...hunks]
}

interface Change {
  /** Index of the first line that gives way. */
  readonly from: number
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** Lines with their line ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function shown(mark: string, line: string): readonly string[] {
  const words = mark + line.replace(/\r?\n$/, '')
  return line.endsWith('\n') ? [words] : [words, NO_END]
}

function changesOf(lines: readonly string[], edits: readonly Edit[]): readonly Change[] {
  const starts: number[] = []
  let length = 0
  for (const line of lines) {
    starts.push(length)
    length += line.length
  }
  const lineAt = (offset: number) => {
    const after = starts.findIndex((start) => start > offset)
    return Math.max(0, (after < 0 ? starts.length : after) - 1)
  }
  const groups: {from: number; to: number; edits: Edit[]}[] = []
  for (const edit of inOrder(edits)) {
    const from = lineAt(edit.start)
    const to = lineAt(Math.max(edit.start, edit.end - 1))
    const group = groups.at(-1)
    if (group !== undefined && from <= group.to) {
      group.to = Math.max(group.to, to)
      group.edits.push(edit)
    } else groups.push({from, to, edits: [edit]})
  }
  return groups.map((group) => {
    const start = starts[group.from] ?? 0
    const old = lines.slice(group.from, group.to + 1)
    const moved = group.edits.map((edit) => ({...edit, start: edit.start - start, end: edit.end - start}))
    return trimmed(group.from, old, linesOf(withEdits(old.join(''), moved)))
  })
}

/** Without the lines at both ends that stay. */
function trimmed(from: number, removed: readonly string[], added: readonly string[]): Change {
  let head = 0
  while (head < removed.length && head < added.length && removed[head] === added[head]) head += 1
  let tail = 0
  while (
    tail < removed.length - head &&
    tail < added.length - head &&
    removed[removed.length - 1 - tail] === added[added.length - 1 - tail]
  )
    tail += 1
  return {
    from: from + head,
    removed: removed.slice(head, removed.length - tail),
    added: added.slice(head, added.length - tail),
  }
}

/** Changes whose lines of context would touch share a hunk. */
function together(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = []
  for (const change of changes) {
    const last = hunks.at(-1)?.at(-1)
    if (last !== undefined && change.from - (last.from + last.removed.length) <= 2 * CONTEXT) hunks.at(-1)!.push(change)
    else hunks.push([change])
  }
  return hunks
}
