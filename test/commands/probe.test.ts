/** `doctor --unsubscribe` and plans that prove the opt-out address, as they are typed, against a server on loopback. */
import {readFileSync, writeFileSync} from 'node:fs'
import type {Server} from 'node:http'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {needsDist} from '../support/files.ts'
import {ask, must, newFolder, run} from '../support/send-workspace.ts'

let server: Server
let url: string
let isBroken = false
beforeAll(async () => {
  needsDist()
  server = createServer((request, reply) => {
    request.resume()
    reply.writeHead(request.method === 'POST' && isBroken ? 405 : 200).end('page')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/u`
})
afterAll(() => void server.close())

describe('the probe', () => {
  it('is written by init, runs before a plan, and refuses it when the link is dead', async () => {
    const folder = await newFolder('probe')
    await must(run(folder, 'init', '.', '--opt-out-url', url))
    expect(readFileSync(join(folder, 'todoke.yaml'), 'utf8')).toMatch(/^ {2}probe: true$/m)
    await must(run(folder, 'list', 'import', 'lists/sample.csv', '--list', 'news'))
    const plan = ['send', 'plan', 'one', '--template', 'templates/news-en', '--list', 'news', '--replace']
    isBroken = true
    const refused = await run(folder, ...plan)
    expect(refused.code).toBe(3)
    expect(refused.stderr).toContain('PROBE_FAILED')
    expect(refused.stderr).toContain('405')
    expect(await run(folder, 'doctor', '--unsubscribe', url)).toMatchObject({code: 1})
    isBroken = false
    expect(await run(folder, ...plan)).toMatchObject({code: 0})
    const {code, answer} = await ask(folder, 'doctor', '--unsubscribe', url)
    expect([code, answer.errors]).toEqual([0, 0])
    // Switched off it asks nobody.
    isBroken = true
    const file = join(folder, 'todoke.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('probe: true', 'probe: false'))
    expect(await run(folder, ...plan)).toMatchObject({code: 0})
  })

  it('works without a workspace, as far as looking goes', async () => {
    const folder = await newFolder('probe')
    const {answer} = await ask(folder, 'doctor', '--unsubscribe', `${url}/some-token`)
    expect(answer).toMatchObject({errors: 0, open: 2})
    expect(await run(folder, 'doctor', '--unsubscribe', `${url}/some-token`, '--strict')).toMatchObject({code: 1})
    expect(await run(folder, 'doctor', '--unsubscribe', url, '--domain', 'example.jp')).toMatchObject({code: 2})
  })
})
