/** What other tools run of ours: the files keep their shape, name commands and flags that exist, and work when they are run. */
import {execFileSync, spawnSync} from 'node:child_process'
import {chmodSync, mkdirSync, readFileSync, rmSync} from 'node:fs'
import {delimiter, join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {needsDist, put, tempFolder} from '../support/files.ts'
import {root} from './sources.ts'

const read = (name: string) => parse(readFileSync(join(root, name), 'utf8'))
const CLI = join(root, 'bin', 'run.js')
const manifest = JSON.parse(readFileSync(join(root, 'oclif.manifest.json'), 'utf8')).commands
const flags = new Set(Object.keys(manifest.lint.flags))
const flagsIn = (words: string) =>
  [...words.matchAll(/--([a-z][a-z-]+)/g)].map(([, name]) => name!).filter((name) => name !== 'yes')

const BAD = '<p>株式会社サンプル *|FNAME|* 様</p>\n'
const GOOD =
  '<p>株式会社サンプル 〒150-0002 東京都渋谷区渋谷1-2-3 お問い合わせ 03-1234-5678</p><p>配信停止をご希望の方は<a href="{{unsubscribe_url}}">こちら</a></p>\n'

/** A folder of programs in which `todoke` and `npx --yes -p todoke@… todoke` run this build; npx tells in packages.txt what it was to install. */
function programs(): string {
  needsDist()
  const bin = tempFolder('programs')
  put(bin, 'todoke', `#!/usr/bin/env bash\nexec "${process.execPath}" "${CLI}" "$@"\n`)
  put(
    bin,
    'npx',
    `#!/usr/bin/env bash
[ "$1" = --yes ] || exit 99
shift
while [ "$1" = -p ]; do
  [[ "$2" == todoke@* || "$2" == mjml@5* ]] || exit 99
  echo "$2" >> packages.txt
  shift 2
done
[ "$1" = todoke ] || exit 99
exec "${join(bin, 'todoke')}" "\${@:2}"
`,
  )
  for (const name of ['todoke', 'npx']) chmodSync(join(bin, name), 0o755)
  return bin
}

function bash(script: string, cwd: string, env: Readonly<Record<string, string>> = {}) {
  const {PATH = ''} = process.env
  const {status, stdout, stderr} = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
    ...{cwd, encoding: 'utf8'},
    env: {...env, PATH: `${programs()}${delimiter}${PATH}`, NO_COLOR: '1', TODOKE_LANG: 'en'},
  })
  return {status, stdout, stderr}
}

describe('the pre-commit hook', () => {
  const [hook] = read('.pre-commit-hooks.yaml')

  it('has what pre-commit asks of a hook, and a command of ours', () => {
    expect(Object.keys(hook)).toEqual(expect.arrayContaining(['id', 'name', 'entry', 'language', 'files']))
    expect([hook.id, hook.language, hook.entry.split(' ')[0]]).toEqual(['todoke-lint', 'node', 'todoke'])
    expect(Object.keys(manifest)).toContain(hook.entry.split(' ')[1])
  })

  it('takes the mail templates of a commit and nothing else', () => {
    // Python's (?i) for the whole pattern.
    const files = new RegExp(hook.files.replace(/^\(\?i\)/, ''), 'i')
    const staged = [
      'templates/news/body.html',
      'app/emails/a.mjml',
      'Mail/x.TXT',
      'templates/news/template.yaml',
      'templates/template.yaml',
      'templates/news/partials/foot.txt',
      'archive/2026/sent.eml',
      'README.txt',
      'src/templates/a.ts',
      'site/a.html',
      'config/template.yaml',
      'templates/old-template.yaml',
    ]
    expect(staged.filter((name) => files.test(name))).toEqual(staged.slice(0, 7))
  })

  it('stops a commit of a template that breaks a duty', () => {
    const place = tempFolder('pre-commit')
    mkdirSync(join(place, 'templates'))
    execFileSync('git', ['init', '-q'], {cwd: place})
    put(join(place, 'templates'), 'bad.html', BAD)
    put(join(place, 'templates'), 'good.html', GOOD)
    const staged = () =>
      bash(`git diff --cached --name-only -z | xargs -0 ${hook.entry} --sender-name 株式会社サンプル`, place)
    execFileSync('git', ['add', 'templates/good.html'], {cwd: place})
    expect(staged().status).toBe(0)
    execFileSync('git', ['add', '.'], {cwd: place})
    expect(staged()).toMatchObject({status: 123, stdout: expect.stringContaining('templates/bad.html')})
  })
})

