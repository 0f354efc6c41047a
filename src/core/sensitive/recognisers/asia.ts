/** Numbers of Korea, China, Taiwan, Hong Kong, Singapore, India, Thailand, the Philippines, Australia and South Africa. */
import {digitsOf, isDay, isShortDay, luhn, signValue, verhoeff, weighted} from './checks.ts'
import type {Recogniser} from './recogniser.ts'

export const asiaAndSouth: readonly Recogniser[] = [
  {
    kind: 'kr-rrn',
    category: 'nationalId',
    name: {ja: '韓国の住民登録番号', en: 'Korean resident registration number'},
    shape: '••••••-•••••••',
    label: /주민\s*등록\s*번호|住民登録番号|\b(korean )?(rrn|resident registration( (no|number))?)\b/iu,
    // Since October 2020 the last six digits are random: there is no check digit any more.
    form: /(?<![\d-])\d{6}-?[1-4]\d{6}(?![\d-])/giu,
    holds: isShortDay,
    proves: {lengths: [13], test: koreanCheck, strength: 'strong', written: /^\d{6}-\d{7}$/},
  },
  {
    kind: 'kr-frn',
    category: 'nationalId',
    name: {ja: '韓国の外国人登録番号', en: 'Korean foreigner registration number'},
    shape: '••••••-•••••••',
    label: /외국인\s*등록\s*번호|\b(korean )?(frn|(foreigner|alien) registration( (no|number))?)\b/iu,
    form: /(?<![\d-])\d{6}-?[5-8]\d{6}(?![\d-])/giu,
    holds: isShortDay,
  },
  {
    kind: 'kr-licence',
    category: 'licence',
    name: {ja: '韓国の運転免許番号', en: 'Korean driving licence number'},
    shape: '••-••-••••••-••',
    label: /운전\s*면허(증)?\s*(번호)?/iu,
    form: /(?<![\d-])(1[1-9]|2[0-68])([- ]?)\d{2}\2\d{6}\2\d{2}(?![\d-])/giu,
  },
  {
    kind: 'kr-passport',
    category: 'passport',
    name: {ja: '韓国の旅券番号', en: 'Korean passport number'},
    shape: '•••••••••',
    label: /여권\s*(번호)?/iu,
    // The old form has eight digits; the letter in the new one is a capital unless the whole is small.
    form: /(?<![A-Z\d])[MSRDO](\d{3}[A-Z]\d{4}|\d{8})(?![A-Z\d])/giu,
  },
  {
    kind: 'cn-resident-id',
    category: 'nationalId',
    name: {ja: '中国の居民身分証番号', en: 'Chinese resident identity number'},
    shape: '••••••••••••••••••',
    label: /(居民)?身份证(号码?)?|\bchinese id( (no|number))?\b/iu,
    form: /(?<![\dA-Z])[1-9]\d{16}[\dX](?![\dA-Z])/giu,
    holds: isChinese,
    proves: {lengths: [18], test: () => true, strength: 'strong'},
  },
  {
    kind: 'tw-id',
    category: 'nationalId',
    name: {ja: '台湾の国民身分証番号', en: 'Taiwanese identity number'},
    shape: '••••••••••',
    label: /身分證(統一編號|字號|號碼)?/iu,
    form: /(?<![\dA-Z])[A-Z][1289]\d{8}(?![\dA-Z])/giu,
    holds: isTaiwanese,
    proves: {lengths: [10], test: () => true, strength: 'strong'},
  },
  {
    kind: 'hk-id',
    category: 'nationalId',
    name: {ja: '香港の身分証番号', en: 'Hong Kong identity number'},
    shape: '•••••••(•)',
    label: /香港身份證|\bhkid( (no|number))?\b|\bhong kong (id|identity)\b/iu,
    form: /(?<![\dA-Z])[A-Z]{1,2}\d{6}\([\dA]\)|(?<![\dA-Z])[A-Z]{1,2}\d{6}[\dA](?![\dA-Z])/giu,
    holds: isHongKong,
  },
  {
    kind: 'sg-nric',
    category: 'nationalId',
    name: {ja: 'シンガポールの国民番号（NRIC・FIN）', en: 'Singapore NRIC or FIN'},
    shape: '•••••••••',
    label: /\bnrics?\b|\bfin (no|number)\b|\bnric fin\b/iu,
    form: /(?<![\dA-Z])[STFGM]\d{7}[A-Z](?![\dA-Z])/giu,
    holds: isNric,
    proves: {lengths: [9], test: () => true, strength: 'strong'},
  },
  {
    kind: 'in-aadhaar',
    category: 'nationalId',
    name: {ja: 'インドのアドハー番号', en: 'Indian Aadhaar number'},
    shape: '•••• •••• ••••',
    label: /\baadhaa?r\b|\buidai\b|आधार/iu,
    form: /(?<![\d-])[2-9]\d{3}([- :]?)\d{4}\1\d{4}(?![\d-])/giu,
    holds: verhoeff,
    proves: {lengths: [12], test: () => true, strength: 'strong'},
  },
  {
    kind: 'in-pan',
    category: 'nationalId',
    name: {ja: 'インドの納税者番号（PAN）', en: 'Indian PAN'},
    shape: '••••••••••',
    label: /\bpan (no|num|number|card)\b|\bpermanent account (no|number)\b/iu,
    hint: /^pan$/iu,
    form: /(?<![\dA-Z])[A-Z]{5}\d{4}[A-Z](?![\dA-Z])/giu,
    // The fourth letter is the holder's kind; P is a person.
    proves: {lengths: [10], test: (compact) => compact[3] === 'P', strength: 'weak'},
  },
  {
    kind: 'in-passport',
    category: 'passport',
    name: {ja: 'インドの旅券番号', en: 'Indian passport number'},
    shape: '••••••••',
    label: /\b(indian )?passports?( (no|num|number))?\b/iu,
    form: /(?<![\dA-Z])[A-Z][1-9]\d{5}[1-9](?![\dA-Z])/giu,
  },
  {
    kind: 'in-voter',
    category: 'nationalId',
    name: {ja: 'インドの有権者番号', en: 'Indian voter number'},
    shape: '••••••••••',
    label: /\b(voter (id|card|no|number)|epic (no|number))\b/iu,
    form: /(?<![\dA-Z])[A-Z]{3}\d{7}(?![\dA-Z])/giu,
  },
  {
    kind: 'th-id',
    category: 'nationalId',
    name: {ja: 'タイの国民番号', en: 'Thai national number'},
    shape: '•-••••-•••••-••-•',
    label: /เลข(ประจำตัว|บัตร)ประชาชน|\bthai (national )?id( (no|number))?\b|\btnin\b/iu,
    form: /(?<![\dA-Z-])[1-8]-?[1-9]\d{3}-?\d{5}-?\d{2}-?\d(?![\dA-Z-])/giu,
    holds: isThai,
  },
  {
    kind: 'ph-tin',
    category: 'nationalId',
    name: {ja: 'フィリピンの納税者番号（TIN）', en: 'Philippine taxpayer number (TIN)'},
    shape: '•••-•••-•••-•••',
    label: /\b(bir )?tin (no|number|id)\b|\btaxpayer identification( (no|number))?\b/iu,
    hint: /^tin$/iu,
    form: /(?<![\d-])(\d{3}-\d{3}-\d{3}(-\d{3})?|\d{9}(\d{3})?)(?![\d-])/giu,
    holds: (compact) => weighted(compact, [9, 8, 7, 6, 5, 4, 3, 2]) % 11 === Number(compact[8]),
  },
  {
    kind: 'au-tfn',
    category: 'nationalId',
    name: {ja: 'オーストラリアの納税者番号（TFN）', en: 'Australian tax file number'},
    shape: '••• ••• •••',
    label: /\btfns?\b|\btax file( (no|num|number))?\b/iu,
    form: /(?<![\d-])\d{3} ?\d{3} ?\d{3}(?!\d|[ -]\d|[A-Z])/giu,
    holds: (compact) => weighted(compact, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
  },
  {
    kind: 'au-medicare',
    category: 'insurance',
    name: {ja: 'オーストラリアのメディケア番号', en: 'Australian Medicare number'},
    shape: '•••• ••••• •',
    label: /\bmedicare( card)? (no|num|number)\b/iu,
    hint: /^medicare( card)?$/iu,
    form: /(?<![\d-])[2-6]\d{3} ?\d{5} ?\d(?![\dA-Z]|[ -]\d)/giu,
    holds: (compact) => weighted(compact, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(compact[8]),
  },
  {
    kind: 'za-id',
    category: 'nationalId',
    name: {ja: '南アフリカの身分番号', en: 'South African identity number'},
    shape: '•••••• •••• •••',
    label: /\b(south african|rsa|sa) id( (no|number))?\b/iu,
    form: /(?<![\dA-Z])\d{6} ?\d{4} ?[012][89]\d(?![\dA-Z])/giu,
    holds: (compact) => isShortDay(compact) && luhn(compact),
    proves: {lengths: [13], test: () => true, strength: 'strong'},
  },
]

/** Numbers given before October 2020. Source: the public algorithm of the 주민등록번호 (mod 11). */
function koreanCheck(compact: string): boolean {
  return (11 - (weighted(compact, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 === Number(compact[12])
}

/** ISO/IEC 7064 MOD 11-2. Source: GB 11643-1999. */
function isChinese(compact: string): boolean {
  const day = [compact.slice(6, 10), compact.slice(10, 12), compact.slice(12, 14)].map(Number)
  if (!isDay(day[0]!, day[1]!, day[2]!) || day[0]! < 1850) return false
  const sum = weighted(compact, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
  return '10X98765432'[sum % 11] === compact[17]
}

/** The letter stands for two digits. */
function isTaiwanese(compact: string): boolean {
  const letter = 10 + 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(compact[0]!)
  const sum = Math.floor(letter / 10) + (letter % 10) * 9 + weighted(compact.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1])
  return sum % 10 === 0
}

/** One letter counts as a blank (36) and the letter. */
function isHongKong(compact: string): boolean {
  const padded = compact.length === 8 ? [36, ...Array.from(compact, signValue)] : Array.from(compact, signValue)
  return padded.reduce((sum, value, i) => sum + value * (9 - i), 0) % 11 === 0
}

/** Letters of the check by the first letter. */
const NRIC_LETTERS: Readonly<Record<string, string>> = {
  S: 'JZIHGFEDCBA',
  T: 'JZIHGFEDCBA',
  F: 'XWUTRQPNMLK',
  G: 'XWUTRQPNMLK',
  M: 'XWUTRQPNJLK',
}

function isNric(compact: string): boolean {
  const first = compact[0]!
  const offset = first === 'T' || first === 'G' ? 4 : first === 'M' ? 3 : 0
  const rest = (weighted(compact.slice(1), [2, 7, 6, 5, 4, 3, 2]) + offset) % 11
  return NRIC_LETTERS[first]?.[rest] === compact[8]
}

/** The second and third digits name a province. Source: Thai Department of Provincial Administration, province codes. */
function isThai(compact: string): boolean {
  if (!/^.([134]\d|2[0-7]|5[0-8]|6[0-7]|7[0-7]|8[0-6]|9[0-6])/.test(compact)) return false
  const digits = digitsOf(compact)
  const sum = digits.slice(0, 12).reduce((total, digit, i) => total + digit * (13 - i), 0)
  return (11 - (sum % 11)) % 10 === digits[12]
}
