/** Keys of the JSON API and the secrets of mail services as a user sets them up, against `todoke serve` as a process of its own. */
import {createHmac} from 'node:crypto'
import {chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {freePort} from '../support/detached-workspace.ts'
import {needsDist} from '../support/files.ts'
import {ask, copyWorkspace, makeWorkspace, must, people, plan, run, start} from '../support/send-workspace.ts'
import {ask as fetchPage} from '../support/site.ts'

let original: string

beforeAll(async () => {
  needsDist()
  original = await makeWorkspace({port: 2599, rows: people(3)})
  await plan(original, 'nov')
})

describe('todoke serve', () => {
  it('answers programs with keys, takes notices of services, and keeps secrets to itself', async () => {
    const folder = await copyWorkspace(original, 2599)
    writeFileSync(join(folder, 'mg.key'), 'mg-secret\n', {mode: 0o600})
    const file = join(folder, 'todoke.yaml')
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nserve:\n  hooks:\n    mailgun: {keyFile: mg.key}\n`)
    const {answer: shop} = await ask(folder, 'key', 'api', 'create', 'shop')
    expect(shop).toMatchObject({name: 'shop', isReadOnly: false, revokedAt: null})
    const port = await freePort()
    const server = start(folder, ['serve', '--port', String(port)])
    const url = `http://127.0.0.1:${port}`
    const status = (path: string, key: string) =>
      fetchPage(`${url}/api/v1${path}`, {headers: {authorization: `Bearer ${key}`}}).then(
        (got) => got.status,
        () => 0,
      )
    await expect.poll(() => status('/sends/nov', shop.key), {timeout: 30_000}).toBe(200)
    // A key that is made while it runs works, one that is revoked no more.
    const made = await must(run(folder, 'key', 'api', 'create', 'board', '--read-only'))
    const [key = ''] = /tdk_\S+/.exec(made.stdout) ?? []
    expect(await status('/contact?address=p1@example.com', key)).toBe(200)
    const timestamp = String(Math.floor(Date.now() / 1000))
    const signature = createHmac('sha256', 'mg-secret').update(`${timestamp}token`).digest('hex')
    const notice = {
      signature: {timestamp, token: 'token', signature},
      'event-data': {event: 'unsubscribed', recipient: 'p2@example.com', timestamp: Date.now() / 1000},
    }
    expect((await fetchPage(`${url}/hooks/mailgun`, {method: 'POST', body: JSON.stringify(notice)})).status).toBe(200)
    const check = await ask(folder, 'suppression', 'check', 'p2@example.com')
    expect(check.answer).toMatchObject({suppressed: true, entries: [{reason: 'optout', source: 'hook:mailgun'}]})
    await must(run(folder, 'key', 'api', 'revoke', 'board'))
    expect(await status('/sends', key)).toBe(401)
    const listed = await ask(folder, 'key', 'api', 'list')
    expect(listed.answer.keys).toMatchObject([
      {name: 'shop'},
      {name: 'board', isReadOnly: true, revokedAt: expect.any(Number)},
    ])
    expect(listed.stdout).not.toMatch(/tdk_|hash/)
    expect(await run(folder, 'key', 'api', 'create', 'shop')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('NAME_TAKEN'),
    })
    server.child.kill('SIGTERM')
    const {code, stdout, stderr} = await server.ended
    expect(code).toBe(0)
    expect(stdout + stderr).not.toMatch(/tdk_|mg-secret|p\d@example/)
    for (const name of readdirSync(join(folder, '.todoke', 'keys')))
      expect(readFileSync(join(folder, '.todoke', 'keys', name), 'utf8')).not.toContain(key.slice(13))
  })

  it('goes on taking opt-outs when somebody is erased for the first time, and when the key for that is lost and back', async () => {
    const folder = await copyWorkspace(original, 2599)
    const {answer: shop} = await ask(folder, 'key', 'api', 'create', 'shop')
    const port = await freePort()
    const server = start(folder, ['serve', '--port', String(port)])
    const add = (subject: string) =>
      fetchPage(`http://127.0.0.1:${port}/api/v1/suppressions`, {
        method: 'POST',
        headers: {authorization: `Bearer ${shop.key}`, 'content-type': 'application/json'},
        body: JSON.stringify({subject}),
      }).then(
        ({status, body}) => [status, JSON.parse(body).isNew ?? JSON.parse(body).code],
        () => null,
      )
    await expect.poll(() => add('p1@example.com'), {timeout: 30_000}).toEqual([200, true])
    expect((await ask(folder, 'contact', 'erase', 'p2@example.com', '--yes')).answer.outcome).toBe('erased')
    expect(await add('p3@example.com')).toEqual([200, true])
    // Known by the tombstone: nothing new is written of who was erased.
    expect(await add('p2@example.com')).toEqual([200, false])
    const keys = join(folder, '.todoke', 'keys')
    const name = readdirSync(keys).find((each) => each.startsWith('erasure-'))!
    renameSync(join(keys, name), join(folder, name))
    expect(await add('p4@example.com')).toEqual([503, 'ERASURE_KEY_MISSING'])
    renameSync(join(folder, name), join(keys, name))
    expect(await add('p4@example.com')).toEqual([200, true])
    server.child.kill('SIGTERM')
    expect(await server.ended).toMatchObject({code: 0, stderr: expect.stringContaining('ERASURE_KEY_MISSING')})
  })

  it('says what to do about a key that is not there and a file that is none, and what the host is to be told', async () => {
    const folder = await copyWorkspace(original, 2599)
    await must(run(folder, 'key', 'api', 'create', 'shop'))
    expect((await run(folder, 'key', 'api', 'revoke', 'nope')).stderr).toContain('`todoke key api list`')
    expect((await run(folder, 'key', 'opt-out', 'revoke', '00000000', '--yes')).stderr).toContain(
      '`todoke key opt-out list`',
    )
    writeFileSync(join(folder, '.todoke', 'keys', 'api-0a0b0c0d.json'), '{', {mode: 0o600})
    const {stderr} = await run(folder, 'key', 'api', 'list', '--lang', 'ja')
    expect(stderr).toContain('todoke が書いた鍵ではありません')
    expect(stderr).not.toContain('中継サーバー')
    const away = join(folder, 'usb')
    mkdirSync(away)
    const exported = await must(run(folder, 'key', 'serve', 'export', join('usb', 'host.json')))
    expect(exported.stdout).toContain('todoke serve --detached host.json --journal journal')
    expect(exported.stdout).toContain('detached: {url: https://mail.example.jp}')
    const file = join(folder, 'todoke.yaml')
    const set = 'optOut:\n  detached: {url: https://mail.example.jp}\n'
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^optOut:\n/m, set))
    const again = await must(run(folder, 'key', 'serve', 'export', join('usb', 'host.json'), '--overwrite'))
    expect(again.stdout).not.toContain('detached: {url')
  })

  it('does not begin with a secret that others may read', async () => {
    const folder = await copyWorkspace(original, 2599)
    writeFileSync(join(folder, 'mg.key'), 'mg-secret\n')
    chmodSync(join(folder, 'mg.key'), 0o644)
    const file = join(folder, 'todoke.yaml')
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nserve:\n  hooks:\n    mailgun: {keyFile: mg.key}\n`)
    expect(await run(folder, 'serve')).toMatchObject({code: 2, stderr: expect.stringContaining('SECRET_UNREADABLE')})
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('mailgun: {keyFile: mg.key}', `sendgrid: {publicKey: ${'A'.repeat(124)}}`),
    )
    expect(await run(folder, 'serve')).toMatchObject({code: 2, stderr: expect.stringContaining('HOOK_KEY_BAD')})
  })
})
