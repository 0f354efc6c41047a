import {chmod, mkdir, readFile, stat, writeFile} from 'node:fs/promises'
import {delimiter, join} from 'node:path'
import {simpleParser} from 'mailparser'
import {afterEach, beforeAll, describe, expect, it} from 'vitest'
import {readToken} from '../../src/core/suppression/token.ts'
import {openRaw} from '../support/check-send.ts'
import {type CountingRelay, startCountingRelay} from '../support/counting-relay.ts'
import {ask, copyWorkspace, makeWorkspace, must, newFolder, plan, row, run, start} from '../support/send-workspace.ts'

let base: string
let relay: CountingRelay | null = null

const HTML = `<!doctype html>
<html><head><meta charset="utf-8"></head><body><p>Hello {{name}}</p><p>{{city|your town}}</p>
<p>You receive this mail because you signed up for it. You can unsubscribe at any time, without logging in:
<a href="{{unsubscribe_url}}">Unsubscribe</a></p>
<p>Sender: {{sender.name}}<br>Address: {{sender.address}}<br>Contact: {{sender.contact}}</p></body></html>
`

beforeAll(async () => {
  base = await makeWorkspace({
    port: 1,
    rows: [row('hanako@example.com', 'Hanako'), row('nameless@example.com', ''), row('gone@example.com', 'Gone')],
  })
  await writeFile(join(base, 'templates', 'mine', 'body.html'), HTML)
  await writeFile(join(base, 'town.csv'), 'email,city\ntown@example.com,Kyoto\n')
  await must(run(base, 'list', 'import', 'town.csv', '--list', 'news'))
  await must(run(base, 'suppression', 'add', 'gone@example.com'))
})

afterEach(async () => {
  relay?.kill()
  relay = null
})

const preview = (...words: string[]) => ['preview', 'templates/mine', ...words]
const header = (answer: {mail: {headers: {name: string; value: string}[]}}, name: string) =>
  answer.mail.headers.find((each) => each.name === name)?.value

