/** Numbers of the United States, Canada and Brazil. */
import {digitsOf, luhn, weighted} from './checks.ts'
import type {Recogniser} from './recogniser.ts'

export const americas: readonly Recogniser[] = [
  {
    kind: 'us-ssn',
    category: 'nationalId',
    name: {ja: '米国の社会保障番号（SSN）', en: 'US Social Security number'},
    shape: '•••-••-••••',
    label: /社会保障番号|\bssns?\b|\bsocial (security|no|num|number)\b/iu,
    form: /(?<![\d-])(\d{3}([- .])\d{2}\2\d{4}|\d{9}|\d{3}-\d{6}|\d{5}-\d{4})(?![\d-]|\.\d)/giu,
    holds: isSsn,
    // Five and four digits are a ZIP code.
    proves: {
      lengths: [9],
      test: () => true,
      strength: 'strong',
      written: /^\d{3}([- .])\d{2}\1\d{4}$/,
      alone: true,
    },
  },
  {
    kind: 'us-itin',
    category: 'nationalId',
    name: {ja: '米国の個人納税者番号（ITIN）', en: 'US individual taxpayer number (ITIN)'},
    shape: '•••-••-••••',
    label: /\bitins?\b|\bindividual taxpayer\b/iu,
    hint: /^tax(payer)? (id|no|number)$/iu,
    form: /(?<![\d-])9\d{2}[- ]?(5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])[- ]?\d{4}(?![\d-])/giu,
  },
  {
    kind: 'us-medicare',
    category: 'insurance',
    name: {ja: '米国のメディケア番号（MBI）', en: 'US Medicare number (MBI)'},
    shape: '••••-•••-••••',
    label: /\bmedicare (beneficiary|id|no|number|claim)\b|\bmbi\b|\bhicn\b/iu,
    hint: /^mbi$/iu,
    form: /(?<![A-Z\d])[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}(?![A-Z\d])/giu,
    proves: {lengths: [11], test: () => true, strength: 'strong'},
  },
  {
    kind: 'us-driving-licence',
    category: 'licence',
    name: {ja: '米国の運転免許証番号', en: 'US driving licence number'},
    shape: '••••••••',
    label: /\bdriv(er'?s?|ing) licen[cs]e( (no|num|number|id))?\b/iu,
    // Each state has its own form: one or two letters and up to fourteen digits.
    form: /(?<![A-Z\d-])([A-Z]{0,2}\d{6,14})(?![A-Z\d-])/giu,
  },
  {
    kind: 'us-passport',
    category: 'passport',
    name: {ja: '米国などの旅券番号', en: 'passport number (US and others)'},
    shape: '•••••••••',
    label: /\bpassports?( (no|num|number|id))?\b/iu,
    form: /(?<![A-Z\d-])([A-Z]\d{8}|\d{9}|[A-Z]{2}\d{7})(?![A-Z\d-])/giu,
  },
  {
    kind: 'us-routing',
    category: 'bank',
    name: {ja: '米国の銀行コード（ABA）', en: 'US routing number (ABA)'},
    shape: '•••••••••',
    label: /\b(bank )?routing (no|num|number|transit)\b|\baba (no|number|routing)\b/iu,
    form: /(?<![\d-])(\d{9}|\d{4}-\d{4}-\d)(?![\d-])/giu,
    holds: (compact) =>
      /^(0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/.test(compact) &&
      weighted(compact, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0,
  },
  {
    kind: 'us-bank-account',
    category: 'bank',
    name: {ja: '銀行口座番号', en: 'bank account number'},
    shape: '••••••••••••',
    label: /\bbank (account|acct)( (no|num|number))?\b/iu,
    form: /(?<![\d-])\d{8,17}(?![\d-])/giu,
  },
  {
    kind: 'ca-sin',
    category: 'nationalId',
    name: {ja: 'カナダの社会保険番号（SIN）', en: 'Canadian Social Insurance number'},
    shape: '•••-•••-•••',
    label: /\bsocial insurance( (no|num|number))?\b|\bnum[ée]ro d'assurance sociale\b/iu,
    hint: /^(sin|nas)( (no|num|number))?$/iu,
    form: /(?<![\d-])[1-79]\d{2}([- ]?)\d{3}\1\d{3}(?![\d-])/giu,
    holds: luhn,
  },
  {
    kind: 'br-cpf',
    category: 'nationalId',
    name: {ja: 'ブラジルの個人番号（CPF）', en: 'Brazilian CPF'},
    shape: '•••.•••.•••-••',
    label: /\bcpf( (no|num|n[uú]mero))?\b|\bcadastro de pessoas? f[ií]sicas?\b/iu,
    form: /(?<![\d-])\d{3}\.?\d{3}\.?\d{3}-?\d{2}(?![\d-])/giu,
    holds: isCpf,
    proves: {lengths: [11], test: () => true, strength: 'strong'},
  },
]

/** Never given: 000, 666, 9xx; 00 and 0000 in the parts; those of advertising. Source: SSA, Social Security numbers, 2011. */
function isSsn(compact: string): boolean {
  return (
    !/^(000|666|9)/.test(compact) &&
    compact.slice(3, 5) !== '00' &&
    compact.slice(5) !== '0000' &&
    !ADVERTISED.has(compact)
  )
}

const ADVERTISED = new Set(['078051120', '219099999', '123456789'])

/** Two check digits mod 11. Source: Receita Federal, Instrução Normativa RFB 1548/2015 (form); the algorithm is public. */
function isCpf(compact: string): boolean {
  const digits = digitsOf(compact)
  if (digits.every((digit) => digit === digits[0])) return false
  const check = (count: number) => {
    let sum = 0
    for (let i = 0; i < count; i++) sum += digits[i]! * (count + 1 - i)
    return ((sum * 10) % 11) % 10
  }
  return check(9) === digits[9] && check(10) === digits[10]
}
