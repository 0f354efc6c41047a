import iconv from 'iconv-lite'
import {describe, expect, it} from 'vitest'
import {checkSettings} from '../../../src/adapters/settings/check-settings.ts'
import {problemLine} from '../../../src/adapters/settings/problem.ts'
import {FILE_LIMITS} from '../../../src/core/contacts/file-limits.ts'
import type {Lang} from '../../../src/i18n/text.ts'

const GOOD = `sender:
  name: 株式会社サンプル
  address: 〒100-0000 東京都見本区例町1-2-3
  contact: 03-1234-5678
  from:
    name: サンプル通信
    address: news@example.jp
optOut:
  url: https://mail.example.jp/optout
  mailto: optout@example.jp
relay:
  host: smtp.example.jp
  port: 587
  tls: starttls
laws: [jp]
audienceCountry: JP
purposes:
  - name: お知らせ
    notice: 新商品のご案内に利用します。
`

function check(source: string | Uint8Array, lang: Lang = 'en') {
  return checkSettings(typeof source === 'string' ? Buffer.from(source) : source, {laws: ['jp', 'us'], lang})
}

function linesOf(source: string | Uint8Array, lang: Lang = 'en'): string[] {
  return check(source, lang).problems.map((problem) => problemLine(problem, 'todoke.yaml', lang))
}

/** The good file with one piece changed; the piece must be there. */
function changed(from: string, to: string): string {
  if (!GOOD.includes(from)) throw new Error(`not in the good file: ${from}`)
  return GOOD.replace(from, to)
}

const ADDRESS = 'one mail address such as news@example.com, without a name and without mailto:'
const LINE = 'text on one line (1 to 300 characters)'
const URL_WORDS = 'an https address without ? and #, such as https://mail.example.com/optout (http only on loopback)'
const HOST = 'a host name such as smtp.example.com or an IP address'
const SECRET =
  'secrets do not belong in todoke.yaml; put it in a file only you can read and name that in relay.passwordFile, or name a variable in relay.passwordEnv'
const TLS_NONE =
  'none is only allowed for a relay on this machine (127.0.0.0/8, ::1, localhost): elsewhere addresses and contents would cross the network in clear text; expected implicit or starttls'

