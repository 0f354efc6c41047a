/** `todoke doctor` as it is typed, against a DNS server on loopback. */
import {appendFile} from 'node:fs/promises'
import {join} from 'node:path'
import stringWidth from 'fast-string-width'
import {beforeAll, describe, expect, it} from 'vitest'
import {needsDist} from '../support/files.ts'
import {ask, must, newFolder, run} from '../support/send-workspace.ts'
import {readZone} from '../support/zone.ts'
import type {Conduct} from '../support/zone-server.ts'
import {serveZone} from '../support/zone-server.ts'

const serve = (zone: string, conduct?: Conduct) => serveZone(readZone(zone).records, conduct)

beforeAll(() => needsDist())

describe('doctor', () => {
  it('takes domain, return path and keys from the settings, and is content once the records are there', async () => {
    const folder = await newFolder('doctor')
    await must(run(folder, 'init', '.', '--from', 'Mihon News <news@example.jp>'))
    const made = await ask(folder, 'key', 'dkim', 'create', '--selector', 's1')
    const {record, keyFile} = made.answer.keys[0]
    await appendFile(
      join(folder, 'todoke.yaml'),
      `\ndkim:\n  - {domain: example.jp, selector: s1, keyFile: ${keyFile}}\n`,
    )
    const empty = await serve('@ MX 10 mx\nmx A 192.0.2.1')
    const before = await ask(folder, 'doctor', '--dns', empty.address)
    await empty.close()
    expect(before.code).toBe(1)
    const missing = before.answer.findings.find(({duty}: {duty: string}) => duty === 'dkim/key-record')
    expect(missing.publish).toEqual(record)
    // What is proposed is published, and is enough.
    const proposed = before.answer.findings.flatMap(({publish}: {publish?: {name: string; value: string}}) =>
      publish === undefined ? [] : [`${publish.name}. TXT ${publish.value}`],
    )
    const dns = await serve(['@ MX 10 mx', 'mx A 192.0.2.1', ...new Set(proposed)].join('\n'))
    const after = await ask(folder, 'doctor', '--resolver', dns.address)
    await dns.close()
    expect(after.code).toBe(0)
    expect(after.answer).toMatchObject({domain: 'example.jp', errors: 0, warnings: 0, notAssessed: 0})
    expect(after.answer.dkim).toMatchObject([{selector: 's1', state: 'published', bits: 2048, isAligned: true}])
    // The policy is the mildest, which is told and fails nothing.
    expect(after.answer.findings.map(({key}: {key: string}) => key)).toEqual(['dmarc-enforced.none'])
  })

  it('prints the same with --format json and --json', async () => {
    const dns = await serve('@ MX 0 .')
    const words = ['doctor', '--domain', 'example.jp', '--dns', dns.address]
    const folder = await newFolder('doctor')
    const [byFlag, byFormat] = [await ask(folder, ...words), await run(folder, ...words, '--format', 'json')]
    await dns.close()
    expect(JSON.parse(byFormat.stdout)).toEqual(byFlag.answer)
    expect([byFlag.code, byFormat.code]).toEqual([1, 1])
  })

  it('calls nothing missing that DNS did not answer, and fails only with --strict', async () => {
    const zone = '@ MX 10 mx\nmx A 192.0.2.1\n@ TXT v=spf1 mx -all\ns1._domainkey TXT v=DKIM1; p=RSA2048'
    const dns = await serve(zone, {failing: {'_dmarc.example.jp': 'servfail', '_mta-sts.example.jp': 'silent'}})
    const words = ['doctor', '--domain', 'example.jp', '--selector', 's1', '--dns', dns.address, '--timeout', '1']
    const folder = await newFolder('doctor')
    const mild = await ask(folder, ...words)
    const strict = await run(folder, ...words, '--strict')
    await dns.close()
    expect([mild.code, mild.answer.errors, mild.answer.warnings, strict.code]).toEqual([0, 0, 0, 1])
    expect(mild.answer.notAssessed).toBeGreaterThan(0)
    expect(strict.stderr).toContain('--strict')
  })

  it('keeps what others publish off the terminal’s controls and within 80 columns', async () => {
    const steering = '\u001b]0;x\u0007\u001b[2J\u202e'
    const dns = await serve(
      `@ TXT v=spf1 ${steering} ${'include:a.example.net '.repeat(30)}\n_dmarc TXT v=DMARC1; p=none; ${steering}\ns1._domainkey TXT v=DKIM1; p=${'A'.repeat(4000)}\n@ MX 10 ${'m'.repeat(60)}.${'n'.repeat(60)}`,
    )
    const folder = await newFolder('doctor')
    const words = ['doctor', '--domain', 'example.jp', '--selector', 's1', '--dns', dns.address, '--lang']
    for (const lang of ['en', 'ja']) {
      const {stdout} = await run(folder, ...words, lang)
      expect(/[\p{Cc}\p{Cf}]/u.test(stdout.replaceAll('\n', ''))).toBe(false)
      const lines = stdout.split('\n').filter((line) => !/^ +"|^ +\S+ IN TXT \($/.test(line))
      // A word that is longer than a line, such as a host's name, is not broken.
      expect(
        lines.filter((line) => stringWidth(line) > 80 && !/^ *\S+ *$/.test(line) && !line.includes('n'.repeat(60))),
      ).toEqual([])
    }
    await dns.close()
  })
})
