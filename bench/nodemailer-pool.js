// nodemailer's pooled sendMail of the same mails: filled by simple replacement, no ledger, no opt-out check, no token.
// Words: port, connections, mails, template folder. Prints mails per second.
import {readFileSync} from 'node:fs'
import nodemailer from 'nodemailer'

const [port, connections, mails, folder] = process.argv.slice(2)
const text = readFileSync(`${folder}/body.txt`, 'utf8')
const html = readFileSync(`${folder}/body.html`, 'utf8')
const transport = nodemailer.createTransport({
  host: '127.0.0.1',
  port: Number(port),
  ignoreTLS: true,
  pool: true,
  maxConnections: Number(connections),
  maxMessages: Number.POSITIVE_INFINITY,
})
const fill = (part, values) => part.replace(/\{\{([^}]+)\}\}/g, (_, name) => values[name] ?? '')
const began = performance.now()
let next = 0
async function sendOnAndOn() {
  while (next < Number(mails)) {
    const i = next
    next += 1
    const url = `https://mail.example.jp/optout/${String(i).padStart(62, 'A')}`
    const values = {
      氏名: `山田 太郎${i}`,
      会員番号: `M${i}`,
      ポイント: String(i % 5000),
      unsubscribe_url: url,
      'sender.name': '株式会社サンプル',
    }
    await transport.sendMail({
      from: {name: 'サンプル通信', address: 'news@example.jp'},
      to: `user.${i}@example.jp`,
      subject: `冬のご案内 ${values.氏名} 様`,
      text: fill(text, values),
      html: fill(html, values),
      list: {unsubscribe: [[url, `mailto:optout@example.jp?subject=${i}`]]},
      headers: {'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', Precedence: 'bulk'},
    })
  }
}
await Promise.all(Array.from({length: Number(connections) * 2}, sendOnAndOn))
console.log(Number(mails) / ((performance.now() - began) / 1000))
transport.close()