const WRONG: readonly (readonly [what: string, file: string, lines: readonly string[]])[] = [
  [
    'a port in words',
    changed('port: 587', 'port: abc'),
    ['13:9  relay.port: expected a whole number from 1 to 65535, found "abc"'],
  ],
  [
    'a port out of range',
    changed('port: 587', 'port: 70000'),
    ['13:9  relay.port: expected a whole number from 1 to 65535, found 70000'],
  ],
  [
    'half a port',
    changed('port: 587', 'port: 58.7'),
    ['13:9  relay.port: expected a whole number from 1 to 65535, found 58.7'],
  ],
  [
    'an unknown TLS word',
    changed('tls: starttls', 'tls: ssl'),
    ['14:8  relay.tls: expected implicit, starttls or none, found "ssl"'],
  ],
  ['clear text off loopback', changed('tls: starttls', 'tls: none'), [`14:8  relay.tls: ${TLS_NONE}`]],
  [
    'a phone number read as a number',
    changed('03-1234-5678', '0312345678'),
    [
      '4:12  sender.contact: expected text on one line (1 to 300 characters), found 0312345678, which is not text without quotes: write it as "0312345678"',
    ],
  ],
  [
    'a misspelt key',
    changed('  mailto:', '  mailTo2:'),
    [
      `8:1  optOut.mailto: is missing; expected ${ADDRESS}`,
      '10:3  optOut.mailTo2: is not a key that is known here; did you mean mailto?',
    ],
  ],
  [
    'a key in another style',
    changed('audienceCountry: JP', 'audience_country: JP'),
    ['16:1  audience_country: is not a key that is known here; did you mean audienceCountry?'],
  ],
  [
    'a key nobody knows',
    changed('  port: 587', '  colour: blue'),
    [
      '13:3  relay.colour: is not a key that is known here; known: host, port, tls, user, passwordFile, passwordEnv, clientName, connections, rewrites, eightBit',
    ],
  ],
  [
    'a password in the file',
    changed('  port: 587', '  user: todoke\n  password: hunter2'),
    [`14:3  relay.password: ${SECRET}`],
  ],
  ['a password on the top level', `${GOOD}Password: hunter2\n`, [`20:1  Password: ${SECRET}`]],
  [
    'a password where a variable is named',
    changed('  port: 587', '  user: a\n  passwordEnv: hunter2!'),
    [
      '14:16  relay.passwordEnv: expected the name of an environment variable such as RELAY_PASSWORD, not the password itself (the value is not shown)',
    ],
  ],
  [
    'two places for one password',
    changed('  port: 587', '  user: a\n  passwordEnv: PW\n  passwordFile: pw'),
    ['14:16  relay.passwordEnv: relay.passwordFile is set too; keep one of them'],
  ],
  [
    'a user without a password',
    changed('  port: 587', '  user: a'),
    ['13:9  relay.user: a user without a password; name it in relay.passwordFile or relay.passwordEnv'],
  ],
  [
    'a password without a user',
    changed('  port: 587', '  passwordFile: pw'),
    ['13:17  relay.passwordFile: a password without relay.user; add the user or remove this key'],
  ],
  [
    'a host with a scheme and a password',
    changed('smtp.example.jp', 'smtp://todoke:hunter2@example.jp'),
    [`12:9  relay.host: expected ${HOST}, found "s***@example.jp"`],
  ],
  [
    'an opt-out page without TLS',
    changed('https://mail', 'http://mail'),
    [`9:8  optOut.url: expected ${URL_WORDS}, found "http://mail.example.jp/optout"`],
  ],
  [
    'an opt-out page with a query',
    changed('/optout', '/optout?u='),
    [`9:8  optOut.url: expected ${URL_WORDS}, found "https://mail.example.jp/optout?u="`],
  ],
  [
    'an address with two @',
    changed('news@example.jp', 'news@@example.jp'),
    [`7:14  sender.from.address: expected ${ADDRESS}, found "n***@@example.jp"`],
  ],
  [
    'a mailto: prefix',
    changed('mailto: optout@', 'mailto: mailto:optout@'),
    [`10:11  optOut.mailto: expected ${ADDRESS}, found "m***@example.jp"`],
  ],
  [
    'a header smuggled into a name',
    changed('name: サンプル通信', 'name: "News\\r\\nBcc: a@example.com"'),
    [`6:11  sender.from.name: expected ${LINE}, found "News Bcc: a***@example.com"`],
  ],
  [
    'an unknown law',
    changed('[jp]', '[jp, jpn]'),
    ['15:12  laws[1]: expected a law that this version knows (jp, us), found "jpn"'],
  ],
  ['a law twice', changed('[jp]', '[jp, us, jp]'), ['15:16  laws[2]: is in the list already; keep one']],
  [
    'a law without a list',
    changed('[jp]', 'jp'),
    ['15:7  laws: expected a list of at least one law (jp, us), found "jp"'],
  ],
  ['no law', changed('[jp]', '[]'), ['15:7  laws: expected a list of at least one law (jp, us), found an empty list']],
  [
    'a country that is none',
    changed('audienceCountry: JP', 'audienceCountry: UK'),
    ['16:18  audienceCountry: expected a country code of ISO 3166 in two capital letters (JP, US, GB …), found "UK"'],
  ],
  [
    'a fact declared with another word',
    changed('audienceCountry: JP', 'facts: {sellerType: shop}'),
    ['16:21  facts.sellerType: expected b2c-distance or other, found "shop"'],
  ],
  [
    'a day that does not exist',
    changed('audienceCountry: JP', 'facts: {underAdministrativeOrder: 2026-02-30}'),
    ['16:35  facts.underAdministrativeOrder: expected a day such as 2026-04-01, found "2026-02-30"'],
  ],
  [
    'an origin that is none',
    changed('audienceCountry: JP', 'facts: {listOrigin: {news: friends}}'),
    [
      '16:28  facts.listOrigin.news: expected own-form, card, trade, published, purchased, joint-use or entrusted, found "friends"',
    ],
  ],
  [
    'a fact nobody asks for',
    changed('audienceCountry: JP', 'facts: {selerType: other}'),
    ['16:9  facts.selerType: is not a key that is known here; did you mean sellerType?'],
  ],
  [
    'a purpose without its notice',
    changed('    notice: 新商品のご案内に利用します。\n', ''),
    ['18:5  purposes[0].notice: is missing; expected text (1 to 4,000 characters)'],
  ],
  [
    'a purpose twice',
    `${GOOD}  - {name: お知らせ, notice: 別の文面}\n`,
    ['20:12  purposes[1].name: is in the list already; keep one'],
  ],
  ['an empty value', changed('host: smtp.example.jp', 'host:'), [`12:8  relay.host: expected ${HOST}, found nothing`]],
  [
    'text in the place of keys',
    changed('relay:\n  host: smtp.example.jp\n  port: 587\n  tls: starttls', 'relay: smtp'),
    ['11:8  relay: expected keys with values, indented below it, found a single value'],
  ],
  [
    'bounds the wrong way round',
    `${GOOD}limits:\n  unattended: {min: 500, max: 100}\n`,
    ['21:31  limits.unattended.max: expected 500 or more (limits.unattended.min), found 100'],
  ],
  [
    'a speed of zero',
    `${GOOD}limits:\n  perSecond: 0\n`,
    ['21:14  limits.perSecond: expected a number above 0, at most 100,000, found 0'],
  ],
  [
    'a store in PostgreSQL',
    `${GOOD}store: postgres://todoke:hunter2@db/mail\n`,
    ['20:8  store: expected sqlite:PATH; PostgreSQL is not in this version yet (the value is not shown)'],
  ],
  [
    'a store of an unknown kind',
    `${GOOD}store: mysql:x\n`,
    ['20:8  store: expected sqlite:PATH, such as sqlite:.todoke/store.db (the value is not shown)'],
  ],
  ['a key twice', `${GOOD}laws: [us]\n`, ['20:1  laws: stands twice; keep one']],
  [
    'a nested key twice',
    changed('  port: 587', '  host: other.example.jp'),
    ['13:3  relay.host: stands twice; keep one'],
  ],
  ['an empty file', '', ['1:1  the file is empty; expected sender, optOut, relay, laws and purposes']],
  ['comments only', '# nothing yet\n\n', ['1:1  the file is empty; expected sender, optOut, relay, laws and purposes']],
  [
    'a list instead of keys',
    '- sender\n- relay\n',
    ['1:1  expected keys with values, indented below it, found a list'],
  ],
  ['a tab as indentation', changed('  host:', '\thost:'), ['12:1  a tab cannot indent in YAML; use spaces']],
  [
    'an unclosed quote',
    changed('name: 株式会社サンプル', "name: '株式会社サンプル"),
    ['19:27  a quote, bracket or colon is missing here'],
  ],
  [
    'a second document',
    `${GOOD}---\nsender: x\n`,
    ['20:1  a second document starts here (---); the file is one document'],
  ],
  [
    'a tag of another language',
    changed('port: 587', 'port: !!python/name:os.system x'),
    ['13:9  tags (!…) are not used here; write the value in quotes if it is text'],
  ],
  [
    'a reference to nowhere',
    changed('port: 587', 'port: *port'),
    ['13:9  this reference (*…) cannot be followed; write the value itself'],
  ],
]

