// Merging opt-outs: plain and hashed lines into a store that holds contacts, in one process that is measured; beside it
// `LC_ALL=C sort -u` of the same files and the bare inserts of as many rows. `--size 0.1` for a tenth of it.
import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {once} from 'node:events'
import {createWriteStream, existsSync, mkdirSync, renameSync, rmSync} from 'node:fs'
import {OUT} from './lists.js'
import {CLI, measure} from './measure.js'

const PLAIN = 10_000_000
const HASHED = 5_000_000
const CONTACTS = 2_000_000

/** size: 1 for the full figures. */
export async function benchSuppressions(size = 1) {
  const [plain, hashed, contacts] = [PLAIN, HASHED, CONTACTS].map((rows) => Math.round(rows * size))
  console.log(`\nsuppression merge: ${show(plain)} plain and ${show(hashed)} hashed lines, ${show(contacts)} contacts`)
  const files = [await plainList(plain, contacts), await hashedList(hashed, contacts)]
  const folder = `${OUT}suppressions`
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(folder, {recursive: true})
  const todoke = (...words) => measure([CLI, ...words], {cwd: folder})
  await todoke('init', '.', '--quiet')
  await todoke('list', 'import', await contactList(contacts), '--list', 'news', '--basis', 'consent', '--quiet')

  const began = performance.now()
  execFileSync('sort', ['-u', '-o', `${folder}/sorted`, ...files], {env: {...process.env, LC_ALL: 'C'}})
  const sortMs = performance.now() - began
  rmSync(`${folder}/sorted`)
  const bare = await measure([new URL('./bare-suppressions.js', import.meta.url).pathname, String(plain + hashed)], {})
  const first = await todoke('suppression', 'merge', ...files, '--json')
  const second = await todoke('suppression', 'merge', ...files, '--json')
  const turned = await todoke('suppression', 'merge', ...[...files].reverse(), '--dry-run', '--json')
  const {added, binding} = JSON.parse(first.stdout)
  const again = JSON.parse(second.stdout).added + JSON.parse(turned.stdout).added
  if (again !== 0) throw new Error(`the second time ${again} entries were new`)
  const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`
  console.log(`  added ${show(added)}, ${show(binding)} of them bind a contact`)
  console.log(`  first merge   ${seconds(first.wallMs)}, ${Math.round(first.peakMb)} MB`)
  console.log(
    `  second merge  ${seconds(second.wallMs)}, ${Math.round(second.peakMb)} MB (${(second.wallMs / first.wallMs).toFixed(2)} of the first)`,
  )
  console.log(`  read again, nothing changed (--dry-run)  ${seconds(turned.wallMs)}, ${Math.round(turned.peakMb)} MB`)
  console.log(`  LC_ALL=C sort -u  ${seconds(sortMs)}; bare inserts  ${seconds(Number(bare.stdout))}`)
  rmSync(folder, {recursive: true, force: true})
}

/** One of ten is a contact. */
function plainList(rows, contacts) {
  return made(`stops-${rows}.txt`, rows, (i) => `${addressOf(i % 10 === 0 ? (i / 10) % contacts : contacts + i)}\n`)
}

function hashedList(rows, contacts) {
  const hash = (text) => createHash('sha256').update(text).digest('hex')
  return made(
    `stops-${rows}.sha256.txt`,
    rows,
    (i) => `${hash(addressOf(i % 10 === 0 ? (contacts - 1 - i / 10) % contacts : 2 * contacts + 20_000_000 + i))}\n`,
  )
}

function contactList(rows) {
  return made(
    `stops-contacts-${rows}.csv`,
    rows,
    (i) => `${i === 0 ? 'email,consent_at\n' : ''}${addressOf(i)},2024-04-01\n`,
  )
}

async function made(name, rows, lineOf) {
  mkdirSync(OUT, {recursive: true})
  const file = `${OUT}${name}`
  if (existsSync(file)) return file
  const out = createWriteStream(`${file}.part`)
  for (let from = 0; from < rows; from += 5000) {
    let text = ''
    for (let i = from; i < Math.min(from + 5000, rows); i += 1) text += lineOf(i)
    if (!out.write(text)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'close')
  renameSync(`${file}.part`, file)
  return file
}

/** In no order, as real lists are. */
function addressOf(i) {
  const word = (Math.imul(i + 1, 2654435761) >>> 0).toString(36)
  return `user.${word}@${DOMAINS[i % DOMAINS.length]}`
}

const DOMAINS = ['docomo.ne.jp', 'ezweb.ne.jp', 'gmail.com', 'example.jp', 'yahoo.co.jp', 'icloud.com']

function show(n) {
  return n.toLocaleString('en-US')
}
