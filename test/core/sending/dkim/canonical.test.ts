import {createHash, createPublicKey, verify} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {canonicalBody, canonicalHeaders} from '../../../../src/core/sending/dkim/canonical.ts'
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

/** The message of RFC 8463 appendix A, signed by somebody else. */
describe('the message of RFC 8463', () => {
  const mail = dkimFixture('rfc8463/signed.eml').toString('latin1').replace(/\r?\n/g, '\r\n')
  const end = mail.indexOf('\r\n\r\n')
  const {names, lines} = canonicalHeaders(mail.slice(0, end + 2))
  const dns = JSON.parse(dkimFixture('rfc8463/dns.json').toString('utf8')) as Record<string, {TXT: string[][]}>
  const tagsOf = (list: string) =>
    Object.fromEntries(
      list.split(';').map((tag) => [tag.split('=')[0]!.trim(), tag.slice(tag.indexOf('=') + 1).trim()]),
    )

  it.each([0, 1])('verifies in our canonical form: signature %i', (at) => {
    const line = lines[at]!
    const {b, bh, h, s, d, a} = tagsOf(line.slice('dkim-signature:'.length)) as Record<string, string>
    expect(
      createHash('sha256')
        .update(canonicalBody(mail.slice(end + 4)))
        .digest('base64'),
    ).toBe(bh)
    const left = new Map(names.map((name) => [name, names.flatMap((each, i) => (each === name ? [lines[i]!] : []))]))
    const covered = h!.split(':').map((name) => left.get(name.trim())?.pop())
    const unsigned = line.replace(/\bb=[^;]*$/, 'b=')
    const data = Buffer.from([...covered.filter((each) => each !== undefined), unsigned].join('\r\n'))
    const p = Buffer.from(tagsOf(dns[`${s}._domainkey.${d}`]!.TXT[0]!.join('')).p!, 'base64')
    const signature = Buffer.from(b!.replace(/\s/g, ''), 'base64')
    if (a === 'rsa-sha256')
      expect(verify('sha256', data, createPublicKey({key: p, format: 'der', type: 'spki'}), signature)).toBe(true)
    else {
      const key = createPublicKey({key: {kty: 'OKP', crv: 'Ed25519', x: p.toString('base64url')}, format: 'jwk'})
      expect(verify(null, createHash('sha256').update(data).digest(), key, signature)).toBe(true)
    }
  })
})
