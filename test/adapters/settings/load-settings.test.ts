import {chmod, mkdir, mkdtemp, realpath, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {beforeEach, describe, expect, it} from 'vitest'
import {findWorkspace} from '../../../src/adapters/settings/find-workspace.ts'
import {loadSettings} from '../../../src/adapters/settings/load-settings.ts'
import {readSecret} from '../../../src/adapters/settings/read-secret.ts'
import {draftWorkspace} from '../../../src/adapters/settings/workspace-files.ts'
import {AppError} from '../../../src/errors.ts'

const choice = {laws: ['jp'], lang: 'en'} as const
let folder: string

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'todoke-settings-')))
})

async function writeSettings(edit: (yaml: string) => string = (yaml) => yaml): Promise<void> {
  const yaml = draftWorkspace({}, choice).files.find(({kind}) => kind === 'settings')!
  await writeFile(join(folder, 'todoke.yaml'), edit(Buffer.from(yaml.bytes).toString()))
}

function failure(work: Promise<unknown>): Promise<AppError> {
  return work.then(
    () => expect.unreachable('it should have failed'),
    (error) => {
      expect(error).toBeInstanceOf(AppError)
      return error
    },
  )
}

describe('finding and loading the workspace', () => {
  it('finds todoke.yaml from any folder below it, also through a link', async () => {
    await writeSettings()
    await mkdir(join(folder, 'lists', 'deep'), {recursive: true})
    const link = `${folder}-link`
    await symlink(join(folder, 'lists'), link)
    expect(await findWorkspace(join(folder, 'lists', 'deep'))).toBe(folder)
    expect(await findWorkspace(join(link, 'deep'))).toBe(folder)
    const loaded = await loadSettings(join(folder, 'lists'), choice)
    expect(loaded?.folder).toBe(folder)
    expect(loaded?.settings.sender.name).toBe('Sample Trading Co., Ltd.')
  })

  it('answers null where there is none', async () => {
    expect(await findWorkspace(folder)).toBeNull()
    expect(await loadSettings(join(folder, 'not', 'there'), choice)).toBeNull()
  })

  it('reports mistakes with the path as seen from where the user stands', async () => {
    await writeSettings((yaml) => yaml.replace('port: 587', 'port: soon').replace('JP', 'Japan'))
    await mkdir(join(folder, 'lists'))
    const error = await failure(loadSettings(join(folder, 'lists'), choice))
    expect(error.code).toBe('SETTINGS_INVALID')
    expect(error.values).toEqual({file: '../todoke.yaml', count: 2})
    expect(error.details).toEqual([
      '../todoke.yaml:25:9  relay.port: expected a whole number from 1 to 65535, found "soon"',
      '../todoke.yaml:36:18  audienceCountry: expected a country code of ISO 3166 in two capital letters (JP, US, GB …), found "Japan"',
    ])
  })

  it('says so when todoke.yaml is a folder or may not be read', async () => {
    await mkdir(join(folder, 'todoke.yaml'))
    expect((await failure(loadSettings(folder, choice))).code).toBe('FILE_IS_FOLDER')
  })
})

describe('reading the password of the relay', () => {
  const file = {passwordFile: '.todoke/keys/relay', passwordEnv: null}
  const ask = () => ({folder, lang: 'en' as const, takeSecret: () => undefined})

  async function writeSecret(content: string | Uint8Array, mode = 0o600): Promise<string> {
    await mkdir(join(folder, '.todoke', 'keys'), {recursive: true})
    const path = join(folder, '.todoke', 'keys', 'relay')
    await writeFile(path, content)
    await chmod(path, mode)
    return path
  }

  it('takes one line from a file that only its owner can read', async () => {
    await writeSecret('correct horse 電池\n')
    expect(await readSecret(file, ask())).toBe('correct horse 電池')
  })

  it('takes a variable through the function that also removes it', async () => {
    const asked: string[] = []
    const takeSecret = (name: string) => {
      asked.push(name)
      return 's3cret'
    }
    expect(await readSecret({passwordFile: null, passwordEnv: 'RELAY_PASSWORD'}, {...ask(), takeSecret})).toBe('s3cret')
    expect(asked).toEqual(['RELAY_PASSWORD'])
  })

  it('answers null when the settings name none', async () => {
    expect(await readSecret({passwordFile: null, passwordEnv: null}, ask())).toBeNull()
  })

  it.each([
    ['others may read it', 'hunter2', 0o640, 'others may read or write it; run chmod 600 on it'],
    ['it is empty', '\n', 0o600, 'it is empty'],
    ['it has two lines', 'hunter2\nhunter2\n', 0o600, 'it has more than one line'],
    ['it is far too long', 'hunter2'.repeat(1000), 0o600, 'it is too long to be a secret'],
    ['it is not text', Buffer.from([0xff, 0xfe, 0x20]), 0o600, 'it cannot be read'],
  ])('refuses a file when %s, without repeating it', async (_, content, mode, why) => {
    await writeSecret(content, mode)
    const error = await failure(readSecret(file, ask()))
    expect(error.code).toBe('SECRET_UNREADABLE')
    expect(error.values).toEqual({from: '.todoke/keys/relay', why})
    expect(`${error.message}${error.stack}`).not.toContain('hunter2')
  })

  it('refuses a link, a folder, a missing file and a folder that everyone may write to', async () => {
    const path = await writeSecret('hunter2')
    await symlink(path, join(folder, 'link'))
    const why = async (passwordFile: string) =>
      (await failure(readSecret({passwordFile, passwordEnv: null}, ask()))).values.why
    expect(await why('link')).toBe('it is a symbolic link; name the file itself')
    expect(await why('.todoke')).toBe('it is not a plain file')
    expect(await why('nowhere')).toBe('there is no such file')
    await chmod(join(folder, '.todoke', 'keys'), 0o777)
    expect(await why(file.passwordFile)).toBe('everyone may write to its folder; run chmod o-w on the folder')
  })

  it('refuses a variable that is not set', async () => {
    const error = await failure(readSecret({passwordFile: null, passwordEnv: 'RELAY_PASSWORD'}, ask()))
    expect(error.values).toEqual({from: 'RELAY_PASSWORD', why: 'the variable is not set or empty'})
  })
})