describe('todoke preview', () => {
  it('shows the mail of a contact by row and by address, and says what is empty', async () => {
    const byRow = await ask(base, ...preview('--list', 'news', '--row', '1'))
    expect(byRow.code).toBe(0)
    expect(byRow.answer.person).toEqual({kind: 'contact', of: 'news', row: 1, optOut: null})
    expect(byRow.answer.mail.text).toContain('Hello Hanako,')
    expect(byRow.answer.mail.html).toContain('your town')
    expect(byRow.answer.empty).toEqual(['city'])
    expect([header(byRow.answer, 'To'), header(byRow.answer, 'Subject')]).toEqual([
      'hanako@example.com',
      'News for Hanako',
    ])
    const byAddress = await ask(base, ...preview('--list', 'news', '--to', 'GONE@example.com'))
    expect(byAddress.answer.person).toEqual({kind: 'contact', of: 'news', row: 3, optOut: 'optout'})
    expect((await run(base, ...preview('--list', 'news', '--row', '3'))).stdout).toContain('has an opt-out')
  })

  it('tells what stops a mail with the row, the tag and its places, exit 1, and writes and sends nothing', async () => {
    const out = await newFolder('preview')
    const words = preview(
      '--list',
      'news',
      '--row',
      '2',
      '--eml',
      join(out, 'a.eml'),
      '--send-to',
      'me@example.jp',
      '--yes',
    )
    const {code, stdout, stderr} = await run(base, ...words)
    expect(code).toBe(1)
    expect(stdout).toContain('row 2 of news')
    expect(stdout).toContain('templates/mine/template.yaml:1:20')
    expect(stdout).toContain('templates/mine/body.txt:1:7')
    expect(stdout).toContain('templates/mine/body.html:2:57')
    expect(stdout).toContain('{{name|…}}')
    expect(stdout + stderr).not.toContain('nameless@')
    await expect(stat(join(out, 'a.eml'))).rejects.toThrow('ENOENT')
    const {answer} = await ask(base, ...words)
    expect(answer.faults).toMatchObject([{why: 'empty-value', name: 'name'}])
    expect([answer.mail, answer.files, answer.test]).toEqual([null, [], null])
  })

  it('tells names that nothing fills in the words of lint: what the column became, the near format, the columns', async () => {
    const folder = await newFolder('preview')
    await writeFile(join(folder, 'mail.txt'), '{{signup_date:date}}\n{{name:datum}}\n{{town}}\n{{unsubscribe_url}}\n')
    await writeFile(join(folder, 'people.csv'), 'email,name,signup_date\na@example.com,Anna,2025-04-02\n')
    const {answer} = await ask(folder, 'preview', 'mail.txt', '--subject', 'Hi', '--data', 'people.csv')
    const [became, format, unknown] = answer.error.details as string[]
    expect(became).toMatch(/^mail\.txt:1:1 {2}.*“consent: when”/)
    expect(format).toMatch(/^mail\.txt:2:1 {2}.*did you mean “date”\?/)
    expect(unknown).toMatch(/^mail\.txt:3:1 {2}.*no such column/)
  })

  it('refuses a test mail that nobody said yes to before it shows or writes anything', async () => {
    const file = join(await newFolder('preview'), 'a.eml')
    const {code, stdout, stderr} = await run(base, ...preview('--send-to', 'me@example.jp', '--eml', file))
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('--yes')
    await expect(stat(file)).rejects.toThrow('ENOENT')
  })

  it('says the way out beside each place of a template that cannot be used', async () => {
    const folder = await newFolder('preview')
    await writeFile(join(folder, 'mail.html'), '<title>Hi</title><p>{{{name}}}</p>')
    const {answer} = await ask(folder, 'preview', 'mail.html')
    expect(answer.error.details).toEqual([
      'mail.html:1:21  the raw tag “name” would put unescaped text into the mail\n' +
        '→ use two curly brackets, or name it under raw in template.yaml if its values are HTML of yours',
    ])
    expect((await run(folder, 'preview', 'mail.html', '--lang', 'ja')).stderr).toMatch(/→ 波かっこを 2 つにして/)
  })

  it('takes the values of a JSON file, and without any lets each name stand for itself', async () => {
    await writeFile(join(base, 'one.json'), '{"name": "Zoë", "city": "Köln", "email": "zoe@example.com"}')
    const {answer} = await ask(base, ...preview('--data', 'one.json'))
    expect([header(answer, 'To'), header(answer, 'Subject')]).toEqual(['zoe@example.com', 'News for Zoë'])
    expect(answer.mail.html).toContain('Köln')
    const hostile = {name: 'Zoë', email: 'zoe@example.com\r\nBcc: victim@example.com'}
    await writeFile(join(base, 'hostile.json'), JSON.stringify(hostile))
    const {answer: guarded} = await ask(base, ...preview('--data', 'hostile.json'))
    expect([header(guarded, 'To'), header(guarded, 'Bcc')]).toEqual(['hanako@example.com', undefined])
    await writeFile(join(base, 'hostile.json'), JSON.stringify({name: 'Zoë\r\nBcc: victim@example.com'}))
    const stopped = await ask(base, ...preview('--data', 'hostile.json'))
    expect([stopped.code, stopped.answer.faults[0].why]).toEqual([1, 'control-character'])
    const nobody = await ask(base, ...preview())
    expect(nobody.answer.examples).toEqual(['name', 'city'])
    expect(nobody.answer.mail.text).toContain('Hello 〔name〕')
  })

  it('works without a workspace, with an example sender, and says so', async () => {
    const folder = await newFolder('preview')
    await writeFile(join(folder, 'mail.txt'), 'Hello {{name}}\n{{sender.name}}\n{{unsubscribe_url}}\n')
    await writeFile(join(folder, 'people.csv'), 'email,name\na@example.com,Anna\nb@example.com,Bert\n')
    const words = ['preview', 'mail.txt', '--subject', 'Hi', '--data', 'people.csv', '--row', '2']
    expect((await ask(folder, ...words)).answer.mail.text).toContain('Hello Bert\nSample Trading Co., Ltd.')
    expect((await run(folder, ...words)).stdout).toContain('no workspace here')
    const refused = await ask(folder, 'preview', 'mail.txt', '--subject', 'Hi', '--list', 'news')
    expect(refused.answer.error.code).toBe('WORKSPACE_MISSING')
  })

  it('makes the very bytes that a run sends, but for ids, links and the Date', async () => {
    relay = await startCountingRelay({keepMessages: true})
    const folder = await copyWorkspace(base, relay.port)
    await must(run(folder, ...preview('--list', 'news', '--row', '1', '--eml', 'a.eml')))
    await must(run(folder, 'send', 'run', 'nov', '--confirm', await plan(folder, 'nov')))
    const sent = relay.messages.get('hanako@example.com')!.toString()
    const shown = await readFile(join(folder, 'a.eml'), 'utf8')
    const bare = (mail: string) =>
      mail
        .replace(/(?<=^Date: ).*/m, 'D')
        .replace(/(?<=^Message-ID: <)\w+/im, 'M')
        .replace(/(?<=todoke_)[\w-]{11}/g, 'S')
        .replace(/(?<=^Feedback-ID: )\w+/im, 'F')
        // A token may stand across a soft line break.
        .replaceAll('=\r\n', '')
        .replace(/(?<=\/|%20)AQ[\w-]{60}/g, 'T')
    expect(bare(shown)).toBe(bare(sent))
    expect(shown).not.toBe(sent)
    expect((await stat(join(folder, 'a.eml'))).mode & 0o777).toBe(0o600)
  })

  it('never overwrites a file unless told', async () => {
    const file = join(await newFolder('preview'), 'a.html')
    await writeFile(file, 'mine')
    const refused = await ask(base, ...preview('--html', file))
    expect([refused.code, refused.answer.error.code]).toEqual([2, 'FILE_EXISTS'])
    expect(await readFile(file, 'utf8')).toBe('mine')
    expect((await ask(base, ...preview('--html', file, '--overwrite'))).answer.files).toEqual([file])
    expect(await readFile(file, 'utf8')).toContain('<p>Hello 〔name〕</p>')
  })

  it.skipIf(process.platform !== 'linux')(
    'opens the page with the program of the desktop, its name as one word',
    async () => {
      const folder = await newFolder('preview')
      await mkdir(join(folder, 'bin'))
      await writeFile(
        join(folder, 'bin', 'xdg-open'),
        `#!/bin/sh\nprintf '%s|' "$@" > ${folder}/told.tmp && mv ${folder}/told.tmp ${folder}/told\n`,
      )
      await chmod(join(folder, 'bin', 'xdg-open'), 0o755)
      const file = join(folder, 'a $(touch x) ; b.html')
      const PATH = `${join(folder, 'bin')}${delimiter}${process.env.PATH}`
      const {code} = await start(base, preview('--html', file, '--open'), {PATH}).ended
      expect(code).toBe(0)
      await expect
        .poll(() => readFile(join(folder, 'told'), 'utf8').catch(() => ''), {timeout: 10_000})
        .toBe(`${file}|`)
    },
  )

  it('says how to get a browser when there is none', async () => {
    const {code, stderr} = await start(base, preview('--png', 'x.png'), {CHROME_PATH: '/nowhere/chrome'}).ended
    expect(code).toBe(2)
    expect(stderr).toContain('BROWSER_MISSING')
    expect(stderr).toContain('apt install chromium')
    const other = await start(base, preview('--png', 'x.png'), {CHROME_PATH: '/bin/false'}).ended
    expect([other.code, other.stderr.includes('is that program a browser?')]).toEqual([75, true])
  })

  it.skipIf(process.platform !== 'linux')('says so when the desktop opens nothing', async () => {
    const folder = await newFolder('preview')
    await writeFile(join(folder, 'xdg-open'), '#!/bin/sh\nexit 3\n')
    await chmod(join(folder, 'xdg-open'), 0o755)
    const PATH = `${folder}${delimiter}${process.env.PATH}`
    const {code, stderr} = await start(base, preview('--html', join(folder, 'a.html'), '--open'), {PATH}).ended
    expect([code, stderr.includes('no program that opens it')]).toEqual([0, true])
  })

  it.each([
    ['LIST_UNKNOWN', ['--list', 'nobody']],
    ['ROW_UNKNOWN', ['--list', 'news', '--row', '99']],
    ['CONTACT_UNKNOWN', ['--list', 'news', '--to', 'stranger@example.com']],
    ['ADDRESS_INVALID', ['--list', 'news', '--to', 'stranger']],
    ['FLAG_MISSING', ['--to', 'hanako@example.com']],
    ['FLAG_MISSING', ['--row', '1']],
    ['FLAG_MISSING', ['--open']],
    ['FLAG_INVALID', ['--png', 'mail.jpg']],
    ['FLAGS_EXCLUSIVE', ['--list', 'news', '--data', 'one.json']],
    ['FILE_MISSING', ['--data', 'none.json']],
    ['FLAG_MISSING', ['--send-to', 'me@example.jp']],
    ['ADDRESS_INVALID', ['--send-to', 'me', '--yes']],
  ])("is the caller's mistake, exit 2, and names no address: %s", async (code, words) => {
    const refused = await ask(base, ...preview(...words))
    expect([refused.code, refused.answer.error.code]).toEqual([2, code])
    expect(refused.stdout).not.toMatch(/stranger|\bme@/)
  })
})

