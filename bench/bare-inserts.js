// The store's own statements with rows that are ready: what an import costs when nothing is read; prints milliseconds.
import {rmSync} from 'node:fs'
import {rowPacker} from '../dist/adapters/csv/pack-rows.js'
import {openStore} from '../dist/adapters/store/open-store.js'
import {OUT} from './lists.js'

const ROWS = Number(process.argv[2])
const BLOCK = 700
const folder = `${OUT}bare-inserts`
rmSync(folder, {recursive: true, force: true})
const store = await openStore(`${folder}/store.db`, 96)
const session = await store.lists.startImport(
  {
    list: 'news',
    fileName: 'x',
    sha256: 'x',
    sizeBytes: ROWS * 100,
    encoding: 'utf-8',
    delimiter: ',',
    mapping: [],
    basis: null,
    purpose: null,
  },
  Date.now(),
)
const pack = rowPacker()
let spent = 0
for (let from = 0; from < ROWS; from += BLOCK) {
  const block = pack(Array.from({length: Math.min(BLOCK, ROWS - from)}, (_, i) => draft(from + i)))
  const began = performance.now()
  await session.write(block)
  spent += performance.now() - began
}
const began = performance.now()
await session.finish({}, Date.now())
spent += performance.now() - began
await store.close()
rmSync(folder, {recursive: true, force: true})
console.log(spent)

function draft(i) {
  const address = `user.${(Math.imul(i + 1, 2654435761) >>> 0).toString(36)}@example.jp`
  return {
    address: {address, key: address, suppressKey: address},
    country: null,
    locale: null,
    timeZone: null,
    attributes: [
      ['氏名', '山田 太郎'],
      ['フリガナ', 'ヤマダ タロウ'],
      ['都道府県', '東京都'],
      ['会員種別', '一般'],
    ],
    consent: {
      ...{kind: 'given', basis: 'consent', at: 1_400_000_000_000 + (i % 4000) * 86_400_000, method: null},
      ...{source: 'https://www.example.jp/signup', wording: null, purpose: 'news', topic: null, evidence: {}},
    },
    optOut: null,
  }
}
