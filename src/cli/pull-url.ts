/** The address of a detached server as it is typed. */
import {isLoopbackHost} from '../core/loopback.ts'
import {AppError} from '../errors.ts'

/** Without a slash at its end. Throws FLAG_INVALID: the key that opens the journal must not cross the network in clear text. */
export function pullUrl(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null
  const isFit =
    url !== null &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname))) &&
    url.username === '' &&
    url.search === '' &&
    url.hash === ''
  if (!isFit)
    throw new AppError('FLAG_INVALID', {
      ...{flag: 'URL', given: '***', command: 'suppression pull'},
      expected: 'https://optout.example.com',
    })
  return given.replace(/\/$/, '')
}
