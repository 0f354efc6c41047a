/**
 * The values that `todoke init` writes as examples, and the question whether some are still there. Mail must not
 * go out under an invented sender without anyone noticing.
 */
import type {Settings} from './settings.ts'

export interface ExampleValues {
  readonly senderName: string
  readonly senderAddress: string
  readonly senderContact: string
  readonly fromName: string
  readonly fromAddress: string
  readonly optOutUrl: string
  readonly optOutMailto: string
  readonly relayHost: string
}

export const EXAMPLES: Readonly<Record<'ja' | 'en', ExampleValues>> = {
  ja: {
    senderName: '株式会社サンプル',
    senderAddress: '〒100-0000 東京都見本区例町1-2-3 サンプルビル4階',
    senderContact: 'info@example.jp',
    fromName: 'サンプル通信',
    fromAddress: 'news@example.jp',
    optOutUrl: 'https://mail.example.jp/optout',
    optOutMailto: 'optout@example.jp',
    relayHost: 'smtp.example.jp',
  },
  en: {
    senderName: 'Sample Trading Co., Ltd.',
    senderAddress: '1-2-3 Rei-cho, Mihon-ku, Tokyo 100-0000, Japan',
    senderContact: 'info@example.com',
    fromName: 'Sample News',
    fromAddress: 'news@example.com',
    optOutUrl: 'https://mail.example.com/optout',
    optOutMailto: 'optout@example.com',
    relayHost: 'smtp.example.com',
  },
}

/**
 * Key paths of todoke.yaml, in its order, whose values are still examples: the words above, or a name below a
 * domain that is reserved for documentation and can never be yours (RFC 2606, RFC 6761; example.jp by JPRS).
 */
export function exampleValuesLeft(settings: Settings): string[] {
  const {sender, optOut, relay} = settings
  const isSample = (key: keyof ExampleValues, value: string) =>
    Object.values(EXAMPLES).some((examples) => examples[key] === value)
  const checks: readonly (readonly [string, boolean])[] = [
    ['sender.name', isSample('senderName', sender.name)],
    ['sender.address', isSample('senderAddress', sender.address)],
    ['sender.contact', isSample('senderContact', sender.contact) || isReserved(sender.contact)],
    ['sender.from.name', isSample('fromName', sender.from.name)],
    ['sender.from.address', isReserved(sender.from.address)],
    ['sender.replyTo', sender.replyTo !== null && isReserved(sender.replyTo)],
    ['optOut.url', isReserved(optOut.url)],
    ['optOut.mailto', isReserved(optOut.mailto)],
    ['relay.host', isReserved(relay.host)],
  ]
  return checks.filter(([, left]) => left).map(([path]) => path)
}

const RESERVED = /(?:^|[@./])(?:example(?:\.(?:com|net|org|jp|(?:co|ne|or|ac|go)\.jp))?|[\w-]+\.(?:test|invalid))$/i

/** value: a domain, an address or a URL. */
function isReserved(value: string): boolean {
  const host = value
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/[/:?#].*$/, '')
  return RESERVED.test(host)
}
