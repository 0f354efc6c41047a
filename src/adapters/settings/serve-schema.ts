/** The part of todoke.yaml about the server for opt-outs, and the services that tell it of more; each key may be left out. */
import {isIP} from 'node:net'
import {z} from 'zod'
import type {Described} from './schema-parts.ts'
import {expected, isHttpsUrl, isVariable, line, map, whole} from './schema-parts.ts'

export function serveSettings(about: (key: Described) => string) {
  const networks = () => z.array(line('network', isNetwork), expected('networks')).nullish()
  return map({
    address: line('ip', (given) => isIP(given) !== 0)
      .nullish()
      .describe(about('serve.address')),
    port: whole('port', 1, 65535).nullish().describe(about('serve.port')),
    tls: map({
      certFile: line('path').describe(about('serve.tls.certFile')),
      keyFile: line('path').describe(about('serve.tls.keyFile')),
    })
      .nullish()
      .describe(about('serve.tls')),
    trustedProxies: networks().describe(about('serve.trustedProxies')),
    metricsFrom: networks().describe(about('serve.metricsFrom')),
    revokedKeys: z.array(line('key-id', isKeyId), expected('key-ids')).nullish().describe(about('serve.revokedKeys')),
    hooks: hookSettings(about).nullish().describe(about('serve.hooks')),
    lookUpScanners: z.boolean(expected('true-false')).nullish().describe(about('serve.lookUpScanners')),
    signUpUrl: line('sign-up-url', isHttpsUrl)
      .nullish()
      .meta({format: 'uri', description: about('serve.signUpUrl')}),
    limits: map({
      connections: whole('served', 100, 100_000).nullish().describe(about('serve.limits.connections')),
      perClient: whole('served-rate', 1, 100_000).nullish().describe(about('serve.limits.perClient')),
      overall: whole('served-rate', 1, 100_000).nullish().describe(about('serve.limits.overall')),
    })
      .nullish()
      .describe(about('serve.limits')),
  })
}

/** Services without a key here have no address at the server. */
function hookSettings(about: (key: Described) => string) {
  const secret = () =>
    map({
      keyFile: line('path').nullish().describe(about('serve.hooks.keyFile')),
      keyEnv: line('variable', isVariable).nullish().describe(about('serve.hooks.keyEnv')),
    }).nullish()
  return map({
    mailgun: secret().describe(about('serve.hooks.mailgun')),
    sendgrid: map({publicKey: line('public-key', isBase64).describe(about('serve.hooks.sendgrid.publicKey'))})
      .nullish()
      .describe(about('serve.hooks.sendgrid')),
    postmark: secret().describe(about('serve.hooks.postmark')),
    mailchimp: secret().describe(about('serve.hooks.mailchimp')),
    ses: map({
      certFile: line('path').describe(about('serve.hooks.ses.certFile')),
      topic: line('sns-topic', isTopic).describe(about('serve.hooks.ses.topic')),
    })
      .nullish()
      .describe(about('serve.hooks.ses')),
  })
}

function isBase64(given: string): boolean {
  return given.length >= 80 && /^[A-Za-z0-9+/]+={0,2}$/.test(given)
}

function isTopic(given: string): boolean {
  return /^arn:aws[\w-]*:sns:[\w-]+:\d{12}:[\w-]{1,256}$/.test(given)
}

/** As in the name of its file, token-0a0b0c0d.json. */
function isKeyId(given: string): boolean {
  return /^[0-9a-f]{8}$/.test(given)
}

/** An address, or a network such as 10.0.0.0/8. */
function isNetwork(given: string): boolean {
  const [address = '', bits, ...more] = given.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}
