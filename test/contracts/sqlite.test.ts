import {join} from 'node:path'
import {openStore} from '../../src/adapters/store/open-store.ts'
import {tempFolder} from '../support/files.ts'
import {storeContract} from './store.contract.ts'

storeContract('SQLite', async () => {
  const file = join(tempFolder('contract'), '.todoke', 'store.db')
  return {open: () => openStore(file)}
})
