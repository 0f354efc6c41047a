// The lists that imports are measured with: made once, the same bytes each time.
import {once} from 'node:events'
import {createWriteStream, existsSync, mkdirSync, renameSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import iconv from 'iconv-lite'

export const OUT = fileURLToPath(new URL('./out/', import.meta.url))

/** Path of a list of that many rows in an encoding (cp932 or utf-8). */
export async function listOf(rows, encoding) {
  mkdirSync(OUT, {recursive: true})
  const file = `${OUT}list-${rows}-${encoding}.csv`
  if (!existsSync(file)) {
    await writeList(`${file}.part`, rows, encoding)
    renameSync(`${file}.part`, file)
  }
  return file
}

/** Addresses in no order, so that the store's index is hit everywhere, as real lists do. */
async function writeList(file, rows, encoding) {
  const out = createWriteStream(file)
  out.write(iconv.encode('メールアドレス,氏名,フリガナ,都道府県,会員種別,登録日,登録経路,同意\r\n', encoding))
  for (let from = 0; from < rows; from += 5000) {
    let text = ''
    for (let i = from; i < Math.min(from + 5000, rows); i += 1) {
      const word = (Math.imul(i + 1, 2654435761) >>> 0).toString(36)
      const day = `${2015 + (i % 11)}/${1 + (i % 12)}/${1 + (i % 28)}`
      text += `user.${word}@${DOMAINS[i % DOMAINS.length]},${NAMES[i % NAMES.length]},ヤマダ タロウ,東京都,一般,${day},https://www.example.jp/signup,はい\r\n`
    }
    if (!out.write(iconv.encode(text, encoding))) await once(out, 'drain')
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