describe('checking todoke.yaml', () => {
  it.each(WRONG)('names place, key and expectation for %s', (_, file, lines) => {
    expect(linesOf(file)).toEqual(lines.map((line) => `todoke.yaml:${line}`))
    expect(check(file).settings).toBeNull()
  })

  it('reports every mistake of a file at once, in the order of the file', () => {
    const file = changed('port: 587', 'port: abc').replace('[jp]', '[xx]').replace('JP', 'jp').replace('news@', 'news')
    expect(linesOf(file).map((line) => line.split(': ')[0])).toEqual([
      'todoke.yaml:7:14  sender.from.address',
      'todoke.yaml:13:9  relay.port',
      'todoke.yaml:15:8  laws[0]',
      'todoke.yaml:16:18  audienceCountry',
    ])
  })

  it('says the same in Japanese', () => {
    expect(linesOf(changed('port: 587', 'port: abc'), 'ja')).toEqual([
      'todoke.yaml:13:9  relay.port: 「abc」になっています。必要な値: 1〜65535 の整数',
    ])
    expect(linesOf(changed('  mailto:', '  mailTo2:'), 'ja')).toEqual([
      'todoke.yaml:8:1  optOut.mailto: がありません。必要な値: news@example.jp のようなメールアドレス 1 つ（表示名や mailto: は付けない）',
      'todoke.yaml:10:3  optOut.mailTo2: ここでは使えないキーです。mailto の間違いではありませんか',
    ])
    expect(linesOf('', 'ja')).toEqual([
      'todoke.yaml:1:1  ファイルが空です。sender、optOut、relay、laws、purposes が必要です',
    ])
    expect(linesOf(changed('  host:', '\thost:'), 'ja')).toEqual([
      'todoke.yaml:12:1  YAML の字下げにタブは使えません。半角スペースを使ってください',
    ])
  })

  it('tells other encodings by name and by the line of the first byte that does not fit', () => {
    const second = 'todoke.yaml:2:9  expected UTF-8 text, found'
    expect(linesOf(iconv.encode(GOOD, 'cp932'))).toEqual([`${second} Shift_JIS (CP932); save the file as UTF-8`])
    expect(linesOf(Buffer.concat([Buffer.from('x: caf'), Buffer.from([0xe9, 0x0a])]))).toEqual([
      'todoke.yaml:1:7  expected UTF-8 text, here are other bytes; save the file as UTF-8',
    ])
    expect(linesOf(iconv.encode(GOOD, 'euc-jp'))).toEqual([`${second} EUC-JP; save the file as UTF-8`])
    expect(linesOf(iconv.encode(GOOD, 'utf-16le', {addBOM: true}))).toEqual([
      'todoke.yaml:1:1  expected UTF-8 text, found UTF-16; save the file as UTF-8',
    ])
    expect(linesOf(Buffer.from('sender:\n  name: \0\n'))).toEqual([
      'todoke.yaml:2:9  expected UTF-8 text, found a NUL byte; this is not a text file',
    ])
  })

  it('never repeats a secret, wherever it was put', () => {
    const places = [
      changed('  port: 587', '  password: hunter2'),
      changed('  port: 587', '  passwordEnv: "hunter2 x"'),
      changed('  port: 587', '  passwordFile: {hunter2: hunter2}'),
      changed('smtp.example.jp', 'smtp://a:hunter2@example.jp'),
      `${GOOD}store: postgres://a:hunter2@db/x\n`,
      `${GOOD}token: hunter2\n`,
    ]
    for (const file of places) {
      expect(linesOf(file).length).toBeGreaterThan(0)
      expect(linesOf(file).join('\n')).not.toContain('hunter2')
    }
  })

  it('stays calm about references that multiply', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (const [name, before] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg'])
      bomb.push(`${name}: &${name} [${`*${before},`.repeat(9)}]`)
    expect(linesOf(bomb.join('\n'))).toEqual([
      'todoke.yaml:1:1  this reference (*…) cannot be followed; write the value itself',
    ])
  })

  it('fills in what may be left out', () => {
    const {settings} = check(changed('  port: 587\n  tls: starttls\n', ''))
    expect(settings).toEqual({
      sender: {
        name: '株式会社サンプル',
        address: '〒100-0000 東京都見本区例町1-2-3',
        contact: '03-1234-5678',
        from: {name: 'サンプル通信', address: 'news@example.jp'},
        replyTo: null,
      },
      optOut: {url: 'https://mail.example.jp/optout', mailto: 'optout@example.jp', probe: false, detached: null},
      relay: {
        host: 'smtp.example.jp',
        port: 465,
        tls: 'implicit',
        user: null,
        passwordFile: null,
        passwordEnv: null,
        clientName: 'example.jp',
        connections: 8,
        rewrites: [],
        eightBit: false,
      },
      dkim: [],
      bounces: null,
      complaints: null,
      laws: ['jp'],
      audienceCountry: 'JP',
      facts: {},
      listOrigins: {},
      wirelessDomains: null,
      purposes: [{name: 'お知らせ', notice: '新商品のご案内に利用します。'}],
      limits: {perSecond: null, unattended: null, files: FILE_LIMITS},
      serve: {
        ...{address: '127.0.0.1', port: 8470, tls: null, trustedProxies: [], metricsFrom: ['127.0.0.0/8', '::1']},
        ...{revokedKeys: [], hooks: null, signUpUrl: null, limits: {connections: 4096, perClient: 20, overall: 2000}},
      },
      signUp: {
        ...{url: 'https://mail.example.jp', confirmDays: 7, clientAddress: 'network', forms: []},
        limits: {perAddressHours: 24, perNetworkHour: 20},
      },
      store: '.todoke/store.db',
    })
  })

  it('takes a server for opt-outs as it is told', () => {
    const told =
      'serve: {address: "::", port: 443, tls: {certFile: c.pem, keyFile: k.pem}, trustedProxies: [10.0.0.0/8, "fd00::/8"], metricsFrom: [192.0.2.1], revokedKeys: ["0a0b0c0d"], signUpUrl: https://www.example.jp/s, limits: {connections: 500}}'
    expect(check(changed('audienceCountry: JP', told)).settings?.serve).toEqual({
      ...{address: '::', port: 443, tls: {certFile: 'c.pem', keyFile: 'k.pem'}},
      ...{trustedProxies: ['10.0.0.0/8', 'fd00::/8'], metricsFrom: ['192.0.2.1'], revokedKeys: ['0a0b0c0d']},
      ...{hooks: null, signUpUrl: 'https://www.example.jp/s', limits: {connections: 500, perClient: 20, overall: 2000}},
    })
  })

  it('keeps the paths of forms and confirmation links free', () => {
    for (const path of ['f', 'c/'])
      expect(check(changed('https://mail.example.jp/optout', `https://mail.example.jp/${path}`)).settings).toBeNull()
    expect(check(changed('https://mail.example.jp/optout', 'https://mail.example.jp/c/out')).settings).not.toBeNull()
  })

  it('takes services that tell of opt-outs, each with what proves it', () => {
    const key = `MFkw${'A'.repeat(120)}`
    const told = `serve: {hooks: {mailgun: {keyFile: mg}, sendgrid: {publicKey: ${key}}, postmark: {keyEnv: PM}, ses: {certFile: sns.pem, topic: "arn:aws:sns:us-east-1:123456789012:mail"}}}`
    expect(check(changed('audienceCountry: JP', told)).settings?.serve.hooks).toEqual({
      ...{mailgun: {keyFile: 'mg', keyEnv: null}, postmark: {keyFile: null, keyEnv: 'PM'}, mailchimp: null},
      ...{sendgrid: {publicKey: key}, ses: {certFile: 'sns.pem', topic: 'arn:aws:sns:us-east-1:123456789012:mail'}},
    })
  })

  it('wants the host of forms named where that of the links serves opt-outs alone', () => {
    const forms = (more: string) =>
      changed('audienceCountry: JP', `signUp: {${more}forms: [{name: news, list: news, wording: news-form}]}`).replace(
        '  mailto: optout@',
        '  detached: {}\n  mailto: optout@',
      )
    expect(linesOf(forms(''))).toEqual([expect.stringContaining('signUp.url: with optOut.detached the host of')])
    expect(linesOf(forms('url: "https://mail.example.jp", '))).toEqual([])
  })

  it('takes a detached server, with the host of the links and an hour where nothing else is said', () => {
    const at = (more: string) => changed('  mailto: optout@', `  detached: ${more}\n  mailto: optout@`)
    expect(check(at('{}')).settings?.optOut.detached).toEqual({
      ...{url: 'https://mail.example.jp', maxAgeMinutes: 60, keyFile: null, keyEnv: null},
    })
    expect(
      check(at('{url: "https://out.example.jp/", maxAgeMinutes: 15, keyEnv: PULL}')).settings?.optOut.detached,
    ).toEqual({url: 'https://out.example.jp', maxAgeMinutes: 15, keyFile: null, keyEnv: 'PULL'})
    for (const bad of [
      '{url: "http://out.example.jp"}',
      '{url: "https://out.example.jp/?x"}',
      '{maxAgeMinutes: 4}',
      '{maxAgeMinutes: 20000}',
      '{keyFile: a, keyEnv: B}',
      '{key: secret}',
    ])
      expect([bad, check(at(bad)).settings]).toEqual([bad, null])
  })

  it('takes sign-up forms as they are told', () => {
    const told =
      'signUp: {url: https://mail.example.jp/m/, confirmDays: 3, clientAddress: none, limits: {perAddressHours: 24, perNetworkHour: 5}, forms: [{name: news, list: news, wording: news-form, topics: [news, sale], fields: [{name: 氏名}, {name: plan, label: Plan, required: true}], doubleOptIn: false}]}'
    expect(check(changed('audienceCountry: JP', told)).settings?.signUp).toEqual({
      ...{url: 'https://mail.example.jp/m', confirmDays: 3, clientAddress: 'none'},
      limits: {perAddressHours: 24, perNetworkHour: 5},
      forms: [
        {
          ...{name: 'news', list: 'news', wording: 'news-form', title: null, purpose: null, isDouble: false},
          topics: ['news', 'sale'],
          fields: [
            {name: '氏名', label: '氏名', isRequired: false},
            {name: 'plan', label: 'Plan', isRequired: true},
          ],
        },
      ],
    })
  })

  it.each([
    'serve: {hooks: {mailgun: {}}}',
    'serve: {hooks: {mailgun: {keyFile: a, keyEnv: B}}}',
    'serve: {hooks: {sendgrid: {publicKey: short}}}',
    'serve: {hooks: {ses: {certFile: c.pem, topic: mail}}}',
    'serve: {hooks: {hubspot: {keyFile: a}}}',
    'signUp: {url: "http://mail.example.jp"}',
    'signUp: {confirmDays: 31}',
    'signUp: {forms: [{name: style.css, list: news, wording: w}]}',
    'signUp: {clientAddress: some}',
    'signUp: {forms: [{name: News, list: news, wording: w}]}',
    'signUp: {forms: [{name: news, list: news}]}',
    'signUp: {forms: [{name: news, list: "a b", wording: w}]}',
    'signUp: {forms: [{name: news, list: news, wording: w, purpose: other}]}',
    'signUp: {forms: [{name: news, list: news, wording: w, topics: ["a, b"]}]}',
    'signUp: {forms: [{name: news, list: news, wording: w, topics: [a, a]}]}',
    'signUp: {forms: [{name: news, list: news, wording: w, fields: [{name: a}, {name: a}]}]}',
    'signUp: {forms: [{name: news, list: news, wording: w}, {name: news, list: other, wording: w}]}',
    'serve: {address: mail.example.jp}',
    'serve: {port: 0}',
    'serve: {tls: {certFile: c.pem}}',
    'serve: {trustedProxies: [10.0.0.0/33]}',
    'serve: {trustedProxies: [10.0.0.0/8/8]}',
    'serve: {metricsFrom: [proxy]}',
    'serve: {revokedKeys: [0A0B0C0D]}',
    'serve: {signUpUrl: "http://www.example.jp/s"}',
    'serve: {limits: {connections: 5}}',
    'serve: {address: 192.0.2.1}',
    'serve: {certFile: c.pem}',
  ])('refuses %s', (told) => {
    expect(check(changed('audienceCountry: JP', told)).settings).toBeNull()
  })

  it('keeps the facts that are declared, and no others', () => {
    const {settings} = check(
      changed(
        'audienceCountry: JP',
        'facts: {sellerType: other, affirmativeConsent: yes, listOrigin: {ニュース: own-form}}',
      ),
    )
    expect(settings?.audienceCountry).toBeNull()
    expect(settings?.facts).toEqual({sellerType: 'other', affirmativeConsent: 'yes'})
    expect(settings?.listOrigins).toEqual({ニュース: 'own-form'})
  })

  it('takes the wireless list that was given for a fact that duties depend on', () => {
    const {settings} = check(changed('audienceCountry: JP', 'wirelessDomains: wireless.txt'))
    expect(settings?.wirelessDomains).toBe('wireless.txt')
    expect(settings?.facts).toEqual({wirelessDomains: 'wireless.txt'})
    const facts = check(changed('audienceCountry: JP', 'facts: {wirelessDomains: wireless.txt}'))
    expect(facts.settings).toBeNull()
  })

  it.each(['forProfit: yes', 'audience: persons'])('knows no fact that changes nothing: %s', (fact) => {
    expect(check(changed('audienceCountry: JP', `facts: {${fact}}`)).settings).toBeNull()
  })

  it('keeps what the file says', () => {
    const file = `${changed(
      'host: smtp.example.jp\n  port: 587\n  tls: starttls',
      'host: 127.0.0.1\n  port: 2525\n  tls: none\n  user: todoke\n  passwordEnv: RELAY_PASSWORD\n  clientName: mail.example.jp\n  connections: 2\n  rewrites: [Message-ID, Date]\n  eightBit: true',
    ).replace(
      'https://mail.example.jp/optout',
      'http://[::1]:8080/out',
    )}limits: {perSecond: 0.5, unattended: {min: 1, max: 9}, files: {recordKb: 2048, columns: 600}}\nstore: sqlite:data/mail.db\n`
    const {settings} = check(file)
    expect(settings?.relay).toEqual({
      host: '127.0.0.1',
      port: 2525,
      tls: 'none',
      user: 'todoke',
      passwordFile: null,
      passwordEnv: 'RELAY_PASSWORD',
      clientName: 'mail.example.jp',
      connections: 2,
      rewrites: ['Message-ID', 'Date'],
      eightBit: true,
    })
    expect(settings?.optOut.url).toBe('http://[::1]:8080/out')
    expect(settings?.limits).toEqual({
      ...{perSecond: 0.5, unattended: {min: 1, max: 9}},
      files: {...FILE_LIMITS, recordBytes: 2 << 20, columns: 600},
    })
    expect(settings?.store).toBe('data/mail.db')
  })

  it('reads a byte order mark, CR LF line ends and a value under a reference', () => {
    const file = `\uFEFF${GOOD.replace('contact: 03-1234-5678', 'contact: &c 03-1234-5678')}`.replaceAll('\n', '\r\n')
    expect(check(file).settings?.sender.contact).toBe('03-1234-5678')
    expect(linesOf(file.replace('port: 587', 'port: x'))).toEqual([
      'todoke.yaml:13:9  relay.port: expected a whole number from 1 to 65535, found "x"',
    ])
  })
})
