/** DKIM for tests: the fixture keys, mails to sign, and mailauth as the receiver, with DNS told by hand. */
import {createPrivateKey} from 'node:crypto'
import {chmodSync, copyFileSync, mkdtempSync, readFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {dkimVerify} from 'mailauth/lib/dkim/verify.js'
import type {DkimKey} from '../../src/core/sending/dkim/key.ts'
import {recordOf} from '../../src/core/sending/dkim/record.ts'

const folder = fileURLToPath(new URL('../../fixtures/dkim', import.meta.url))

export function dkimFixture(path: string): Buffer {
  return readFileSync(join(folder, path))
}

const privateKey = (name: string) => createPrivateKey(dkimFixture(`keys/${name}`))

export const RSA: DkimKey = {
  ...{domain: 'example.com', selector: 's1', kind: 'rsa', bits: 2048},
  privateKey: privateKey('rsa-2048.pem'),
}

export const ED25519: DkimKey = {
  ...{domain: 'example.com', selector: 's1-ed25519', kind: 'ed25519', bits: 256},
  privateKey: privateKey('ed25519.pem'),
}

/** A fixture key in a new folder, readable by its owner alone, since git keeps no modes. Returns the folder. */
export function keyFolder(names: readonly string[]): string {
  const place = mkdtempSync(join(tmpdir(), 'todoke-dkim-'))
  for (const name of names) {
    copyFileSync(join(folder, 'keys', name), join(place, name))
    chmodSync(join(place, name), 0o600)
  }
  return place
}

/** What the receiver finds of each signature from the top, e.g. `rsa-sha256 pass`; keys: those that DNS knows. */
export async function receive(mail: Buffer, keys: readonly DkimKey[]): Promise<readonly string[]> {
  const records = new Map(keys.map((key) => [recordOf(key).name, recordOf(key).strings]))
  const resolver = async (name: string) => {
    const strings = records.get(name)
    if (strings === undefined) throw Object.assign(new Error('no such name'), {code: 'ENOTFOUND'})
    return [[...strings]]
  }
  const {results} = await dkimVerify(mail, {resolver} as Parameters<typeof dkimVerify>[1])
  // The types of mailauth leave the algorithm out.
  const found = (results ?? []) as readonly {readonly algo?: string; readonly status: {readonly result: string}}[]
  return found.map(({algo, status}) => `${algo} ${status.result}`)
}
