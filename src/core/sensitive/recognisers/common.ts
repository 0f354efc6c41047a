/** What no single country owns: payment cards and password hashes, as values under words that name them. */
import {isCardNumber, isMynumber} from '../check-digits.ts'
import {digitsOf} from './checks.ts'
import type {Recogniser} from './recogniser.ts'

export const common: readonly Recogniser[] = [
  {
    kind: 'card',
    category: 'card',
    name: {ja: 'クレジットカード番号', en: 'payment card number'},
    shape: '•••• •••• •••• ••••',
    label: /クレジットカード|クレカ|\b(credit|debit|payment) ?cards?( (no|num|number))?\b/iu,
    form: /(?<![\d-])\d(?:[- ]?\d){13,18}(?![\d-])/giu,
    holds: (compact) => isCardNumber(digitsOf(compact), compact.length),
  },
  {
    kind: 'password-hash',
    category: 'password',
    name: {ja: 'パスワードのハッシュ値', en: 'password hash'},
    shape: '••••••••••••••••',
    label: /\b(password|passwd|pwd) ?(hash|digest)\b|パスワードハッシュ/iu,
    // crypt's own forms, and plain hexadecimal digests, which mean a password only under a header that says so.
    form: /\$(2[abxy]|argon2(id|i|d)|pbkdf2[\w-]*|scrypt|[156y])\$\S{8,}|\bpbkdf2_sha\d+\$\S+|(?<![A-F\d])([A-F\d]{32}|[A-F\d]{40}|[A-F\d]{64}|[A-F\d]{128})(?![A-F\d])/giu,
  },
  {
    kind: 'mynumber',
    category: 'mynumber',
    name: {ja: 'マイナンバー', en: 'My Number'},
    shape: '•••• •••• ••••',
    label: /マイナンバー|(?<!法人)個人番号|\bmy ?number\b/iu,
    form: /(?<![\d-])\d{4}([- ]?)\d{4}\1\d{4}(?![\d-])/giu,
    holds: (compact) => isMynumber(digitsOf(compact)),
  },
]
