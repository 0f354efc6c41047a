import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, mkdirSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {takeRunLock} from '../../../src/adapters/store/run-lock.ts'
import {failure, needsDist, tempFolder} from '../../support/files.ts'

/** Another process that takes the lock, says so, and holds it until it is ended. */
async function holder(file: string) {
  needsDist()
  const dist = new URL('../../../dist/adapters/store/run-lock.js', import.meta.url)
  const script = `import {takeRunLock} from ${JSON.stringify(dist.href)}
    await takeRunLock(${JSON.stringify(file)}, 'may')
    console.log('held')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {stdio: ['ignore', 'pipe', 'inherit']})
  await once(child.stdout, 'data')
  return child
}

describe('the run lock', () => {
  it('refuses a second process with exit code 5, and is free when the first was killed', async () => {
    const file = join(tempFolder('run-lock'), '.todoke', 'run.lock.db')
    const child = await holder(file)
    const error = await failure(takeRunLock(file, 'june'))
    expect(error).toMatchObject({code: 'RUN_LOCKED', exitCode: 5, values: {name: 'june'}})
    child.kill('SIGKILL')
    await once(child, 'exit')
    const lock = await takeRunLock(file, 'june')
    lock.release()
  })

  it('says that its file cannot be used, and not that another run holds it', async () => {
    const garbage = join(tempFolder('run-lock'), 'run.lock.db')
    writeFileSync(garbage, 'this is no database, whatever its name says; '.repeat(100))
    expect(await failure(takeRunLock(garbage, 'may'))).toMatchObject({code: 'STORE_UNUSABLE', exitCode: 75})
    const folder = join(tempFolder('run-lock'), 'run.lock.db')
    mkdirSync(folder)
    expect(await failure(takeRunLock(folder, 'may'))).toMatchObject({code: 'STORE_UNUSABLE', exitCode: 75})
  })

  it('is never held twice while others take and release it', async () => {
    const file = join(tempFolder('run-lock-many'), 'run.lock.db')
    let held = 0
    let most = 0
    const turn = async () => {
      for (let i = 0; i < 15; i += 1) {
        const lock = await takeRunLock(file, 'may').catch(() => null)
        if (lock === null) continue
        held += 1
        most = Math.max(most, held)
        await new Promise((done) => setImmediate(done))
        held -= 1
        lock.release()
      }
    }
    await Promise.all([turn(), turn()])
    expect(most).toBe(1)
  })

  it('is held once and can be taken again after it was released', async () => {
    const file = join(tempFolder('run-lock'), '.todoke', 'run.lock.db')
    const lock = await takeRunLock(file, 'may')
    expect((await failure(takeRunLock(file, 'may'))).code).toBe('RUN_LOCKED')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700)
    lock.release()
    lock.release()
    expect(existsSync(file)).toBe(false)
    ;(await takeRunLock(file, 'may')).release()
  })
})
