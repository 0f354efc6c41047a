/** Every job that checks links of readers is handed the same keys: those of the workspace without the revoked ones. */
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {signingKey} from '../../src/adapters/keys/keyring.ts'
import {openStore} from '../../src/adapters/store/open-store.ts'
import {readMailNeeds} from '../../src/wiring/mailboxes.ts'
import {probeNeeds} from '../../src/wiring/probes.ts'
import {serveNeeds} from '../../src/wiring/serve.ts'
import type {Workspace} from '../../src/wiring/workspace.ts'
import {tempFolder} from '../support/files.ts'

it('revoked keys are handed to no job that checks links', async () => {
  const folder = tempFolder('revoked-keys')
  await (await openStore(join(folder, '.todoke', 'store.db'))).close()
  const keys = join(folder, '.todoke', 'keys')
  const revoked = await signingKey(keys, 1000)
  const valid = await signingKey(keys, 2000, [revoked.id])
  const settings = {
    ...{store: '.todoke/store.db', laws: ['jp'], audience: {country: 'JP'}},
    serve: {port: 0, tls: null, revokedKeys: [revoked.id]},
    optOut: {url: 'https://www.example.jp/u/'},
    sender: {from: {address: 'news@example.jp', name: 'Sample'}},
    ...{purposes: [], signUp: {forms: [], limits: {}}},
  }
  const place = {folder, settings} as unknown as Workspace
  const mail = await readMailNeeds(place, join(folder, 'unsure.csv'))
  const serve = await serveNeeds(place, {port: null, accessLog: null, lang: 'en', onLogLost: () => {}})
  const probe = await probeNeeds(place, 1000)
  const told = [await mail.tokenKeys(), await serve.tokenKeys(), probe.keys!]
  await mail.store.close()
  await serve.close()
  expect(told.map((each) => each.map(({id}) => id))).toEqual(Array(3).fill([valid.id]))
})
