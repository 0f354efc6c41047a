// A send of 100,000 planned, personalised mails of about 5 KB against nodemailer's pool and against smtp-source, all
// into the same sink on loopback, on the same cores, in turns.
import {execFileSync, spawn} from 'node:child_process'
import {createWriteStream, existsSync, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {createConnection} from 'node:net'
import {fileURLToPath} from 'node:url'
import {CLI, measure, median, spread} from './measure.js'

const OUT = fileURLToPath(new URL('./out/', import.meta.url))
const MAILS = 100_000
/** nodemailer is given fewer, since only its rate counts and it takes long. */
const NODEMAILER_MAILS = 20_000
const CONNECTIONS = 64
const PORT = 2599

export async function benchSend(rounds) {
  mkdirSync(OUT, {recursive: true})
  const folder = `${OUT}ws-send`
  rmSync(folder, {recursive: true, force: true})
  await prepare(folder)
  const sink = await startSink()
  const rates = {todoke: [], nodemailer: [], source: []}
  const plans = []
  const peaks = []
  try {
    for (let round = 0; round < rounds; round += 1) {
      const name = `bench-${round}`
      const plan = await measure([CLI, 'send', 'plan', name, '--template', 'mail', '--list', 'all', '--json'], {
        cwd: folder,
      })
      const {send} = JSON.parse(plan.stdout)
      if (send.toSend !== MAILS) throw new Error(`the plan wants ${send.toSend} mails`)
      plans.push(MAILS / (plan.wallMs / 1000))
      const run = await measure([CLI, 'send', 'run', name, '--confirm', send.confirm, '--json'], {cwd: folder})
      const {totals} = JSON.parse(run.stdout)
      if (totals.accepted !== MAILS) throw new Error(`not everything was accepted: ${JSON.stringify(totals)}`)
      rates.todoke.push(MAILS / (run.wallMs / 1000))
      peaks.push(run.peakMb)
      const words = [
        fileURLToPath(new URL('./nodemailer-pool.js', import.meta.url)),
        String(PORT),
        String(CONNECTIONS),
        String(NODEMAILER_MAILS),
        `${folder}/mail`,
      ]
      rates.nodemailer.push(Number((await measure(words)).stdout))
      const source = smtpSource()
      if (source !== null) rates.source.push(source)
    }
  } finally {
    sink.stop()
  }
  const ratio = (a, b) => (median(a) / median(b)).toFixed(2)
  console.log(
    `\nsend of ${MAILS.toLocaleString('en-US')} mails, text and HTML, about 5 KB, ${CONNECTIONS} connections, sink: ${sink.name} (mails/s: median, lowest to highest)`,
  )
  console.log(`  todoke send run, whole process  ${spread(rates.todoke, 0)}   ledger with fsync, opt-out check, tokens`)
  console.log(`  nodemailer, pooled sendMail     ${spread(rates.nodemailer, 0)}   none of these`)
  console.log(`  todoke / nodemailer             ${ratio(rates.todoke, rates.nodemailer)}   (aim: at least 4)`)
  if (rates.source.length > 0) {
    console.log(`  smtp-source, constant bytes     ${spread(rates.source, 0)}`)
    console.log(`  todoke / smtp-source            ${ratio(rates.todoke, rates.source)}`)
  } else console.log('  smtp-source is absent (Debian package postfix): not compared')
  console.log(`  todoke peak memory, MB          ${spread(peaks, 0)}`)
  console.log(`  todoke send plan, contacts/s    ${spread(plans, 0)}`)
}

async function prepare(folder) {
  await measure([CLI, 'init', folder, '--relay-host', '127.0.0.1', '--relay-port', String(PORT), '--relay-tls', 'none'])
  execFileSync('sed', ['-i', `s/^  tls: none.*/  tls: none\\n  connections: ${CONNECTIONS}/`, `${folder}/todoke.yaml`])
  const file = `${folder}/list.csv`
  const out = createWriteStream(file)
  out.write('メールアドレス,氏名,会員番号,ポイント,登録日,登録経路,同意\n')
  for (let i = 0; i < MAILS; i += 1)
    out.write(
      `user.${(Math.imul(i + 1, 2654435761) >>> 0).toString(36)}@${i % 3 ? 'gmail.com' : 'example.jp'},山田 太郎${i},M${i},${i % 5000},2024/4/1,https://www.example.jp/signup,はい\n`,
    )
  await new Promise((resolve) => out.end(resolve))
  await measure([CLI, 'list', 'import', file, '--list', 'all'], {cwd: folder})
  mkdirSync(`${folder}/mail`)
  const lines = Array.from(
    {length: 12},
    (_, i) => `第${i + 1}項　冬の新作と催しのご案内です。会員番号 {{会員番号}} の方には ${i} 点の品をご用意しました。`,
  )
  const footer = [
    '{{sender.name}}',
    '{{sender.address}}',
    'お問い合わせ: {{sender.contact}}',
    '配信停止をご希望の方はこちら: {{unsubscribe_url}}',
  ]
  writeFileSync(`${folder}/mail/template.yaml`, 'subject: 冬のご案内 {{氏名}} 様\nlanguage: ja\n')
  writeFileSync(
    `${folder}/mail/body.txt`,
    ['{{氏名}} 様（{{ポイント}} ポイント）', ...lines.slice(0, 6), ...footer].join('\n'),
  )
  writeFileSync(
    `${folder}/mail/body.html`,
    `<!doctype html><html lang="ja"><body><p>{{氏名}} 様（{{ポイント}} ポイント）</p>${lines.map((line) => `<p style="margin:0 0 16px;font-size:15px">${line}</p>`).join('\n')}<p>${footer
      .slice(0, 3)
      .join('<br>')}<br>配信停止をご希望の方は<a href="{{unsubscribe_url}}">配信停止はこちら</a></p></body></html>`,
  )
}

/** smtp-sink of Postfix, written in C; a sink of our own where it is absent. */
async function startSink() {
  const isRoot = process.getuid?.() === 0
  const path = ['/usr/sbin/smtp-sink', '/usr/local/sbin/smtp-sink'].find((each) => existsSync(each))
  const child = path
    ? spawn(path, [...(isRoot ? ['-u', 'nobody'] : []), `127.0.0.1:${PORT}`, '1024'], {stdio: 'ignore'})
    : spawn(process.execPath, [fileURLToPath(new URL('./sink.js', import.meta.url)), String(PORT)], {stdio: 'ignore'})
  for (let tries = 0; tries < 100; tries += 1) {
    if (await answers()) return {name: path ? 'smtp-sink' : 'bench/sink.js', stop: () => child.kill('SIGKILL')}
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the sink does not answer')
}

function answers() {
  return new Promise((resolve) => {
    const socket = createConnection({host: '127.0.0.1', port: PORT})
    socket.on('data', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

function smtpSource() {
  const path = ['/usr/sbin/smtp-source', '/usr/local/sbin/smtp-source'].find((each) => existsSync(each))
  if (!path) return null
  const began = performance.now()
  execFileSync(path, [
    '-d',
    '-s',
    String(CONNECTIONS),
    '-l',
    '5120',
    '-m',
    String(MAILS),
    '-f',
    'a@example.jp',
    '-t',
    'b@example.jp',
    `127.0.0.1:${PORT}`,
  ])
  return MAILS / ((performance.now() - began) / 1000)
}
