import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readForm} from '../../../src/adapters/http/read-form.ts'

const FORM = 'application/x-www-form-urlencoded'
const read = (body: string, type?: string) => {
  const fields = readForm(Buffer.from(body), type)
  return fields === null ? null : Object.fromEntries(fields)
}

describe('a form', () => {
  it.each([
    ['plain', 'List-Unsubscribe=One-Click', FORM, {'List-Unsubscribe': 'One-Click'}],
    ['with a charset', 'a=b', `${FORM}; charset=utf-8`, {a: 'b'}],
    ['escaped', 'List%2DUnsubscribe=One%2DClick&x=%E3%81%82+b', FORM, {'List-Unsubscribe': 'One-Click', x: 'あ b'}],
    ['of a kind nobody told', 'a=b', undefined, {a: 'b'}],
    ['twice: the first counts', 'a=1&a=2', FORM, {a: '1'}],
    ['empty', '', FORM, {}],
    ['JSON', '{"a":1}', 'application/json', null],
    ['without a boundary', '--x\r\n', 'multipart/form-data', null],
  ])('%s', (_, body, type, expected) => {
    expect(read(body, type)).toEqual(expected)
  })

  const parts = (end: string) =>
    [
      ...['preamble', '--xyz', 'Content-Disposition: form-data; name="List-Unsubscribe"', '', 'One-Click'],
      ...['--xyz', 'content-type: text/plain', 'CONTENT-DISPOSITION: form-data; filename="f"; name=b', '', 'あ', ''],
      ...['--xyz', 'Content-Disposition: attachment', '', 'nameless', '--xyz--', 'epilogue --xyz'],
    ].join(end)

  it.each(['\r\n', '\n'])('in parts, with any line end', (end) => {
    const fields = read(parts(end), 'multipart/form-data; boundary="xyz"')
    expect(fields).toEqual({'List-Unsubscribe': 'One-Click', b: `あ${end}`})
  })

  it('is read without a fault, whatever it holds', () => {
    const types = fc.oneof(fc.constantFrom(FORM, 'multipart/form-data; boundary=a', ''), fc.string())
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 1024}), types, (body, type) => {
        const fields = readForm(body, type)
        return fields === null || fields instanceof Map
      }),
    )
  })
})
