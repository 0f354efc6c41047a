/** The package as others install it: `import {lint} from 'todoke'` from the packed files, run and type-checked there. */
import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, it} from 'vitest'
import {needsDist, tempFolder} from '../support/files.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = tempFolder('packed')
const modules = join(folder, 'node_modules')

/** What npm would put there, without asking a registry: the packed files, and beside them what they depend on. */
beforeAll(() => {
  needsDist()
  mkdirSync(modules)
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    ...{cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']},
  })
  const [{filename}] = JSON.parse(packed)
  execFileSync('tar', ['-xzf', filename], {cwd: folder})
  renameSync(join(folder, 'package'), join(modules, 'todoke'))
  const {dependencies} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const scopes = new Set<string>()
  for (const name of [...Object.keys(dependencies), '@types/node']) {
    const [scope] = name.startsWith('@') ? name.split('/') : []
    if (scope !== undefined && !scopes.has(scope)) mkdirSync(join(modules, scope))
    if (scope !== undefined) scopes.add(scope)
    symlinkSync(join(root, 'node_modules', name), join(modules, name))
  }
})

const MAIL = '<p>株式会社サンプル</p><p>*|FNAME|* 様</p>'

describe('the packed package', () => {
  it('lints a source and files without a workspace, prints nothing and leaves the process alone', () => {
    writeFileSync(join(folder, 'mail.html'), MAIL)
    const script = `
      import {lint} from 'todoke'
      const asked = {laws: ['jp'], sender: {name: '株式会社サンプル'}, rules: {'jp/postal-address': 'off'}, lang: 'ja'}
      const given = await lint({...asked, source: ${JSON.stringify(MAIL)}, filename: 'mail.html'})
      const read = await lint({...asked, paths: ['mail.html']})
      const many = await lint({...asked, paths: Array.from({length: 25}, () => 'mail.html')})
      const refused = await lint({paths: ['nowhere.html'], lang: 'ja'}).catch(({code, message}) => [code, message])
      process.stdout.write(JSON.stringify({given, read, many: many.templates.length, same: many.templates.every((each) => JSON.stringify(each) === JSON.stringify(read.templates[0])), refused, exit: process.exitCode ?? 0}))
    `
    writeFileSync(join(folder, 'run.mjs'), script)
    const told = execFileSync(process.execPath, ['run.mjs'], {cwd: folder, encoding: 'utf8'})
    const {given, read, many, same, refused, exit} = JSON.parse(told)
    expect(given).toEqual(read)
    expect(Object.keys(given)).toEqual([
      ...['rulebook', 'laws', 'templates', 'errors', 'warnings', 'notAssessed', 'known', 'waived'],
    ])
    const duties = given.templates[0].findings.map(({duty}: {duty: string}) => duty)
    expect(duties).toContain('tpl/unresolved-tag')
    expect(duties).not.toContain('jp/postal-address')
    expect(given.templates[0].findings[0].message).toMatch(/[ぁ-ん]/)
    expect([many, same, exit]).toEqual([25, true, 0])
    expect(refused).toEqual(['FILE_MISSING', expect.stringContaining('nowhere.html')])
  })

  it('gives what the command gives with --json', async () => {
    const json = execFileSync(
      process.execPath,
      [join(modules, 'todoke', 'bin', 'run.js'), 'lint', 'mail.html', '--json', '--fail-on', 'never', '--lang', 'en'],
      {cwd: folder, encoding: 'utf8'},
    )
    const script = `import {lint} from 'todoke'; process.stdout.write(JSON.stringify(await lint({paths: ['mail.html']})))`
    const told = execFileSync(process.execPath, ['--input-type=module', '-e', script], {cwd: folder, encoding: 'utf8'})
    expect(JSON.parse(told)).toEqual(JSON.parse(json))
  })

  it('has types: right calls compile, wrong ones do not', () => {
    const right = `
      import type {LintFinding, LintReport, Severity} from 'todoke'
      import {LintError, lint} from 'todoke'
      const report: LintReport = await lint({paths: ['a.html'], laws: ['jp'], rules: {'jp/postal-address': 'warning'}})
      const worst: Severity[] = report.templates.flatMap(({findings}) => findings.map((each: LintFinding) => each.severity))
      export const lines = report.templates.map(({path, findings}) =>
        findings.map(({where}) => (where.kind === 'template' ? \`\${path}:\${where.line}\` : where.of)))
      export {worst}
      export const sent = await lint({source: '', filename: 'a.html', system: 'mailchimp'}).catch((error: unknown) =>
        error instanceof LintError ? [error.code, ...error.next] : null)
    `
    const wrong = [
      'lint({})',
      "lint({source: '<p>'})",
      "lint({paths: ['a'], source: '<p>', filename: 'a.html'})",
      "lint({paths: ['a'], rules: {x: 'fatal'}})",
      "lint({paths: ['a'], sender: {nmae: ''}})",
      "lint({paths: ['a'], format: 'sarif'})",
    ]
    writeFileSync(join(folder, 'right.mts'), right)
    wrong.forEach((call, i) => {
      writeFileSync(join(folder, `wrong-${i}.mts`), `import {lint} from 'todoke'\n// @ts-expect-error\nawait ${call}\n`)
    })
    const files = readdirSync(folder).filter((name) => name.endsWith('.mts'))
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    const how = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext', '--types', 'node']
    const check = () => execFileSync(process.execPath, [tsc, ...how, ...files], {cwd: folder, encoding: 'utf8'})
    expect(existsSync(tsc)).toBe(true)
    expect(check()).toBe('')
    // A project without @types/node, which looks into the types of packages too.
    const config = {
      compilerOptions: {
        noEmit: true,
        strict: true,
        target: 'es2022',
        lib: ['es2022'],
        module: 'nodenext',
        types: [],
        skipLibCheck: false,
      },
      files,
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
    expect(execFileSync(process.execPath, [tsc, '-p', 'tsconfig.json'], {cwd: folder, encoding: 'utf8'})).toBe('')
  })
})
