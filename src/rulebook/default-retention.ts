/**
 * How long we keep the proof of a consent, and of a no, where a law names no period but the sender may have to prove it:
 * three years, the longest that any law with a figure asks for (rulebook E.4, F.4). Ours, and marked as not verified.
 */
import type {Retention} from '../core/laws/law.ts'
import type {Source} from '../core/lint/finding.ts'

const own: Source = {title: 'Todoke 既定の保存期間 (default retention)', confidence: 'unverified'}

/** of: the law's name in capitals. */
export function defaultRetention(of: string): Retention {
  return {
    of,
    after: 'last-mail-or-no',
    period: {unit: 'years', n: 3},
    says: {
      ja: '法律に保存期間の定めはありません。Todoke は立証に備え、最後の送信（その後に拒否や撤回があれば、その日）から3年間保存します。',
      en: 'The law names no period. So that it can be proven, we keep the proof for three years after the last mail, or after the refusal or withdrawal where that came later.',
    },
    since: '2008-12-01',
    sources: [own],
  }
}
