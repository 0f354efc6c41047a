import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {type RawReply, type ReplyFault, ReplyReader} from '../../../src/adapters/smtp/read-reply.ts'

function readAll(chunks: readonly Buffer[]): {replies: RawReply[]; fault: ReplyFault | null; isMidReply: boolean} {
  const replies: RawReply[] = []
  const reader = new ReplyReader((reply) => replies.push(reply))
  for (const chunk of chunks) reader.read(chunk)
  return {replies, fault: reader.fault, isMidReply: reader.isMidReply}
}

const read = (text: string) => readAll([Buffer.from(text)])

describe('the reply reader', () => {
  it('reads several replies out of one chunk, in order', () => {
    expect(read('250 ok\r\n250-a\r\n250 b\r\n354 go\r\n').replies).toEqual([
      {code: 250, lines: ['ok']},
      {code: 250, lines: ['a', 'b']},
      {code: 354, lines: ['go']},
    ])
  })

  it.each([
    ['250\r\n', [{code: 250, lines: ['']}]],
    ['250 \r\n', [{code: 250, lines: ['']}]],
    ['250-\r\n250 \r\n', [{code: 250, lines: ['', '']}]],
    ['250 line feed only\n', [{code: 250, lines: ['line feed only']}]],
    ['250 日本語\r\n', [{code: 250, lines: ['日本語']}]],
    [
      '200 lowest\r\n599 highest\r\n',
      [
        {code: 200, lines: ['lowest']},
        {code: 599, lines: ['highest']},
      ],
    ],
  ])('reads %j', (text, replies) => {
    expect(read(text)).toEqual({replies, fault: null, isMidReply: false})
  })

  it.each([
    ['a word', 'hello\r\n'],
    ['an empty line', '\r\n'],
    ['two digits', '25\r\n'],
    ['four digits', '2500 ok\r\n'],
    ['a code below 200', '199 no\r\n'],
    ['a code above 599', '600 no\r\n'],
    ['999', '999 no\r\n'],
    ['digits of another script', '２５０ ok\r\n'],
    ['a tab behind the code', '250\tok\r\n'],
    ['a leading space', ' 250 ok\r\n'],
    ['another code in the second line', '250-a\r\n251 b\r\n'],
    ['another protocol', 'HTTP/1.1 400 Bad Request\r\n'],
  ])('stops at %s', (_what, text) => {
    const result = read(`220 hi\r\n${text}250 later\r\n`)
    expect(result.replies).toEqual([{code: 220, lines: ['hi']}])
    expect(result.fault).toBe('reply-unreadable')
  })

  it('takes a line of 4096 bytes and stops at one more, with and without its end', () => {
    const longest = `250 ${'x'.repeat(4096 - 5)}\r\n`
    expect(read(longest).replies[0]!.lines[0]).toHaveLength(4091)
    expect(read(`x${longest}`).fault).toBe('reply-line-too-long')
    expect(read('2'.repeat(4097)).fault).toBe('reply-line-too-long')
  })

  it('takes 128 lines and stops at one more', () => {
    expect(read(`${'250-x\r\n'.repeat(127)}250 end\r\n`).replies[0]!.lines).toHaveLength(128)
    expect(read(`${'250-x\r\n'.repeat(128)}250 end\r\n`).fault).toBe('reply-too-many-lines')
  })

  it('knows when a reply has begun and not ended', () => {
    for (const text of ['2', '250 o', '250 ok\r', '250-ok\r\n']) expect(read(text).isMidReply).toBe(true)
    expect(read('').isMidReply).toBe(false)
    expect(read('250-ok\r\n250 ok\r\n').isMidReply).toBe(false)
  })

  it('says nothing more after a fault', () => {
    expect(readAll([Buffer.from('x\r\n'), Buffer.from('250 ok\r\n')]).replies).toEqual([])
  })

  const anyLine = fc.oneof(
    fc.constantFrom('250 ok', '250-more', '250 last', '354 go', '421 bye', '999 no', 'garbage', '25', '', '250-日本'),
    fc.string({maxLength: 30}),
    fc.constant(`250 ${'y'.repeat(4200)}`),
  )
  const anyBytes = fc.oneof(
    fc
      .array(fc.tuple(anyLine, fc.constantFrom('\r\n', '\n', '\r', '')), {maxLength: 20})
      .map((lines) => Buffer.from(lines.map(([line, end]) => line + end).join(''))),
    fc.uint8Array({maxLength: 300}).map((bytes) => Buffer.from(bytes)),
  )

  it('never throws and reads the same at every split', () => {
    fc.assert(
      fc.property(anyBytes, fc.array(fc.nat(6000), {maxLength: 12}), (bytes, cuts) => {
        const whole = readAll([bytes])
        const borders = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
        const parts = borders.slice(1).map((border, index) => bytes.subarray(borders[index], border))
        const split = readAll(parts)
        expect(split.replies).toEqual(whole.replies)
        expect(split.fault).toBe(whole.fault)
        const bytewise = readAll([...bytes].map((byte) => Buffer.of(byte)))
        expect(bytewise.replies).toEqual(whole.replies)
        expect(bytewise.fault).toBe(whole.fault)
      }),
      {numRuns: 300},
    )
  })
})
