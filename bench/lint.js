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
  for (const [count, kind] of [
    [100, 'mails'],
    [1000, 'mails'],
    [1000, 'words'],
  ]) {
    const files = templatesOf(count, kind).map((file) => file.slice(FOLDER.length))
    const rates = []
    const peaks = []
    for (let round = 0; round < rounds; round += 1) {
      const run = await measure([CLI, 'lint', ...files, ...sender, '--json'], {cwd: FOLDER})
      const {templates} = JSON.parse(run.stdout)
      if (templates.length !== count) throw new Error(`${templates.length} of ${count} templates were judged`)
      rates.push(count / (run.wallMs / 1000))
      peaks.push(run.peakMb)
    }
    const what = kind === 'words' ? 'full of words and links, ' : ''
    const aim = count === 1000 && kind === 'mails' ? '   (aim: at least 300)' : ''
    console.log(`  ${count}, ${what}templates/s   ${spread(rates, 0)}${aim}   peak ${spread(peaks, 0)} MB`)
  }
  rmSync(FOLDER, {recursive: true, force: true})
}

/**
 * Paths; each template is a whole mail filled up with sections of its own, every tenth without its footer. mails: shaped
 * as mails of that size are (of 21 of 15 to 60 KB by seven makers half had over 770 characters of text, 7 links and 230
 * tags): a style sheet and nested tables around a picture, a heading, a sentence and now and then a link. words: as many
 * words and links as 30 KB can hold.
 */
function templatesOf(count, kind = 'mails') {
  rmSync(FOLDER, {recursive: true, force: true})
  mkdirSync(FOLDER, {recursive: true})
  const body = readFileSync(BODY, 'utf8')
  const styled = kind === 'words' ? body : body.replace('</head>', `${SHEET}</head>`)
  return Array.from({length: count}, (_, i) => {
    const file = `${FOLDER}mail-${i}.html`
    const whole = i % 10 === 9 ? styled.replace(/<[^>]*unsubscribe_url[^>]*>/g, '<b>') : styled
    const missing = BYTES - Buffer.byteLength(whole)
    let filling = ''
    for (let n = 0; Buffer.byteLength(filling) < missing; n += 1)
      filling += kind === 'words' ? paragraph(i * 7919 + n) : section(i * 7919 + n)
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

const wordOf = (seed, n) => WORDS[(seed * 31 + n * 17) % WORDS.length]

function paragraph(seed) {
  const word = (n) => wordOf(seed, n)
  const link = `<a href="https://shop.example.co.jp/items/${seed}" style="color:#0b57d0">${word(3)}</a>`
  return `<table role="presentation" width="100%"><tr><td style="padding:8px;font-size:15px;line-height:1.6">${word(1)}、${word(2)}${seed}。${link} ${word(4)} ${word(5)}。</td></tr></table>\n`
}

const NAMES = ['wrap', 'column', 'button', 'heading', 'lead', 'thumb', 'price', 'divider', 'note', 'legal']
const rules = (indent) =>
  NAMES.flatMap((name, i) => [
    `${indent}.${name} { padding: ${8 + i}px; margin: 0; font-size: ${13 + i}px; line-height: 1.6; color: #333333; }`,
    `${indent}td.${name} a, .${name} p { text-decoration: none; letter-spacing: 0 !important; }`,
    `${indent}.${name} img { display: block; border: 0; max-width: 100%; height: auto; }`,
  ]).join('\n')
const SHEET = `<style type="text/css">\n${rules('')}\n@media only screen and (max-width: 600px) {\n${rules('  ')}\n}\n</style>`

const FONT = "font-family:'Hiragino Sans','Yu Gothic',Meiryo,Arial,sans-serif"

function section(seed) {
  const word = (n) => wordOf(seed, n)
  const link = `<table role="presentation" border="0" cellpadding="0" cellspacing="0"><tbody><tr><td class="button" align="center" bgcolor="#0b57d0" style="border-radius:4px"><a href="https://shop.example.co.jp/items/${seed}?utm_source=news" target="_blank" style="${FONT};font-size:16px;color:#ffffff;text-decoration:none;padding:12px 24px;display:inline-block">${word(3)}</a></td></tr></tbody></table>`
  return `<table role="presentation" class="wrap" width="100%" border="0" cellpadding="0" cellspacing="0" style="border-collapse:collapse">
  <tbody>
    <tr>
      <td align="center" valign="top" style="padding:0 16px">
        <table role="presentation" class="column" width="600" border="0" cellpadding="0" cellspacing="0" style="max-width:600px;margin:0 auto">
          <tr>
            <td class="thumb" width="180" valign="top" style="padding:8px"><img src="https://img.example.co.jp/${seed}.jpg" width="160" height="120" alt="${word(1)}" style="display:block;border:0"></td>
            <td class="lead" valign="top" style="padding:8px">
              <h2 class="heading" style="${FONT};font-size:18px;margin:0 0 8px;color:#222222">${word(2)}</h2>
              <p style="${FONT};font-size:15px;line-height:1.7;margin:0;color:#333333">${word(4)}、${word(5)}${seed}。${word(6)}。</p>
              ${seed % 2 === 0 ? link : ''}
            </td>
          </tr>
        </table>
      </td>
    </tr>
  </tbody>
</table>
`
}
