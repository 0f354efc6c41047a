import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {simpleParser} from 'mailparser'
import {afterEach, beforeAll, describe, expect, it} from 'vitest'
import {openRaw, readLedger} from '../support/check-send.ts'
import {type CountingRelay, startCountingRelay} from '../support/counting-relay.ts'
import {ask, copyWorkspace, makeWorkspace, must, plan, row, run, TEXT} from '../support/send-workspace.ts'

let base: string
let folder: string
let relay: CountingRelay

beforeAll(async () => {
  base = await makeWorkspace({
    port: 1,
    rows: [
      row('hanako@example.com', 'Hanako'),
      row('taro@example.com', 'Taro'),
      row('"gone@example.com"', 'Gone'),
      'silent@example.com,Silent,,,,',
      row('nameless@example.com', ''),
    ],
  })
  await must(run(base, 'suppression', 'add', 'gone@example.com'))
})

afterEach(() => relay.kill())

async function prepare(): Promise<void> {
  relay = await startCountingRelay({keepMessages: true})
  folder = await copyWorkspace(base, relay.port)
}

const planWords = (name: string, ...more: string[]) => [
  'send',
  'plan',
  name,
  '--template',
  'templates/mine',
  '--list',
  'news',
  ...more,
]
const settings = () => join(folder, 'todoke.yaml')

