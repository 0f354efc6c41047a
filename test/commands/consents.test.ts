/** The commands of the consent record as they are typed: exit codes, JSON, both languages, 80 columns. */
import {existsSync, readFileSync} from 'node:fs'
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import stringWidth from 'fast-string-width'
import {beforeAll, describe, expect, it} from 'vitest'
import {ask, copyWorkspace, makeWorkspace, must, row, run, start} from '../support/send-workspace.ts'

const DECLARE = ['consent', 'declare', 'news', '--wording', 'news-form', '--by', 'Yamada Hanako']

let base: string

beforeAll(async () => {
  base = await makeWorkspace({port: 1, rows: [row('hanako@example.jp', 'Hanako'), row('taro@example.jp', 'Taro')]})
  await writeFile(
    join(base, 'form.html'),
    `<p>${'株式会社サンプルから広告メールをお送りします。配信停止はいつでもできます。'.repeat(9)}</p>`,
  )
  await writeFile(
    join(base, 'events.csv'),
    [
      'email,event,event_at,basis,method,source,wording,ip',
      'hanako@example.jp,confirmed,2026-01-15T10:03:11+09:00,consent,web_form,https://example.jp/f,news-form,203.0.113.7',
      'taro@example.jp,withdrawn,2026-02-01,,mail_reply,,,\n',
    ].join('\n'),
  )
  await must(run(base, 'consent', 'wording', 'add', 'form.html', '--name', 'news-form', '--from', '2025-12-01'))
  await must(run(base, 'consent', 'import', 'events.csv'))
})

describe('todoke consent import', () => {
  it('ends with 1 when lines are rejected, which wait in the workspace', async () => {
    const folder = await copyWorkspace(base, 1)
    await writeFile(join(folder, 'more.jsonl'), '{"email":"gone@example.jp","event":"given","event_at":"2024-04-01"}\n')
    const {code, answer} = await ask(folder, 'consent', 'import', 'more.jsonl')
    expect([code, answer]).toMatchObject([1, {lines: 1, rejected: 1, importId: null}])
    expect(answer.rejectsFile).toMatch(/^rejects\/more\.consents\.[0-9a-f]{8}\.rejects\.jsonl$/)
    expect(readFileSync(join(folder, answer.rejectsFile), 'utf8')).toContain('unknown-contact')
  })

  it('makes no yes of a file that does not say what happened, and --event says it', async () => {
    const folder = await copyWorkspace(base, 1)
    await writeFile(join(folder, 'dates.csv'), 'email,timestamp\nhanako@example.jp,2026-02-01\n')
    for (const [lang, words] of [
      ['en', 'agreed or left'],
      ['ja', '同意したのか停止したのか'],
    ] as const) {
      const {code, stderr} = await run(folder, 'consent', 'import', 'dates.csv', '--lang', lang)
      const told = stderr.replaceAll(/\s+/g, lang === 'ja' ? '' : ' ')
      expect([code, told.includes(words), stderr.includes('--event')]).toEqual([2, true, true])
    }
    const {code, answer} = await ask(folder, 'consent', 'import', 'dates.csv', '--event', 'withdrawn')
    expect([code, answer]).toMatchObject([0, {added: 1, refusals: 1}])
  })

  it('says in both languages that nothing was new', async () => {
    const folder = await copyWorkspace(base, 1)
    expect((await run(folder, 'consent', 'import', 'events.csv')).stdout).toContain('nothing new')
    expect((await run(folder, 'consent', 'import', 'events.csv', '--lang', 'ja')).stdout).toContain('登録済み')
  })
})

