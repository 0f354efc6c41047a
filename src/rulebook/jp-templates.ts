/** What Japanese law demands of the mail itself: the labels of the Specified E-mail Act, 特定電子メール法. */
import type {Duty} from '../core/lint/duty.ts'
import type {Source} from '../core/lint/finding.ts'

const act = (article: string): Source => ({
  title: `特定電子メール法 ${article}`,
  url: 'https://laws.e-gov.go.jp/law/414AC0100000026',
  confidence: 'verified',
})
const ordinance = (article: string): Source => ({
  title: `特定電子メール法施行規則 ${article}`,
  url: 'https://laws.e-gov.go.jp/law/414M60000008066',
  confidence: 'verified',
})

/** The day on which the amended Act with its labels came into force. */
const SINCE: Duty['since'] = '2008-12-01'

export const jpTemplateDuties: readonly Duty[] = [
  {
    id: 'jp/sender-name',
    rule: 'sender-name',
    severity: 'error',
    since: SINCE,
    sources: [act('4条1号'), ordinance('7条1項1号')],
  },
  {
    id: 'jp/optout-address',
    rule: 'opt-out-link',
    severity: 'error',
    since: SINCE,
    sources: [act('4条2号'), ordinance('7条1項1号・8条')],
  },
  {
    id: 'jp/optout-notice',
    rule: 'opt-out-notice',
    severity: 'error',
    since: SINCE,
    sources: [act('4条3号'), ordinance('9条1号')],
  },
  {
    id: 'jp/optout-notice-adjacent',
    rule: 'notice-adjacent',
    // 直前又は直後: one line or 120 characters is how far we still call that.
    with: {characters: 120, lines: 1},
    severity: 'warning',
    since: SINCE,
    sources: [act('4条3号'), ordinance('7条1項2号')],
  },
  {
    id: 'jp/postal-address',
    rule: 'postal-address',
    with: {linkedPage: true},
    severity: 'error',
    since: SINCE,
    sources: [act('4条3号'), ordinance('9条2号・7条1項3号')],
  },
  {
    id: 'jp/complaint-contact',
    rule: 'complaint-contact',
    severity: 'error',
    since: SINCE,
    sources: [act('4条3号'), ordinance('9条3号・7条1項3号')],
  },
  {
    id: 'jp/labels-as-text',
    rule: 'labels-as-text',
    severity: 'error',
    since: SINCE,
    sources: [ordinance('7条2項')],
  },
  {
    id: 'jp/labels-visible',
    rule: 'labels-visible',
    // The ordinance says "easily noticed"; the number is ours.
    with: {blankLines: 15},
    severity: 'warning',
    since: SINCE,
    sources: [ordinance('7条1項1号')],
  },
]
