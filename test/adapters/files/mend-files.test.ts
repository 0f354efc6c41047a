import {chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {mendFiles} from '../../../src/adapters/files/mend-files.ts'
import {textOfBytes} from '../../../src/adapters/files/read-text.ts'
import {cp932, failure, put, tempFolder} from '../../support/files.ts'

const folder = tempFolder('mend')
const TEXT = '<p>表示ｱｲｳ①㈱ソース</p>\r\n</body>\r\n'
const at = (text: string, words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words),
  text: '{{> footer}}\r\n',
})

describe('mending a file', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['CP932', cp932(TEXT)],
    // Two codes of one character each: encoding it anew would write the other one.
    ['CP932 with codes of NEC', Buffer.concat([Buffer.from([0x87, 0x90, 0xed, 0x40]), cp932(TEXT)])],
  ])('keeps every other byte, line ends and permissions: %s', async (_, bytes) => {
    const file = put(folder, 'a.html', bytes)
    chmodSync(file, 0o640)
    const text = textOfBytes(bytes, file)
    await mendFiles.mend(file, text, [at(text, '</body>'), {start: 1, end: 2, text: 'b'}])
    const mark = bytes.indexOf('</body>')
    const open = bytes.indexOf('<p>')
    const after = readFileSync(file)
    expect(after.subarray(after.indexOf('{{> footer}}\r\n') + 14)).toEqual(bytes.subarray(mark))
    if (open >= 0 && text.startsWith('<p>'))
      expect(after.subarray(0, after.indexOf('{{>'))).toEqual(
        Buffer.concat([bytes.subarray(0, open + 1), Buffer.from('b'), bytes.subarray(open + 2, mark)]),
      )
    expect(statSync(file).mode & 0o777).toBe(0o640)
  })

  it('follows a link and leaves it a link', async () => {
    const file = put(folder, 'real.html', '<p>')
    symlinkSync(file, join(folder, 'link.html'))
    await mendFiles.mend(join(folder, 'link.html'), '<p>', [{start: 3, end: 3, text: 'x'}])
    expect([lstatSync(join(folder, 'link.html')).isSymbolicLink(), readFileSync(file, 'utf8')]).toEqual([true, '<p>x'])
  })

  it('leaves a file alone that holds another text by now, and one that is there already', async () => {
    const file = put(folder, 'b.html', 'new')
    expect((await failure(mendFiles.mend(file, 'old', []))).code).toBe('FIX_STALE')
    expect((await failure(mendFiles.create(file, 'x'))).code).toBe('FIX_STALE')
    expect((await failure(mendFiles.mend(join(folder, 'gone.html'), '', []))).code).toBe('FILE_UNWRITABLE')
    expect(readFileSync(file, 'utf8')).toBe('new')
    expect(readdirSync(folder).filter((name) => name.startsWith('.todoke'))).toEqual([])
  })
})
