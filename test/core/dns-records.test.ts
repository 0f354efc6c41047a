/** Records of mail in DNS, read and mended. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readPublishedKey} from '../../src/core/dns-records/dkim-record.ts'
import type {FoundDmarc} from '../../src/core/dns-records/dmarc-record.ts'
import {
  appliedDmarc,
  dmarcAmong,
  organisationOf,
  readDmarc,
  reportHost,
  walkNames,
} from '../../src/core/dns-records/dmarc-record.ts'
import {foreignText} from '../../src/core/dns-records/foreign-text.ts'
import {hasStsId, isHostOf, readStsPolicy, stsAmong} from '../../src/core/dns-records/mta-sts.ts'
import {mendedDmarc, mendedSpf, mergedSpf, proposedSpf} from '../../src/core/dns-records/proposals.ts'
import {isOpen, readSpf, spfAmong} from '../../src/core/dns-records/spf-record.ts'
import {txtRecord} from '../../src/core/dns-records/txt-record.ts'
import {PUBLIC_KEYS} from '../support/zone.ts'

describe('SPF', () => {
  it('is told from other records by its version and a blank', () => {
    expect(spfAmong(['v=spf1', 'V=SPF1 -all', 'v=spf10 -all', 'v=spf1;', ' v=spf1 -all', 'spf2.0/pra'])).toEqual([
      'v=spf1',
      'V=SPF1 -all',
    ])
  })

  it.each([
    'a',
    'a/24',
    'a//64',
    'a/24//64',
    '-mx:example.jp/28',
    'ip4:192.0.2.0/24',
    'ip6:2001:db8::/32',
    'ip6:::1',
    'include:_spf.example.com.',
    'exists:%{i}._spf.%{d2}',
    'ptr:example.jp',
    'exp=why.example.jp',
    'ra=postmaster',
    'REDIRECT=_spf.example.com',
    '?ALL',
  ])('reads the term %s', (term) => {
    const {terms, faults} = readSpf(`v=spf1  ${term} `)
    expect([terms.map(({text}) => text), faults]).toEqual([[term], []])
  })

  it.each([
    'ipv4:192.0.2.1',
    'ip4:192.0.2',
    'ip4:192.0.2.256',
    'ip4:192.0.2.0/33',
    'ip6:192.0.2.1',
    'ip6:2001:db8::/129',
    'ip6:::g',
    'include',
    'include:',
    'include:localhost',
    'include:a b.example.jp',
    'a:example..jp',
    'a/33',
    'a//129',
    'all:example.jp',
    '-redirect=example.jp',
    'redirect=',
    '+',
    '日本',
    'all,',
  ])('finds the fault in %s', (term) => {
    expect(readSpf(`v=spf1 ${term} -all`).faults).not.toEqual([])
  })

  it('takes redirect and exp once, and no redirect beside all', () => {
    expect(readSpf('v=spf1 redirect=a.example.jp redirect=b.example.jp').faults).toEqual(['redirect=b.example.jp'])
    expect(readSpf('v=spf1 redirect=a.example.jp ~all')).toMatchObject({redirect: null, all: '~'})
  })

  it('knows the terms that let everybody send', () => {
    const open = (term: string) => isOpen(readSpf(`v=spf1 ${term}`).terms[0]!)
    expect(['all', '+all', 'ip4:0.0.0.0/0', 'ip6:::/0'].map(open)).toEqual([true, true, true, true])
    expect(['-all', '?all', '-ip4:0.0.0.0/0', 'ip4:10.0.0.0/8'].map(open)).toEqual([false, false, false, false])
  })

  it('is mended without losing what is right', () => {
    const mended = (text: string) => mendedSpf('example.jp', readSpf(text)).value
    expect(mended('v=spf1 mx ptr ?all')).toBe('v=spf1 mx ~all')
    expect(mended('v=spf1 ptr mx -all')).toBe('v=spf1 mx -all')
    expect(mended('v=spf1 +all')).toBe('v=spf1 ~all')
    expect(mended('v=spf1 ptr redirect=_spf.example.com')).toBe('v=spf1 redirect=_spf.example.com')
    const both = ['v=spf1 mx include:a.example.com ~all', 'v=spf1 mx a -all'].map(readSpf)
    expect(mergedSpf('example.jp', both).value).toBe('v=spf1 mx include:a.example.com a -all')
  })

  it('is proposed by the relay of the settings, else by the MX, else not at all', () => {
    const proposed = (relayHost: string | null, hasMx = true) => proposedSpf('example.jp', {relayHost, hasMx})?.value
    expect(proposed('smtp.example.jp')).toBe('v=spf1 a:smtp.example.jp ~all')
    expect([proposed('localhost'), proposed('127.0.0.1'), proposed('192.0.2.1'), proposed(null)]).toEqual(
      Array(4).fill('v=spf1 mx ~all'),
    )
    expect(proposed(null, false)).toBeUndefined()
  })
})

describe('DMARC', () => {
  it('counts only with its version in front and in capitals', () => {
    const texts = [
      'v=DMARC1',
      'v = DMARC1 ; p=none',
      'v=DMARC1;p=none',
      'v=dmarc1; p=none',
      'p=none; v=DMARC1',
      'v=DMARC12',
    ]
    expect(dmarcAmong(texts)).toEqual(texts.slice(0, 3))
  })

  it('asks at most eight names, and from the top seven labels on each', () => {
    expect(walkNames('example.jp')).toEqual(['example.jp', 'jp'])
    expect(walkNames('a.b.c.d.e.f.g.h.i.jp')).toEqual([
      'a.b.c.d.e.f.g.h.i.jp',
      'e.f.g.h.i.jp'.replace(/^/, 'd.'),
      'e.f.g.h.i.jp',
      'f.g.h.i.jp',
      'g.h.i.jp',
      'h.i.jp',
      'i.jp',
      'jp',
    ])
  })

  const found = (domain: string, text: string): FoundDmarc => ({domain, record: readDmarc(`v=DMARC1; ${text}`)})

  it('finds the organisation by the record with the fewest labels, psd=n, or below psd=y', () => {
    const of = (...each: FoundDmarc[]) => organisationOf('a.b.example.jp', each)
    expect(of()).toBe('a.b.example.jp')
    expect(of(found('a.b.example.jp', 'p=none'), found('example.jp', 'p=none'))).toBe('example.jp')
    expect(of(found('b.example.jp', 'p=none; psd=n'))).toBe('b.example.jp')
    expect(of(found('b.example.jp', 'p=none'), found('jp', 'p=none; psd=y'))).toBe('example.jp')
    expect(organisationOf('jp', [found('jp', 'p=none; psd=y')])).toBe('jp')
  })

  it('applies the domain’s own record, else that of the organisation, else that of the suffix', () => {
    const own = found('a.example.jp', 'p=none')
    const up = found('example.jp', 'p=reject')
    const suffix = found('jp', 'p=quarantine; psd=y')
    expect(appliedDmarc('a.example.jp', [own, up])).toBe(own)
    expect(appliedDmarc('a.example.jp', [up])).toBe(up)
    expect(appliedDmarc('a.example.jp', [suffix])).toBe(suffix)
    expect(appliedDmarc('a.example.jp', [])).toBeNull()
  })

  it('reads addresses of reports, sizes behind them included', () => {
    expect(['mailto:a@example.jp', 'MAILTO:a@Example.JP!10m'].map(reportHost)).toEqual(['example.jp', 'example.jp'])
    expect(['a@example.jp', 'https://example.jp', 'mailto:a@jp', 'mailto:'].map(reportHost)).toEqual(
      Array(4).fill(null),
    )
  })

  it('is mended: obsolete tags and sizes go, a trial stays one, v and p stand in front', () => {
    const mended = (text: string) => mendedDmarc('example.jp', readDmarc(text)).value
    expect(mended('v=DMARC1; rua=mailto:a@example.jp!10m; pct=0; ri=60; p=reject; rf=afrf')).toBe(
      'v=DMARC1; p=reject; rua=mailto:a@example.jp; t=y',
    )
  })
})

describe('a DKIM key', () => {
  const state = (...texts: string[]) => readPublishedKey(texts)
  it('is measured', () => {
    expect(state(`v=DKIM1; k=rsa; p=${PUBLIC_KEYS.RSA1024}`)).toEqual({state: 'published', kind: 'rsa', bits: 1024})
    expect(state(`k=ed25519; p=${PUBLIC_KEYS.ED}`)).toEqual({state: 'published', kind: 'ed25519', bits: 256})
    expect(state(`p=${PUBLIC_KEYS.RSA2048!.replace(/(.{60})/g, '$1 \t')}`)).toMatchObject({bits: 2048})
  })
  it('of Ed25519 is not taken for RSA, nor one cut short for a key', () => {
    expect(state(`k=rsa; p=${PUBLIC_KEYS.ED}`).state).toBe('malformed')
    expect(state(`p=${PUBLIC_KEYS.RSA2048!.slice(0, 200)}`).state).toBe('malformed')
  })
})

describe('MTA-STS', () => {
  it('has records with an id, and policies line by line', () => {
    expect(stsAmong(['v=STSv1; id=1', 'v=STSv1', 'v=STSv12; id=1', 'id=1'])).toEqual(['v=STSv1; id=1', 'v=STSv1'])
    expect(['v=STSv1; id=20261130T1', 'v=STSv1; id=a-b', 'v=STSv1'].map(hasStsId)).toEqual([true, false, false])
    const policy = readStsPolicy(
      'version: STSv1\r\nmode: enforce\r\nmx: mx.example.jp\r\nmx: *.example.net\r\nmax_age: 86400\r\n',
    )
    expect(policy).toEqual({mode: 'enforce', mx: ['mx.example.jp', '*.example.net'], maxAgeSeconds: 86400})
    const isHost = (host: string) => typeof policy === 'object' && isHostOf(policy, host)
    expect(['MX.example.jp', 'a.example.net', 'a.b.example.net', 'example.net'].map(isHost)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
  it.each([
    ['<html>', 'version'],
    ['version: STSv1\nmode: on\nmx: a\nmax_age: 1', 'mode'],
    ['version: STSv1\nmode: none\nmax_age: 31557601', 'max_age'],
    ['version: STSv1\nmode: testing\nmax_age: 60', 'mx'],
  ])('tells where %j breaks', (text, at) => expect(readStsPolicy(text)).toBe(at))
})

describe('what others wrote', () => {
  it('is shown on one line, cut, without control characters', () => {
    expect(foreignText('a\u001b[31m\r\n\u202eb\u0000c', 20)).toBe('a [31m b c')
    expect(foreignText('x'.repeat(5000), 10)).toBe(`${'x'.repeat(9)}…`)
    expect(txtRecord('a', 'y'.repeat(300)).strings.map(({length}) => length)).toEqual([255, 45])
  })

  it('never makes a reader throw or take long', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.string().map((text) => `v=spf1 ${text}`),
      fc.string().map((text) => `v=DMARC1;${text}`),
    )
    fc.assert(
      fc.property(texts, (text) => {
        readSpf(text)
        readPublishedKey([text])
        readStsPolicy(text)
        mendedDmarc('example.jp', readDmarc(text))
      }),
    )
    const start = performance.now()
    for (const piece of ['a/', ':', '=', ';', ' ', '%', 'a.', '+', '\n'])
      for (const text of [
        `v=spf1 a${piece.repeat(8000)}`,
        `v=spf1 ip6:${piece.repeat(8000)}`,
        `v=DMARC1${piece.repeat(8000)}`,
        `mailto:${piece.repeat(8000)}`,
      ]) {
        readSpf(text)
        readDmarc(text)
        readPublishedKey([text])
        readStsPolicy(text)
        reportHost(text)
      }
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
