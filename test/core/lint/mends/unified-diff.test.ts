import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Edit} from '../../../../src/core/lint/mends/edits.ts'
import {withEdits} from '../../../../src/core/lint/mends/edits.ts'
import {unifiedDiff} from '../../../../src/core/lint/mends/unified-diff.ts'
import {put, tempFolder} from '../../../support/files.ts'

describe('unifiedDiff', () => {
  it('shows what changes with three lines around it, each place in a hunk of its own', () => {
    const before = Array.from({length: 20}, (_, i) => `line ${i + 1}\n`).join('')
    const edits = [
      {start: 0, end: 0, text: 'new\n'},
      {start: before.indexOf('15'), end: before.indexOf('15') + 2, text: 'fifteen'},
    ]
    expect(unifiedDiff('a.txt', before, edits)).toEqual([
      ...['--- a/a.txt', '+++ b/a.txt', '@@ -1,3 +1,4 @@', '+new', ' line 1', ' line 2', ' line 3'],
      ...['@@ -12,7 +13,7 @@', ' line 12', ' line 13', ' line 14', '-line 15', '+line fifteen'],
      ...[' line 16', ' line 17', ' line 18'],
    ])
  })

  it('shows a new file whole', () => {
    expect(unifiedDiff('b.txt', null, [{start: 0, end: 0, text: 'one\ntwo\n'}])).toEqual([
      ...['--- /dev/null', '+++ b/b.txt', '@@ -0,0 +1,2 @@', '+one', '+two'],
    ])
  })

  it('says where a last line has no end, and nothing where nothing changes', () => {
    expect(unifiedDiff('c', 'one', [{start: 3, end: 3, text: '\ntwo\n'}])).toEqual([
      ...['--- a/c', '+++ b/c', '@@ -1,1 +1,2 @@', '-one', '\\ No newline at end of file', '+one', '+two'],
    ])
    expect(unifiedDiff('c', 'one', [])).toEqual([])
    expect(unifiedDiff('c', 'one\n', [{start: 0, end: 1, text: 'o'}])).toEqual([])
  })

  it('is a patch that git applies, whatever is edited', () => {
    const folder = tempFolder('diff')
    execFileSync('git', ['init', '-q'], {cwd: folder})
    const text = fc.array(fc.constantFrom('a', 'b', '\n', '\n', '日', ' '), {maxLength: 60}).map((all) => all.join(''))
    const words = fc.array(fc.constantFrom('x', '\n', '本'), {maxLength: 4}).map((all) => all.join(''))
    const sample = fc.tuple(text, fc.array(fc.tuple(fc.nat(60), fc.nat(3), words), {minLength: 1, maxLength: 4}))
    fc.assert(
      fc.property(sample, ([before, wished]) => {
        const edits: Edit[] = []
        let at = 0
        for (const [start, length, text] of wished.sort((a, b) => a[0] - b[0])) {
          const from = Math.min(Math.max(start, at), before.length)
          const to = Math.min(from + length, before.length)
          if (edits.length > 0 && from === at) continue
          edits.push({start: from, end: to, text})
          at = to
        }
        const after = withEdits(before, edits)
        const diff = unifiedDiff('f', before, edits)
        if (after === before) {
          expect(diff).toEqual([])
          return
        }
        put(folder, 'f', before)
        put(folder, 'patch', `${diff.join('\n')}\n`)
        execFileSync('git', ['apply', '--unidiff-zero', '--whitespace=nowarn', 'patch'], {cwd: folder})
        expect(readFileSync(join(folder, 'f'), 'utf8')).toBe(after)
      }),
      {numRuns: 120},
    )
  })
})
