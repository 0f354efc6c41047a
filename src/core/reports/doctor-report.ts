/** The answer of a look at a sending domain, for screens and other programs. */
import type {Asked} from '../dns-records/answer.ts'
import type {DomainView} from '../lint/domain-view.ts'
import type {Finding} from '../lint/finding.ts'

export interface DoctorReport {
  /** Of the rulebook. */
  readonly rulebook: string
  readonly view: DomainView
  /** All that DNS was asked, in order of the names. */
  readonly questions: readonly Asked<unknown>[]
  readonly findings: readonly Finding[]
  readonly errors: number
  readonly warnings: number
  /** Duties that could not be judged: DNS gave no answer, or nobody said which selectors sign. */
  readonly notAssessed: number
}