describe('the pre-commit hook on a template folder', () => {
  const [hook] = read('.pre-commit-hooks.yaml')

  it('lints the folder once, whichever of its files were changed', () => {
    const place = tempFolder('pre-commit-folder')
    const files = ['body.html', 'body.txt', 'partials/foot.html', 'template.yaml'].map(
      (name) => `templates/news/${name}`,
    )
    put(place, files[0]!, '<html lang="ja"><p>株式会社サンプル</p>{{> foot}}</html>\n')
    put(place, files[1]!, '株式会社サンプル\n')
    put(place, files[2]!, '<p>さようなら</p>\n')
    put(place, files[3]!, 'subject: お知らせ\nlanguage: ja\n')
    const told = bash(`${hook.entry} ${files.join(' ')} --format json`, place)
    expect(JSON.parse(told.stdout).templates.map(({path}: {path: string}) => path)).toEqual(['templates/news'])
    expect(bash(`${hook.entry} ${files[2]} --format json`, place).stdout).toBe(told.stdout)
  })
})

describe('the GitHub Action', () => {
  const action = read('action.yml')
  const [setup, step] = action.runs.steps

  it('is a composite action whose inputs are all used, and names flags that exist', () => {
    expect([action.runs.using, setup.uses, step.shell]).toEqual(['composite', 'actions/setup-node@v4', 'bash'])
    const used = JSON.stringify(action.runs.steps)
    for (const [name, {description}] of Object.entries<{description: string}>(action.inputs))
      expect([name, used.includes(`inputs.${name} `), description.length > 10]).toEqual([name, true, true])
    expect(flagsIn(step.run).filter((name) => !flags.has(name))).toEqual([])
    // An expression inside the script would be read as a command.
    expect(step.run).not.toContain('${{')
  })

  it('runs: annotations on the screen, SARIF beside, more flags, and the exit code of the lint', () => {
    const place = tempFolder('action')
    put(place, 'bad.html', BAD)
    put(place, 'good file.html', GOOD)
    put(place, 'good.html', GOOD)
    const env = {
      PATHS: 'bad.html\n  good.html',
      LAWS: 'jp',
      SARIF: 'out.sarif',
      ARGS: '--sender-name=株式会社サンプル\n',
      VERSION: 'latest',
      MJML: '',
    }
    const told = bash(step.run, place, env)
    expect([told.status, told.stdout]).toEqual([1, expect.stringMatching(/^::error file=bad\.html,line=1/)])
    expect(JSON.parse(readFileSync(join(place, 'out.sarif'), 'utf8')).runs[0].results.length).toBeGreaterThan(2)
    expect(bash(step.run, place, {...env, PATHS: 'good.html', SARIF: ''}).status).toBe(0)
    rmSync(join(place, 'packages.txt'))
    expect(bash(step.run, place, {...env, PATHS: 'good.html', SARIF: '', MJML: '5'}).status).toBe(0)
    expect(readFileSync(join(place, 'packages.txt'), 'utf8')).toBe('todoke@latest\nmjml@5\n')
    const odd = bash(step.run, place, {...env, PATHS: '$(touch hacked) good.html', SARIF: '', ARGS: ''})
    expect([odd.status, bash('ls hacked', place).status]).toEqual([2, 2])
  })
})

describe('the GitLab snippet', () => {
  const job = read('docs/ci/gitlab.yml')['todoke-lint']

  it('names flags that exist and keeps the report that it writes', () => {
    const [line] = job.script
    expect(flagsIn(line).filter((name) => !flags.has(name))).toEqual([])
    expect(line).toContain(`junit=${job.artifacts.reports.junit}`)
  })

  it('runs: the report is there and the job fails', () => {
    const place = tempFolder('gitlab')
    put(place, 'bad.html', BAD)
    const told = bash(job.script.join('\n'), place, {...job.variables, TODOKE_PATHS: 'bad.html'})
    expect(told.status).toBe(1)
    expect(readFileSync(join(place, job.artifacts.reports.junit), 'utf8')).toMatch(/<testsuites[\s\S]*<failure/)
    const mjml = {...job.variables, TODOKE_PATHS: 'bad.html', TODOKE_MJML: '5'}
    expect(bash(job.script.join('\n'), place, mjml).status).toBe(1)
    expect(readFileSync(join(place, 'packages.txt'), 'utf8')).toBe('todoke@latest\ntodoke@latest\nmjml@5\n')
  })
})
