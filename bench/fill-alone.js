// One kind of filling in a process of its own. Word: ours, mustache, nodemailer, signed, memory. Prints JSON.
import {createHash, generateKeyPairSync, sign} from 'node:crypto'
import mustache from 'mustache'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import {buildSkeleton} from '../dist/adapters/mime/build-skeleton.js'
import {UTF_8} from '../dist/core/sending/charset.js'
import {dkimSigner} from '../dist/core/sending/dkim/signer.js'
import {messageFiller} from '../dist/core/sending/fill-message.js'
import {compilePart} from '../dist/core/templates/compile-part.js'

const [kind] = process.argv.slice(2)
const SEND_ID = 'AQIDBAUGBwg'
const KEY = {id: '0a0b0c0d', secret: Buffer.alloc(32, 7)}
const DATE = Date.UTC(2026, 10, 30)
const UNSUBSCRIBE = 'https://mail.example.jp/o/'

const words =
  'The winter collection is here: plates, bowls and cups in the new ash glaze, made by hand in our workshop. '
const paragraph = (i) => `<p style="margin:0 0 16px;font-size:15px;line-height:1.8;">${i}. ${words}</p>\n`
const html = `<!doctype html>\n<html lang="en"><body>\n<p>Dear {{name}}, member {{member}} since {{since}}</p>
<p><a href="https://www.example.jp/u?m={{member}}" title="{{title}}">{{points}} points in {{city}}</a>, {{plan}}, {{next}}</p>
${Array.from({length: 16}, (_, i) => paragraph(i)).join('')}<a href="{{unsubscribe_url}}">Unsubscribe</a>\n</body></html>\n`
const text = `Dear {{name}},\n\n${Array.from({length: 16}, (_, i) => `${i}. ${words}\n`).join('')}\n{{points}} points, {{city}}\n{{unsubscribe_url}}\n`
const subject = 'Winter news for {{name}}'

const person = (i) => ({
  name: `Hanako ${i} O'Hara`,
  member: `M${i}`,
  since: `${2000 + (i % 25)}-04-01`,
  title: `A & B ${i % 7}`,
  points: String(i % 5000),
  city: ['Tokyo', 'Osaka', 'Nagoya'][i % 3],
  plan: ['gold', 'silver'][i % 2],
  next: `2026-12-${10 + (i % 20)}`,
})

const id = (i) => createHash('md5').update(String(i)).digest('base64url')

async function filler(sign) {
  const part = (source, part) => {
    const nothing = {known: null, partials: new Map(), raw: new Set(), replacements: new Map(), mode: 'strict'}
    return compilePart({file: part, source}, {kind: part, ...nothing}).part
  }
  const content = {
    language: 'en',
    charset: 'utf-8',
    subject: part(subject, 'subject'),
    text: part(text, 'text'),
    html: part(html, 'html'),
    files: [],
    from: {name: 'Sample News', address: 'news@example.jp'},
    replyTo: null,
    sender: {name: 'Sample KK', address: '1-2-3 Reidai', contact: 'https://www.example.jp/contact'},
    optOut: {url: UNSUBSCRIBE, mailto: 'stop@example.jp'},
    listId: '0123456789ab.example.jp',
    feedbackId: 'aaaaaaaaaaaa:bbbbbbbbbbbb:cccccccccccc',
    bounces: 'bounces@example.jp',
    complaints: null,
    eightBit: false,
  }
  const skeleton = await buildSkeleton(content, SEND_ID)
  return messageFiller({skeleton, content, charset: UTF_8, sendId: SEND_ID, contentHash: 'c0ffee', key: KEY, sign})
}

const recipients = Array.from({length: 5000}, (_, i) => ({
  publicId: id(i),
  address: `user.${i}@example.com`,
  attributes: JSON.stringify(person(i)),
}))

/** fill: one mail, by its number. Once to warm up, then as long as a second or two. */
async function rateOf(one, count) {
  for (let i = 0; i < count / 10; i += 1) await one(i)
  const began = performance.now()
  for (let i = 0; i < count; i += 1) await one(i)
  return count / ((performance.now() - began) / 1000)
}

/** Without a promise for each mail. */
function syncRateOf(one, count) {
  for (let i = 0; i < count / 10; i += 1) one(i)
  const began = performance.now()
  for (let i = 0; i < count; i += 1) one(i)
  return count / ((performance.now() - began) / 1000)
}

function fillWith(fill) {
  return (i) => {
    const result = fill(recipients[i % recipients.length], DATE)
    if (!('bytes' in result)) throw new Error(result.why)
    return result.bytes.length
  }
}

const WARM_UP = 20
const TURNS = 300
const MAILS_A_TURN = 50

const kinds = {
  async ours() {
    return {rate: syncRateOf(fillWith(await filler(() => '')), 100_000)}
  },
  mustache() {
    const one = (i) => {
      const values = {...person(i), unsubscribe_url: UNSUBSCRIBE + i}
      return mustache.render(html, values).length + mustache.render(text, values).length
    }
    return {rate: syncRateOf(one, 50_000)}
  },
  async nodemailer() {
    const fill = (part, values) => part.replace(/\{\{([^}]+)\}\}/g, (_, name) => values[name] ?? '')
    const one = (i) => {
      const values = {...person(i), unsubscribe_url: UNSUBSCRIBE + i}
      return new MailComposer({
        from: {name: 'Sample News', address: 'news@example.jp'},
        to: `user.${i}@example.com`,
        subject: fill(subject, values),
        text: fill(text, values),
        html: fill(html, values),
        list: {unsubscribe: [[values.unsubscribe_url, `mailto:stop@example.jp?subject=${i}`]]},
        headers: {'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', Precedence: 'bulk'},
      })
        .compile()
        .build()
    }
    return {rate: await rateOf(one, 3000)}
  },
  /** Turn by turn, a few mails each: what slows the machine down for a moment slows both. */
  async signed() {
    const fill = fillWith(await filler(signer()))
    const {privateKey} = generateKeyPairSync('rsa', {modulusLength: 2048})
    const data = Buffer.alloc(1500, 'a')
    const turns = {signed: fill, rsa: () => sign('sha256', data, privateKey)}
    const spent = {signed: 0, rsa: 0}
    for (let turn = 0; turn < WARM_UP + TURNS; turn += 1)
      for (const [name, one] of Object.entries(turns)) {
        const began = performance.now()
        for (let i = 0; i < MAILS_A_TURN; i += 1) one(turn * MAILS_A_TURN + i)
        if (turn >= WARM_UP) spent[name] += performance.now() - began
      }
    const rateOf = (name) => (TURNS * MAILS_A_TURN) / (spent[name] / 1000)
    return {signed: rateOf('signed'), rsa: rateOf('rsa')}
  },
  async memory() {
    const one = fillWith(await filler(() => ''))
    let first = 0
    for (let i = 0; i < 1_000_000; i += 1) {
      one(i)
      if (i === 100_000) first = memory()
    }
    return {first, last: memory()}
  },
}

function memory() {
  globalThis.gc()
  return Math.round(process.memoryUsage().rss / 1e6)
}

function signer() {
  const {privateKey} = generateKeyPairSync('rsa', {modulusLength: 2048})
  const key = {domain: 'example.jp', selector: 's1', kind: 'rsa', bits: 2048, privateKey}
  return dkimSigner([key], {rewrites: []})
}

console.log(JSON.stringify(await kinds[kind]()))
