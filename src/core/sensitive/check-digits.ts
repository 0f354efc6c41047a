/**
 * Numbers that carry a check digit: マイナンバー, payment cards, IBAN. One in ten random numbers passes, so a
 * single hit proves little. The public 法人番号 has 13 digits and so is neither. Never throws.
 */

/** Weights from the left. Source: 平成26年総務省令第85号 art. 5. */
const MYNUMBER_WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const

/** digits: exactly 12 values 0 to 9 are read. All zeros pass the formula but are nobody's number. */
export function isMynumber(digits: ArrayLike<number>): boolean {
  let sum = 0
  let any = 0
  for (let i = 0; i < 11; i++) {
    const digit = digits[i]!
    sum += digit * MYNUMBER_WEIGHTS[i]!
    any |= digit
  }
  const rest = sum % 11
  return any !== 0 && digits[11] === (rest <= 1 ? 0 : 11 - rest)
}

/**
 * The public 法人番号 of an organisation: 13 digits, the first of which is the check digit.
 * Source: 平成26年財務省令第70号 art. 2.
 */
export function isCorporateNumber(digits: ArrayLike<number>, count: number): boolean {
  if (count !== 13) return false
  let sum = 0
  for (let i = 1; i < 13; i++) sum += digits[i]! * (i % 2 === 1 ? 2 : 1)
  return digits[0] === 9 - (sum % 9)
}

/** Luhn check over the first `count` digits. Source: ISO/IEC 7812-1 annex B. */
export function passesLuhn(digits: ArrayLike<number>, count: number): boolean {
  let sum = 0
  for (let i = 0; i < count; i++) {
    const digit = digits[count - 1 - i]!
    const weighed = i % 2 === 1 ? digit * 2 : digit
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return count > 0 && sum % 10 === 0
}

/**
 * A payment card by prefix, length and Luhn: Visa, Mastercard, American Express, JCB, Diners, Discover, UnionPay,
 * Maestro, Dankort, UATP.
 * The 13-digit Visa of old is left out, because Japanese article codes (JAN) begin with 4 and have 13 digits.
 */
export function isCardNumber(digits: ArrayLike<number>, count: number): boolean {
  if (count < 14 || count > 19) return false
  const two = digits[0]! * 10 + digits[1]!
  const four = two * 100 + digits[2]! * 10 + digits[3]!
  return fitsBrand(two, four, count) && passesLuhn(digits, count)
}

function fitsBrand(two: number, four: number, count: number): boolean {
  if (two >= 40 && two <= 49) return count === 16 || count === 19
  if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) return count === 16
  if (two === 34 || two === 37) return count === 15
  // Cards for air travel (UATP) begin with 1, and no IMEI, the other number of fifteen digits, does.
  if (two >= 10 && two <= 19) return count === 15
  if (MAESTRO_AND_DANKORT.has(four)) return count === 16 || count === 19
  if (four >= 3528 && four <= 3589) return count === 16
  if ((four >= 3000 && four <= 3059) || two === 36 || two === 38) return count === 14
  if (four === 6011 || two === 65 || (four >= 6440 && four <= 6499)) return count === 16
  return two === 62 && count >= 16
}

const MAESTRO_AND_DANKORT = new Set([5018, 5019, 5020, 5038, 5893, 6304, 6759, 6761, 6762, 6763])

/** An IBAN by its mod-97 check. text: may hold blanks. Source: ISO 13616. */
export function isIban(text: string): boolean {
  const plain = text.replaceAll(' ', '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain)) return false
  let rest = 0
  for (const char of plain.slice(4) + plain.slice(0, 4)) {
    const value = Number.parseInt(char, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/** How many digits one number may have here; longer runs are no card and no individual number. */
const MOST_DIGITS = 19

/**
 * Writes the digits of a cell that is one number, full-width digits, blanks and hyphens allowed, into `into` (room
 * for 19). Returns how many, or -1 when the cell holds anything else.
 */
export function readDigits(cell: string, into: Uint8Array): number {
  let count = 0
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i)
    const digit = code <= 0x39 ? code - 0x30 : code - 0xff10
    if (digit >= 0 && digit <= 9) {
      if (count === MOST_DIGITS) return -1
      into[count++] = digit
    } else if (!isSeparator(code)) return -1
  }
  return count
}

function isSeparator(code: number): boolean {
  return code === 0x20 || code === 0x2d || code === 0x3000 || SEPARATORS.has(code)
}

/** Hyphens and look-alikes that people type between digits. */
const SEPARATORS = new Set([0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x30fc, 0xff0d, 0xff70, 0xa0])
