// A relay that takes everything and keeps nothing, for machines without smtp-sink. Words: port.
import {createServer} from 'node:net'

const DOT = Buffer.from('\r\n.\r\n')
createServer({noDelay: true}, (socket) => {
  socket.on('error', () => socket.destroy())
  let inBody = false
  let rest = Buffer.alloc(0)
  socket.write('220 sink ESMTP\r\n')
  socket.on('data', (chunk) => {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    let answer = ''
    for (;;) {
      const end = inBody ? rest.indexOf(DOT) : rest.indexOf('\r\n')
      if (end < 0) break
      const line = inBody ? '.' : rest.toString('latin1', 0, Math.min(end, 10)).toUpperCase()
      rest = rest.subarray(end + (inBody ? DOT.length : 2))
      if (inBody) answer += '250 2.0.0 taken\r\n'
      else if (line.startsWith('EHLO')) answer += '250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n'
      else if (line.startsWith('DATA')) answer += '354 go on\r\n'
      else answer += line.startsWith('QUIT') ? '221 bye\r\n' : '250 ok\r\n'
      inBody = !inBody && line.startsWith('DATA')
      // The body's end is CRLF dot CRLF; an empty body begins with the dot itself.
      if (inBody) rest = Buffer.concat([Buffer.from('\r\n'), rest])
    }
    if (answer !== '') socket.write(answer)
  })
}).listen(Number(process.argv[2]), '127.0.0.1')
