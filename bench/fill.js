// Filling mails on one thread: 5 KB text and HTML with 8 fields, token and headers; against nodemailer's builder and
// mustache.js in the same run, signed against the bare RSA signature turn by turn, and a million in a row for memory.
import {execFileSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {median, spread} from './measure.js'

const CHILD = fileURLToPath(new URL('./fill-alone.js', import.meta.url))

export async function benchFill(rounds) {
  const rates = {ours: [], mustache: [], nodemailer: [], signed: [], rsa: []}
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of ['ours', 'mustache', 'nodemailer']) rates[kind].push(run(kind).rate)
    const turns = run('signed')
    rates.signed.push(turns.signed)
    rates.rsa.push(turns.rsa)
  }
  // In pairs of one round: this machine is slower at some moments than at others.
  const by = (a, b) => median(rates[a].map((rate, round) => rate / rates[b][round])).toFixed(2)
  console.log('\nfilling one mail of 5 KB text and HTML, 8 fields, one thread (mails/s)')
  console.log(`  ours, with token and headers    ${spread(rates.ours, 0)}   (aim: at least 25,000)`)
  console.log(`  mustache.js, the two parts only ${spread(rates.mustache, 0)}   ours: ${by('ours', 'mustache')} times`)
  console.log(
    `  nodemailer's builder            ${spread(rates.nodemailer, 0)}   ours: ${by('ours', 'nodemailer')} times`,
  )
  console.log(`  ours, signed with RSA-2048      ${spread(rates.signed, 0)}`)
  console.log(
    `  the bare RSA signature          ${spread(rates.rsa, 0)}   signed: ${by('signed', 'rsa')} of it   (aim: at least 0.85)`,
  )
  const many = run('memory')
  console.log(`  1,000,000 in a row, MB          ${many.first} after 100,000, ${many.last} at the end`)
}

function run(kind) {
  return JSON.parse(execFileSync(process.execPath, ['--expose-gc', CHILD, kind], {encoding: 'utf8'}))
}
