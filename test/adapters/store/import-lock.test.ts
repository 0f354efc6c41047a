import {readdirSync} from 'node:fs'
import {dirname} from 'node:path'
import {describe, expect, it} from 'vitest'
import {openStore} from '../../../src/adapters/store/open-store.ts'
import type {ImportHeader} from '../../../src/ports/list-import.ts'
import {block, draft} from '../../support/drafts.ts'
import {failure, tempFolder} from '../../support/files.ts'
import {NOW, query} from '../../support/workspace-store.ts'

const HEADER: ImportHeader = {
  ...{list: 'news', fileName: 'list.csv', sha256: 'a', sizeBytes: 1, encoding: 'utf-8', delimiter: ','},
  ...{mapping: [], basis: null, purpose: null},
}

describe('while an import of a list is at work', () => {
  it('the same one started again is refused with exit code 5; then it goes on where the first was cut short', async () => {
    const file = `${tempFolder('import-lock')}/store.db`
    const [store, other] = [await openStore(file), await openStore(file)]
    const first = await store.lists.startImport(HEADER, NOW)
    await first.write(block([draft('a')]))
    expect(await failure(other.lists.startImport(HEADER, NOW))).toMatchObject({
      ...{code: 'IMPORT_LOCKED', exitCode: 5, values: {list: 'news'}},
    })
    await first.abandon()
    const second = await other.lists.startImport(HEADER, NOW)
    expect(second.uuid).toBe(first.uuid)
    await second.finish({}, NOW)
    expect(await query(file, 'select count(*) as n from imports')).toEqual([{n: 1}])
    expect(readdirSync(dirname(file)).filter((name) => name.endsWith('.lock'))).toEqual([])
    await (await store.lists.startImport({...HEADER, sha256: 'b'}, NOW)).abandon()
    await Promise.all([store.close(), other.close()])
  })

  it('an undo of it is refused and changes nothing', async () => {
    const file = `${tempFolder('import-lock-undo')}/store.db`
    const [store, other] = [await openStore(file), await openStore(file)]
    const session = await store.lists.startImport(HEADER, NOW)
    await session.write(block([draft('a')]))
    expect(await failure(other.lists.undo(session.uuid, NOW))).toMatchObject({code: 'IMPORT_LOCKED', exitCode: 5})
    expect(await query(file, 'select * from import_undos')).toEqual([])
    await session.finish({}, NOW)
    expect(await other.lists.undo(session.uuid, NOW)).toMatchObject({removed: 1})
    await Promise.all([store.close(), other.close()])
  })

  it('other lists take imports, and a proposal for the same list can be made', async () => {
    const folder = tempFolder('import-lock-others')
    const [store, other] = [await openStore(`${folder}/store.db`), await openStore(`${folder}/store.db`)]
    const session = await store.lists.startImport(HEADER, NOW)
    const beside = await other.lists.startImport({...HEADER, list: 'News'}, NOW)
    await beside.write(block([draft('b')]))
    await beside.finish({}, NOW)
    const proposal = await other.lists.rehearseImport({...HEADER, sha256: 'b'}, NOW, `${folder}/scratch.db`)
    expect(await proposal.write(block([draft('b'), draft('c')]))).toMatchObject({added: 1, updated: 1})
    await proposal.abandon()
    await session.finish({}, NOW)
    await Promise.all([store.close(), other.close()])
  })

  it('the lock is free again when the import could not even begin', async () => {
    const store = await openStore(`${tempFolder('import-lock-failed')}/store.db`)
    const broken = {...HEADER, fileName: null} as unknown as ImportHeader
    await expect(store.lists.startImport(broken, NOW)).rejects.toThrow()
    await (await store.lists.startImport(HEADER, NOW)).abandon()
    await store.close()
  })
})
