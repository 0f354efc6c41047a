// csv-parse reading a file in an encoding and doing nothing with it; prints milliseconds.
import {createReadStream} from 'node:fs'
import {parse} from 'csv-parse'

const parser = parse({relax_column_count: true})
const decoder = new TextDecoder(process.argv[3] === 'cp932' ? 'shift_jis' : 'utf-8')
const began = performance.now()
let rows = 0
parser.on('readable', () => {
  while (parser.read() !== null) rows += 1
})
parser.on('end', () => {
  if (rows < 2) throw new Error('nothing was read')
  console.log(performance.now() - began)
})
const file = createReadStream(process.argv[2])
file.on('data', (chunk) => {
  if (parser.write(decoder.decode(chunk, {stream: true}))) return
  file.pause()
  parser.once('drain', () => file.resume())
})
file.on('end', () => parser.end(decoder.decode()))
