// Import of a generated 1,000,000-row CP932 list against csv-parse alone reading the same file.

import {once} from 'node:events'
import {createWriteStream, existsSync, mkdirSync, rmSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import iconv from 'iconv-lite'
import {CLI, measure, median, spread} from './measure.js'

const OUT = fileURLToPath(new URL('./out/', import.meta.url))
const ROWS = 1_000_000

export async function benchImport(rounds) {
  mkdirSync(OUT, {recursive: true})
  const file = `${OUT}list-${ROWS}.csv`
  if (!existsSync(file)) await writeList(file, ROWS)
  const times = {todoke: [], csvParse: []}
  const peaks = []
  for (let round = 0; round < rounds; round += 1) {
    const alone = await measure([fileURLToPath(new URL('./csv-parse-alone.js', import.meta.url)), file])
    times.csvParse.push(Number(alone.stdout) / 1000)
    const folder = `${OUT}ws-import`
    rmSync(folder, {recursive: true, force: true})
    await measure([CLI, 'init', folder])
    const run = await measure([CLI, 'list', 'import', file, '--list', 'news', '--json'], {cwd: folder})
    const {counts} = JSON.parse(run.stdout)
    if (counts.added !== ROWS || counts.consents !== ROWS)
      throw new Error(`not everything came in: ${JSON.stringify(counts)}`)
    times.todoke.push(run.wallMs / 1000)
    peaks.push(run.peakMb)
    rmSync(folder, {recursive: true, force: true})
  }
  console.log(`\nimport of ${ROWS.toLocaleString('en-US')} rows, CP932 (seconds: median, lowest to highest)`)
  console.log(`  csv-parse alone, same file      ${spread(times.csvParse)}`)
  console.log(`  todoke list import, whole run   ${spread(times.todoke)}`)
  console.log(
    `  ratio of the medians            ${(median(times.todoke) / median(times.csvParse)).toFixed(2)}   (aim: at most 3)`,
  )
  console.log(`  peak memory, MB                 ${spread(peaks, 0)}   (aim: at most 300)`)
}

/** Addresses in no order, so that the store's indexes are hit everywhere, as real lists do. */
async function writeList(file, rows) {
  const out = createWriteStream(file)
  out.write(iconv.encode('メールアドレス,氏名,フリガナ,都道府県,会員種別,登録日,登録経路,同意\r\n', 'cp932'))
  for (let from = 0; from < rows; from += 5000) {
    let text = ''
    for (let i = from; i < Math.min(from + 5000, rows); i += 1) {
      const word = (Math.imul(i + 1, 2654435761) >>> 0).toString(36)
      const day = `${2015 + (i % 11)}/${1 + (i % 12)}/${1 + (i % 28)}`
      text += `user.${word}@${DOMAINS[i % DOMAINS.length]},${NAMES[i % NAMES.length]},ヤマダ タロウ,東京都,一般,${day},https://www.example.jp/signup,はい\r\n`
    }
    if (!out.write(iconv.encode(text, 'cp932'))) await once(out, 'drain')
  }
  out.end()
  await once(out, 'close')
}

const DOMAINS = [
  'docomo.ne.jp',
  'ezweb.ne.jp',
  'softbank.ne.jp',
  'gmail.com',
  'example.jp',
  'yahoo.co.jp',
  'icloud.com',
]
const NAMES = ['山田 太郎', '髙橋 花子', '佐藤 一郎', '鈴木 次郎', '田中 美咲']
