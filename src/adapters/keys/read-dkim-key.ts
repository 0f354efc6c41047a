/**
 * A DKIM key from its file, proved before the first mail: a key that cannot sign would otherwise show only when
 * receivers throw the mail away.
 */
import type {KeyObject} from 'node:crypto'
import {createPrivateKey, createPublicKey, sign, verify} from 'node:crypto'
import {resolve} from 'node:path'
import type {DkimKey} from '../../core/sending/dkim/key.ts'
import {RSA_BITS} from '../../core/sending/dkim/key.ts'
import type {DkimSetting} from '../../core/settings.ts'
import {AppError} from '../../errors.ts'
import type {Lang, MessageKey, MessageValues} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import {readPrivateFile} from '../files/private-file.ts'

/** An RSA key of 4,096 bits takes 3.3 KB as PEM. */
const MAX_BYTES = 16_384

/** folder: of the workspace, from which keyFile is looked up. Throws DKIM_KEY_BAD saying which check failed. */
export async function readDkimKey(
  {domain, selector, keyFile}: DkimSetting,
  {folder, lang}: {readonly folder: string; readonly lang: Lang},
): Promise<DkimKey> {
  const refuse = (why: MessageKey, values: MessageValues = {}, cause?: unknown) =>
    new AppError('DKIM_KEY_BAD', {file: keyFile, why: text(lang, why, values)}, cause === undefined ? {} : {cause})
  const read = await readPrivateFile(resolve(folder, keyFile), MAX_BYTES)
  if (!Buffer.isBuffer(read))
    throw refuse(read.why === 'too-long' ? 'dkim.key.too-long' : `settings.secret.${read.why}`, {}, read.cause)
  const pem = read.toString('latin1')
  const form = faultOfForm(pem)
  if (form !== null) throw refuse(form)
  let privateKey: KeyObject
  try {
    privateKey = createPrivateKey(pem)
  } catch {
    // Without its cause: what a parser says of a secret is best not repeated.
    throw refuse('dkim.key.broken')
  }
  const {asymmetricKeyType: type, asymmetricKeyDetails} = privateKey
  if (type !== 'rsa' && type !== 'ed25519') throw refuse('dkim.key.kind', {kind: type ?? '?'})
  const bits = type === 'rsa' ? (asymmetricKeyDetails?.modulusLength ?? 0) : 256
  if (type === 'rsa' && bits < RSA_BITS.min) throw refuse('dkim.key.short', {bits: String(bits)})
  if (type === 'rsa' && bits > RSA_BITS.max) throw refuse('dkim.key.long', {bits: String(bits)})
  if (!canSign(privateKey)) throw refuse('dkim.key.damaged')
  return {domain, selector, kind: type, bits, privateKey}
}

function faultOfForm(pem: string): MessageKey | null {
  if (pem.trim() === '') return 'settings.secret.empty'
  if (pem.includes('BEGIN OPENSSH PRIVATE KEY')) return 'dkim.key.openssh'
  if (/BEGIN ENCRYPTED PRIVATE KEY|^Proc-Type: 4,ENCRYPTED/m.test(pem)) return 'dkim.key.encrypted'
  if (/BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) return null
  return /BEGIN [A-Z ]*(PUBLIC KEY|CERTIFICATE)-----/.test(pem) ? 'dkim.key.public' : 'dkim.key.garbage'
}

/** What the key signs must verify with the public part that goes into DNS. */
function canSign(privateKey: KeyObject): boolean {
  const probe = Buffer.from('dkim')
  const algorithm = privateKey.asymmetricKeyType === 'rsa' ? 'sha256' : null
  try {
    return verify(algorithm, probe, createPublicKey(privateKey), sign(algorithm, probe, privateKey))
  } catch {
    return false
  }
}
