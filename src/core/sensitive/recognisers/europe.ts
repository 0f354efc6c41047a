/** Numbers of Spain, Italy, France, Poland, Sweden, Finland and Turkey, and the IBAN. */
import {isIban} from '../check-digits.ts'
import {digitsOf, isDay, isShortDay, luhn, signValue, weighted} from './checks.ts'
import type {Recogniser} from './recogniser.ts'

export const europe: readonly Recogniser[] = [
  {
    kind: 'iban',
    category: 'bank',
    name: {ja: '国際銀行口座番号（IBAN）', en: 'IBAN'},
    shape: '•••• •••• •••• •••• ••••',
    label: /\bibans?\b/iu,
    form: /(?<![A-Z\d])[A-Z]{2}\d{2}( ?[A-Z\d]{4}){2,7}( ?[A-Z\d]{1,3})?(?![A-Z\d])/giu,
    holds: isIban,
    proves: {
      lengths: Array.from({length: 20}, (_, i) => i + 15),
      test: () => true,
      strength: 'strong',
      alone: true,
    },
  },
  {
    kind: 'es-nif',
    category: 'nationalId',
    name: {ja: 'スペインの国民番号（DNI・NIF）', en: 'Spanish DNI or NIF'},
    shape: '••••••••-•',
    label: /\b(dni|documento nacional)\b|\bnif (no|n[uú]mero)\b/iu,
    hint: /^nif$/iu,
    form: /(?<![A-Z\d-])\d{7,8}-?[A-Z](?![A-Z\d])/giu,
    holds: (compact) => spanishLetter(compact.slice(0, -1)) === compact.at(-1),
    proves: {lengths: [8, 9], test: () => true, strength: 'strong'},
  },
  {
    kind: 'es-nie',
    category: 'nationalId',
    name: {ja: 'スペインの外国人番号（NIE）', en: 'Spanish NIE'},
    shape: '•••••••••',
    label: /\bn[uú]mero de identificaci[oó]n de extranjero\b|\bnie (no|n[uú]mero)\b/iu,
    hint: /^nie$/iu,
    form: /(?<![A-Z\d])[XYZ]-?\d{7}-?[A-Z](?![A-Z\d])/giu,
    holds: (compact) => spanishLetter('XYZ'.indexOf(compact[0]!) + compact.slice(1, 8)) === compact[8],
    proves: {lengths: [9], test: () => true, strength: 'strong'},
  },
  {
    kind: 'es-passport',
    category: 'passport',
    name: {ja: 'スペインの旅券番号', en: 'Spanish passport number'},
    shape: '•••••••••',
    label: /\bpasaportes?\b/iu,
    form: /(?<![A-Z\d])[A-Z]{3}\d{6}(?![A-Z\d])/giu,
  },
  {
    kind: 'it-fiscal-code',
    category: 'nationalId',
    name: {ja: 'イタリアの税務番号', en: 'Italian codice fiscale'},
    shape: '••••••••••••••••',
    label: /\bcodice fiscale\b/iu,
    form: /(?<![A-Z\d])[A-Z]{6}[\dLMNP-V]{2}[A-EHLMPR-T][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z](?![A-Z\d])/giu,
    proves: {lengths: [16], test: italianCheck, strength: 'strong', alone: true},
  },
  {
    kind: 'it-identity-card',
    category: 'nationalId',
    name: {ja: 'イタリアの身分証番号', en: 'Italian identity card number'},
    shape: '•••••••••',
    label: /\bcarta d'?\s?identit[aà]\b/iu,
    form: /(?<![A-Z\d])([A-Z]{2} ?\d{7}|\d{7}[A-Z]{2}|[A-Z]{2}\d{5}[A-Z]{2})(?![A-Z\d])/giu,
  },
  {
    kind: 'it-driving-licence',
    category: 'licence',
    name: {ja: 'イタリアの運転免許証番号', en: 'Italian driving licence number'},
    shape: '••••••••••',
    label: /\bpatente( di guida)?\b/iu,
    form: /(?<![A-Z\d])([A-Z]{2}\d{7}[A-Z]|U1[B-DF-HJ-NP-TV-Z\d]{7}[A-Z])(?![A-Z\d])/giu,
  },
  {
    kind: 'it-passport',
    category: 'passport',
    name: {ja: 'イタリアの旅券番号', en: 'Italian passport number'},
    shape: '•••••••••',
    label: /\bpassaporto\b/iu,
    form: /(?<![A-Z\d])[A-Z]{2}\d{7}(?![A-Z\d])/giu,
  },
  {
    kind: 'fr-nir',
    category: 'nationalId',
    name: {ja: 'フランスの社会保障番号（NIR）', en: 'French social security number (NIR)'},
    shape: '• •• •• •• ••• ••• ••',
    label: /\b(num[ée]ro|n°|no) de s[ée]curit[ée] sociale\b|\bnir (no|num[ée]ro)\b/iu,
    hint: /^nir$/iu,
    form: /(?<![A-Z\d])[12] ?\d{2} ?\d{2} ?(\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?![A-Z\d])/giu,
    holds: isNir,
    proves: {lengths: [15], test: () => true, strength: 'strong'},
  },
  {
    kind: 'pl-pesel',
    category: 'nationalId',
    name: {ja: 'ポーランドの国民番号（PESEL）', en: 'Polish PESEL'},
    shape: '•••••••••••',
    label: /\bpesel\b/iu,
    form: /(?<![\dA-Z-])\d{11}(?![\dA-Z-])/giu,
    holds: isPesel,
  },
  {
    kind: 'se-personnummer',
    category: 'nationalId',
    name: {ja: 'スウェーデンの個人番号', en: 'Swedish personnummer'},
    shape: '••••••••-••••',
    label: /\b(personnummer|personnr|samordningsnummer)\b/iu,
    hint: /^pnr$/iu,
    form: /(?<!\d)(\d{2})?\d{6}[-+]?\d{4}(?![\dA-Z])/giu,
    holds: isPersonnummer,
  },
  {
    kind: 'fi-hetu',
    category: 'nationalId',
    name: {ja: 'フィンランドの個人番号', en: 'Finnish personal identity code'},
    shape: '••••••-••••',
    label: /\bhenkil[öo]tunnus\b|\bpersonal identity code\b/iu,
    hint: /^hetu$/iu,
    // -, Y, X, W, V, U: born in the 1900s; A to F: in the 2000s; +: before.
    form: /(?<!\d)\d{6}[-+A-FU-Y]\d{3}[\dA-FHJ-NPR-Y](?![\dA-Z])/giu,
    holds: isHetu,
    proves: {lengths: [10, 11], test: () => true, strength: 'strong', alone: true},
  },
  {
    kind: 'tr-id',
    category: 'nationalId',
    name: {ja: 'トルコの国民番号', en: 'Turkish identity number'},
    shape: '•••••••••••',
    label: /\bt\.?c\.? ?kimlik\b|\btckn\b|\bt[üu]rk kimlik\b|\bturkish (national )?id\b/iu,
    form: /(?<![\dA-Z-])[1-9]\d{10}(?![\dA-Z-])/giu,
    holds: isTurkish,
  },
]

