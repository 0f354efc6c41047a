/** A server without the list as a user sets it up: keys, the file that is carried, the pull, plans that refuse, and a new key. */
import {chmodSync, copyFileSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {freePort, serveDetached, tokensOf} from '../support/detached-workspace.ts'
import {needsDist, tempFolder} from '../support/files.ts'
import {ask, copyWorkspace, makeWorkspace, must, people, plan, run} from '../support/send-workspace.ts'
import {choose, ask as fetchPage, oneClick} from '../support/site.ts'

let original: string

beforeAll(async () => {
  needsDist()
  original = await makeWorkspace({port: 2599, rows: people(5)})
  await plan(original, 'nov', '--topic', 'news')
})

function setDetached(folder: string, port: number, more = ''): void {
  const file = join(folder, 'todoke.yaml')
  const text = readFileSync(file, 'utf8').replace(/^ {2}detached:.*\n(?: {4}.*\n)*/m, '')
  writeFileSync(
    file,
    text
      .replace(/^optOut:\n/m, `optOut:\n  detached:\n    url: http://127.0.0.1:${port}\n${more}`)
      .replace(/^ {2}probe: true$/m, '  probe: false'),
  )
}

/** A folder on another machine, with nothing but the file. */
function carry(folder: string): string {
  const host = tempFolder('host')
  copyFileSync(join(folder, 'detached.json'), join(host, 'detached.json'))
  chmodSync(join(host, 'detached.json'), 0o600)
  return host
}

describe('a server without the list', () => {
  it('is set up by one file, takes opt-outs, and hands them over to a pull and to a plan', async () => {
    const folder = await copyWorkspace(original, 2599)
    await must(run(folder, 'key', 'serve', 'export', 'detached.json'))
    const written = readFileSync(join(folder, 'detached.json'), 'utf8')
    expect(statSync(join(folder, 'detached.json')).mode & 0o777).toBe(0o600)
    expect(written).not.toMatch(/p\d@example|relay|store/)
    const secret = readFileSync(join(folder, '.todoke', 'keys', 'detached.key'), 'utf8').trim()
    expect(written).not.toContain(secret)
    expect(await run(folder, 'key', 'serve', 'export', 'detached.json')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('FILE_EXISTS'),
    })
    const host = carry(folder)
    const port = await freePort()
    setDetached(folder, port)
    const tokenOf = await tokensOf(folder)
    const server = await serveDetached(host, 'detached.json', port, '--json')
    expect((await oneClick(`${server.url}/o/${tokenOf(1)}`)).status).toBe(200)
    expect((await fetchPage(`${server.url}/u/${tokenOf(2)}`)).body).not.toMatch(/p\*|p2@/)
    const pulled = await ask(folder, 'suppression', 'pull')
    expect([pulled.code, pulled.answer]).toMatchObject([0, {entries: 1, added: 1, kept: []}])
    const check = await ask(folder, 'suppression', 'check', 'p1@example.com')
    expect(check.answer).toMatchObject({suppressed: true, entries: [{scope: 'topic:news', source: 'one-click:nov'}]})
    // A plan pulls by itself.
    expect((await choose(`${server.url}/u/${tokenOf(2)}`, 'all')).status).toBe(200)
    const planned = await run(
      folder,
      'send',
      'plan',
      'dec',
      '--template',
      'templates/mine',
      '--list',
      'news',
      '--topic',
      'news',
    )
    expect(planned.stderr).toContain('1 record pulled from the detached server, 1 new opt-out')
    expect((await ask(folder, 'send', 'status', 'dec')).answer.totals).toMatchObject({planned: 3, suppressed: 2})
    server.child.kill('SIGTERM')
    const {code, stdout, stderr} = await server.ended
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toEqual({
      oneClick: 1,
      page: 1,
      known: 0,
      shown: 1,
      broken: 0,
      failed: 0,
      signUps: 0,
      confirmed: 0,
    })
    // Away, but young enough; told.
    const again = [
      'send',
      'plan',
      'dec',
      '--template',
      'templates/mine',
      '--list',
      'news',
      '--topic',
      'news',
      '--replace',
    ]
    expect((await must(run(folder, ...again))).stderr).toContain('ECONNREFUSED')
    expect(await run(folder, 'suppression', 'pull')).toMatchObject({
      code: 75,
      stderr: expect.stringContaining('PULL_UNREACHABLE'),
    })
    // The way back where the journal was damaged: the same records are known.
    const carried = await ask(folder, 'suppression', 'pull', '--from', join(host, 'journal'))
    expect(carried.answer).toMatchObject({entries: 2, added: 0, known: 2, bad: []})
    const nowhere = await run(folder, 'suppression', 'pull', '--from', 'nowhere', '--lang', 'ja')
    expect(nowhere).toMatchObject({code: 2, stderr: expect.stringContaining('FILE_MISSING')})
    // Nothing of a person lies on the host.
    expect(readdirSync(host).sort()).toEqual(['detached.json', 'journal'])
    for (const name of readdirSync(join(host, 'journal')))
      expect(readFileSync(join(host, 'journal', name), 'utf8')).not.toContain('example.com')
  })

  it('refuses plans and runs when nothing was ever pulled and it is away', async () => {
    const folder = await copyWorkspace(original, 2599)
    await must(run(folder, 'key', 'serve', 'export', 'detached.json'))
    setDetached(folder, await freePort())
    const planned = await run(folder, 'send', 'plan', 'dec', '--template', 'templates/mine', '--list', 'news')
    expect(planned).toMatchObject({code: 3, stderr: expect.stringContaining('PULL_STALE')})
    const ran = await run(folder, 'send', 'run', 'nov', '--confirm', 'nov:5')
    expect(ran).toMatchObject({code: 3, stderr: expect.stringContaining('PULL_STALE')})
    expect((await ask(folder, 'send', 'status', 'nov')).answer.totals).toMatchObject({planned: 5})
  })

  it('gets a new key before mails sign with it, and drops one that leaked', async () => {
    const folder = await copyWorkspace(original, 2599)
    await must(run(folder, 'key', 'serve', 'export', 'detached.json'))
    const host = carry(folder)
    const port = await freePort()
    setDetached(folder, port)
    const old = await tokensOf(folder)
    const server = await serveDetached(host, 'detached.json', port)
    const {answer: rotated} = await ask(folder, 'key', 'opt-out', 'rotate')
    expect(rotated.keys.map(({state}: {state: string}) => state)).toEqual(['opens', 'signs'])
    const words = ['send', 'plan', 'dec', '--template', 'templates/mine', '--list', 'news']
    const refused = await run(folder, ...words)
    expect(refused).toMatchObject({code: 3, stderr: expect.stringContaining('DETACHED_KEY_UNKNOWN')})
    await must(run(folder, 'key', 'serve', 'export', 'detached.json', '--overwrite'))
    copyFileSync(join(folder, 'detached.json'), join(host, 'detached.json'))
    await must(run(folder, ...words))
    const fresh = await tokensOf(folder)
    expect((await oneClick(`${server.url}/u/${fresh(1)}`)).status).toBe(200)
    expect((await oneClick(`${server.url}/u/${old(2)}`)).status).toBe(200)
    const leaked = rotated.keys[0].id
    expect(await run(folder, 'key', 'opt-out', 'revoke', leaked)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--yes'),
    })
    const revoked = await ask(folder, 'key', 'opt-out', 'revoke', leaked, '--yes')
    expect(revoked.answer).toMatchObject({key: leaked, wasRevoked: false, keys: [{state: 'revoked'}, {state: 'signs'}]})
    await must(run(folder, 'key', 'serve', 'export', 'detached.json', '--overwrite'))
    copyFileSync(join(folder, 'detached.json'), join(host, 'detached.json'))
    await expect
      .poll(async () => (await oneClick(`${server.url}/u/${old(3)}`)).status, {timeout: 10_000, interval: 500})
      .toBe(404)
    expect((await oneClick(`${server.url}/u/${fresh(3)}`)).status).toBe(200)
    // A plan of before, signed with that key, is not sent.
    expect(await run(folder, 'send', 'run', 'nov', '--confirm', 'nov:5')).toMatchObject({code: 3})
    expect(await run(folder, 'key', 'opt-out', 'revoke', '12345678', '--yes')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('KEY_UNKNOWN'),
    })
    expect((await run(folder, 'key', 'opt-out', 'list', '--lang', 'ja')).stdout).toContain('失効')
    server.child.kill('SIGTERM')
    await server.ended
  })

  it('says what is wrong with its file, and shows no secret', async () => {
    const folder = await copyWorkspace(original, 2599)
    await must(run(folder, 'key', 'serve', 'export', 'detached.json'))
    const host = carry(folder)
    const file = join(host, 'detached.json')
    const whole = readFileSync(file, 'utf8')
    const {optOutKeys, journalKey} = JSON.parse(whole)
    const serve = (...words: string[]) => run(host, 'serve', '--detached', 'detached.json', ...words)
    const broken = [
      whole.slice(0, -20),
      whole.replace('"port": 8470', '"port": 99999'),
      whole.replace('"port"', '"prot"'),
      whole.replace('127.0.0.1', '0.0.0.0'),
      whole.replace(journalKey, journalKey.slice(1)),
    ]
    for (const text of broken) {
      writeFileSync(file, text)
      const {code, stderr} = await serve()
      expect([code, stderr]).toEqual([2, expect.stringContaining('DETACHED_FILE_INVALID')])
      expect(stderr).not.toContain(optOutKeys[0].secret)
      expect(stderr).not.toContain(journalKey.slice(1))
    }
    writeFileSync(file, whole)
    chmodSync(file, 0o644)
    expect(await serve()).toMatchObject({code: 2, stderr: expect.stringContaining('SECRET_UNREADABLE')})
  })
})
