// The server for opt-outs: durable one-click POSTs per second and the time to an answer, each POST of another reader, while
// 1,000 connections send their headers a byte at a time. `todoke serve` runs in one process, the load in another. And
// tokens: how many a thread makes, and reads.
import {spawn} from 'node:child_process'
import {createWriteStream, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {readTokenKeys} from '../dist/adapters/keys/keyring.js'
import {connect} from '../dist/adapters/store/connection.js'
import {tokenMaker, tokenReader} from '../dist/core/suppression/token.js'
import {CLI, measure, spread} from './measure.js'

const OUT = fileURLToPath(new URL('./out/', import.meta.url))
const LOAD = fileURLToPath(new URL('./serve-load.js', import.meta.url))
const PORT = 8479
const PER_ROUND = Number(process.env.BENCH_POSTS) || 20_000
const SLOW = 1000
const CONNECTIONS = 48
const TOKENS = 1_000_000

export async function benchServe(rounds) {
  mkdirSync(OUT, {recursive: true})
  const folder = `${OUT}ws-serve`
  rmSync(folder, {recursive: true, force: true})
  const tokens = await prepare(folder, PER_ROUND * rounds * 2)
  const rates = {slow: [], alone: []}
  const p99 = {slow: [], alone: []}
  const p50 = {slow: [], alone: []}
  const server = await startServer(folder)
  try {
    for (let round = 0; round < rounds * 2; round += 1) {
      const kind = round % 2 === 0 ? 'slow' : 'alone'
      const file = `${OUT}serve-tokens`
      writeFileSync(file, tokens.slice(round * PER_ROUND, (round + 1) * PER_ROUND).join('\n'))
      const words = [LOAD, String(PORT), file, String(CONNECTIONS), String(kind === 'slow' ? SLOW : 0)]
      const told = JSON.parse((await measure(words)).stdout)
      if (told.refused > 0) throw new Error(`${told.refused} of ${PER_ROUND} were not answered with 200`)
      rates[kind].push(told.rate)
      p99[kind].push(told.p99)
      p50[kind].push(told.p50)
    }
  } finally {
    await server.stop()
  }
  const stored = await countStored(folder)
  if (stored !== PER_ROUND * rounds * 2) throw new Error(`${stored} opt-outs are stored`)
  console.log(
    `\none-click POSTs, each durable before its answer, ${CONNECTIONS} connections, ${PER_ROUND.toLocaleString('en-US')} readers a round (median, lowest to highest)`,
  )
  console.log(
    `  with ${SLOW.toLocaleString('en-US')} slow-header connections, POSTs/s  ${spread(rates.slow, 0)}   (aim: at least 1,500)`,
  )
  console.log(
    `  p50, p99 in ms                               ${spread(p50.slow)}, ${spread(p99.slow)}   (aim: p99 at most 50)`,
  )
  console.log(`  without them, POSTs/s                        ${spread(rates.alone, 0)}`)
  console.log(`  p50, p99 in ms                               ${spread(p50.alone)}, ${spread(p99.alone)}`)
  benchTokens(rounds)
}

function benchTokens(rounds) {
  const key = {id: '0a0b0c0d', secret: Buffer.alloc(32, 7)}
  const make = tokenMaker(key, 'optout', Buffer.alloc(8, 1).toString('base64url'))
  const read = tokenReader([key])
  const ids = Array.from({length: TOKENS}, (_, i) => {
    const bytes = Buffer.alloc(16)
    bytes.writeUInt32BE(i, 4)
    return bytes.toString('base64url')
  })
  const made = []
  const checked = []
  for (let round = 0; round < rounds; round += 1) {
    let began = performance.now()
    const tokens = ids.map(make)
    made.push(TOKENS / ((performance.now() - began) / 1000))
    began = performance.now()
    for (const token of tokens) if (read(token) === null) throw new Error('a token is not read')
    checked.push(TOKENS / ((performance.now() - began) / 1000))
  }
  console.log(`\ntokens, one thread (median, lowest to highest)`)
  console.log(`  made per second     ${spread(made, 0)}   (aim: 1,000,000)`)
  console.log(`  checked per second  ${spread(checked, 0)}`)
}

async function prepare(folder, people) {
  await measure([
    CLI,
    'init',
    folder,
    '--relay-host',
    '127.0.0.1',
    '--relay-port',
    '2599',
    '--relay-tls',
    'none',
    '--lang',
    'en',
  ])
  const file = `${folder}/list.csv`
  const out = createWriteStream(file)
  out.write('email,name,signup_date,signup_source,consent_method,consent\n')
  for (let i = 0; i < people; i += 1)
    out.write(`reader${i}@example.com,Reader ${i},2025-04-02,https://www.example.com/signup,web form,yes\n`)
  await new Promise((resolve) => out.end(resolve))
  await measure([CLI, 'list', 'import', file, '--list', 'all'], {cwd: folder})
  await measure([CLI, 'send', 'plan', 'bench', '--template', 'templates/news-en', '--list', 'all', '--json'], {
    cwd: folder,
    exits: [0, 1],
  })
  const connection = await connect(`${folder}/.todoke/store.db`)
  const [key] = await readTokenKeys(`${folder}/.todoke/keys`, [])
  const {public_id: sendId} = connection.db.prepare('select public_id from sends').get()
  const ids = connection.db
    .prepare('select id from contacts order by id')
    .all()
    .map(({id}) => id)
  const tokens = connection.publicIds.many(ids).map(tokenMaker(key, 'optout', sendId))
  await connection.close()
  return tokens
}

async function startServer(folder) {
  const child = spawn(process.execPath, [CLI, 'serve', '--port', String(PORT), '--quiet'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for (let tries = 0; ; tries += 1) {
    const isUp = await fetch(`http://127.0.0.1:${PORT}/healthz`).then(
      ({ok}) => ok,
      () => false,
    )
    if (isUp) break
    if (tries > 200) throw new Error('the server does not answer')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    stop: () =>
      new Promise((resolve) => {
        child.on('close', resolve)
        child.kill('SIGTERM')
      }),
  }
}

async function countStored(folder) {
  const connection = await connect(`${folder}/.todoke/store.db`)
  const {n} = connection.db.prepare('select count(*) as n from suppression_events').get()
  await connection.close()
  return Number(n)
}
