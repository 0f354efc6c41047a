import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {disposableDomains} from '../../../src/adapters/files/disposable-domains.ts'
import {suggestDomain} from '../../../src/core/contacts/domain-typo.ts'
import {isNoTypo, isProvider, MEANT} from '../../../src/core/contacts/well-known-domains.ts'

describe('suggestDomain', () => {
  it.each([
    ['gmial.com', 'gmail.com'],
    ['gmai.com', 'gmail.com'],
    ['gmaill.com', 'gmail.com'],
    ['gamil.com', 'gmail.com'],
    ['gmailc.om', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gmail.co', 'gmail.com'],
    ['gmail.vpm', 'gmail.com'],
    ['gmail.co.jp', 'gmail.com'],
    ['gnail.con', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['outlok.com', 'outlook.com'],
    ['iclod.com', 'icloud.com'],
    ['icloud.co.jp', 'icloud.com'],
    ['yaho.co.jp', 'yahoo.co.jp'],
    ['yahoo.co.jpp', 'yahoo.co.jp'],
    ['yahoo.co.ip', 'yahoo.co.jp'],
    ['yahoo.co.jo', 'yahoo.co.jp'],
    ['yahoo.jp', 'yahoo.co.jp'],
    ['docomo.ne.ip', 'docomo.ne.jp'],
    ['docomo.ne.jo', 'docomo.ne.jp'],
    ['docomo.co.jp', 'docomo.ne.jp'],
    ['docomo.co.ip', 'docomo.ne.jp'],
    ['dokomo.ne.jp', 'docomo.ne.jp'],
    ['ezweb.co.jp', 'ezweb.ne.jp'],
    ['ezwev.ne.jp', 'ezweb.ne.jp'],
    ['sofbnk.ne.jp', 'softbank.ne.jp'],
    ['i.softbank.ne.jp', 'i.softbank.jp'],
    ['comcast.nry', 'comcast.net'],
    // Endings that do not exist are mended whatever stands before them.
    ['small-shop.con', 'small-shop.com'],
    ['small-shop.co.jpp', 'small-shop.co.jp'],
    ['aol.con', 'aol.com'],
    ['t.ezweb.ne.ip', 't.ezweb.ne.jp'],
  ])('%s may have meant %s', (domain, meant) => {
    expect(suggestDomain(domain)).toBe(meant)
  })

  it.each(
    `gmail.com googlemail.com ymail.com mail.com email.com fastmail.com gmx.de gmx.net gmx.com web.de aol.com aol.jp
    msn.com me.com mac.com live.com live.jp live.nl outlook.fr outlook.dk hotmail.it hotmail.fr yahoo.fr yahoo.de yahoo.ca
    yahoo.cn yahoo.gr yahoo.com.br yahoo.co.in yahoo.co.uk yahoo.ne.jp softbank.co.jp softbank.jp docomo.jp docomo.ne.jp
    t-online.hu protonmail.ch proton.me gail.com grail.com never.com cloud.com online.de charter.net charter.com
    t.vodafone.ne.jp dk.pdx.ne.jp a1.ezweb.ne.jp ocn.ne.jp ybb.ne.jp nifty.ne.jp mineo.jp google.com docs.com example.jp
    yandex.ru yandex.by qq.com 163.com 126.com naver.com nate.com co.jp nic.ad.jp`.split(/\s+/),
  )('%s is as it should be', (domain) => {
    expect(suggestDomain(domain)).toBeNull()
  })

  it('never suggests another domain for one it would suggest', () => {
    for (const {name, ending} of MEANT) expect(suggestDomain(`${name}.${ending}`)).toBeNull()
  })

  it('is quick with the longest domain there is', () => {
    expect(suggestDomain(`${'gmail.'.repeat(41)}com`)).toBeNull()
  })

  it('suspects none of 8,335 unusual domains but those that imitate a provider', () => {
    const suspected = [...disposableDomains()].filter((domain) => suggestDomain(domain) !== null)
    expect(suspected.sort()).toEqual(['fboxmail.com', 'gmial.com', 'hotmai.com', 'hotmial.com'])
  })
})

describe('the shipped list of disposable domains', () => {
  it('holds domains only, and no provider, no carrier and no reserved domain', () => {
    const domains = [...disposableDomains()]
    expect(domains).toHaveLength(8335)
    expect(domains.filter((domain) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain))).toEqual([])
    expect(domains.filter((domain) => isProvider(domain) || isNoTypo(domain))).toEqual([])
  })

  const corpus = new URL(
    '../../../../shared/corpora/domains/disposable/disposable_email_blocklist.conf',
    import.meta.url,
  )
  it.skipIf(!existsSync(corpus))('is the corpus it was taken from (skipped where ../shared/corpora is absent)', () => {
    expect(new Set(readFileSync(corpus, 'utf8').trim().split('\n'))).toEqual(disposableDomains())
  })
})
