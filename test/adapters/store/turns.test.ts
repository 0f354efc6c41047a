import {readdirSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setImmediate} from 'node:timers/promises'
import {describe, expect, it} from 'vitest'
import {beginWriting, openBare, openDatabase} from '../../../src/adapters/store/driver.ts'
import {letOthersWrite, whileWaiting} from '../../../src/adapters/store/turns.ts'
import {tempFolder} from '../../support/files.ts'

const waitingIn = (folder: string) => readdirSync(folder).filter((name) => name.includes('.waiting-'))

describe('who waits for the store', () => {
  it('says so for as long as it waits, for its owner alone, also when it waits in vain', () => {
    const folder = tempFolder('turns')
    const store = join(folder, 'store.db')
    const seen = whileWaiting(store, () => waitingIn(folder))
    expect(seen).toHaveLength(1)
    expect(() =>
      whileWaiting(store, () => {
        expect(statSync(join(folder, waitingIn(folder)[0]!)).mode & 0o777).toBe(0o600)
        throw new Error('in vain')
      }),
    ).toThrow('in vain')
    expect(waitingIn(folder)).toEqual([])
  })

  it('says nothing when the lock is free', async () => {
    const folder = tempFolder('turns-free')
    const db = await openDatabase(join(folder, 'store.db'))
    beginWriting(db, join(folder, 'store.db'))
    expect([db.isTransaction, waitingIn(folder)]).toEqual([true, []])
    db.exec('rollback')
    db.close()
  })

  it('takes its word back when the lock does not come, and finds its settings as they were', async () => {
    const folder = tempFolder('turns-held')
    const file = join(folder, 'store.db')
    const db = await openDatabase(file)
    db.exec('pragma busy_timeout = 7')
    const holder = await openBare(file)
    holder.exec('begin immediate')
    expect(() => beginWriting(db, file)).toThrow(/STORE_BUSY/)
    expect(waitingIn(folder)).toEqual([])
    expect(db.prepare('pragma busy_timeout').get()).toEqual({timeout: 7})
    holder.close()
    db.close()
  })
})

describe('who writes transaction after transaction', () => {
  it('waits until nobody else does', async () => {
    const folder = tempFolder('turns-let')
    const store = join(folder, 'store.db')
    writeFileSync(`${store}.waiting-abc`, '')
    let isOver = false
    const letting = letOthersWrite(store).then(() => {
      isOver = true
    })
    for (let turn = 0; turn < 3; turn += 1) await setImmediate()
    expect(isOver).toBe(false)
    rmSync(`${store}.waiting-abc`)
    await letting
    await letOthersWrite(store)
  })

  it('goes on after a while, and clears away what a dead process left', async () => {
    const folder = tempFolder('turns-stale')
    const store = join(folder, 'store.db')
    writeFileSync(`${store}.waiting-abc`, '')
    await letOthersWrite(store)
    expect(waitingIn(folder)).toHaveLength(1)
    const before = new Date(Date.now() - 60_000)
    utimesSync(`${store}.waiting-abc`, before, before)
    await letOthersWrite(store)
    expect(waitingIn(folder)).toEqual([])
  })
})