describe('todoke consent show', () => {
  it('tells the story on 80 columns in both languages', async () => {
    for (const lang of ['en', 'ja']) {
      const {code, stdout} = await run(base, 'consent', 'show', 'hanako@example.jp', '--lang', lang)
      expect(code).toBe(0)
      for (const words of [
        'news-form',
        '203.0.113.7',
        'https://example.jp/f',
        'events.csv',
        'people.csv',
        '広告メール',
      ])
        expect(stdout).toContain(words)
      expect(stdout.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([])
    }
  })

  it('ends with 1 for a no, and answers with sources', async () => {
    const {code, answer} = await ask(base, 'consent', 'show', 'taro@example.jp')
    expect([code, answer]).toMatchObject([1, {isKnown: true, country: 'JP', verdict: 'withdrawn'}])
    expect(answer.verdicts[0]).toMatchObject({law: 'jp', verdict: 'withdrawn'})
    expect(answer.verdicts[0].complaints[0].sources[0].title).toContain('特定電子メール法')
    expect(answer.events.at(-1)).toMatchObject({kind: 'withdrawn', holds: true, origin: {file: 'events.csv'}})
  })

  it('judges by a day gone by', async () => {
    const {code, answer} = await ask(base, 'consent', 'show', 'taro@example.jp', '--as-of', '2026-01-01')
    expect([code, answer.day, answer.verdict]).toEqual([0, '2026-01-01', expect.stringMatching(/valid|weak/)])
    expect((await run(base, 'consent', 'show', 'taro@example.jp', '--as-of', 'lately')).code).toBe(2)
  })

  it('tells under which other spelling a person is recorded, in both languages', async () => {
    const folder = await copyWorkspace(base, 1)
    await writeFile(join(folder, 'gmail.csv'), 'email\nuser+news@gmail.com\n')
    await must(run(folder, 'list', 'import', 'gmail.csv', '--list', 'other', '--yes'))
    for (const [lang, words] of [
      ['en', 'the same mailbox'],
      ['ja', '同じメールボックス'],
    ] as const) {
      const {stdout} = await run(folder, 'consent', 'show', 'user@gmail.com', '--lang', lang)
      const told = stdout.replaceAll(/\s+/g, lang === 'ja' ? '' : ' ')
      expect([told.includes('user+news@gmail.com'), told.includes(words)]).toEqual([true, true])
    }
  })

  it('says so of an address that is in no list, and ends with 1', async () => {
    const {code, stdout} = await run(base, 'consent', 'show', 'nobody@example.jp')
    expect([code, stdout.includes('nobody@example.jp is in no list')]).toEqual([1, true])
    expect((await run(base, 'consent', 'show', 'nobody')).code).toBe(2)
  })
})

describe('todoke consent wording', () => {
  it('refuses a text that changed, and says how to go on', async () => {
    const folder = await copyWorkspace(base, 1)
    await writeFile(join(folder, 'form.html'), 'another text')
    const add = ['consent', 'wording', 'add', 'form.html', '--name', 'news-form']
    const {code, stderr} = await run(folder, ...add)
    expect([code, stderr.includes('WORDING_CHANGED'), stderr.includes('--from')]).toEqual([2, true, true])
    await must(run(folder, ...add, '--from', '2026-02-01'))
    const {answer} = await ask(folder, 'consent', 'wording', 'list')
    expect(answer.wordings.map(({until}: {until: string | null}) => until)).toEqual(['2026-02-01T00:00:00+09:00', null])
    const late = await run(folder, ...add, '--from', '2027-02-01', '--until', '2027-01-31')
    expect(late.stderr).not.toContain('2027-01-30')
    expect((await run(folder, 'consent', 'wording', 'list', '--lang', 'ja')).stdout).toContain('2026-02-01')
  })
})

describe('the days of a consent record', () => {
  it.each(['UTC', 'America/Los_Angeles', 'Asia/Tokyo'])('are those of the audience on a machine in %s', async (TZ) => {
    const show = ['consent', 'show', 'taro@example.jp', '--lang', 'en']
    const {stdout} = await start(base, show, {TZ}).ended
    const {events} = JSON.parse((await start(base, [...show, '--json'], {TZ}).ended).stdout)
    const [{at}] = events
    expect(at).toMatch(/T\d\d:\d\d:\d\d\+09:00$/)
    expect(stdout).toContain(at.slice(0, 10))
    expect(stdout).toMatch(/In the store since \d{4}-\d\d-\d\d \d\d:\d\d \+09:00/)
    expect((await start(base, ['consent', 'wording', 'list'], {TZ}).ended).stdout).toContain('2025-12-01')
    const {stderr} = await start(base, ['consent', 'wording', 'add', 'events.csv', '--name', 'news-form'], {TZ}).ended
    expect([stderr.includes('2025-12-01'), stderr.includes('2025-11-30')]).toEqual([true, false])
  })
})

describe('todoke consent declare', () => {
  const declare = [...DECLARE, '--basis']

  it('wants --yes without a terminal, shows the number, and writes nothing', async () => {
    const folder = await copyWorkspace(base, 1)
    const {code, stderr} = await run(folder, ...declare, 'card')
    expect([code, stderr.includes('--yes'), stderr.includes('= ')]).toEqual([2, true, true])
    const {answer} = await ask(folder, ...declare, 'consent', '--yes', '--at', '2026-01-01')
    expect(answer).toMatchObject({matched: 2, declare: 0, proven: 1, refused: 1, declaration: null})
  })

  it.each([
    [['--at', '2030-01-01']],
    [['--at', '1900-01-01']],
    [['--at', 'soon']],
    [['--at', '2026-01-01', '--at-column', 'name']],
    [['--at-column', 'colour']],
    [['--by', ' ']],
    [['--purpose', 'nopurpose']],
  ])('refuses %j', async (words) => {
    expect((await run(base, ...declare, 'card', '--yes', ...words)).code).toBe(2)
  })
})

describe('what is said to flags that exclude each other', () => {
  it.each([
    ['en', '--at and --at-column cannot be given together'],
    ['ja', '--at と --at-column は同時に指定できません'],
  ])('stands in our words (%s)', async (lang, words) => {
    const {code, stderr} = await run(
      base,
      ...DECLARE,
      '--basis',
      'card',
      '--at',
      '2026-01-01',
      '--at-column',
      'name',
      '--lang',
      lang,
    )
    const told = stderr.replaceAll(/\s+/g, ' ')
    expect([code, told.includes(words), told.includes('cannot also be provided')]).toEqual([2, true, false])
  })
})

describe('todoke consent purge', () => {
  it('dry, tells what must be kept and by which article, and changes nothing', async () => {
    const {code, stdout} = await run(base, 'consent', 'purge', '--dry-run')
    expect([code, stdout.includes('特定電子メール法') || stdout.includes('特定商取引')]).toEqual([0, true])
    const {answer} = await ask(base, 'consent', 'purge', '--dry-run')
    expect(answer).toMatchObject({people: 2, verdicts: {deletable: 0, mailable: 1, kept: 1}, deleted: 0})
  })

  it('deletes nothing that must be kept, whatever is said', async () => {
    const folder = await copyWorkspace(base, 1)
    const {answer} = await ask(folder, 'consent', 'purge', '--yes')
    expect(answer.deleted).toBe(0)
    expect((await ask(folder, 'consent', 'show', 'taro@example.jp')).answer.events).toHaveLength(2)
    expect(existsSync(join(folder, 'rejects'))).toBe(existsSync(join(base, 'rejects')))
  })
})
