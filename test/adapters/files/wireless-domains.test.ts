import {mkdtemp, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {readWirelessDomains} from '../../../src/adapters/files/wireless-domains.ts'

async function listOf(text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'todoke-wireless-')), 'wireless.txt')
  await writeFile(path, text)
  return path
}

test('one domain a line, in any case, with remarks and a leading @', async () => {
  const path = await listOf('# as of 2026-11-01\r\nvtext.com\r\n@TXT.example.net  # remark\r\n\r\n')
  expect([...(await readWirelessDomains(path, 'en'))]).toEqual(['vtext.com', 'txt.example.net'])
})

test('lines that are no domain are named with their number', async () => {
  const path = await listOf('vtext.com\nno domain\ntaro@example.com\n')
  await expect(readWirelessDomains(path, 'en')).rejects.toMatchObject({
    code: 'WIRELESS_LIST_INVALID',
    details: [`${path}:2`, `${path}:3`],
  })
})

test('a file that is not there is said so', async () => {
  await expect(readWirelessDomains('/nowhere/wireless.txt', 'en')).rejects.toMatchObject({code: 'FILE_MISSING'})
})
