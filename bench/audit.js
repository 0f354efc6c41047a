// Audit of 1,000,000 contacts under JP+US+CA+EU: of the store, and straight over the CSV they came from.
import {rmSync} from 'node:fs'
import {mixedListOf, OUT} from './lists.js'
import {CLI, measure, spread} from './measure.js'

const CONTACTS = 1_000_000
const LAWS = 'jp,us,ca,eu'

export async function benchAudit(rounds) {
  const file = await mixedListOf(CONTACTS)
  const folder = `${OUT}ws-audit`
  rmSync(folder, {recursive: true, force: true})
  await measure([CLI, 'init', folder])
  await measure([CLI, 'list', 'import', file, '--list', 'news', '--json'], {cwd: folder})
  console.log(`\naudit of ${CONTACTS.toLocaleString('en-US')} contacts under ${LAWS}`)
  await auditOf('of the store', 'news', folder, rounds)
  await auditOf('over the CSV', file, folder, rounds)
  rmSync(folder, {recursive: true, force: true})
}

async function auditOf(words, target, folder, rounds) {
  const rates = []
  const peaks = []
  for (let round = 0; round < rounds; round += 1) {
    const run = await measure([CLI, 'audit', target, '--law', LAWS, '--json', '--fail-on', 'never'], {cwd: folder})
    const {total} = JSON.parse(run.stdout)
    if (total.contacts !== CONTACTS) throw new Error(`not everybody was judged: ${JSON.stringify(total)}`)
    rates.push(CONTACTS / (run.wallMs / 1000))
    peaks.push(run.peakMb)
  }
  console.log(`  contacts/s, ${words}, whole run  ${spread(rates, 0)}   (aim: at least 100,000)`)
  console.log(`  peak memory, MB                       ${spread(peaks, 0)}   (aim: at most 300)`)
}
