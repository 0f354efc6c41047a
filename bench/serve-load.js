// The load of bench/serve.js, a process of its own: node serve-load.js PORT TOKENS CONNECTIONS SLOW. Posts one click for each
// token of the file over kept connections, one after the other on each, while SLOW other connections send their headers a
// byte a second and come again when they are closed. Prints rate, p50 and p99 in ms, and how many were not answered with 200.
import {readFileSync} from 'node:fs'
import {connect} from 'node:net'

const [, , port, file, connections, slow] = process.argv
const tokens = readFileSync(file, 'utf8').split('\n')
const times = []
let next = 0
let refused = 0
let isOver = false

const holdUp = () => {
  if (isOver) return
  const socket = connect(Number(port), '127.0.0.1')
  socket.write('POST /u/x HTTP/1.1\r\nHost: example.com\r\nX-Slow: ')
  const drip = setInterval(() => socket.write('a'), 1000)
  socket.on('error', () => {})
  socket.on('close', () => {
    clearInterval(drip)
    setTimeout(holdUp, 10)
  })
}

const body = 'List-Unsubscribe=One-Click'
const post = (token) =>
  `POST /u/${token} HTTP/1.1\r\nHost: mail.example.com\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`

/** One connection until no token is left. */
function work() {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1')
    socket.setNoDelay(true)
    let began = 0
    let answer = ''
    const send = () => {
      if (next >= tokens.length) {
        socket.destroy()
        resolve()
        return
      }
      began = performance.now()
      socket.write(post(tokens[next++]))
    }
    socket.on('connect', send)
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
      const end = answer.indexOf('\r\n\r\n')
      if (end < 0) return
      const length = Number(/content-length: (\d+)/i.exec(answer)?.[1] ?? 0)
      if (answer.length < end + 4 + length) return
      times.push(performance.now() - began)
      if (!answer.startsWith('HTTP/1.1 200')) refused += 1
      answer = ''
      send()
    })
  })
}

for (let i = 0; i < Number(slow); i += 1) holdUp()
// Until they are all there.
await new Promise((resolve) => setTimeout(resolve, Number(slow) > 0 ? 1500 : 0))
const began = performance.now()
await Promise.all(Array.from({length: Number(connections)}, work))
const rate = tokens.length / ((performance.now() - began) / 1000)
isOver = true
times.sort((a, b) => a - b)
const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
console.log(JSON.stringify({rate, p50: at(0.5), p99: at(0.99), refused}))
process.exit(0)
