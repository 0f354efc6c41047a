/** A domain looked at as receivers look at it, over zones in memory. */
import {generateKeyPairSync} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import type {DkimKey} from '../../src/core/sending/dkim/key.ts'
import {recordOf} from '../../src/core/sending/dkim/record.ts'
import type {DoctorAsk} from '../../src/flows/diagnose-domain.ts'
import {diagnoseDomain} from '../../src/flows/diagnose-domain.ts'
import {dnsOf, readZone, viewOfZone} from '../support/zone.ts'

const newKey = (selector: string): DkimKey => ({
  ...{domain: 'example.jp', selector, kind: 'ed25519', bits: 256},
  privateKey: generateKeyPairSync('ed25519').privateKey,
})
const KEY = newKey('s1')
const SETTINGS = {
  sender: {from: {name: 'Mihon', address: 'news@example.jp'}},
  bounces: {address: 'b@bounce.example.jp'},
  relay: {host: 'smtp.example.jp'},
  dkim: [{domain: 'example.jp', selector: 's1', keyFile: 's1.pem', lookUp: false}],
} as unknown as NonNullable<DoctorAsk['settings']>

async function diagnose(zone: string, ask: Partial<DoctorAsk> = {}, failing: Readonly<Record<string, string>> = {}) {
  return diagnoseDomain(
    {domain: 'example.jp', returnPath: null, selectors: [], settings: null, day: '2026-11-30', ...ask},
    {dns: dnsOf(readZone(zone).records, failing), fetchPolicy: null, keys: {read: async () => KEY}},
  )
}

const COMPLETE = `@ MX 10 mx
mx A 192.0.2.1
@ TXT v=spf1 mx -all
bounce TXT v=spf1 mx:example.jp -all
bounce MX 10 mx
_dmarc TXT v=DMARC1; p=reject; rua=mailto:dmarc@example.jp
s1._domainkey TXT ${recordOf(KEY).value}
rsa._domainkey TXT v=DKIM1; k=rsa; p=RSA2048`

describe('a domain with everything', () => {
  it('has no findings, by its settings', async () => {
    const dkim = [...SETTINGS.dkim, {domain: 'example.jp', selector: 'rsa', keyFile: '', lookUp: false}]
    const report = await diagnose(COMPLETE, {domain: null, settings: {...SETTINGS, dkim: dkim.slice(0, 1)}})
    expect(report.findings.map(({key}) => key)).toEqual(['dkim-rsa.missing'])
    expect(report.view.returnPath.domain).toBe('bounce.example.jp')
    expect((await diagnose(COMPLETE, {selectors: ['S1', 'rsa', 'rsa']})).findings).toEqual([])
  })

  it('names each question that was asked, once', async () => {
    const {questions} = await diagnose(COMPLETE, {selectors: ['s1']})
    const names = questions.map(({name, type}) => `${name} ${type}`)
    expect(names).toEqual([...new Set(names)])
    expect(names).toContain('s1._domainkey.example.jp TXT')
  })
})

describe('keys', () => {
  it('of the settings are compared, and the record to publish is theirs', async () => {
    const other = COMPLETE.replace(recordOf(KEY).value, recordOf(newKey('s1')).value)
    const {findings} = await diagnose(other, {domain: null, settings: SETTINGS})
    expect(findings.find(({key}) => key === 'dkim-key.mismatch')).toMatchObject({
      severity: 'error',
      where: {of: 's1._domainkey.example.jp TXT'},
      publish: recordOf(KEY),
    })
    const gone = await diagnose('@ MX 10 mx', {domain: null, settings: SETTINGS})
    expect(gone.findings.find(({key}) => key === 'dkim-key.missing')?.publish).toEqual(recordOf(KEY))
    expect(gone.findings.find(({key}) => key === 'spf-record.missing')?.publish?.value).toBe(
      'v=spf1 a:smtp.example.jp ~all',
    )
  })

  it('that nobody named are not assessed', async () => {
    const {findings, notAssessed} = await diagnose(COMPLETE)
    expect(findings.map(({key, severity}) => [key, severity])).toEqual(Array(4).fill(['lint.no-selector', 'info']))
    expect(notAssessed).toBe(4)
  })

  it('of the settings are not those of another domain', async () => {
    const {view} = await diagnose('', {domain: 'example.net', settings: SETTINGS})
    expect([view.dkim, view.returnPath.domain, view.relayHost]).toEqual([null, 'example.net', null])
  })
})

describe('the organisation', () => {
  const aligned = async (zone: string) => (await viewOfZone(zone)).returnPath.isAligned
  it('reaches to where DMARC records stand, and no further', async () => {
    const up = ';domain a.example.jp\n;return-path b.example.jp\n'
    expect(await aligned(up)).toBe(false)
    expect(await aligned(`${up}_dmarc.example.jp. TXT v=DMARC1; p=none`)).toBe(true)
    expect(await aligned(`${up}_dmarc.example.jp. TXT v=DMARC1; p=none; psd=y`)).toBe(false)
    expect(
      await aligned(`${up}_dmarc.example.jp. TXT v=DMARC1; p=none\n_dmarc.b.example.jp. TXT v=DMARC1; p=none; psd=n`),
    ).toBe(false)
    expect(await aligned(`${up}_dmarc.example.jp. TXT v=DMARC1; p=none; aspf=s`)).toBe(false)
  })

  it('is not that of two who share a registry', async () => {
    const shared =
      ';domain shop.co.jp\n;return-path other.co.jp\n_dmarc TXT v=DMARC1; p=none\n_dmarc.other.co.jp. TXT v=DMARC1; p=none'
    expect(await aligned(shared)).toBe(false)
    expect(await aligned(`${shared}\n_dmarc.co.jp. TXT v=DMARC1; p=none; psd=y`)).toBe(false)
  })

  it('is left open where DNS gives no answer', async () => {
    const {returnPath, dmarc} = await viewOfZone(';return-path b.example.jp', {'_dmarc.jp': 'ESERVFAIL'})
    expect([returnPath.isAligned, dmarc.organisation]).toEqual([null, null])
  })
})

