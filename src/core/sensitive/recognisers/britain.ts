/** Numbers of the United Kingdom. */
import {isDay, weighted} from './checks.ts'
import type {Recogniser} from './recogniser.ts'

export const britain: readonly Recogniser[] = [
  {
    kind: 'uk-nino',
    category: 'nationalId',
    name: {ja: '英国の国民保険番号（NINO）', en: 'UK National Insurance number'},
    shape: '•• •• •• •• •',
    label: /\bninos?\b|\bnational insurance( (no|num|number))?\b|\bni (no|number)\b/iu,
    // Prefixes never given: HMRC manual NIM39110.
    form: /(?<![A-Z\d])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]( ?\d{2}){3} ?[A-D](?![A-Z\d])/giu,
    proves: {lengths: [9], test: () => true, strength: 'weak'},
  },
  {
    kind: 'uk-nhs',
    category: 'insurance',
    name: {ja: '英国のNHS番号', en: 'UK NHS number'},
    shape: '••• ••• ••••',
    label: /\bnhs( (no|num|number|id))?\b|\bnational health service\b/iu,
    form: /(?<![\d-])\d{3}([- ]?)\d{3}\1\d{4}(?![\d-])/giu,
    holds: (compact) => (11 - (weighted(compact, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(compact[9]),
  },
  {
    kind: 'uk-driving-licence',
    category: 'licence',
    name: {ja: '英国の運転免許証番号', en: 'UK driving licence number'},
    shape: '••••••••••••••••',
    label: /\bdriving licen[cs]e( (no|num|number))?\b|\bdvla\b/iu,
    form: /(?<![A-Z\d])[A-Z][A-Z9]{4}\d{6}[A-Z][A-Z\d]\d?[A-Z\d]?[A-Z]{2}(?![A-Z\d])/giu,
    holds: isBritishLicence,
    proves: {lengths: [16], test: () => true, strength: 'strong', alone: true},
  },
  {
    kind: 'uk-passport',
    category: 'passport',
    name: {ja: '英国の旅券番号', en: 'UK passport number'},
    shape: '•••••••••',
    label: /\b(uk|british) passports?( (no|num|number))?\b/iu,
    form: /(?<![A-Z\d])[A-Z]{2}\d{7}(?![A-Z\d])/giu,
  },
]

/** Surname in five, then decade, month (50 more for women), day and year of birth. Source: DVLA's published form. */
function isBritishLicence(compact: string): boolean {
  if (compact.length !== 16 || !/^[A-Z]+9*$/.test(compact.slice(0, 5))) return false
  const month = Number(compact.slice(6, 8))
  return isDay(2000, month > 50 ? month - 50 : month, Number(compact.slice(8, 10)))
}
