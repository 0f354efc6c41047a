/** The journal of a detached server as it is asked over the network: certificates and names checked, no redirect followed. */
import {AppError} from '../../errors.ts'
import type {JournalSource} from '../../ports/journal.ts'
import type {WebAsker} from '../../ports/web-asker.ts'

/** url: of the server, without a slash at its end. pullKey: opens its journal. */
export function journalSource(url: string, pullKey: string, ask: WebAsker): JournalSource {
  return {
    url,
    async read(after, nonce) {
      const answer = await ask({
        method: 'GET',
        url: `${url}/journal?after=${after}&nonce=${nonce}`,
        headers: {authorization: `Bearer ${pullKey}`, 'user-agent': 'todoke-pull', accept: 'application/json'},
      })
      if ('why' in answer) throw new AppError('PULL_UNREACHABLE', {url, why: answer.why})
      const {status, body} = answer
      if (status === 401) throw new AppError('PULL_KEY_REFUSED', {url})
      if (status !== 200) throw new AppError('PULL_UNREACHABLE', {url, why: `HTTP ${status}`})
      return body
    },
  }
}
