/** The rights of a person as they are typed: show, page, erase, proof; and opt-outs from a mailbox. */
import {readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {needsDist} from '../support/files.ts'
import {ask, must, newFolder, run} from '../support/send-workspace.ts'

const WHO = 'erika@example.jp'

let folder: string
beforeAll(() => needsDist())
beforeEach(async () => {
  folder = await newFolder('contact')
  await must(run(folder, 'init', '.'))
  writeFileSync(
    join(folder, 'people.csv'),
    `email,name,country,signup_date,signup_source,consent\n${WHO},<b>Erika</b>,JP,2024-05-01,https://www.example.com,yes\nother@example.jp,Other,JP,2024-05-01,,yes\n`,
  )
  await must(run(folder, 'list', 'import', 'people.csv', '--list', 'news'))
})

describe('contact', () => {
  it('shows all that is held, on the screen, as JSON with moments in words, and as a page that escapes it', async () => {
    const shown = await run(folder, 'contact', 'show', WHO)
    expect(shown).toMatchObject({code: 0})
    for (const words of ['What we hold on', '<b>Erika</b>', 'consent given', 'people.csv'])
      expect(shown.stdout).toContain(words)
    const {answer} = await ask(folder, 'contact', 'show', WHO)
    expect(answer).toMatchObject({contact: {address: WHO}, isKnown: true, erased: null, suppressions: []})
    expect(answer.imports[0]).toMatchObject({
      file: 'people.csv',
      madeContact: true,
      at: expect.stringMatching(/\+09:00$/),
    })
    await must(run(folder, 'contact', 'show', WHO, '--html', 'page.html', '--lang', 'ja'))
    const page = readFileSync(join(folder, 'page.html'), 'utf8')
    expect(page).toContain('について保有している情報')
    expect(page).toContain('&lt;b&gt;Erika&lt;/b&gt;')
    expect(page).not.toMatch(/<script|<b>Erika/)
    expect(statSync(join(folder, 'page.html')).mode & 0o777).toBe(0o600)
    expect(await run(folder, 'contact', 'show', 'nobody@example.jp')).toMatchObject({code: 1})
  })

  it('erases only when it is said, tells what stays, and keeps the person out', async () => {
    const unasked = await run(folder, 'contact', 'erase', WHO)
    expect(unasked).toMatchObject({code: 2})
    expect(unasked.stderr).toContain('--yes')
    expect(unasked.stderr).not.toContain(WHO)
    const dry = await ask(folder, 'contact', 'erase', WHO, '--dry-run')
    expect(dry.answer).toMatchObject({dryRun: true, outcome: 'erased', counts: {contacts: 1}, files: ['people.csv']})
    const done = await ask(folder, 'contact', 'erase', WHO, '--yes')
    // The file that was imported is the user's to mend.
    expect(done).toMatchObject({code: 1, answer: {outcome: 'erased', isWiped: true, proof: {laws: [{law: 'jp'}]}}})
    expect(await ask(folder, 'contact', 'show', WHO)).toMatchObject({
      code: 0,
      answer: {contact: null, erased: {reason: 'optout'}},
    })
    const again = await ask(folder, 'list', 'import', 'people.csv', '--list', 'again')
    expect(again.answer.counts).toMatchObject({rows: 2, added: 0, updated: 1, erased: 1})
    expect(await run(folder, 'suppression', 'check', WHO)).toMatchObject({code: 1})
    const opened = await run(folder, 'contact', 'proof', WHO, '--reason', 'claim 17')
    expect(opened.stdout).toContain('https://www.example.com')
    expect(await run(folder, 'contact', 'proof', 'other@example.jp', '--reason', 'x')).toMatchObject({code: 1})
  })
})

describe('suppression read-mail', () => {
  it('records who said no, and ends with 1 while a mail waits for a person', async () => {
    const mail = (from: string, subject: string, text: string) =>
      `From: ${from}\r\nTo: optout@example.com\r\nSubject: ${subject}\r\nMessage-ID: <${subject.length}${from}>\r\n\r\n${text}\r\n`
    writeFileSync(join(folder, 'a.eml'), mail(WHO, 'unsubscribe', ''))
    writeFileSync(join(folder, 'b.eml'), mail('x@example.com', 'Hello', 'I wonder'))
    const read = await run(folder, 'suppression', 'read-mail', 'a.eml', 'b.eml')
    expect(read).toMatchObject({code: 1})
    expect(read.stdout).toContain('unsure-mail.csv')
    expect(await run(folder, 'suppression', 'check', WHO)).toMatchObject({code: 1})
    const list = join(folder, 'rejects', 'unsure-mail.csv')
    writeFileSync(list, readFileSync(list, 'utf8').replace(',"",', ',"keep",'))
    const {answer, code} = await ask(folder, 'suppression', 'read-mail', 'a.eml', 'b.eml')
    expect([code, answer.counts.settled, answer.added]).toEqual([0, 1, 0])
    expect(JSON.stringify(answer)).not.toContain(WHO)
  })
})
