/** A DKIM key as a user makes it: written, published, named in the settings, and found by receivers. */
import {readFileSync, statSync} from 'node:fs'
import {appendFile, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {readDkimKey} from '../../src/adapters/keys/read-dkim-key.ts'
import {dkimSigner} from '../../src/core/sending/dkim/signer.ts'
import type {CreatedKey} from '../../src/flows/create-dkim-key.ts'
import type {ShownKey} from '../../src/flows/show-dkim-keys.ts'
import {receive} from '../support/dkim.ts'
import {startDns} from '../support/dns-server.ts'
import {needsDist} from '../support/files.ts'
import {ask, must, newFolder, run} from '../support/send-workspace.ts'

const HEADERS = 'From: news@example.com\r\nSubject: Hello\r\n'

async function workspace(): Promise<string> {
  const folder = await newFolder('dkim')
  await must(run(folder, 'init', '.', '--from', 'Mihon News <news@example.com>'))
  return folder
}

beforeAll(() => needsDist())

describe('a key of one’s own', () => {
  it('is made, published, named and checked, and receivers verify what it signs', async () => {
    const folder = await workspace()
    const made = await ask(folder, 'key', 'dkim', 'create', '--type', 'both', '--selector', '2026')
    const keys: CreatedKey[] = made.answer.keys
    expect(keys.map(({selector, kind, bits, keyFile}) => [selector, kind, bits, keyFile])).toEqual([
      ['2026', 'rsa', 2048, '.todoke/keys/dkim/example.com.2026.pem'],
      ['2026-ed25519', 'ed25519', 256, '.todoke/keys/dkim/example.com.2026-ed25519.pem'],
    ])
    expect(made.answer.isAligned).toBe(true)
    for (const {keyFile} of keys) expect(statSync(join(folder, keyFile)).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, '.todoke/keys/dkim')).mode & 0o777).toBe(0o700)

    await appendFile(
      join(folder, 'todoke.yaml'),
      `\ndkim:\n${keys.map((key) => `  - {domain: example.com, selector: "${key.selector}", keyFile: ${key.keyFile}}\n`).join('')}`,
    )
    const dns = await startDns(Object.fromEntries(keys.map(({record}) => [record.name, [record.strings]])))
    const shown = await ask(folder, 'key', 'dkim', 'show', '--dns', dns.address)
    await dns.close()
    expect(shown.code).toBe(0)
    expect(shown.answer.keys.map(({dns}: ShownKey) => dns?.state)).toEqual(['published', 'published'])
    expect(shown.answer.keys.map(({record}: ShownKey) => record)).toEqual(keys.map(({record}) => record))

    const read = await Promise.all(keys.map((key) => readDkimKey({...key, lookUp: false}, {folder, lang: 'en'})))
    const mail = `${dkimSigner(read, {rewrites: []})(HEADERS, 'Hello\r\n', 0)}${HEADERS}\r\nHello\r\n`
    expect(await receive(Buffer.from(mail), read)).toEqual(['rsa-sha256 pass', 'ed25519-sha256 pass'])
  })

  it('prints settings that can be pasted as they are, and nothing of the private key', async () => {
    const folder = await workspace()
    const {stdout} = await must(run(folder, 'key', 'dkim', 'create', '--selector', '202611', '--bits', '3072'))
    const lines = /^dkim:\n(?: .*\n)+/m.exec(stdout)![0]
    const file = '.todoke/keys/dkim/example.com.202611.pem'
    expect(parse(lines)).toEqual({dkim: [{domain: 'example.com', selector: '202611', keyFile: file}]})
    expect(stdout).not.toContain('PRIVATE')
    const secret = readFileSync(join(folder, file), 'utf8').split('\n')[5]!
    expect(stdout).not.toContain(secret)
    await appendFile(join(folder, 'todoke.yaml'), `\n${lines}`)
    const {answer} = await ask(folder, 'key', 'dkim', 'show')
    expect(answer.keys).toMatchObject([{selector: '202611', bits: 3072, dns: null}])
    // With keys in the settings the new lines go below them: the list has its name already.
    const more = await must(run(folder, 'key', 'dkim', 'create', '--selector', 'next'))
    expect(more.stdout).toContain('below the keys that stand under dkim:\n  - domain: example.com\n')
  })

  it('is never overwritten, and of two keys none is written where one is there', async () => {
    const folder = await workspace()
    const file = join(folder, '.todoke/keys/dkim/example.com.s1-ed25519.pem')
    await must(run(folder, 'key', 'dkim', 'create', '--type', 'ed25519', '--selector', 's1-ed25519'))
    const before = await readFile(file, 'utf8')
    const again = await ask(folder, 'key', 'dkim', 'create', '--type', 'both', '--selector', 's1')
    expect([again.code, again.answer.error.code]).toEqual([2, 'FILE_EXISTS'])
    expect(await readFile(file, 'utf8')).toBe(before)
    await must(run(folder, 'key', 'dkim', 'create', '--type', 'rsa', '--selector', 's1'))
  })

  it('can be made without a workspace, for a domain that is told, in a folder that is there', async () => {
    const folder = await newFolder('dkim')
    const {answer} = await ask(
      folder,
      'key',
      'dkim',
      'create',
      '--domain',
      'Example.COM',
      '--type',
      'ed25519',
      '--out',
      '.',
    )
    const [key] = answer.keys as CreatedKey[]
    expect(key).toMatchObject({domain: 'example.com', selector: expect.stringMatching(/^todoke-\d{6}$/)})
    expect(key!.keyFile).toBe(join(folder, key!.path))
    const without = await ask(folder, 'key', 'dkim', 'create', '--out', '.')
    expect(without.answer.error.code).toBe('FLAG_MISSING')
    const nowhere = await ask(folder, 'key', 'dkim', 'create', '--domain', 'example.com')
    expect(nowhere.answer.error.code).toBe('WORKSPACE_MISSING')
  })

  it('says so when it signs for another domain than that of the From address', async () => {
    const folder = await workspace()
    const {stdout} = await must(run(folder, 'key', 'dkim', 'create', '--domain', 'example.net'))
    expect(stdout).toContain('receivers will not count this signature for mails from example.com')
  })
})

