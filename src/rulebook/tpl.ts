/** Todoke's own standard for templates, applied under every law: what would go wrong in the mail whatever the country. */
import type {Law} from '../core/lint/duty.ts'
import type {Source} from '../core/lint/finding.ts'

const own: readonly Source[] = [{title: 'Todoke テンプレート基準 (template standard)', confidence: 'verified'}]

export const tpl: Law = {
  id: 'tpl',
  name: {ja: 'Todoke テンプレート基準', en: 'Todoke template standard'},
  countries: [],
  duties: [
    {id: 'tpl/syntax', rule: 'template-syntax', severity: 'error', since: '2026-01-01', sources: own},
    {id: 'tpl/unresolved-tag', rule: 'known-names', severity: 'error', since: '2026-01-01', sources: own},
    {id: 'tpl/hidden-label', rule: 'hidden-label', severity: 'error', since: '2026-01-01', sources: own},
    {id: 'tpl/unsub-href-bad', rule: 'opt-out-href', severity: 'error', since: '2026-01-01', sources: own},
  ],
}
