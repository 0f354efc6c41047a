// As many opt-outs as asked for, ready and in order, written by the store's own statements: the floor of a merge.
import {rmSync} from 'node:fs'
import {bulkInsert, GROUP} from '../dist/adapters/store/bulk-insert.js'
import {connect} from '../dist/adapters/store/connection.js'
import {OUT} from './lists.js'

const ROWS = Number(process.argv[2])
const folder = `${OUT}bare-suppressions`
rmSync(folder, {recursive: true, force: true})
const connection = await connect(`${folder}/store.db`, 96)
const {db} = connection
const insert = bulkInsert(db, {
  table: 'suppression_events',
  fixed: {recorded_at: 1},
  derived: {seal: (place) => `substr(?1, ${place * 64 + 1}, 64)`},
  tail: '',
})
const seals = Buffer.alloc(GROUP * 64)
const column = (value) => new Array(GROUP).fill(value)
const fixed = {reason: column('optout'), scope: column('all'), source: column('stops.txt')}
const began = performance.now()
db.exec('begin immediate')
for (let from = 0; from < ROWS; from += GROUP) {
  const rows = Math.min(GROUP, ROWS - from)
  const hashes = Array.from({length: rows}, (_, i) => (from + i) * 200_000)
  const subjects = hashes.map((hash) => `user.${hash.toString(36)}@example.jp`)
  insert(seals, {subject_hash: hashes, subject: subjects, ...fixed, source_line: hashes}, 0, rows)
}
db.exec('commit')
console.log(performance.now() - began)
await connection.close()
rmSync(folder, {recursive: true, force: true})
