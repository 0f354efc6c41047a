/** Numbers of Germany, Switzerland and the Netherlands. */
import {crossSum, digitsOf, icao, isShortDay, mod1110, signValue, weighted} from './checks.ts'
import type {Recogniser} from './recogniser.ts'

export const germany: readonly Recogniser[] = [
  {
    kind: 'de-tax-id',
    category: 'nationalId',
    name: {ja: 'ドイツの納税者識別番号', en: 'German tax identification number'},
    shape: '•• ••• ••• •••',
    label: /\b(steuer ?-?(id|identifikationsnummer)|steuerliche identifikationsnummer)(?![\p{L}])/iu,
    hint: /^(id ?nr|idnr)$/iu,
    form: /(?<![\dA-Z-])[1-9]\d ?\d{3} ?\d{3} ?\d{3}(?![\dA-Z-])/giu,
    holds: (compact) => mod1110(compact) && !/(\d)(?:\d*?\1){3}/.test(compact.slice(0, 10)),
  },
  {
    kind: 'de-tax-number',
    category: 'nationalId',
    name: {ja: 'ドイツの税務番号', en: 'German tax number'},
    shape: '•••/••••/••••',
    label: /\bsteuer ?(nummer|nr)|\bst\.?-?nr\b/iu,
    isSharedWithCompanies: true,
    form: /(?<![\d/])((0[1-9]|1[0-6])\d{11}|\d{2,3}\/\d{3,4}\/\d{4,5})(?![\d/])/giu,
  },
  {
    kind: 'de-social-insurance',
    category: 'nationalId',
    name: {ja: 'ドイツの年金保険番号', en: 'German pension insurance number'},
    shape: '•• •••••• • •••',
    label: /\b(sozialversicherungs|rentenversicherungs|versicherungs) ?(nummer|nr)\b|\b(rvnr|svnr)\b/iu,
    form: /(?<![A-Z\d])\d{2} ?\d{6} ?[A-Z] ?\d{3}(?![A-Z\d])/giu,
    holds: isPensionNumber,
    proves: {lengths: [12], test: () => true, strength: 'strong', alone: true},
  },
  {
    kind: 'de-health-insurance',
    category: 'insurance',
    name: {ja: 'ドイツの健康保険者番号', en: 'German health insurance number'},
    shape: '••••••••••',
    label: /\b(krankenversicherten?|versicherten?) ?(nummer|nr)\b|\bkvnr\b|\begk ?-?nummer\b|\bkrankenkasse\b/iu,
    form: /(?<![A-Z\d])[A-Z]\d{9}(?![A-Z\d])/giu,
    holds: (compact) => {
      const digits = digitsOf(letterAsTwo(compact[0]!) + compact.slice(1))
      return crossSum(digits, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10 === digits[10]
    },
  },
  {
    kind: 'de-driving-licence',
    category: 'licence',
    name: {ja: 'ドイツの運転免許証番号', en: 'German driving licence number'},
    shape: '•••••••••••',
    label: /\bf[üu]e?hrerschein ?(nummer|nr)?\b|\bfahrerlaubnis/iu,
    form: /(?<![A-Z\d])[A-Z]{2}\d{8}[A-Z\d](?![A-Z\d])/giu,
  },
  {
    kind: 'de-passport',
    category: 'passport',
    name: {ja: 'ドイツの旅券番号', en: 'German passport number'},
    shape: '•••••••••',
    label: /\b(reise)?pass ?-?(nummer|nr)\b|\breisepass\b/iu,
    form: /(?<![A-Z\d])[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ\d]{7}\d(?![A-Z\d])/giu,
    holds: icao,
  },
  {
    kind: 'ch-ahv',
    category: 'nationalId',
    name: {ja: 'スイスの社会保険番号（AHV）', en: 'Swiss AHV number'},
    shape: '•••.••••.••••.••',
    label: /\bahv ?-?(nummer|nr|no)?\b|\b(num[ée]ro|no) avs\b/iu,
    form: /(?<![\d.])756\.?\d{4}\.?\d{4}\.?\d{2}(?![\d.])/giu,
    holds: (compact) => weighted(compact, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0,
    proves: {lengths: [13], test: () => true, strength: 'strong', alone: true},
  },
  {
    kind: 'nl-bsn',
    category: 'nationalId',
    name: {ja: 'オランダの市民サービス番号（BSN）', en: 'Dutch BSN'},
    shape: '•••••••••',
    label: /\bbsn( (no|nummer))?\b|\bburgerservicenummer\b|\bsofinummer\b/iu,
    form: /(?<![\d-])\d{4}[. ]?\d{2}[. ]?\d{3}(?![\d-])/giu,
    holds: (compact) => compact !== '000000000' && weighted(compact, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0,
  },
]

/** A = 01 … Z = 26. */
function letterAsTwo(letter: string): string {
  return String(signValue(letter) - 9).padStart(2, '0')
}

/** Days above 50 mark a second number of one birthday. Source: VKVV § 2 (form), § 4 (check digit). */
function isPensionNumber(compact: string): boolean {
  const day = Number(compact.slice(2, 4))
  const birth = compact.slice(6, 8) + compact.slice(4, 6) + String(day > 50 ? day - 50 : day).padStart(2, '0')
  if (!isShortDay(birth)) return false
  const digits = digitsOf(compact.slice(0, 8) + letterAsTwo(compact[8]!) + compact.slice(9))
  return crossSum(digits, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10 === digits[12]
}
