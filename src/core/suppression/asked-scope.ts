/** Which opt-outs stop a send. */
import type {SuppressionScope} from './entry.ts'

/**
 * all: those of all mail; a topic: those and the topic's own; any-topic: advertising that names no topic may be about
 * anything, so whoever left any topic gets none of it. Whoever has topics sends by topic.
 */
export type AskedScope = SuppressionScope | 'any-topic'

/** mailClass: of send-content.ts. Whoever left anything is not asked for consent to anything. */
export function askedScope(topic: string | null, mailClass: string): AskedScope {
  if (mailClass === 'consent-request') return 'any-topic'
  if (topic !== null) return `topic:${topic}`
  return mailClass === 'marketing' ? 'any-topic' : 'all'
}
