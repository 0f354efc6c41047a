/** The demo's stage: a temporary workspace, the practice relay in its thread, and child processes for the commands. */
import {spawn} from 'node:child_process'
import {mkdir, mkdtemp, readFile, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Lang} from '../../i18n/text.ts'
import type {DemoStage} from '../../ports/demo.ts'
import {startDemoRelay} from './demo-relay.ts'
import {writeDemoFiles} from './write-demo-files.ts'

/** Where the commands' own output goes: with --json stdout is kept for the demo's one object. */
export type DemoOutput = 'stdout' | 'stderr'

const SEED = 20_261_123
const BAD_TEMPLATE = 'templates/forgot-opt-out'

/** folder: null = a new one under the system's temporary folder. */
export async function openStage(
  lang: Lang,
  folder: string | null,
  stop: AbortSignal,
  output: DemoOutput,
): Promise<DemoStage & {close(): Promise<void>}> {
  const place = folder ?? (await mkdtemp(join(tmpdir(), 'todoke-demo-')))
  await mkdir(place, {recursive: true, mode: 0o700})
  const relay = await startDemoRelay()
  const cli = fileURLToPath(new URL('../../../bin/run.js', import.meta.url))
  return {
    folder: place,
    relayPort: relay.port,
    async makeList(contacts) {
      const files = await writeDemoFiles(place, {contacts, seed: SEED})
      const short = (path: string) => relative(place, path)
      return {
        list: short(files.list),
        optOutForm: short(files.optOutForm),
        optOutService: short(files.optOutService),
        rows: files.counts.rows,
        optedOut: files.optedOut,
      }
    },
    async makeBadTemplate() {
      await spoilTemplate(join(place, 'templates/news-ja'), join(place, BAD_TEMPLATE))
      return BAD_TEMPLATE
    },
    run: (words) => runCommand([cli, ...words, '--lang', lang], place, stop, output),
    async relayCounts() {
      const {accepted, twice} = await relay.counts()
      return {accepted, twice}
    },
    mailedAmong: (addresses) => relay.mailedAmong(addresses),
    close: () => relay.close(),
  }
}

/** The footer's opt-out link goes missing and a placeholder is misspelt: two mistakes that happen every week. */
async function spoilTemplate(from: string, to: string): Promise<void> {
  await mkdir(to, {recursive: true})
  for (const name of ['template.yaml', 'body.html', 'body.txt']) {
    const good = await readFile(join(from, name), 'utf8')
    const bad = good.replaceAll('{{unsubscribe_url}}', 'https://example.jp/').replaceAll('{{氏名', '{{名前')
    await writeFile(join(to, name), bad)
  }
}

function runCommand(words: readonly string[], cwd: string, stop: AbortSignal, output: DemoOutput): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      cwd,
      stdio: ['inherit', output === 'stderr' ? process.stderr : 'inherit', 'inherit'],
    })
    // A terminal's Ctrl-C reaches the child by itself; a signal sent to the demo alone is handed on.
    const onStop = () => setTimeout(() => child.exitCode === null && child.kill('SIGTERM'), 500).unref()
    stop.addEventListener('abort', onStop, {once: true})
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      stop.removeEventListener('abort', onStop)
      resolve(code ?? (signal === null ? 70 : 130))
    })
  })
}
