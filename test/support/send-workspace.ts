/**
 * A workspace on disk with a list and a small template, made by the commands themselves, and the commands run in
 * child processes as a user runs them. dist/ must be built.
 */
import {type ChildProcess, spawn} from 'node:child_process'
import {cp, mkdir, mkdtemp, readFile, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const program = fileURLToPath(new URL('../../bin/run.js', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
}

export function start(folder: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  const child = spawn(process.execPath, [program, ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {...process.env, NO_COLOR: '1', TODOKE_LANG: 'en', TZ: 'Asia/Tokyo', ...env},
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => (stdout += chunk))
  child.stderr.on('data', (chunk) => (stderr += chunk))
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code, signal) => resolve({code, signal, stdout, stderr})),
  )
  return {child, ended}
}

export function run(folder: string, ...words: string[]): Promise<Ended> {
  return start(folder, words).ended
}

/** The answer of a command with --json. */
export async function ask(folder: string, ...words: string[]) {
  const ended = await run(folder, ...words, '--json')
  return {...ended, answer: JSON.parse(ended.stdout)}
}

export async function newFolder(name: string): Promise<string> {
  return mkdtemp(join(tmpdir(), `todoke-${name}-`))
}

export interface WorkspaceAsk {
  readonly port: number
  readonly connections?: number
  /** Lines of the list below `email,name,signup_date,signup_source,consent_method,consent`. */
  readonly rows: Iterable<string>
  /** Text of the template's body.txt. */
  readonly text?: string
  readonly subject?: string
}

/** Contacts imported into `news`, the template at templates/mine; nothing planned yet. */
export async function makeWorkspace(ask: WorkspaceAsk): Promise<string> {
  const folder = await newFolder('send')
  await must(
    run(
      folder,
      ...['init', '.', '--relay-host', '127.0.0.1', '--relay-port', String(ask.port), '--relay-tls', 'none'],
      ...['--opt-out-url', 'https://mail.example.jp/o', '--opt-out-mailto', 'stop@example.jp', '--lang', 'en'],
    ),
  )
  const settings = join(folder, 'todoke.yaml')
  const connections = `  connections: ${ask.connections ?? 8}`
  await writeFile(settings, (await readFile(settings, 'utf8')).replace(/^ {2}# connections: 8$/m, connections))
  await mkdir(join(folder, 'templates', 'mine'))
  await writeFile(
    join(folder, 'templates', 'mine', 'template.yaml'),
    `subject: '${ask.subject ?? 'News for {{name}}'}'\nlanguage: en\n`,
  )
  await writeFile(join(folder, 'templates', 'mine', 'body.txt'), ask.text ?? TEXT)
  const header = 'email,name,signup_date,signup_source,consent_method,consent'
  await writeFile(join(folder, 'people.csv'), `${[header, ...ask.rows].join('\n')}\n`)
  await must(run(folder, 'list', 'import', 'people.csv', '--list', 'news'))
  return folder
}

export const TEXT = `Hello {{name}},

three things from the workshop this month.

You receive this mail because you signed up for it.
You can unsubscribe at any time, without logging in:
Unsubscribe: {{unsubscribe_url}}

Sender: {{sender.name}}
Address: {{sender.address}}
Contact: {{sender.contact}}
`

export function* people(count: number): Generator<string> {
  for (let i = 1; i <= count; i += 1) yield row(`p${i}@example.com`, `Person ${i}`)
}

export function row(address: string, name: string): string {
  return `${address},${name},2025-04-02,https://www.example.com/signup,web form,yes`
}

/** A copy to break: the same store, another port. */
export async function copyWorkspace(folder: string, port: number): Promise<string> {
  const copy = await newFolder('send-copy')
  await cp(folder, copy, {recursive: true})
  const file = join(copy, 'todoke.yaml')
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^ {2}port: \d+$/m, `  port: ${port}`))
  return copy
}

export async function plan(folder: string, name: string, ...more: string[]): Promise<string> {
  const {answer} = await ask(folder, 'send', 'plan', name, '--template', 'templates/mine', '--list', 'news', ...more)
  return answer.send.confirm
}

export async function must(running: Promise<Ended>): Promise<Ended> {
  const ended = await running
  if (ended.code !== 0) throw new Error(`exit ${ended.code}\n${ended.stdout}\n${ended.stderr}`)
  return ended
}
