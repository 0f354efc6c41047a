/** `todoke serve` as a user runs it: a process of its own over a workspace with a planned send. */
import {chmodSync, copyFileSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {request} from 'node:https'
import {createServer} from 'node:net'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {readTokenKeys} from '../../src/adapters/keys/keyring.ts'
import {connect} from '../../src/adapters/store/connection.ts'
import {openBare} from '../../src/adapters/store/driver.ts'
import {tokenMaker} from '../../src/core/suppression/token.ts'
import {needsDist} from '../support/files.ts'
import type {Running} from '../support/send-workspace.ts'
import {ask, copyWorkspace, makeWorkspace, people, plan, run, start} from '../support/send-workspace.ts'
import {ask as fetchPage, oneClick} from '../support/site.ts'

let original: string

beforeAll(async () => {
  needsDist()
  original = await makeWorkspace({port: 2599, rows: people(5)})
  await plan(original, 'nov', '--topic', 'news')
})

async function tokensOf(folder: string): Promise<readonly string[]> {
  const connection = await connect(join(folder, '.todoke', 'store.db'))
  const [key] = await readTokenKeys(join(folder, '.todoke', 'keys'), [])
  const {id} = connection.db.prepare('select public_id as id from sends').get() as {id: string}
  const tokens = [1, 2, 3, 4, 5].map((contact) => tokenMaker(key!, 'optout', id)(connection.publicIds(contact)))
  await connection.close()
  return tokens
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const {port} = server.address() as {port: number}
  await new Promise((resolve) => server.close(resolve))
  return port
}

interface Served extends Running {
  readonly url: string
}

async function serve(folder: string, ...words: string[]): Promise<Served> {
  const port = await freePort()
  const running = start(folder, ['serve', '--port', String(port), ...words])
  const url = `http://127.0.0.1:${port}`
  const isUp = () =>
    fetchPage(`${url}/healthz`).then(
      ({status}) => status,
      () => 0,
    )
  await expect.poll(isUp, {timeout: 30_000}).toBe(200)
  return {...running, url}
}

function settings(folder: string, more: string): void {
  const file = join(folder, 'todoke.yaml')
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n${more}`)
}

describe('todoke serve', () => {
  it('answers the links of a plan, is told to stop, and tells what it did', async () => {
    const folder = await copyWorkspace(original, 2599)
    const [first, second] = await tokensOf(folder)
    const server = await serve(folder, '--json', '--access-log', 'access.log')
    expect((await oneClick(`${server.url}/o/${first}`)).status).toBe(200)
    expect((await fetchPage(`${server.url}/o/${second}`)).body).toContain('p***@example.com')
    server.child.kill('SIGTERM')
    const {code, stdout, stderr} = await server.ended
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toEqual({
      oneClick: 1,
      page: 0,
      known: 0,
      shown: 1,
      broken: 0,
      failed: 0,
      signUps: 0,
      confirmed: 0,
    })
    const check = await ask(folder, 'suppression', 'check', 'p1@example.com')
    expect(check.answer).toMatchObject({suppressed: true, entries: [{scope: 'topic:news', source: 'one-click:nov'}]})
    expect((await ask(folder, 'suppression', 'check', 'p2@example.com')).answer.suppressed).toBe(false)
    expect(readFileSync(join(folder, 'access.log'), 'utf8')).not.toContain(first!.slice(8, 20))
  })

  it('finishes an opt-out that has come in when it is told to stop', async () => {
    const folder = await copyWorkspace(original, 2599)
    const [first] = await tokensOf(folder)
    const server = await serve(folder)
    const other = await openBare(join(folder, '.todoke', 'store.db'))
    other.exec('begin immediate')
    const waiting = oneClick(`${server.url}/u/${first}`)
    // It waits for the lock, and says so beside the store.
    await expect.poll(() => readdirSync(join(folder, '.todoke')).join(' '), {timeout: 10_000}).toContain('.waiting-')
    server.child.kill('SIGTERM')
    other.exec('rollback')
    other.close()
    expect((await waiting).status).toBe(200)
    const {code, stdout} = await server.ended
    expect([code, stdout]).toEqual([0, expect.stringContaining('1 opt-out recorded: 1 by one click')])
  })

  it('speaks Japanese', async () => {
    const folder = await copyWorkspace(original, 2599)
    const server = await serve(folder, '--lang', 'ja')
    server.child.kill('SIGINT')
    const {code, stdout, stderr} = await server.ended
    expect([code, stdout]).toEqual([0, expect.stringContaining('配信停止の受付を始めました')])
    expect(stderr).toContain('serve.trustedProxies')
  })

  it('speaks TLS with the certificate of the settings', async () => {
    const folder = await copyWorkspace(original, 2599)
    const fixtures = new URL('../../fixtures/tls/', import.meta.url)
    for (const [from, to] of [
      ['localhost.cert.pem', 'cert.pem'],
      ['localhost.key.pem', 'key.pem'],
    ] as const)
      copyFileSync(new URL(from, fixtures), join(folder, to))
    chmodSync(join(folder, 'key.pem'), 0o600)
    settings(folder, 'serve:\n  tls:\n    certFile: cert.pem\n    keyFile: key.pem\n')
    const port = await freePort()
    const server = start(folder, ['serve', '--port', String(port)])
    const status = () =>
      new Promise<number | string>((resolve) => {
        const ca = readFileSync(join(folder, 'cert.pem'))
        const sent = request({host: '127.0.0.1', port, path: '/healthz', servername: 'localhost', ca}, (answer) => {
          answer.resume()
          resolve(answer.statusCode ?? 0)
        })
        sent.on('error', (error) => resolve(error.message))
        sent.end()
      })
    await expect.poll(status, {timeout: 30_000}).toBe(200)
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
    chmodSync(join(folder, 'key.pem'), 0o644)
    expect((await ask(folder, 'serve')).answer.error.code).toBe('SECRET_UNREADABLE')
    copyFileSync(join(folder, 'cert.pem'), join(folder, 'key.pem'))
    chmodSync(join(folder, 'key.pem'), 0o600)
    expect((await ask(folder, 'serve')).answer.error.code).toBe('CERTIFICATE_BAD')
  })

  it('says where it cannot listen, and that a port is taken', async () => {
    const folder = await copyWorkspace(original, 2599)
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const {port} = other.address() as {port: number}
    const {code, stderr} = await run(folder, 'serve', '--port', String(port))
    other.close()
    expect([code, stderr]).toEqual([
      75,
      expect.stringMatching(new RegExp(`port ${port} \\(EADDRINUSE\\)[\\s\\S]*PORT_UNUSABLE`)),
    ])
  })

  it('refuses to put links on the network in clear text, and settings it cannot read', async () => {
    const folder = await copyWorkspace(original, 2599)
    settings(folder, 'serve:\n  address: 0.0.0.0\n  trustedProxies: []\n  revokedKeys: [xyz]\n')
    const {code, stderr} = await run(folder, 'serve')
    expect(code).toBe(2)
    const words = stderr.replaceAll(/\s+/g, ' ')
    expect(words).toContain('serve.address: beyond this machine the links of readers would cross the network in clear')
    expect(words).toMatch(/serve\.revokedKeys\[0\]: expected 8 hex digits in quotes/)
  })

  it('never plans with a revoked key, nor sends what was planned with it', async () => {
    const folder = await copyWorkspace(original, 2599)
    const [name] = readdirSync(join(folder, '.todoke', 'keys'))
    const id = /token-(\w{8})/.exec(name!)![1]!
    settings(folder, `serve:\n  revokedKeys: ["${id}"]\n`)
    const sent = await ask(folder, 'send', 'run', 'nov', '--confirm', 'nov:5')
    expect([sent.code, sent.answer.error.code]).toEqual([2, 'KEY_REVOKED'])
    await plan(folder, 'dec')
    expect(readdirSync(join(folder, '.todoke', 'keys'))).toHaveLength(2)
    expect((await ask(folder, 'send', 'run', 'dec', '--to-folder', 'out')).code).toBe(0)
  })
})
