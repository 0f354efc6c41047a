/** Duties on the text of a mail that several laws share but for their figures and sources. */
import type {Day, Duty} from '../core/lint/duty.ts'

/** Notices on the reader's own order or account are outside. */
export const MARKETING: NonNullable<Duty['mails']> = ['marketing']

/** From this day what we began to check in November 2026 weighs an error. */
export const FIRM_FROM: Day = '2027-03-01'

type Rest = Pick<Duty, 'since' | 'sources'>

/** No claim of a delay: the mail has to stop at once. */
export function noDelayClaim(id: string, rest: Rest): Duty {
  return {
    id,
    title: {ja: '配信停止の反映時期の記載', en: 'Claims of a delay in opting out'},
    rule: 'delay-claim',
    with: {businessDays: 0},
    says: {
      ja: '断られたメールは、ただちに止めなければなりません。「反映まで数日かかります」と書いても、その間の送信は認められません。',
      en: 'Mail that is refused stops at once. Words such as "this may take a few days" do not allow what is sent meanwhile.',
    },
    mails: MARKETING,
    severity: 'warning',
    ...rest,
  }
}

/** No claim of a longer delay than the law leaves. */
export function delayClaimWithin(id: string, businessDays: number, rest: Rest): Duty {
  return {
    id,
    title: {ja: '期限を超える反映時期の記載', en: 'Claims of too long a delay'},
    rule: 'delay-claim',
    with: {businessDays},
    says: {
      ja: `メールを止める期限は${businessDays}営業日です。これより長くかかると書いてはいけません。`,
      en: `Mail must stop within ${businessDays} business days. The mail must not announce that it takes longer.`,
    },
    mails: MARKETING,
    severity: 'error',
    firmFrom: FIRM_FROM,
    ...rest,
  }
}

/** Refusing must be easy; what exactly burdens it, the law does not list. */
export function easyOptOut(id: string, rest: Rest): Duty {
  return {
    id,
    title: {ja: '手間のかからない受信拒否', en: 'Easy opting out'},
    rule: 'easy-opt-out',
    says: {
      ja: '受信は簡単に断れなければなりません。ログイン、アンケート、アドレス以外の情報、費用を求めるのは避けてください。',
      en: 'Refusing must be easy: ask for no login, no survey, no data beside the address, no fee.',
    },
    mails: MARKETING,
    severity: 'warning',
    ...rest,
  }
}