/** Source: Real Decreto 1553/2005 art. 11 (the letter); the table is the Ministry's. */
function spanishLetter(digits: string): string | undefined {
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits) % 23]
}

/** Odd positions have values of their own. Source: D.M. 23/12/1976. */
function italianCheck(compact: string): boolean {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
  let sum = 0
  for (let i = 0; i < 15; i++) {
    const value = signValue(compact[i]!)
    const place = value > 9 ? value - 10 : value
    sum += i % 2 === 0 ? odd[place]! : place
  }
  return (sum % 26) + 10 === signValue(compact[15]!)
}

/** 97 less the rest by 97; Corsica's 2A and 2B count as 19 and 18. Source: INSEE, structure du NIR. */
function isNir(compact: string): boolean {
  const digits = compact.replace('2A', '19').replace('2B', '18')
  const month = Number(digits.slice(3, 5))
  return (
    month >= 1 && (month <= 12 || month >= 20) && 97 - (Number(digits.slice(0, 13)) % 97) === Number(digits.slice(13))
  )
}

/** The month has 20, 40, 60 or 80 added by century. Source: Polish Act on population records, art. 15. */
function isPesel(compact: string): boolean {
  const month = Number(compact.slice(2, 4)) % 20
  if (!isShortDay(compact.slice(0, 2) + String(month).padStart(2, '0') + compact.slice(4, 6))) return false
  return weighted(compact, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0
}

/** Luhn over the last ten; 60 is added to the day of those who are not registered. Source: Folkbokföringslag 18 §. */
function isPersonnummer(compact: string): boolean {
  const plain = compact.replace('+', '')
  const ten = plain.slice(-10)
  const day = Number(ten.slice(4, 6)) % 60
  const month = Number(ten.slice(2, 4))
  const years = plain.length === 12 ? [Number(plain.slice(0, 4))] : [1900, 2000].map((y) => y + Number(ten.slice(0, 2)))
  return luhn(ten) && years.some((year) => year >= 1800 && year < 2100 && isDay(year, month, day))
}

/** The day and the three digits, mod 31. Source: Finnish decree 128/2010 § 2, § 3. */
function isHetu(compact: string): boolean {
  const [date, number] = [compact.slice(0, 6), compact.slice(-4, -1)]
  const isReal = isShortDay(date.slice(4, 6) + date.slice(2, 4) + date.slice(0, 2))
  return isReal && '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(date + number) % 31] === compact.at(-1)
}

/** Two check digits. Source: Nüfus ve Vatandaşlık İşleri, TCKN algorithm. */
function isTurkish(compact: string): boolean {
  const digits = digitsOf(compact)
  const odd = digits[0]! + digits[2]! + digits[4]! + digits[6]! + digits[8]!
  const even = digits[1]! + digits[3]! + digits[5]! + digits[7]!
  if ((((odd * 7 - even) % 10) + 10) % 10 !== digits[9]) return false
  return digits.slice(0, 10).reduce((sum, digit) => sum + digit, 0) % 10 === digits[10]
}
