/** `suppression merge`, `export`, `remove` and `show` as they are typed. */
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {ask, makeWorkspace, must, row, run} from '../support/send-workspace.ts'

let base: string

beforeAll(async () => {
  base = await makeWorkspace({port: 1, rows: [row('other@example.com', 'Other')]})
  await writeFile(join(base, 's-1.csv'), 'email\ntaro@example.jp\njiro@example.jp\n@example.com\n')
  await writeFile(join(base, 's-2.csv'), 'email\njiro@example.jp\nhanako@example.jp\n')
  await writeFile(join(base, 'people.csv'), 'email,status\na@example.jp,subscribed\nb@example.jp,unsubscribed\n')
  await must(run(base, 'suppression', 'merge', 's-1.csv'))
})

describe('the commands of opt-outs', () => {
  it('show both sides of what a service removed with masked addresses, and change nothing in a dry run', async () => {
    const {code, stdout} = await run(base, 'suppression', 'merge', 's-2.csv', '--base', 's-1.csv', '--dry-run')
    expect(code).toBe(0)
    expect(stdout).toContain('1 added, 2 removed')
    expect(stdout).toContain('t***@example.jp')
    expect(stdout).not.toContain('taro@')
    expect(stdout).toContain('nothing was changed')
  })

  it('refuse a list of subscribers where nobody can be asked, with the flags that say what it is', async () => {
    const {code, stderr} = await run(base, 'suppression', 'merge', 'people.csv')
    expect(code).toBe(2)
    for (const words of ['OPT_OUTS_DOUBTFUL', '--rows subscribers', '--rows opt-outs', 'status: subscribed'])
      expect(stderr.replace(/\s+/g, ' ')).toContain(words)
  })

  it('export on standard output alone, and tell the mark on stderr', async () => {
    const {code, stdout, stderr} = await run(base, 'suppression', 'export', '--for', 'sendgrid')
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^email\r\n/)])
    expect(stdout).toContain('taro@example.jp')
    expect(stderr).toMatch(/--since \d+\.\d+\.\d+\.[0-9a-f]{8}/)
  })

  it('remove nothing without proof, and on evidence what no consent can lift', async () => {
    const refused = await run(base, 'suppression', 'remove', 'taro@example.jp', '--reason', 'x')
    expect([refused.code, refused.stderr.includes('REMOVAL_UNPROVEN')]).toEqual([3, true])
    expect((await run(base, 'suppression', 'remove', '@example.com', '--reason', 'x', '--evidence', 't')).code).toBe(0)
    const {answer: figures} = await ask(base, 'suppression', 'show')
    expect(figures).toMatchObject({standing: 2, lifted: 1, byKind: {address: 2}})
  })
})
