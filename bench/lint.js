// Linting: one file from a cold start, beside `node -e ''` and html-validate on the same file, and a thousand templates of
// 30 KB in threads, with the memory at a hundred and at a thousand.
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {OUT} from './lists.js'
import {CLI, measure, median, spread} from './measure.js'

const HTML_VALIDATE = fileURLToPath(new URL('../node_modules/html-validate/bin/html-validate.mjs', import.meta.url))
const BODY = new URL('../fixtures/templates/complete/body.html', import.meta.url)
const FOLDER = `${OUT}lint/`
const BYTES = 30_000

export async function benchLint(rounds) {
  const [first] = templatesOf(1)
  const sender = ['--sender-name', '株式会社サンプル', '--fail-on', 'never']
  const commands = {
    node: ['-e', ''],
    ours: [CLI, 'lint', first, ...sender],
    'html-validate': [HTML_VALIDATE, first],
  }
  const walls = {node: [], ours: [], 'html-validate': []}
  for (let round = 0; round < rounds * 3; round += 1)
    for (const [name, words] of Object.entries(commands))
      walls[name].push((await measure(words, {cwd: FOLDER, exits: [0, 1]})).wallMs)
  // In pairs of one round: this machine is slower at some moments than at others.
  const pairs = walls.node.map((bare, i) => ({
    aim: 2 * bare + 250,
    ours: walls.ours[i],
    theirs: walls['html-validate'][i],
  }))
  console.log('\nlint of one file of 30 KB from a cold start (ms)')
  console.log(`  node -e ''       ${spread(walls.node, 0)}`)
  console.log(
    `  todoke lint      ${spread(walls.ours, 0)}   ${median(pairs.map(({aim, ours}) => ours / aim)).toFixed(2)} of twice node + 250 ms   (aim: at most 1)`,
  )
  console.log(
    `  html-validate    ${spread(walls['html-validate'], 0)}   ours: ${median(pairs.map(({ours, theirs}) => ours / theirs)).toFixed(2)} of it   (aim: below 1)`,
  )

  console.log('\nlint of many templates of 30 KB, whole run')
  for (const count of [100, 1000]) {
    const files = templatesOf(count).map((file) => file.slice(FOLDER.length))
    const rates = []
    const peaks = []
    for (let round = 0; round < rounds; round += 1) {
      const run = await measure([CLI, 'lint', ...files, ...sender, '--json'], {cwd: FOLDER})
      const {templates} = JSON.parse(run.stdout)
      if (templates.length !== count) throw new Error(`${templates.length} of ${count} templates were judged`)
      rates.push(count / (run.wallMs / 1000))
      peaks.push(run.peakMb)
    }
    const aim = count === 1000 ? '   (aim: at least 300)' : ''
    console.log(`  ${String(count).padEnd(4)} templates/s   ${spread(rates, 0)}${aim}   peak ${spread(peaks, 0)} MB`)
  }
  rmSync(FOLDER, {recursive: true, force: true})
}

/** Paths; each template is a whole mail filled up with paragraphs of its own, every tenth without its footer. */
function templatesOf(count) {
  mkdirSync(FOLDER, {recursive: true})
  const body = readFileSync(BODY, 'utf8')
  return Array.from({length: count}, (_, i) => {
    const file = `${FOLDER}mail-${i}.html`
    const whole = i % 10 === 9 ? body.replace(/<[^>]*unsubscribe_url[^>]*>/g, '<b>') : body
    const missing = BYTES - Buffer.byteLength(whole)
    let filling = ''
    for (let n = 0; Buffer.byteLength(filling) < missing; n += 1) filling += paragraph(i * 7919 + n)
    writeFileSync(
      file,
      whole.replace(/<body[^>]*>/, (start) => start + filling),
    )
    return file
  })
}

const WORDS = [
  '新商品のご案内です',
  '春の催し',
  '会員の皆様へ',
  'Spring news',
  'ポイント',
  '送料無料',
  'お届け',
  'our shop',
]

function paragraph(seed) {
  const word = (n) => WORDS[(seed * 31 + n * 17) % WORDS.length]
  const link = `<a href="https://shop.example.co.jp/items/${seed}" style="color:#0b57d0">${word(3)}</a>`
  return `<table role="presentation" width="100%"><tr><td style="padding:8px;font-size:15px;line-height:1.6">${word(1)}、${word(2)}${seed}。${link} ${word(4)} ${word(5)}。</td></tr></table>\n`
}
