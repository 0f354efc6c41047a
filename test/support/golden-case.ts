/**
 * Runs one golden case of the built command line in a temporary folder, and takes out what differs on every run. Where
 * the case has a `zone`, a DNS server on loopback answers from it, and commands name it as ZONE.
 */
import {execFile} from 'node:child_process'
import {chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {readZone} from './zone.ts'
import type {ZoneServer} from './zone-server.ts'
import {serveZone} from './zone-server.ts'

const cli = fileURLToPath(new URL('../../bin/run.js', import.meta.url))

export interface Printed {
  readonly stdout: string
  readonly stderr: string
  /** One exit code a line, in the order of the commands. */
  readonly exit: string
}

/** folder: of the case; `setup` runs first and must succeed, then each line of `cmd`. The temporary folder is kept. */
export async function runCase(folder: string): Promise<Printed> {
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'todoke-golden-')))
  if (existsSync(join(folder, 'in'))) cpSync(join(folder, 'in'), place, {recursive: true})
  // Keys must be their owner's alone, and git keeps no such modes.
  for (const path of readdirSync(place, {recursive: true, encoding: 'utf8'}))
    if (path.endsWith('.pem')) chmodSync(join(place, path), 0o600)
  for (const line of linesOf(join(folder, 'setup'))) {
    const {exit, stderr} = await run(line, place)
    if (exit !== 0) throw new Error(`setup: ${line}: exit ${exit}\n${stderr}`)
  }
  const dns = await zoneServer(join(folder, 'zone'))
  const printed = {stdout: '', stderr: '', exit: ''}
  for (const line of linesOf(join(folder, 'cmd'))) {
    const {stdout, stderr, exit} = await run(dns === null ? line : line.replace('ZONE', dns.address), place)
    const shown = (text: string) => timeless(dns === null ? text : text.replaceAll(dns.address, 'ZONE'), place)
    printed.stdout += `$ ${line}\n${shown(stdout)}`
    printed.stderr += `$ ${line}\n${shown(stderr)}`
    printed.exit += `${exit}\n`
  }
  await dns?.close()
  return printed
}

async function zoneServer(file: string): Promise<ZoneServer | null> {
  return existsSync(file) ? serveZone(readZone(readFileSync(file, 'utf8')).records) : null
}

function linesOf(file: string): string[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8').trimEnd().split('\n')
}

/** A line is `todoke WORDS…`; quotes hold words together. */
function run(line: string, cwd: string): Promise<{stdout: string; stderr: string; exit: number}> {
  const words = (line.match(/"[^"]*"|\S+/g) ?? []).slice(1).map((word) => word.replace(/^"(.*)"$/, '$1'))
  const env = {PATH: process.env.PATH ?? '', NO_COLOR: '1', TODOKE_LANG: 'en', TZ: 'Asia/Tokyo'}
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [cli, ...words], {cwd, env}, (_, stdout, stderr) =>
      resolve({stdout, stderr, exit: child.exitCode ?? -1}),
    )
    child.stdin?.end()
  })
}

const TODAY = /\b\d{4}-\d\d-\d\d(?=[ T]\d\d:\d\d)|(?<=(as of|基準日) )\d{4}-\d\d-\d\d/g

/** Moments, durations and random ids as words of the same kind, so that tables keep their columns. */
function timeless(text: string, place: string): string {
  return (
    text
      .replaceAll(place, 'FOLDER')
      .replace(TODAY, 'YYYY-MM-DD')
      // Made from all that the mail says.
      .replace(/<[a-z2-7]{26}(?=@)/g, '<MESSAGE-ID')
      .replace(/\b[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}\b/g, 'UUID')
      .replace(/(?<=(import|undo|取り込み) )[\da-f]{8}\b/g, 'xxxxxxxx')
      .replace(/(?<=YYYY-MM-DD[ T])\d\d:\d\d(:\d\d(\.\d+)?Z?)?/g, 'hh:mm')
      .replace(/\b[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d/g, 'Day, DD Mon YYYY hh:mm:ss')
      .replace(/\b\d{1,2} [A-Z][a-z]{2} \d{4}, \d{1,2}:\d\d:\d\d/g, 'D Mon YYYY, hh:mm:ss')
      .replace(/\d{4}年\d{1,2}月\d{1,2}日 \d{1,2}:\d\d:\d\d/g, 'YYYY年M月D日 hh:mm:ss')
      .replace(/(?<=[（(]| in )\d:\d\d\b/g, '0:00')
      .replace(/(?<="\w+(At|Ms)": )\d+/g, '0')
      .replace(/\b\d+\.\d+\.\d{13}\.[\da-f]{8}\b/g, 'MARK')
  )
}
