/** Small habits of the source that a reader may rely on. */
import {describe, expect, it} from 'vitest'
import {readSources} from './sources.ts'

const sources = readSources()
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')

function filesWith(pattern: RegExp, in_: (path: string) => boolean = () => true): string[] {
  const found = sources.filter(({path, text}) => in_(path) && pattern.test(withoutComments(text)))
  return found.map(({path}) => path)
}

describe('the source', () => {
  it('keeps files short: past 300 lines a second thing has moved in (texts and word tables may be long)', () => {
    const isTable = (path: string) => /^(i18n|rulebook)\/|\/(words|phrases)\b/.test(path)
    const long = sources.filter(({path, text}) => !isTable(path) && text.split('\n').length - 1 > 300)
    expect(long.map(({path, text}) => `${path}: ${text.split('\n').length - 1}`)).toEqual([])
  })

  it('opens each file with a sentence on what it is; a command has its summary instead', () => {
    const silent = sources.filter(({path, text}) => !path.startsWith('commands/') && !text.startsWith('/**'))
    expect(silent.map(({path}) => path)).toEqual([])
  })

  it('reads the environment in one file only', () => {
    expect(filesWith(/process\.env\b/)).toEqual(['adapters/system/environment.ts'])
  })

  it('decides how it ends in three files only: done, failed, told twice to stop', () => {
    const ends = ['cli/base-command.ts', 'cli/failure.ts', 'cli/stop-signals.ts']
    expect(filesWith(/process\.exitCode\s*=|process\.exit\(/)).toEqual(ends)
  })

  it('lets core, rules and rulebook know no clock, chance or process', () => {
    const pure = (path: string) => /^(core|rules|rulebook)\//.test(path)
    expect(
      filesWith(/Date\.now|new Date\(\)|Math\.random|random(Bytes|UUID|Int)\b|process\.|performance\./, pure),
    ).toEqual([])
  })

  it('names no address but those reserved for examples (the demo invents people at real providers)', () => {
    const others = sources.filter(({path}) => !path.startsWith('adapters/demo/'))
    const addresses = others.flatMap(({path, text}) =>
      [...text.matchAll(/[\w.+-]+@([\w-]+\.[\w.-]*[a-z])/gi)]
        .filter(([, domain]) => !/(^|\.)(example(\.(com|net|org|jp|co\.jp))?|invalid|test|localhost)$/i.test(domain!))
        .map(([address]) => `${path}: ${address}`),
    )
    expect(addresses).toEqual([])
  })

  it('names no path of a machine', () => {
    expect(filesWith(/['"`\s](\/(home|root|work|Users|tmp|var)\/|[A-Z]:\\)/)).toEqual([])
  })

  it('leaves nothing for later', () => {
    const left = sources.filter(({text}) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text))
    expect(left.map(({path}) => path)).toEqual([])
  })
})
