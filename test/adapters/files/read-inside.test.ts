import {execFileSync} from 'node:child_process'
import {appendFile, chown, link, mkdir, mkdtemp, open, rename, symlink, truncate, writeFile} from 'node:fs/promises'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {beforeEach, describe, expect, it} from 'vitest'
import {readInside, readSteady} from '../../../src/adapters/files/read-inside.ts'

let outer = ''
let folder = ''
beforeEach(async () => {
  outer = await mkdtemp(join(tmpdir(), 'todoke-inside-'))
  folder = join(outer, 'template')
  await mkdir(join(folder, 'sub'), {recursive: true})
  await writeFile(join(folder, 'a.txt'), 'inside')
  await writeFile(join(outer, 'secret.txt'), 'outside')
})

const why = async (name: string, most = 100) => {
  const read = await readInside(folder, name, most)
  return read.ok ? new TextDecoder().decode(read.content) : read.why
}

describe('a file of a template folder', () => {
  it('is read by its relative path, also through a link inside the folder', async () => {
    await symlink('../a.txt', join(folder, 'sub', 'b.txt'))
    expect([await why('a.txt'), await why('./a.txt'), await why('sub/b.txt')]).toEqual(['inside', 'inside', 'inside'])
  })

  it('is read where the folder itself was named through a link', async () => {
    await symlink(folder, join(outer, 'link'))
    expect(await readInside(join(outer, 'link'), 'a.txt', 100)).toMatchObject({ok: true})
  })

  it.each([
    ['/etc/hostname', 'absolute'],
    ['~/x', 'absolute'],
    ['C:/x', 'absolute'],
    ['a.txt\0.png', 'absolute'],
    ['../secret.txt', 'parent'],
    ['sub/../../secret.txt', 'parent'],
    ['sub/../a.txt', 'parent'],
    ['sub\\..\\a.txt', 'backslash'],
    ['none.txt', 'missing'],
    ['a.txt/b', 'missing'],
    ['sub', 'not-a-file'],
    ['', 'outside'],
    ['.', 'outside'],
  ])('named %j is refused: %s', async (name, expected) => {
    expect(await why(name)).toBe(expected)
  })

  it('that is a link out of it is refused: to a file, by way of a folder, in a circle', async () => {
    await symlink('../secret.txt', join(folder, 'out.txt'))
    await symlink('..', join(folder, 'up'))
    await symlink('loop', join(folder, 'loop'))
    await mkdir(join(outer, 'template-2'))
    await writeFile(join(outer, 'template-2', 'x'), 'neighbour')
    await symlink('../template-2/x', join(folder, 'neighbour'))
    expect([await why('out.txt'), await why('up/secret.txt'), await why('loop'), await why('neighbour')]).toEqual(
      Array(4).fill('outside'),
    )
  })

  it('that is a pipe, a device or a socket is refused without waiting for it', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')])
    await symlink('/dev/zero', join(folder, 'zero'))
    const server = createServer()
    await new Promise<void>((done) => server.listen(join(folder, 'socket'), done))
    expect([await why('pipe'), await why('socket'), await why('zero')]).toEqual(['not-a-file', 'not-a-file', 'outside'])
    await new Promise((done) => server.close(done))
  })

  it.skipIf(process.getuid?.() !== 0)('that is a second name of a file of another owner is refused', async () => {
    await link(join(outer, 'secret.txt'), join(folder, 'second.txt'))
    expect(await why('second.txt')).toBe('outside')
    await chown(join(outer, 'secret.txt'), 12345, 12345)
    expect(await why('second.txt')).toBe('borrowed')
  })

  it('that is over the limit is refused; at the limit it is read', async () => {
    expect([await why('a.txt', 6), await why('a.txt', 5)]).toEqual(['inside', 'too-big'])
    await truncate(join(folder, 'a.txt'), 50_000_000_000)
    expect(await why('a.txt', 10_000_000)).toBe('too-big')
  })

  it.each([
    ['grows', (path: string) => appendFile(path, '!')],
    ['shrinks', (path: string) => truncate(path, 2)],
    ['grows without end', (path: string) => truncate(path, 20_000_000_000)],
    ['is written over', (path: string) => writeFile(path, 'INSIDE')],
  ])('that %s after its size was looked at is refused', async (_what, change) => {
    const path = join(folder, 'a.txt')
    await using file = await open(path)
    let looks = 0
    const stat = async () => {
      const told = await file.stat()
      looks += 1
      if (looks === 1) await change(path)
      return told
    }
    const read = await readSteady({stat: stat as typeof file.stat, read: file.read.bind(file)}, 100)
    expect(read).toEqual({ok: false, why: 'changed'})
  })

  it('is the old or the new one when it is replaced, never a mixture', async () => {
    await writeFile(join(folder, 'new'), 'new one')
    const [, read] = await Promise.all([rename(join(folder, 'new'), join(folder, 'a.txt')), why('a.txt')])
    expect(['inside', 'new one', 'changed']).toContain(read)
    expect(await why('a.txt')).toBe('new one')
  })
})
