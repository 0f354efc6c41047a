/** `todoke serve --detached` as a process of its own, beside a workspace with a planned send. */
import {createServer} from 'node:net'
import {join} from 'node:path'
import {readTokenKeys} from '../../src/adapters/keys/keyring.ts'
import {connect} from '../../src/adapters/store/connection.ts'
import {tokenMaker} from '../../src/core/suppression/token.ts'
import type {Running} from './send-workspace.ts'
import {start} from './send-workspace.ts'
import {ask} from './site.ts'

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const {port} = server.address() as {port: number}
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Of the newest send, signed with the newest key: of a contact by id, from 1. */
export async function tokensOf(folder: string): Promise<(contactId: number) => string> {
  const connection = await connect(join(folder, '.todoke', 'store.db'))
  const key = (await readTokenKeys(join(folder, '.todoke', 'keys'), [])).at(-1)!
  const {id} = connection.db.prepare('select public_id as id from sends order by id desc limit 1').get() as {id: string}
  const publicIds = connection.publicIds.many(Array.from({length: 5000}, (_, i) => i + 1))
  await connection.close()
  const make = tokenMaker(key, 'optout', id)
  return (contactId) => make(publicIds[contactId - 1]!)
}

export interface Served extends Running {
  readonly url: string
}

/** In a folder that is no workspace. port: 0 = any. */
export async function serveDetached(folder: string, file: string, port: number, ...words: string[]): Promise<Served> {
  const running = start(folder, ['serve', '--detached', file, '--port', String(port), ...words])
  const url = `http://127.0.0.1:${port}`
  let hasEnded = false
  void running.ended.then(() => {
    hasEnded = true
  })
  for (;;) {
    const isUp = await ask(`${url}/healthz`).then(
      ({status}) => status === 200,
      () => false,
    )
    if (isUp) return {...running, url}
    if (hasEnded) throw new Error((await running.ended).stderr)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
