/** What our own template standard is called where a finding names its source. */
import type {Source} from '../core/lint/finding.ts'

export const OWN: readonly Source[] = [{title: 'Todoke テンプレート基準 (template standard)', confidence: 'verified'}]