describe('todoke send plan', () => {
  it('gives everyone a verdict with its reason, sends nothing, and says what to type next', async () => {
    await prepare()
    const {code, answer} = await ask(folder, ...planWords('nov'))
    expect(code).toBe(0)
    expect(answer.send).toEqual({name: 'nov', segment: null, audience: 5, toSend: 2, confirm: 'nov:2'})
    expect(answer.totals).toMatchObject({planned: 2, suppressed: 1, held: 2, dropped: 0})
    expect(
      Object.fromEntries(
        readLedger(folder, 'nov').rows.map(({address, state, reason}) => [address, `${state} ${reason}`]),
      ),
    ).toEqual({
      'hanako@example.com': 'planned null',
      'taro@example.com': 'planned null',
      'gone@example.com': 'suppressed suppression:optout',
      'silent@example.com': 'held jp/consent-basis',
      'nameless@example.com': 'held template:empty-value',
    })
    const {stdout} = await must(run(folder, ...planWords('dec')))
    expect(stdout).toContain('todoke send run dec --confirm dec:2')
    expect(stdout).toContain('5 = 2 + 1 + 2')
    expect(relay.dots).toEqual([])
  })

  it('holds who said no to its topic, and not who left another one', async () => {
    await prepare()
    await writeFile(
      join(folder, 'left.csv'),
      'email,event,event_at,topic\nhanako@example.com,withdrawn,2025-06-01,events\n',
    )
    await must(run(folder, 'consent', 'import', 'left.csv'))
    await plan(folder, 'nov', '--topic', 'news')
    await plan(folder, 'dec', '--topic', 'events')
    const stateIn = (send: string) =>
      readLedger(folder, send).rows.find(({address}) => address === 'hanako@example.com')?.state
    expect([stateIn('nov'), stateIn('dec')]).toEqual(['planned', 'held'])
  })

  it('refuses a name that is taken, replaces it when told, and never once it has started', async () => {
    await prepare()
    await plan(folder, 'nov')
    expect((await ask(folder, ...planWords('nov'))).answer.error.code).toBe('SEND_EXISTS')
    expect((await ask(folder, ...planWords('nov', '--replace', '--subject', 'Another subject'))).code).toBe(0)
    await must(run(folder, 'send', 'run', 'nov', '--confirm', 'nov:2'))
    const refused = await ask(folder, ...planWords('nov', '--replace'))
    expect([refused.code, refused.answer.error.code]).toEqual([2, 'SEND_STARTED'])
    expect((await simpleParser(relay.messages.get('taro@example.com')!)).subject).toBe('Another subject')
  })

  it('refuses with exit 3 when the template breaks a duty, and plans nothing', async () => {
    await prepare()
    await writeFile(join(folder, 'templates', 'mine', 'body.txt'), 'Hello {{name}}, buy now!\n')
    const refused = await ask(folder, ...planWords('nov'))
    expect([refused.code, refused.answer.error.code]).toEqual([3, 'PLAN_REFUSED'])
    expect((await ask(folder, 'send', 'status', 'nov')).answer.error.code).toBe('SEND_UNKNOWN')
  })

  it.each([
    ['LIST_UNKNOWN', ['--list', 'nobody']],
    ['PURPOSE_UNKNOWN', ['--list', 'news', '--purpose', 'raffle']],
    ['FILE_MISSING', ['--list', 'news', '--template', 'templates/none']],
    ['TEMPLATE_INVALID', ['--list', 'news', '--subject', 'News\r\nBcc: victim@example.com']],
  ])("is the caller's mistake, exit 2: %s", async (code, words) => {
    await prepare()
    const template = words.includes('--template') ? [] : ['--template', 'templates/mine']
    const refused = await ask(folder, 'send', 'plan', 'nov', ...template, ...words)
    expect([refused.code, refused.answer.error.code]).toEqual([2, code])
  })

  it('holds whoever gave the data for another purpose', async () => {
    await prepare()
    const yaml = await readFile(settings(), 'utf8')
    await writeFile(
      settings(),
      yaml.replace('purposes:\n', 'purposes:\n  - name: surveys\n    notice: We ask you about our products.\n'),
    )
    await writeFile(
      join(folder, 'asked.csv'),
      `email,name,signup_date,signup_source,consent_method,consent\n${row('ask@example.com', 'Asked')}\n`,
    )
    await must(run(folder, 'list', 'import', 'asked.csv', '--list', 'asked', '--purpose', 'surveys'))
    const words = ['send', 'plan', 'nov', '--template', 'templates/mine', '--list', 'asked', '--purpose']
    const {answer} = await ask(folder, ...words, 'news')
    const reason = 'jp/appi-purpose evidence/purpose-mismatch'
    expect(answer.reasons).toEqual([{state: 'held', reason, count: 1}])
    expect(answer.duties).toMatchObject([
      {
        id: 'jp/appi-purpose',
        title: {ja: '利用目的の範囲', en: 'Within the stated purpose'},
        sources: [{title: '個人情報保護法 17条・18条・21条2項', confidence: 'verified'}],
      },
      {id: 'evidence/purpose-mismatch', title: {ja: '同意した目的の範囲'}},
    ])
    expect((await ask(folder, 'report', 'nov')).answer.duties).toEqual(answer.duties)
    expect((await ask(folder, ...words, 'surveys', '--replace')).answer.send.toSend).toBe(1)
  })

  it('knows before the run that a link cannot be filled', async () => {
    await prepare()
    const link = '<a href="{{unsubscribe_url}}">Unsubscribe</a>'
    const html = TEXT.replace('{{unsubscribe_url}}', link)
      .replace(/\n/g, '<br>\n')
      .replace('three', '<a href="{{email}}">three</a>')
    await writeFile(join(folder, 'templates', 'mine', 'body.html'), `<html><body>${html}</body></html>\n`)
    const {answer} = await ask(folder, ...planWords('nov'))
    expect(answer.totals).toMatchObject({planned: 0, suppressed: 1, held: 4})
    expect(answer.reasons).toContainEqual({state: 'held', reason: 'template:unsafe-url', count: 2})
  })
})

