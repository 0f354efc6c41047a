import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {spoolRoom} from '../../../../src/adapters/csv/source/spool-room.ts'
import {failure, needsDist, put, tempFolder} from '../../../support/files.ts'

describe('a room for copies', () => {
  it('is for the user alone, also when its folder was not', async () => {
    const folder = join(tempFolder('room'), 'tmp')
    mkdirSync(folder, {mode: 0o755})
    const path = await spoolRoom(folder).keep((file) => file.writeFile('people'))
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path, 'utf8')).toBe('people')
  })

  it('outside a workspace is a temporary folder that goes with its last copy', async () => {
    const room = spoolRoom(null)
    const one = await room.keep((file) => file.writeFile('1'))
    const two = await room.keep((file) => file.writeFile('2'))
    expect(statSync(dirname(one)).mode & 0o777).toBe(0o700)
    await room.remove([one])
    expect(existsSync(two)).toBe(true)
    await room.remove([two])
    expect(existsSync(dirname(two))).toBe(false)
    const three = await room.keep((file) => file.writeFile('3'))
    await room.remove([three, three])
    expect(existsSync(dirname(three))).toBe(false)
  })

  it('keeps nothing of a copy that could not be made', async () => {
    const folder = join(tempFolder('room'), 'tmp')
    const keeping = spoolRoom(folder).keep(async (file) => {
      await file.writeFile('half')
      throw Object.assign(new Error('no space'), {code: 'ENOSPC'})
    })
    expect((await failure(keeping)).code).toBe('FILE_UNWRITABLE')
    expect(readdirSync(folder)).toEqual([])
  })

  it('that cannot be made is said', async () => {
    const folder = join(put(tempFolder('room'), 'file', ''), 'tmp')
    expect((await failure(spoolRoom(folder).keep(async () => {}))).values).toMatchObject({file: folder, why: 'ENOTDIR'})
  })

  it('throws out what a process that died left in it, and nothing of one that runs', async () => {
    const folder = join(tempFolder('room'), 'tmp')
    mkdirSync(folder)
    const died = spawnSync(process.execPath, ['-e', '']).pid
    writeFileSync(join(folder, `spool-${died}-aaaa`), 'left')
    writeFileSync(join(folder, `spool-${process.ppid}-bbbb`), 'in use')
    writeFileSync(join(folder, 'other'), 'not ours')
    const path = await spoolRoom(folder).keep((file) => file.writeFile('x'))
    expect(readdirSync(folder).sort()).toEqual(
      ['other', path.slice(folder.length + 1), `spool-${process.ppid}-bbbb`].sort(),
    )
  })

  it('is emptied when the process ends at once', () => {
    needsDist()
    const folder = join(tempFolder('room'), 'tmp')
    const url = new URL('../../../../dist/adapters/csv/source/spool-room.js', import.meta.url)
    const script = `import {spoolRoom} from '${url}'
      const path = await spoolRoom(process.argv[1]).keep((file) => file.writeFile('people'))
      process.stdout.write(path)
      process.exit(130)`
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script, folder], {encoding: 'utf8'})
    expect(run.stdout).toContain(folder)
    expect(run.status).toBe(130)
    expect(readdirSync(folder)).toEqual([])
  })
})
