/** A DNS server on loopback that answers from a zone, by UDP and, where the answer is too long for that, by TCP. */
import {createSocket} from 'node:dgram'
import type {AddressInfo} from 'node:net'
import {createServer} from 'node:net'
import type {Packet, Answer as PacketAnswer} from 'dns-packet'
import {decode, encode, streamDecode, streamEncode, TRUNCATED_RESPONSE} from 'dns-packet'
import type {ZoneRecord} from './zone.ts'

export interface ZoneServer {
  /** 127.0.0.1:PORT */
  readonly address: string
  /** `NAME TYPE`, in order, a question repeated by TCP twice. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

const RCODE = {nxdomain: 3, servfail: 2, refused: 5} as const
const UDP_BYTES = 512
const AUTHORITATIVE = 1 << 10

export interface Conduct {
  /** By name: what the server does instead of answering. */
  readonly failing?: Readonly<Record<string, 'servfail' | 'refused' | 'silent'>>
  /** Aliases are told without what they lead to, as servers of one zone do. */
  readonly bareAliases?: boolean
}

/** Raw strings of a TXT record: value split at 255 bytes, or at | where it holds one. */
export async function serveZone(
  records: readonly ZoneRecord[],
  {failing = {}, bareAliases}: Conduct = {},
): Promise<ZoneServer> {
  const asked: string[] = []
  const reply = (query: Packet): Packet | null => {
    const [question] = query.questions!
    const name = question!.name.toLowerCase()
    asked.push(`${name} ${question!.type}`)
    const conduct = failing[name]
    if (conduct === 'silent') return null
    const head = {id: query.id ?? 0, type: 'response', questions: query.questions!} as const
    if (conduct !== undefined) return {...head, flags: RCODE[conduct]}
    const answers = answersTo(name, question!.type, records, bareAliases === true)
    const isThere = answers.length > 0 || records.some((each) => each.name === name || each.name.endsWith(`.${name}`))
    return {...head, answers, flags: AUTHORITATIVE | (isThere ? 0 : RCODE.nxdomain)}
  }
  const tcp = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.once('data', (bytes) => {
      const answer = reply(streamDecode(bytes))
      if (answer === null) socket.destroy()
      else socket.end(streamEncode(answer))
    })
  })
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve))
  const {port} = tcp.address() as AddressInfo
  const udp = createSocket('udp4')
  udp.on('message', (bytes, from) => {
    const query = decode(bytes)
    const answer = reply(query)
    if (answer === null) return
    const whole = encode(answer)
    const cut = {...answer, answers: [], flags: (answer.flags ?? 0) | TRUNCATED_RESPONSE}
    udp.send(whole.length > UDP_BYTES ? encode(cut) : whole, from.port, from.address)
  })
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${port}`,
    asked,
    close: async () => {
      await new Promise<void>((resolve) => udp.close(() => resolve()))
      await new Promise<void>((resolve) => tcp.close(() => resolve()))
    },
  }
}

function answersTo(name: string, type: string, records: readonly ZoneRecord[], bare: boolean): PacketAnswer[] {
  const here = records.filter((each) => each.name === name)
  const alias = here.find((each) => each.type === 'CNAME')
  if (alias !== undefined && type !== 'CNAME') {
    const end = bare ? [] : answersTo(alias.value, type, records, bare)
    return [packetOf(alias), ...end]
  }
  return here.filter((each) => each.type === type).map(packetOf)
}

function packetOf({name, type, value}: ZoneRecord): PacketAnswer {
  if (type === 'TXT') return {name, type, ttl: 0, data: value.match(/[^|]{1,255}/gs) ?? ['']}
  if (type !== 'MX') return {name, type, ttl: 0, data: value}
  const [preference, exchange] = value.split(' ')
  return {name, type, ttl: 0, data: {preference: Number(preference), exchange: exchange === '' ? '.' : exchange!}}
}