describe('todoke send run', () => {
  it('wants to be told how many, without a terminal', async () => {
    await prepare()
    await plan(folder, 'nov')
    const needed = await ask(folder, 'send', 'run', 'nov')
    expect([needed.code, needed.answer.error.code]).toEqual([2, 'CONFIRM_NEEDED'])
    expect(needed.answer.error.next.join(' ')).toContain('--confirm nov:2')
    for (const wrong of ['nov:3', 'nov', 'dec:2']) {
      const refused = await ask(folder, 'send', 'run', 'nov', '--confirm', wrong)
      expect([refused.code, refused.answer.error.code]).toEqual([2, 'CONFIRM_WRONG'])
    }
    expect(relay.dots).toEqual([])
  })

  it('goes unattended only inside the bounds of the settings', async () => {
    await prepare()
    await plan(folder, 'nov')
    const yaml = await readFile(settings(), 'utf8')
    const bound = (min: number, max: number) =>
      writeFile(
        settings(),
        yaml.replace('\nstore:', `\nlimits:\n  unattended:\n    min: ${min}\n    max: ${max}\n\nstore:`),
      )
    for (const [min, max] of [
      [3, 9],
      [1, 1],
    ] as const) {
      await bound(min, max)
      const refused = await ask(folder, 'send', 'run', 'nov')
      expect([refused.code, refused.answer.error.code]).toEqual([3, 'AUDIENCE_OUT_OF_BOUNDS'])
    }
    expect(relay.dots).toEqual([])
    await bound(2, 2)
    expect((await ask(folder, 'send', 'run', 'nov')).answer).toMatchObject({sentNow: 2, sumHolds: true})
  })

  it('sends what was planned, whatever happened to the template since', async () => {
    await prepare()
    await plan(folder, 'nov')
    await writeFile(join(folder, 'templates', 'mine', 'body.txt'), 'changed\n')
    await writeFile(join(folder, 'templates', 'mine', 'template.yaml'), 'subject: changed\n')
    const {code, answer} = await ask(folder, 'send', 'run', 'nov', '--confirm', 'nov:2')
    expect([code, answer.sentNow, answer.totals.accepted]).toEqual([0, 2, 2])
    const mail = await simpleParser(relay.messages.get('hanako@example.com')!)
    expect(mail.subject).toBe('News for Hanako')
    expect(mail.text).toContain('Hello Hanako,\n\nthree things from the workshop')
    expect(mail.text).toMatch(/Unsubscribe: https:\/\/mail\.example\.jp\/o\/[\w-]{62}\n/)
    expect([...relay.messages.keys()].sort()).toEqual(['hanako@example.com', 'taro@example.com'])
  })

  it('ends with exit 1 while mails are put off, and says that somebody has to run it again', async () => {
    relay = await startCountingRelay({conduct: (to) => (to.startsWith('taro') ? {rcpt: '450 4.2.0 later'} : null)})
    folder = await copyWorkspace(base, relay.port)
    await plan(folder, 'nov')
    const ran = await run(folder, 'send', 'run', 'nov', '--confirm', 'nov:2')
    expect([ran.code, ran.stdout.includes('todoke send run nov --confirm nov:2')]).toEqual([1, true])
  })

  it('shows where the send stands also when the relay is not there', async () => {
    await prepare()
    await plan(folder, 'nov')
    await relay.kill()
    const ended = await run(folder, 'send', 'run', 'nov', '--confirm', 'nov:2')
    expect(ended.code).toBe(75)
    expect(ended.stdout).toContain('5 = 2 + 1 + 2')
    expect(ended.stderr).toMatch(/the connection was lost\s+\(ECONNREFUSED\)/)
    const {answer} = await ask(folder, 'send', 'run', 'nov', '--confirm', 'nov:2')
    expect(answer.error.values).toMatchObject({audience: 5, planned: 2, accepted: 0, why: 'connection-lost'})
  })

  it('suppresses who does not exist, so that the next plan leaves them out', async () => {
    relay = await startCountingRelay({conduct: (to) => (to.startsWith('taro') ? {rcpt: '550 5.1.1 unknown'} : null)})
    folder = await copyWorkspace(base, relay.port)
    await plan(folder, 'nov')
    expect((await run(folder, 'send', 'run', 'nov', '--confirm', 'nov:2')).code).toBe(1)
    const {answer} = await ask(folder, ...planWords('dec'))
    expect(answer.reasons).toContainEqual({state: 'suppressed', reason: 'suppression:bounce', count: 1})
  })

  it('does nothing more when everyone has been mailed', async () => {
    await prepare()
    await plan(folder, 'nov')
    await must(run(folder, 'send', 'run', 'nov', '--confirm', 'nov:2'))
    expect((await ask(folder, 'send', 'run', 'nov', '--confirm', 'nov:2')).answer).toMatchObject({
      sentNow: 0,
      sumHolds: true,
    })
    expect(relay.dots).toHaveLength(2)
  })

  it('says what it needs when the key of the send is gone, and has not started', async () => {
    await prepare()
    await plan(folder, 'nov')
    const db = openRaw(folder)
    db.exec(`update sends set token_key = '00000000'`)
    db.close()
    const refused = await ask(folder, 'send', 'run', 'nov', '--confirm', 'nov:2')
    expect([refused.code, refused.answer.error.code]).toEqual([2, 'KEY_MISSING'])
    expect((await ask(folder, 'send', 'status', 'nov')).answer.state).toBe('planned')
  })
})