describe('a plan', () => {
  it('stops at a key that cannot sign, as a run would, and plans nothing', async () => {
    const folder = await workspace()
    await must(run(folder, 'list', 'import', 'lists/sample.csv', '--list', 'news'))
    await appendFile(
      join(folder, 'todoke.yaml'),
      '\ndkim:\n  - {domain: example.com, selector: s1, keyFile: .todoke/keys/dkim/example.com.s1.pem}\n',
    )
    const words = ['send', 'plan', 'may', '--template', 'templates/news-en', '--list', 'news']
    const refused = await ask(folder, ...words)
    expect([refused.code, refused.answer.error.code]).toEqual([2, 'DKIM_KEY_BAD'])
    const unknown = await ask(folder, 'send', 'status', 'may')
    expect(unknown.answer.error.code).toBe('SEND_UNKNOWN')
    await must(run(folder, 'key', 'dkim', 'create', '--type', 'ed25519', '--selector', 's1'))
    await must(run(folder, ...words))
  })
})

describe('what is published', () => {
  it('is shown with the difference, and exit code 1', async () => {
    const folder = await workspace()
    const selectors = ['gone', 'other', 'revoked', 'trial']
    let list = '\ndkim:\n'
    const keys: CreatedKey[] = []
    for (const selector of selectors) {
      const {answer} = await ask(folder, 'key', 'dkim', 'create', '--type', 'ed25519', '--selector', selector)
      keys.push(answer.keys[0])
      list += `  - {domain: example.com, selector: ${selector}, keyFile: ${answer.keys[0].keyFile}}\n`
    }
    await appendFile(join(folder, 'todoke.yaml'), list)
    const dns = await startDns({
      'other._domainkey.example.com': [keys[0]!.record.strings],
      'revoked._domainkey.example.com': [['v=DKIM1; k=ed25519; p=']],
      'trial._domainkey.example.com': [[...keys[3]!.record.strings, '; t=y']],
    })
    const {answer, code} = await ask(folder, 'key', 'dkim', 'show', '--check', '--dns', dns.address)
    const shown = await run(folder, 'key', 'dkim', 'show', '--dns', dns.address)
    await dns.close()
    expect(code).toBe(1)
    expect(answer.keys.map((key: ShownKey) => key.dns?.state)).toEqual(['missing', 'mismatch', 'revoked', 'testing'])
    expect(answer.keys[1].dns.found).toEqual([keys[0]!.record.value])
    expect(shown.stdout).toContain('✖ no TXT record is there')
    expect(shown.stdout).toContain('✖ the record holds another key\n    found: v=DKIM1; k=ed25519; p=')
    expect(shown.stdout).toContain('▲ published, but with t=y')
  })

  it('is nothing where the settings name no key', async () => {
    const {stdout, code} = await run(await workspace(), 'key', 'dkim', 'show', '--check')
    expect(code).toBe(0)
    expect(stdout).toContain('names no DKIM keys')
  })
})
