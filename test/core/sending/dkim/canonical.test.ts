import {createHash, createPublicKey, verify} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {canonicalBody, canonicalHeaders} from '../../../../src/core/sending/dkim/canonical.ts'
import {corpusFile, hasCorpora} from '../../../support/corpora.ts'
import {dkimFixture} from '../../../support/dkim.ts'

describe('canonical forms', () => {
  it('are those of the example in RFC 6376 section 3.4.5', () => {
    expect(canonicalHeaders('A: X\r\nB : Y\t\r\n\tZ  \r\n').lines).toEqual(['a:X', 'b:Y Z'])
    expect(canonicalBody(' C \r\nD \t E\r\n\r\n\r\n')).toBe(' C\r\nD E\r\n')
  })

  it.each([
    ['', ''],
    ['\r\n', ''],
    ['\r\n\r\n\r\n', ''],
    [' \t\r\n \r\n', ''],
    ['x', 'x\r\n'],
    ['x\t', 'x\r\n'],
    ['x\r\n\r\ny\r\n\r\n', 'x\r\n\r\ny\r\n'],
    ['\r\nx', '\r\nx\r\n'],
    ['x \t \r\n', 'x\r\n'],
    ['\t x\r\n', ' x\r\n'],
    ['x\u00a0 \u00a0', 'x\u00a0 \u00a0\r\n'],
  ])('of the body %j is %j', (body, expected) => {
    expect(canonicalBody(body)).toBe(expected)
  })

  it('take blanks and tabs for blanks, and no other space', () => {
    expect(canonicalHeaders('Subject: \u3000Hello\u00a0\r\nX:\r\n\r\n')).toEqual({
      names: ['subject', 'x'],
      lines: ['subject:\u3000Hello\u00a0', 'x:'],
    })
  })
})

/** Signatures made by others, verified over our canonical forms. */
describe('the message of RFC 8463', () => {
  const records = JSON.parse(dkimFixture('rfc8463/dns.json').toString('utf8')) as Record<string, {TXT: string[][]}>

  it('verifies in our canonical form, by both signatures', () => {
    const mail = dkimFixture('rfc8463/signed.eml').toString('latin1')
    expect(relaxedSignatures(mail, (name) => records[name]?.TXT[0]?.join(''))).toEqual([
      'brisbane._domainkey.football.example.com true',
      'test._domainkey.football.example.com true',
    ])
  })
})

describe.skipIf(!hasCorpora)('mails of the wild, in ../shared/corpora', () => {
  it.each([
    ['001', 2],
    ['003', 2],
    ['004', 1],
    ['005', 1],
    ['006', 1],
  ])('%s verifies in our canonical form, by every signature over relaxed headers', (name, count) => {
    const text = corpusFile(`dkim/stalwart/${name}.txt`).toString('latin1').replace(/\r?\n/g, '\n')
    const end = text.indexOf('\n\n')
    const records = text.slice(0, end).split('\n')
    const recordOf = (record: string) => records.find((line) => line.startsWith(`${record} `))?.slice(record.length + 1)
    const found = relaxedSignatures(text.slice(end + 2), recordOf)
    expect(found).toHaveLength(count)
    for (const each of found) expect(each).toMatch(/ true$/)
  })
})

/** Of each signature over relaxed headers whose key is known: its record, and whether headers and a relaxed body verify. */
function relaxedSignatures(mail: string, recordOf: (name: string) => string | undefined): readonly string[] {
  const text = mail.replace(/\r?\n/g, '\r\n')
  const end = text.indexOf('\r\n\r\n')
  const {names, lines} = canonicalHeaders(text.slice(0, end + 2))
  const bodyHash = createHash('sha256')
    .update(canonicalBody(text.slice(end + 4)), 'latin1')
    .digest('base64')
  return lines
    .filter((line) => line.startsWith('dkim-signature:'))
    .flatMap((line) => {
      const tags = tagsOf(line.slice('dkim-signature:'.length))
      const name = `${tags.s}._domainkey.${tags.d}`
      const record = recordOf(name)
      if (record === undefined || !/^relaxed(\/|$)/.test(tags.c ?? '') || !tags.a!.endsWith('sha256')) return []
      const left = new Map(names.map((each) => [each, lines.filter((_, at) => names[at] === each)]))
      const covered = tags.h!.split(':').map((each) => left.get(each.trim().toLowerCase())?.pop())
      const unsigned = line.replace(/\bb=[^;]*(?=;|$)/, 'b=')
      const data = Buffer.from([...covered.filter((each) => each !== undefined), unsigned].join('\r\n'), 'latin1')
      const p = Buffer.from(tagsOf(record).p!, 'base64')
      const isGood = isSigned(data, Buffer.from(tags.b!.replace(/\s/g, ''), 'base64'), p, tags.a!)
      const isBodyGood = !tags.c!.endsWith('/relaxed') || tags.bh!.replace(/\s/g, '') === bodyHash
      return [`${name} ${isGood && isBodyGood}`]
    })
}

function isSigned(data: Buffer, signature: Buffer, p: Buffer, algorithm: string): boolean {
  if (algorithm === 'rsa-sha256')
    return verify('sha256', data, createPublicKey({key: p, format: 'der', type: 'spki'}), signature)
  const key = createPublicKey({key: {kty: 'OKP', crv: 'Ed25519', x: p.toString('base64url')}, format: 'jwk'})
  return verify(null, createHash('sha256').update(data).digest(), key, signature)
}

function tagsOf(list: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    list.split(';').map((tag) => [tag.slice(0, tag.indexOf('=')).trim(), tag.slice(tag.indexOf('=') + 1).trim()]),
  )
}
