/** What --type and --bits of `key dkim create` ask for. */
import type {DkimKind} from '../core/sending/dkim/kind.ts'
import {AppError} from '../errors.ts'

/** RSA comes first. Throws FLAGS_EXCLUSIVE: the length of an Ed25519 key is fixed. */
export function kindsOf(type: string, bits: string | undefined): readonly DkimKind[] {
  if (type === 'ed25519' && bits !== undefined)
    throw new AppError('FLAGS_EXCLUSIVE', {flag: '--bits', other: '--type ed25519', command: 'key dkim create'})
  return type === 'both' ? ['rsa', 'ed25519'] : [type === 'rsa' ? 'rsa' : 'ed25519']
}
