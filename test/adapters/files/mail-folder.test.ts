import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {openMailFolder} from '../../../src/adapters/files/mail-folder.ts'
import {failure, tempFolder} from '../../support/files.ts'

it('takes mails into a folder that is new, or there and empty, readable by its owner alone', async () => {
  const base = tempFolder('mails')
  for (const path of [join(base, 'new', 'deep'), tempFolder('empty')]) {
    const folder = await openMailFolder(path)
    await folder.write(12, 'abc', Buffer.from('a\r\n'))
    expect(readdirSync(path)).toEqual(['000012-abc.eml'])
    const file = join(path, '000012-abc.eml')
    expect(readFileSync(file, 'latin1')).toBe('a\r\n')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect((await failure(folder.write(12, 'abc', Buffer.from('b')))).code).toBe('FILE_UNWRITABLE')
  }
  expect(statSync(join(base, 'new', 'deep')).mode & 0o777).toBe(0o700)
})

it('refuses a folder with something in it, a file, and a place below a file', async () => {
  const base = tempFolder('mails')
  writeFileSync(join(base, 'file'), 'x')
  for (const path of [base, join(base, 'file'), join(base, 'file', 'below')])
    expect((await failure(openMailFolder(path))).code).toBe('FOLDER_TAKEN')
  expect(readdirSync(base)).toEqual(['file'])
})
