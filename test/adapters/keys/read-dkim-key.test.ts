import {generateKeyPairSync} from 'node:crypto'
import {chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {readDkimKey} from '../../../src/adapters/keys/read-dkim-key.ts'
import {dkimFixture, keyFolder, RSA} from '../../support/dkim.ts'

const folder = keyFolder([
  'rsa-2048.pem',
  'rsa-2048.pkcs1.pem',
  'ed25519.pem',
  'rsa-1024.pem',
  'rsa-2048.public.pem',
  'rsa-2048.encrypted.pem',
  'rsa-2048.encrypted-pkcs1.pem',
  'rsa-2048.damaged.pem',
  'rsa-4104.pem',
  'rsa-pss-2048.pem',
])

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content, {mode: 0o600})
  return name
}

const read = (keyFile: string, from = folder) =>
  readDkimKey({domain: 'example.com', selector: 's1', keyFile, lookUp: false}, {folder: from, lang: 'en'})

describe('a key file', () => {
  it.each([
    ['rsa-2048.pem', 'rsa', 2048],
    ['rsa-2048.pkcs1.pem', 'rsa', 2048],
    ['ed25519.pem', 'ed25519', 256],
  ])('%s is read', async (name, kind, bits) => {
    expect(await read(name)).toMatchObject({domain: 'example.com', selector: 's1', kind, bits})
  })

  it('may have notes around the key, Windows line ends, and a full path', async () => {
    const pem = dkimFixture('keys/rsa-2048.pem').toString().replaceAll('\n', '\r\n')
    file('notes.pem', `Bag Attributes: none\r\n${pem}\r\n`)
    const {privateKey} = await read(join(folder, 'notes.pem'), '/')
    expect(privateKey.equals(RSA.privateKey)).toBe(true)
  })

  const pem = dkimFixture('keys/rsa-2048.pem').toString()
  const ec = generateKeyPairSync('ec', {namedCurve: 'P-256'}).privateKey
  const x25519 = generateKeyPairSync('x25519').privateKey
  const pkcs8 = {type: 'pkcs8', format: 'pem'} as const

  it.each([
    ['that is empty', file('empty.pem', ' \n'), 'it is empty'],
    ['of other text', file('text.pem', 'v=DKIM1; p=abc\n'), 'holds no private key in PEM'],
    ['of bytes', file('der.pem', RSA.privateKey.export({type: 'pkcs8', format: 'der'})), 'holds no private key in PEM'],
    ['cut off', file('cut.pem', `${pem.slice(0, 600)}\n-----END PRIVATE KEY-----\n`), 'no whole key'],
    ['without an end', file('no-end.pem', pem.slice(0, 600)), 'no whole key'],
    ['of nonsense between the marks', file('bad.pem', pem.replace(/\n[\s\S]*\n-/, '\nAAAA\n-')), 'no whole key'],
    ['with the public part', 'rsa-2048.public.pem', 'holds a public key'],
    ['under a passphrase', 'rsa-2048.encrypted.pem', 'locked with a passphrase'],
    ['under a passphrase, in the old form', 'rsa-2048.encrypted-pkcs1.pem', 'locked with a passphrase'],
    ['of OpenSSH', file('ssh.pem', '-----BEGIN OPENSSH PRIVATE KEY-----\nAA\n'), 'in the form of OpenSSH'],
    ['under 2048 bits', 'rsa-1024.pem', 'it has 1024 bits'],
    ['over 4096 bits', 'rsa-4104.pem', 'it has 4104 bits'],
    ['of an elliptic curve', file('ec.pem', ec.export(pkcs8)), 'its kind is ec;'],
    ['for key agreement', file('x25519.pem', x25519.export(pkcs8)), 'its kind is x25519;'],
    ['for RSA-PSS', 'rsa-pss-2048.pem', 'its kind is rsa-pss;'],
    ['whose parts do not belong together', 'rsa-2048.damaged.pem', 'does not verify with its own public key'],
    ['that is far too long', file('far.pem', 'x'.repeat(16_385)), 'longer than 16,384 bytes'],
    ['that is not there', 'none.pem', 'there is no such file'],
  ])('%s is refused', async (_, name, why) => {
    await expect(read(name)).rejects.toMatchObject({
      code: 'DKIM_KEY_BAD',
      values: {file: name, why: expect.stringContaining(why)},
    })
  })

  it('is refused when others may read it, may replace it, or it is none', async () => {
    chmodSync(join(folder, file('open.pem', pem)), 0o640)
    symlinkSync('rsa-2048.pem', join(folder, 'link.pem'))
    mkdirSync(join(folder, 'folder.pem'))
    const shared = mkdtempSync(join(tmpdir(), 'todoke-dkim-'))
    writeFileSync(join(shared, 'key.pem'), pem, {mode: 0o600})
    chmodSync(shared, 0o777)
    const whys = {
      'open.pem': 'others may read or write it',
      'link.pem': 'symbolic link',
      'folder.pem': 'not a plain file',
      [join(shared, 'key.pem')]: 'everyone may write to its folder',
    }
    for (const [name, why] of Object.entries(whys))
      await expect(read(name)).rejects.toMatchObject({values: {why: expect.stringContaining(why)}})
  })

  it('never shows what it holds', async () => {
    const error = await read(file('bad2.pem', pem.replace(/\n[\s\S]*\n-/, '\nc2VjcmV0LXdvcmRz\n-'))).catch((e) => e)
    expect(`${error.stack}${JSON.stringify(error)}${error.cause}`).not.toMatch(/c2Vjc|secret-words/)
  })
})
