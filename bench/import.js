// Import of 1,000,000 rows, CP932 and UTF-8, against csv-parse alone, the bare inserts, and sqlite3's own .import.
import {execFileSync} from 'node:child_process'
import {rmSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {listOf, OUT} from './lists.js'
import {CLI, measure, spread} from './measure.js'

const ROWS = 1_000_000
const MANY = 10_000_000
const here = (name) => fileURLToPath(new URL(name, import.meta.url))

export async function benchImport(rounds) {
  for (const encoding of ['cp932', 'utf-8']) await againstFloors(rounds, encoding)
}

async function againstFloors(rounds, encoding) {
  const file = await listOf(ROWS, encoding)
  const times = {alone: [], inserts: [], sqlite: [], todoke: []}
  const peaks = []
  for (let round = 0; round < rounds; round += 1) {
    times.inserts.push(Number((await measure([here('./bare-inserts.js'), `${ROWS}`])).stdout) / 1000)
    const sqlite = encoding === 'utf-8' ? sqliteImport(file) : null
    if (sqlite !== null) times.sqlite.push(sqlite)
    // Right before what it is compared to: this machine is slower at some moments than at others.
    times.alone.push(Number((await measure([here('./csv-parse-alone.js'), file, encoding])).stdout) / 1000)
    const run = await importInto(file, ROWS)
    times.todoke.push(run.wallMs / 1000)
    peaks.push(run.peakMb)
  }
  const ratios = times.todoke.map((took, round) => took / times.alone[round])
  console.log(`\nimport of ${words(ROWS)} rows, ${encoding} (seconds: median, lowest to highest)`)
  console.log(`  csv-parse alone, same file      ${spread(times.alone)}`)
  console.log(`  the bare inserts, nothing read  ${spread(times.inserts)}`)
  if (times.sqlite.length > 0) console.log(`  sqlite3 .import, no checks      ${spread(times.sqlite)}`)
  console.log(`  todoke list import, whole run   ${spread(times.todoke)}`)
  console.log(`  ratio to csv-parse, in pairs    ${spread(ratios, 2)}   (aim: at most 3)`)
  console.log(`  peak memory, MB                 ${spread(peaks, 0)}   (aim: at most 300)`)
}

/** Ten times the rows: does memory stay, does time grow in step? One run of each, one after the other. */
export async function benchGrowth() {
  const one = await importInto(await listOf(ROWS, 'utf-8'), ROWS)
  const ten = await importInto(await listOf(MANY, 'utf-8'), MANY)
  console.log(`\nimport of ${words(MANY)} rows, utf-8, against ${words(ROWS)}`)
  console.log(`  seconds                         ${seconds(ten)} against ${seconds(one)}`)
  console.log(`  ratio of times                  ${(ten.wallMs / one.wallMs).toFixed(1)}   (aim: at most 11)`)
  console.log(`  peak memory, MB                 ${Math.round(ten.peakMb)} against ${Math.round(one.peakMb)}`)
  console.log(
    `  ratio of peaks                  ${(ten.peakMb / one.peakMb).toFixed(2)}   (aim: at most 1.2, and 350 MB)`,
  )
}

async function importInto(file, rows) {
  const folder = `${OUT}ws-import`
  rmSync(folder, {recursive: true, force: true})
  await measure([CLI, 'init', folder])
  const run = await measure([CLI, 'list', 'import', file, '--list', 'news', '--json'], {cwd: folder})
  const {counts} = JSON.parse(run.stdout)
  if (counts.added !== rows || counts.consents !== rows)
    throw new Error(`not everything came in: ${JSON.stringify(counts)}`)
  rmSync(folder, {recursive: true, force: true})
  return run
}

/** Seconds, or null where the sqlite3 program is not installed. */
function sqliteImport(file) {
  const db = `${OUT}floor.db`
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${db}${suffix}`, {force: true})
  const began = performance.now()
  try {
    execFileSync('sqlite3', [db, '-cmd', '.mode csv', `.import ${file} floor`], {stdio: ['ignore', 'ignore', 'pipe']})
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
  const took = (performance.now() - began) / 1000
  rmSync(db, {force: true})
  return took
}

function words(count) {
  return count.toLocaleString('en-US')
}

function seconds({wallMs}) {
  return (wallMs / 1000).toFixed(1)
}
