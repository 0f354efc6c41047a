/**
 * Signed mails of the template table as other programs see them: all through mailauth, in the slow suite (TODOKE_SLOW=1) a
 * sample through dkimpy, which Debian has as python3-dkim and python3-nacl.
 */
import {spawnSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {buildSkeleton} from '../../../src/adapters/mime/build-skeleton.ts'
import {charsetWriter} from '../../../src/adapters/mime/iso-2022-jp.ts'
import {recordOf} from '../../../src/core/sending/dkim/record.ts'
import {dkimSigner} from '../../../src/core/sending/dkim/signer.ts'
import {messageFiller} from '../../../src/core/sending/fill-message.ts'
import type {SendContent} from '../../../src/core/sending/send-content.ts'
import {ED25519, RSA, receive} from '../../support/dkim.ts'
import {tempFolder} from '../../support/files.ts'
import {KEY, SEND_ID} from '../../support/mail-cases.ts'
import {CONTACTS, isSlow} from '../../support/many-contacts.ts'
import {CONTENTS} from '../../support/template-table.ts'

const KEYS = [RSA, ED25519]
const PYTHON = '/usr/bin/python3'
const hasDkimpy = isSlow && spawnSync(PYTHON, ['-c', 'import dkim, nacl']).status === 0
if (!hasDkimpy) console.warn('SKIPPED: dkimpy (TODOKE_SLOW=1 with python3-dkim and python3-nacl installed)')

async function signed(content: SendContent, contacts: number): Promise<readonly Buffer[]> {
  const fill = messageFiller({
    skeleton: await buildSkeleton(content, SEND_ID),
    content,
    charset: await charsetWriter(content.charset),
    sendId: SEND_ID,
    contentHash: 'c0ffee',
    key: KEY,
    sign: dkimSigner(KEYS, {rewrites: []}),
  })
  return CONTACTS.slice(0, contacts).flatMap((contact) => {
    const filled = fill(contact, Date.UTC(2026, 10, 30))
    return 'bytes' in filled ? [filled.bytes] : []
  })
}

/** Each mail file with what dkimpy says of its first and its second signature. */
const SCRIPT = `
import dkim, json, sys
records = json.loads(sys.argv[1])
def dns(name, timeout=5):
    name = name.decode() if isinstance(name, bytes) else name
    return records[name.rstrip('.')].encode()
for path in sys.argv[2:]:
    mail = dkim.DKIM(open(path, 'rb').read())
    print(json.dumps([mail.verify(idx=i, dnsfunc=dns) for i in (0, 1)]))
`

describe('signed mails of the template table', () => {
  it.each(CONTENTS)('verify by mailauth: %s', async (_, content) => {
    const mails = await signed(content, isSlow ? 200 : 6)
    expect(mails.length).toBeGreaterThan(0)
    for (const mail of mails) expect(await receive(mail, KEYS)).toEqual(['rsa-sha256 pass', 'ed25519-sha256 pass'])
  })

  it.skipIf(!hasDkimpy)('verify by dkimpy, a sample of each', async () => {
    const folder = tempFolder('dkimpy')
    const files: string[] = []
    for (const [, content] of CONTENTS)
      for (const mail of await signed(content, 8)) {
        const file = join(folder, `${files.length}.eml`)
        writeFileSync(file, mail)
        files.push(file)
      }
    const records = Object.fromEntries(KEYS.map((key) => [recordOf(key).name, recordOf(key).strings.join('')]))
    const {stdout, stderr, status} = spawnSync(PYTHON, ['-c', SCRIPT, JSON.stringify(records), ...files], {
      encoding: 'utf8',
    })
    expect(status, stderr).toBe(0)
    const verdicts = stdout.trim().split('\n')
    expect(verdicts).toHaveLength(files.length)
    expect(new Set(verdicts)).toEqual(new Set(['[true, true]']))
  })
})
