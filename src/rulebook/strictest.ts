/**
 * The strictest common profile (rulebook F.4): for people of whom no country is known and none was declared. It warns,
 * but that some basis must be recorded, on which nearly all laws agree.
 */
import {BASES} from '../core/contacts/consent.ts'
import type {Law} from '../core/laws/law.ts'
import type {Duty, Words} from '../core/lint/duty.ts'
import type {Source} from '../core/lint/finding.ts'

const own: readonly Source[] = [{title: 'Todoke 最も厳しい共通基準 (strictest common profile)', confidence: 'verified'}]
/** A safe default rather than a law: it holds for lists of any age. */
const ALWAYS: Duty['since'] = '2008-12-01'

const told = (id: string, title: Words, says: Words): Duty => ({
  id,
  title,
  rule: null,
  says,
  severity: 'warning',
  since: ALWAYS,
  sources: own,
})
const checked = (id: string, title: Words, rule: string, wanted: NonNullable<Duty['with']>, says: Words): Duty => ({
  ...told(id, title, says),
  rule,
  with: wanted,
})

export const strictest: Law = {
  id: 'strictest',
  name: {ja: '最も厳しい共通基準', en: 'Strictest common profile'},
  countries: [],
  duties: [
    {
      ...checked(
        'strictest/consent-basis',
        {ja: '根拠の記録', en: 'Recorded basis'},
        'consent-basis',
        {bases: BASES},
        {
          ja: '国の分からない人にも、送ってよい根拠の記録が必要です。',
          en: 'Somebody whose country is not known needs a recorded basis too.',
        },
      ),
      severity: 'error',
    },
    checked(
      'strictest/express-consent',
      {ja: '明示の同意', en: 'Express consent'},
      'express-consent',
      {bases: ['consent']},
      {
        ja: '国の分からない人には、どの国でも通用する明示の同意を得ておくのが安全です。',
        en: 'For people whose country is not known, express consent is safe: it counts everywhere.',
      },
    ),
    checked(
      'strictest/double-opt-in',
      {ja: 'ダブルオプトインの確認', en: 'Confirmed double opt-in'},
      'double-opt-in',
      {only: ['incomplete']},
      {
        ja: '同意は、確認メールで本人に確かめておく（ダブルオプトイン）のが安全です。確認の済んでいない登録は使わないでください。',
        en: 'A consent is safest confirmed by mail (double opt-in). Do not use sign-ups whose confirmation is outstanding.',
      },
    ),
    checked(
      'strictest/single-opt-in',
      {ja: '確認メールのない登録', en: 'Sign-up without double opt-in'},
      'double-opt-in',
      {only: ['single']},
      {
        ja: '確認メールのない同意（シングルオプトイン）は、国によっては本人の意思表示であることを示せません。',
        en: 'A consent that was never confirmed by mail (single opt-in) is no proof in every country.',
      },
    ),
    checked(
      'strictest/consent-record',
      {ja: '同意の記録', en: 'Record of consent'},
      'consent-record',
      {basis: 'consent', how: ['method', 'source', 'wording']},
      {
        ja: '同意は、いつ、どのように得たかを、一人ひとり示せるようにしておきます。',
        en: 'Be able to show for each person when and how consent was given.',
      },
    ),
    checked(
      'strictest/consent-wording',
      {ja: '同意のときに示した文言', en: 'Form text behind the consent'},
      'wording-shown',
      {basis: 'consent'},
      {
        ja: '何に同意したのかを示せるように、同意の日に示していたフォームの文言を保存します。',
        en: 'Keep the form text that was shown on the day of consent, to show what was agreed to.',
      },
    ),
    told(
      'strictest/suppress-at-once',
      {ja: '配信停止の即時反映', en: 'Suppression at once'},
      {
        ja: '配信停止はただちに反映し、送信のたびに確認します。',
        en: 'A suppression takes effect at once and is looked at before every batch.',
      },
    ),
    told(
      'strictest/link-lifetime',
      {ja: '配信停止の URL の有効期間', en: 'Life of the opt-out link'},
      {
        ja: '配信停止の URL は期限なしで、少なくとも最後の送信から60日間は使えるようにします。',
        en: 'The opt-out link works without limit, and at least 60 days after the last mail.',
      },
    ),
    told(
      'strictest/easy-opt-out',
      {ja: '手間のかからない配信停止', en: 'Easy opt-out'},
      {
        ja: '配信停止に、ログイン、費用、追加の入力を求めません。',
        en: 'Opting out takes no login, no fee and no extra field.',
      },
    ),
    told(
      'strictest/one-click',
      {ja: 'ワンクリックの配信停止', en: 'One-click unsubscribe'},
      {
        ja: 'ワンクリックの配信停止ヘッダーを DKIM で署名して付け、本文にも見えるリンクを置きます。',
        en: 'One-click headers signed by DKIM, and a visible link as well.',
      },
    ),
    told(
      'strictest/footer',
      {ja: '本文の送信者情報', en: 'Sender details in the body'},
      {
        ja: '本文に、正式名称、住所、連絡先と、リンクのそばの配信停止の案内を、画像ではなく文字で置きます。',
        en: 'The body shows as text, not as pictures, the legal name, street address, contact, and the opt-out words next to the link.',
      },
    ),
    told(
      'strictest/labels',
      {ja: '宛先に応じた件名の表示', en: 'Subject labels by audience'},
      {
        ja: '宛先に応じて、件名に「(광고)」や「<ADV> 」を付けます。',
        en: 'The subject bears "(광고)" or "<ADV> " as the audience demands.',
      },
    ),
    told(
      'strictest/send-log',
      {ja: '送信記録の保存', en: 'Log of sends'},
      {
        ja: '送信の記録を3年間保存します。',
        en: 'The log of sends is kept for three years.',
      },
    ),
    told(
      'strictest/complaints',
      {ja: '苦情率による停止', en: 'Stop at high complaint rates'},
      {
        ja: '苦情率が0.1%に達したら送信を止めます。',
        en: 'Sending stops at a complaint rate of 0.1 %.',
      },
    ),
  ],
  facts: null,
}
