/** The rulebook's comparison matrix (F.1, F.3), law by law, against the law files. */
import {describe, expect, it} from 'vitest'
import type {Law} from '../../src/core/laws/law.ts'
import {LAWS} from '../../src/rulebook/laws.ts'

interface Row {
  readonly model: 'opt-in' | 'opt-out' | 'mixed'
  /** Which act or medium, deadline, link life in days. Empty where the law names no period ("free and easy"). */
  readonly optOut: readonly string[]
  readonly retention: readonly string[]
  /** Figures of the maximum sanction, in the English words. */
  readonly sanctions: readonly string[]
}

const MATRIX: Readonly<Record<string, Row>> = {
  jp: {
    model: 'opt-in',
    optOut: ['general: 0 hours, link -', 'JP-tokusho: 0 hours, link -'],
    retention: [
      'JP: 1 months after last-mail',
      'JP-order: 1 years after last-mail, if underAdministrativeOrder',
      'JP-tokusho: 3 years after last-mail, if sellerType',
      'JP-appi-provision: 3 years after provision',
    ],
    sanctions: ['¥30,000,000', '¥2,000,000', 'up to 2 years', '¥100,000,000'],
  },
  us: {
    model: 'opt-out',
    optOut: ['general: 10 businessDays, link 30', 'US-wireless: 10 days, link 30'],
    retention: [],
    sanctions: ['$53,088'],
  },
  ca: {
    model: 'opt-in',
    optOut: ['general: 10 businessDays, link 60'],
    retention: ['CA: 3 years after last-mail'],
    sanctions: ['CAD 1,000,000', 'CAD 10,000,000'],
  },
  uk: {
    model: 'opt-in',
    optOut: ['general: 0 hours, link -'],
    retention: [],
    sanctions: ['£17,500,000 or 4 %'],
  },
  eu: {model: 'opt-in', optOut: ['general: 0 hours, link -'], retention: [], sanctions: ['€20,000,000 or 4 %']},
  de: {model: 'opt-in', optOut: ['general: 0 hours, link -'], retention: [], sanctions: ['damages', 'GDPR']},
  fr: {
    model: 'opt-in',
    optOut: ['general: 0 hours, link -'],
    retention: ['FR-prospect: at most 3 years after last-contact'],
    sanctions: ['GDPR'],
  },
  au: {model: 'opt-in', optOut: ['general: 5 businessDays, link 30'], retention: [], sanctions: ['AUD 2,000,000']},
  sg: {
    model: 'opt-out',
    optOut: ['general: 10 businessDays, link 30'],
    retention: [],
    sanctions: ['SGD 25', 'SGD 1,000,000'],
  },
  kr: {model: 'opt-in', optOut: ['general: 0 hours, link -'], retention: [], sanctions: ['₩30,000,000', '6 %']},
  br: {model: 'mixed', optOut: [], retention: [], sanctions: ['2 %', 'BRL 50,000,000']},
  in: {model: 'opt-in', optOut: [], retention: [], sanctions: ['₹250 crore']},
}

function factsOf({facts}: Law) {
  return facts ?? expect.fail('a jurisdiction has facts')
}

describe('the matrix', () => {
  it('has a row for every law', () => {
    expect(LAWS.map(({id}) => id)).toEqual(Object.keys(MATRIX))
  })

  it.each(LAWS.map((law) => [law.id, law] as const))('says of %s what its file says', (id, law) => {
    const {model, optOut, retention, quietHours, penalties} = factsOf(law)
    const row = MATRIX[id]!
    expect(model).toBe(row.model)
    expect(
      optOut.map(
        ({of, deadline, linkDays}) => `${of ?? 'general'}: ${deadline.n} ${deadline.unit}, link ${linkDays ?? '-'}`,
      ),
    ).toEqual(row.optOut)
    expect(
      retention.map(({of, bound, period, after, when}) => {
        const most = bound === 'at-most' ? 'at most ' : ''
        return `${of}: ${most}${period.n} ${period.unit} after ${after}${when === undefined ? '' : `, if ${when.fact}`}`
      }),
    ).toEqual(row.retention)
    // F.3: no law has quiet hours for e-mail; Korea's are of other media.
    expect(quietHours).toBeNull()
    const amounts = penalties.map(({amount}) => amount.en).join('\n')
    for (const figure of row.sanctions) expect(amounts).toContain(figure)
  })
})
