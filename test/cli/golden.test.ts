/**
 * The command line as its users see it: every folder of fixtures/cli is a case. `npm run golden:update` writes what
 * is printed now; the diff is then to be read.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import stringWidth from 'fast-string-width'
import {describe, it} from 'vitest'
import {runCase} from '../support/golden-case.ts'

const cases = fileURLToPath(new URL('../../fixtures/cli', import.meta.url))

// A case runs up to a dozen commands, several cases at a time: a busy machine takes its time over them.
describe.concurrent('the command line', {timeout: 240_000}, () => {
  it.for(readdirSync(cases))('prints what %s expects, within 80 columns', async (name, {expect}) => {
    const folder = join(cases, name)
    const {stdout, stderr, exit} = await runCase(folder)
    await expect(stdout).toMatchFileSnapshot(join(folder, 'stdout.txt'))
    await expect(stderr).toMatchFileSnapshot(join(folder, 'stderr.txt'))
    await expect(exit).toMatchFileSnapshot(join(folder, 'exit'))
    // What was typed, and strings of a DNS record, which are to be copied whole.
    const lines = `${stdout}${stderr}`.split('\n').filter((line) => !/^\$ |^ +"[^"]+"( \))?$/.test(line))
    if (!/--json|--format json/.test(readFileSync(join(folder, 'cmd'), 'utf8')))
      expect(lines.filter((line) => stringWidth(line) > 80)).toEqual([])
  })
})
