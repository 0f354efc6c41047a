import {createPublicKey, generateKeyPairSync} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import type {DkimKey} from '../../../../src/core/sending/dkim/key.ts'
import {isSelector} from '../../../../src/core/sending/dkim/key.ts'
import {judgeRecord, recordOf} from '../../../../src/core/sending/dkim/record.ts'
import type {RecordState} from '../../../../src/core/sending/dkim/record-state.ts'
import {ED25519, RSA} from '../../../support/dkim.ts'

const {value} = recordOf(RSA)
const p = /p=(.*)$/.exec(value)![1]!
const other = recordOf({...RSA, privateKey: generateKeyPairSync('rsa', {modulusLength: 2048}).privateKey}).value
const bare = createPublicKey(RSA.privateKey).export({type: 'pkcs1', format: 'der'}).toString('base64')
const edP = /p=(.*)$/.exec(recordOf(ED25519).value)![1]!
const edSpki = createPublicKey(ED25519.privateKey).export({type: 'spki', format: 'der'}).toString('base64')

describe('the record of a key', () => {
  it('has the name, the whole value, and strings of at most 255 bytes', () => {
    const {name, strings} = recordOf(RSA)
    expect(name).toBe('s1._domainkey.example.com')
    expect(value).toMatch(/^v=DKIM1; k=rsa; p=MII[\w+/]+=*$/)
    expect(strings.map((each) => each.length)).toEqual([255, value.length - 255])
    expect(strings.join('')).toBe(value)
  })

  it('holds the bare 32 bytes of an Ed25519 key (RFC 8463 section 4)', () => {
    expect(Buffer.from(edP, 'base64')).toHaveLength(32)
    expect(recordOf(ED25519).value).toBe(`v=DKIM1; k=ed25519; p=${edP}`)
  })
})

describe('a record that was found', () => {
  it.each<[RecordState, string, readonly string[], DkimKey?]>([
    ['published', 'the record itself', [value]],
    ['published', 'without v and k', [`p=${p}`]],
    ['published', 'a semicolon and blanks at the end', [` v=DKIM1 ;k = rsa;p=${p} ; `]],
    ['published', 'blanks within the key', [`v=DKIM1; p=${p.slice(0, 60)} ${p.slice(60)}`]],
    [
      'published',
      'notes, flags and services that let mail through',
      [`${value}; n=hello; s=other:email; t=s; h=sha1:sha256`],
    ],
    ['published', 'a tag of the future', [`v=DKIM1; zz=1; p=${p}`]],
    ['published', 'a bare RSA key, as RFC 6376 has it', [`v=DKIM1; k=rsa; p=${bare}`]],
    ['published', 'an Ed25519 key', [recordOf(ED25519).value], ED25519],
    ['testing', 't=y', [`${value}; t=y`]],
    ['testing', 't=y among others', [`${value}; t=s:y`]],
    ['missing', 'nothing', []],
    ['several', 'two records', [value, value]],
    ['several', 'another text beside it', ['v=spf1 -all', value]],
    ['malformed', 'another text', ['hello there']],
    ['malformed', 'an SPF record', ['v=spf1 -all']],
    ['malformed', 'another version', [`v=DKIM2; p=${p}`]],
    ['malformed', 'the version not in front', [`k=rsa; v=DKIM1; p=${p}`]],
    ['malformed', 'no key at all', ['v=DKIM1; k=rsa']],
    ['malformed', 'a key that is no base64', ['v=DKIM1; p=-----BEGIN']],
    ['malformed', 'a tag twice', [`v=DKIM1; p=${p}; p=${p}`]],
    ['malformed', 'an empty text', ['']],
    ['revoked', 'an empty p', ['v=DKIM1; k=rsa; p=']],
    ['revoked', 'a p of blanks', ['v=DKIM1; p= ;']],
    ['kind', 'the record of an Ed25519 key', [recordOf(ED25519).value]],
    ['kind', 'an RSA record without k for Ed25519', [`p=${edP}`], ED25519],
    ['mismatch', 'another key', [other]],
    ['mismatch', 'a key cut off at 255 characters', [value.slice(0, 255)]],
    [
      'mismatch',
      'an Ed25519 key in its long form, which receivers do not read',
      [`v=DKIM1; k=ed25519; p=${edSpki}`],
      ED25519,
    ],
    ['hash', 'sha1 alone', [`${value}; h=sha1`]],
    ['service', 'no mail', [`${value}; s=other`]],
  ])('is %s: %s', (state, _, texts, key = RSA) => {
    expect(judgeRecord(texts, key)).toBe(state)
  })
})

describe('a selector', () => {
  it.each(['s1', 'S1', '2026', 'a.b-c', 'x'.repeat(63)])('may be %s', (name) => expect(isSelector(name)).toBe(true))
  it.each(['', '-a', 'a-', 'a..b', '.a', 'a_b', 'a b', 'é', 'x'.repeat(64), 's1._domainkey'])('is not %j', (name) =>
    expect(isSelector(name)).toBe(false),
  )
})