describe('todoke preview --send-to', () => {
  it('hands one marked mail to the relay for that address alone; its link opts nobody out, and nothing is recorded', async () => {
    relay = await startCountingRelay({keepMessages: true})
    const folder = await copyWorkspace(base, relay.port)
    const counts = () => {
      const db = openRaw(folder)
      const tables = ['sends', 'attempts', 'deliveries', 'send_events', 'suppression_events', 'contacts']
      const all = tables.map((table) => db.prepare(`select count(*) as n from ${table}`).all()[0])
      db.close()
      return all
    }
    const before = counts()
    const {answer} = await ask(
      folder,
      ...preview('--list', 'news', '--row', '1', '--send-to', 'me@example.jp', '--yes'),
    )
    expect(answer.test).toMatchObject({relay: `127.0.0.1:${relay.port}`})
    expect(relay.dots.map(({to}) => to)).toEqual(['me@example.jp'])
    const mail = await simpleParser(relay.messages.get('me@example.jp')!)
    expect(mail.subject).toBe('[TEST] News for Hanako')
    expect(mail.text).toContain('Hello Hanako')
    const token = /\bAQ[\w-]{60}/.exec(mail.text!)![0]
    const keyFiles = await import('node:fs').then(({readdirSync}) => {
      const keys = join(folder, '.todoke', 'keys')
      try {
        return readdirSync(keys)
      } catch {
        return []
      }
    })
    expect(readToken(token, [])).toBeNull()
    expect(keyFiles).toEqual([])
    expect(counts()).toEqual(before)
  })

  it('refuses an address with an opt-out, with the reason, before anybody is asked', async () => {
    relay = await startCountingRelay()
    const folder = await copyWorkspace(base, relay.port)
    const refused = await run(folder, ...preview('--send-to', 'gone@example.com', '--yes'))
    expect(refused.code).toBe(3)
    expect(refused.stderr).toContain('opt-out (opt-out)')
    expect(refused.stderr).not.toContain('gone@')
    expect(relay.dots).toEqual([])
  })

  it('says what the relay said when it refuses, exit 75', async () => {
    relay = await startCountingRelay({conduct: () => ({rcpt: '550 5.1.1 <me@example.jp> unknown'})})
    const folder = await copyWorkspace(base, relay.port)
    const refused = await run(folder, ...preview('--send-to', 'me@example.jp', '--yes'))
    expect(refused.code).toBe(75)
    expect(refused.stderr).toContain('TEST_NOT_SENT')
    expect(refused.stderr).toContain('unknown')
    expect(refused.stderr).not.toContain('me@example.jp')
  })
})
