// The lists that imports are measured with: made once, the same bytes each time.
import {once} from 'node:events'
import {createWriteStream, existsSync, mkdirSync, renameSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import iconv from 'iconv-lite'

export const OUT = fileURLToPath(new URL('./out/', import.meta.url))

/** Path of a list of that many rows in an encoding (cp932 or utf-8). */
export function listOf(rows, encoding) {
  return made(`list-${rows}-${encoding}.csv`, encoding, rows, HEADER, subscriber)
}

/** Path of a list of people in four countries, on several bases, with and without proof, in UTF-8. */
export function mixedListOf(rows) {
  return made(`mixed-${rows}.csv`, 'utf-8', rows, MIXED_HEADER, mixedSubscriber)
}

async function made(name, encoding, rows, header, rowOf) {
  mkdirSync(OUT, {recursive: true})
  const file = `${OUT}${name}`
  if (!existsSync(file)) {
    await writeList(`${file}.part`, encoding, rows, header, rowOf)
    renameSync(`${file}.part`, file)
  }
  return file
}

async function writeList(file, encoding, rows, header, rowOf) {
  const out = createWriteStream(file)
  out.write(iconv.encode(header, encoding))
  for (let from = 0; from < rows; from += 5000) {
    let text = ''
    for (let i = from; i < Math.min(from + 5000, rows); i += 1) text += rowOf(i)
    if (!out.write(iconv.encode(text, encoding))) await once(out, 'drain')
  }
  out.end()
  await once(out, 'close')
}

const HEADER = 'メールアドレス,氏名,フリガナ,都道府県,会員種別,登録日,登録経路,同意\r\n'

function subscriber(i) {
  const day = `${2015 + (i % 11)}/${1 + (i % 12)}/${1 + (i % 28)}`
  return `${addressOf(i)},${NAMES[i % NAMES.length]},ヤマダ タロウ,東京都,一般,${day},https://www.example.jp/signup,はい\r\n`
}

const MIXED_HEADER = 'メールアドレス,氏名,国,同意区分,同意日時,登録経路,最終取引日,会員種別\r\n'
const COUNTRIES = ['JP', 'JP', 'JP', 'JP', 'US', 'CA', 'DE', 'FR', '']
const ROUTES = [
  'https://www.example.jp/signup',
  'https://shop.example.jp/cart',
  '展示会',
  'https://www.example.com/news',
  '',
]

function mixedSubscriber(i) {
  const hash = Math.imul(i + 1, 2654435761) >>> 0
  const day = `${2015 + (hash % 11)}-${two(1 + (hash % 12))}-${two(1 + (hash % 28))} ${two(hash % 24)}:${two(hash % 60)}`
  const basis = hash % 20 === 0 ? '' : hash % 20 < 4 ? 'trade' : 'consent'
  const traded = basis === 'trade' ? `202${hash % 6}-0${1 + (hash % 9)}-15` : ''
  return `${addressOf(i)},${NAMES[i % NAMES.length]},${COUNTRIES[hash % COUNTRIES.length]},${basis},${day},${ROUTES[hash % ROUTES.length]},${traded},一般\r\n`
}

function two(n) {
  return String(n).padStart(2, '0')
}

/** In no order, so that the store's index is hit everywhere, as real lists do. */
function addressOf(i) {
  const word = (Math.imul(i + 1, 2654435761) >>> 0).toString(36)
  return `user.${word}@${DOMAINS[i % DOMAINS.length]}`
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
