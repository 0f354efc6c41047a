/** A DNS server for TXT records on loopback: what it answers is told by name. */

import {createSocket} from 'node:dgram'
import type {AddressInfo} from 'node:net'

/** Strings of each TXT record; nxdomain, servfail: reply codes; silent: no reply at all. */
export type DnsAnswer = readonly (readonly string[])[] | 'nxdomain' | 'servfail' | 'silent'

export interface DnsServer {
  /** 127.0.0.1:PORT */
  readonly address: string
  /** Names that were asked for, in order. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

/** A name that is not told does not exist. */
export async function startDns(answers: Readonly<Record<string, DnsAnswer>>): Promise<DnsServer> {
  const asked: string[] = []
  const socket = createSocket('udp4')
  socket.on('message', (query, from) => {
    const name = nameOf(query)
    asked.push(name)
    const answer = answers[name] ?? 'nxdomain'
    if (answer !== 'silent') socket.send(replyTo(query, answer), from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${(socket.address() as AddressInfo).port}`,
    asked,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  }
}

const HEADER_BYTES = 12

/** The question's name, in lower case. */
function nameOf(query: Buffer): string {
  const labels: string[] = []
  for (let at = HEADER_BYTES; query[at] !== 0; at += query[at]! + 1)
    labels.push(query.toString('latin1', at + 1, at + 1 + query[at]!))
  return labels.join('.').toLowerCase()
}

/** RFC 1035 section 4.1: the header, the question as it was asked, and the records under its name. */
function replyTo(query: Buffer, answer: Exclude<DnsAnswer, 'silent'>): Buffer {
  const question = query.subarray(HEADER_BYTES, query.indexOf(0, HEADER_BYTES) + 5)
  const records = typeof answer === 'string' ? [] : answer.map(txtRecord)
  const header = Buffer.from(query.subarray(0, HEADER_BYTES))
  header.writeUInt16BE(0x8180 | (answer === 'nxdomain' ? 3 : answer === 'servfail' ? 2 : 0), 2)
  header.writeUInt16BE(records.length, 6)
  header.writeUInt32BE(0, 8)
  return Buffer.concat([header, question, ...records])
}

function txtRecord(strings: readonly string[]): Buffer {
  const data = Buffer.concat(
    strings.map((each) => Buffer.concat([Buffer.from([each.length]), Buffer.from(each, 'latin1')])),
  )
  const head = Buffer.alloc(12)
  // A pointer to the name in the question, type TXT, class IN, to be kept for no time.
  head.writeUInt16BE(0xc000 | HEADER_BYTES, 0)
  head.writeUInt16BE(16, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}