describe('todoke send status and settle', () => {
  it('tell the whole story of a mail in doubt, addresses masked', async () => {
    relay = await startCountingRelay({
      keepMessages: true,
      conduct: (to) => (to.startsWith('taro') ? {drop: 'after-dot'} : null),
    })
    folder = await copyWorkspace(base, relay.port)
    await plan(folder, 'nov')
    expect((await ask(folder, 'send', 'status', 'nov')).answer).toMatchObject({
      state: 'planned',
      startedAt: null,
      audience: 5,
      toSend: 2,
    })
    const ran = await run(folder, 'send', 'run', 'nov', '--confirm', 'nov:2')
    expect(ran.code).toBe(1)
    expect(ran.stdout).toContain('1 in doubt')
    expect(ran.stdout + ran.stderr).not.toContain('taro@example.com')
    const {answer} = await ask(folder, 'send', 'status', 'nov')
    expect(answer).toMatchObject({
      state: 'finished',
      sumHolds: true,
      totals: {accepted: 1, 'in-doubt': 1, held: 2, suppressed: 1},
    })
    const listed = await must(run(folder, 'send', 'status', 'nov', '--in-doubt'))
    expect(listed.stdout).toMatch(/\*+.*@example\.com/)
    expect(listed.stdout).not.toContain('taro@example.com')
    const [, messageId] = /Message-ID: (<.+>)/.exec(listed.stdout)!
    expect((await ask(folder, 'send', 'status', 'nov', '--in-doubt')).answer.inDoubt).toEqual([
      {address: 't***@example.com', markedAt: expect.any(Number), messageId, reply: 'connection-lost'},
    ])
    expect((await simpleParser(relay.messages.get('taro@example.com')!)).messageId).toBe(messageId)
    const unasked = await ask(folder, 'send', 'settle', 'nov', '--assume', 'sent')
    expect([unasked.code, unasked.answer.error.code]).toEqual([2, 'FLAG_MISSING'])
    const sent = await copyWorkspace(folder, relay.port)
    expect((await ask(sent, 'send', 'settle', 'nov', '--yes', '--assume', 'sent')).answer).toEqual({
      name: 'nov',
      settled: 1,
      assume: 'sent',
    })
    expect((await ask(sent, 'send', 'status', 'nov')).answer.totals).toMatchObject({accepted: 2, 'in-doubt': 0})
    expect((await must(run(folder, 'send', 'settle', 'nov', '--yes', '--assume', 'unsent'))).stdout).toContain(
      '1 in-doubt mail',
    )
    expect((await ask(folder, 'send', 'status', 'nov')).answer.totals).toMatchObject({planned: 1, 'in-doubt': 0})
    expect((await ask(folder, 'send', 'settle', 'nov', '--yes', '--assume', 'sent')).answer.settled).toBe(0)
  })

  it('know no send that was not planned', async () => {
    await prepare()
    for (const words of [
      ['status', 'x'],
      ['run', 'x'],
      ['settle', 'x', '--assume', 'sent'],
    ]) {
      const refused = await ask(folder, 'send', ...words)
      expect([refused.code, refused.answer.error.code]).toEqual([2, 'SEND_UNKNOWN'])
    }
  })
})