describe('SPF', () => {
  const walk = async (zone: string) => (await viewOfZone(zone)).spf.from.walk
  it('counts through includes and redirects, not behind all, and does not look into macros', async () => {
    const zone = `@ TXT v=spf1 include:b.example.jp a mx:c.example.jp exists:%{i}.example.jp ~all a:late.example.jp redirect=d.example.jp
b TXT v=spf1 ip4:192.0.2.1 include:d.example.jp ?all
d TXT v=spf1 redirect=e.example.jp
e TXT v=spf1 -all
@ A 192.0.2.1
c MX 10 mx`
    expect(await walk(zone)).toEqual({lookUps: 6, isCutOff: false, voids: [], faults: [], unanswered: []})
  })

  it('ends, whatever includes what', async () => {
    const loop = '@ TXT v=spf1 include:a.example.jp include:a.example.jp -all\na TXT v=spf1 include:example.jp -all'
    expect((await walk(loop))?.faults.map(({kind}) => kind)).toEqual(['loop', 'loop'])
    const levels = Array.from({length: 30}, (_, i) => {
      const next = `l${i + 1}.example.jp`
      return `${i === 0 ? '@' : `l${i}`} TXT v=spf1 ${`include:${next} `.repeat(20)}-all`
    })
    const bomb = await walk(levels.join('\n'))
    expect(bomb).toMatchObject({isCutOff: true, lookUps: 51})
  })

  it('leaves open what DNS leaves open, and tells the rest', async () => {
    const {findings} = await diagnose(
      '@ TXT v=spf1 include:b.example.net a:gone.example.jp -all\n@ MX 10 mx\nmx A 192.0.2.1',
      {},
      {'b.example.net': 'ESERVFAIL'},
    )
    const spf = findings.filter(({duty}) => duty === 'spf/lookups')
    expect(spf.map(({key, values}) => [key, values])).toEqual([
      ['lint.not-answered', {question: 'b.example.net TXT', why: 'ESERVFAIL'}],
    ])
  })
})

describe('DNS', () => {
  it('that is silent about one name leaves that open, and nothing is called missing', async () => {
    const {findings} = await diagnose(COMPLETE, {selectors: ['s1', 'rsa']}, {'_dmarc.example.jp': 'ETIMEOUT'})
    expect(new Set(findings.map(({key, severity}) => `${severity} ${key}`))).toEqual(
      new Set(['info lint.not-answered']),
    )
  })

  it('that is silent throughout stops the job, soon', async () => {
    let asked = 0
    const silent = async () => {
      asked += 1
      return {state: 'unanswered', why: 'ETIMEOUT'} as const
    }
    const dns = {txt: silent, mx: silent, a: silent, aaaa: silent}
    const ask = {domain: 'example.jp', returnPath: null, selectors: ['s1'], settings: null, day: '2026-11-30'} as const
    await expect(diagnoseDomain(ask, {dns, fetchPolicy: null, keys: null})).rejects.toMatchObject({code: 'DNS_SILENT'})
    expect(asked).toBeLessThan(10)
  })
})

describe('what is asked', () => {
  it('is refused where it is no domain or selector', async () => {
    await expect(diagnose('', {domain: null})).rejects.toMatchObject({code: 'FLAG_MISSING'})
    await expect(diagnose('', {domain: 'not a domain'})).rejects.toMatchObject({code: 'FLAG_INVALID'})
    await expect(diagnose('', {returnPath: 'x'})).rejects.toMatchObject({code: 'FLAG_INVALID'})
    await expect(diagnose('', {selectors: ['a b']})).rejects.toMatchObject({code: 'FLAG_INVALID'})
  })

  it('may be written in one’s own script', async () => {
    const {view} = await diagnose('xn--r8jz45g.jp. TXT v=spf1 -all', {domain: '例え.jp'})
    expect([view.domain, view.spf.from.texts]).toEqual(['xn--r8jz45g.jp', ['v=spf1 -all']])
  })

  it('weighs as the user says', async () => {
    const {errors, findings} = await diagnose('@ MX 0 .', {
      weights: new Map([
        ['std/null-mx', 'off'],
        ['spf/record', 'warning'],
      ]),
    })
    expect(findings.some(({duty}) => duty === 'std/null-mx')).toBe(false)
    expect(findings.find(({duty}) => duty === 'spf/record')?.severity).toBe('warning')
    expect(errors).toBeGreaterThan(0)
  })

  it('gets no record proposed that holds what others smuggled in', async () => {
    const {findings} = await diagnose('_dmarc TXT v=DMARC1; p=none; x=\u001b[31m"; pct=5')
    const obsolete = findings.find(({key}) => key === 'dmarc-obsolete-tags.found')
    expect(obsolete).toBeDefined()
    expect(obsolete?.publish).toBeUndefined()
  })
})
