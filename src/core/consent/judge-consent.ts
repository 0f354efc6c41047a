/** What one contact's consent is worth under each law that protects it, with what each law says against it. */
import type {ContactCase} from '../contacts/contact-case.ts'
import type {ContactComplaint, ContactJudge} from '../lint/judge-contact.ts'
import {consentVerdict} from '../lint/judge-contact.ts'
import type {ConsentVerdict} from './verdict.ts'
import {worse} from './verdict.ts'

export interface LawVerdict {
  /** Id of a law or standard. */
  readonly law: string
  readonly verdict: ConsentVerdict
  readonly complaints: readonly ContactComplaint[]
}

export interface ConsentVerdicts {
  /** In the order of the choice: the sender's laws, the country's, the standards; also those with nothing to say. */
  readonly byLaw: readonly LawVerdict[]
  /** The strictest answer, which holds. */
  readonly worst: ConsentVerdict
}

export function consentVerdicts(judge: ContactJudge, contact: ContactCase): ConsentVerdicts {
  const complaints = judge.judge(contact)
  const byLaw = judge.lawsFor(contact.country, contact.alsoIn).map(({id}): LawVerdict => {
    const own = complaints.filter(({law}) => law === id)
    return {law: id, verdict: consentVerdict(own), complaints: own}
  })
  return {byLaw, worst: byLaw.reduce<ConsentVerdict>((worst, {verdict}) => worse(worst, verdict), 'valid')}
}
