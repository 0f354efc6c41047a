/** Local parts and domains that say by themselves what they are: functions of a firm, the mail system, made up. */

const words = (list: string) => list.trim().split(/\s+/)

export type LocalKind = 'role' | 'system-role' | 'made-up'

/** Nobody reads them, or they exist to receive complaints (RFC 2142): mail to them only does harm. */
const SYSTEM = words(`
  abuse postmaster hostmaster mailer-daemon mailerdaemon root daemon nobody spam noc
  noreply no-reply no_reply no.reply donotreply do-not-reply do_not_reply do.not.reply dont-reply
  bounce bounces return unsubscribe
`)
/** Several people or nobody in particular read them: consent of a person is hard to show (rulebook ops/role-address). */
const ROLES = words(`
  info information webmaster admin administrator support sales contact contactus help helpdesk office mail hello hi
  marketing billing accounts accounting finance invoice orders order shop store service services customerservice
  customer-service customercare cs enquiries enquiry inquiry inquiries feedback jobs job career careers hr
  recruit recruiting recruitment press media pr legal privacy security compliance team staff reception newsletter news
  web www ftp dev it sysadmin system
  soumu jinji eigyo eigyou keiri kouhou koho saiyo saiyou toiawase otoiawase jimukyoku uketsuke shomu kikaku
  gyomu gyoumu somu honsha tenpo
`)
const MADE_UP = words(`
  test tests testtest testing tester testmail test-mail testuser test-user test_user asdf asdfg asdfgh asdfghjkl asdfasdf
  qwer qwert qwerty qwertyuiop qweqwe qweasd zxcv zxcvb zxcvbnm abc123 1q2w3e 1q2w3e4r foo bar foobar hoge hogehoge
  fuga hogefuga piyo dummy sample example fake nomail no-mail noemail no-email nothing none null undefined unknown
  notavailable n/a na username user-name yourname your-name youremail your-email email myemail anonymous
  123 1234 12345 123456 1234567 12345678 123456789 1234567890 0123456789
`)

/** By local part in lower case, without digits at the end. */
export const LOCAL_KINDS: ReadonlyMap<string, LocalKind> = new Map([
  ...MADE_UP.map((word) => [word, 'made-up'] as const),
  ...ROLES.map((word) => [word, 'role'] as const),
  ...SYSTEM.map((word) => [word, 'system-role'] as const),
])
export const LONGEST_LOCAL = Math.max(...[...LOCAL_KINDS.keys()].map((word) => word.length))

/** Reserved for examples and tests, or used inside of houses only (RFC 2606, 6761, 6762, 8375; JPRS for .jp). */
const RESERVED_ENDING =
  /\.(?:test|invalid|example|localhost|local|localdomain|internal|intranet|lan|home|corp|onion|arpa)$/
const RESERVED_DOMAIN = /(?:^|\.)example\d?\.(?:com|net|org|edu|jp|(?:ac|ad|co|ed|go|gr|lg|ne|or)\.jp)$/
/** What people type instead of a domain. Owned by somebody, but hardly by the people on a list. */
const TYPED_AT_RANDOM =
  /^(?:test|asdf|asdfg|asdfgh|qwer|qwerty|hoge|hogehoge|foo|foobar|fuga|dummy|sample|fake|none|nomail|noemail|invalid|abcde?|aaa+|xxx+|zzz+|yourdomain|mydomain|yourcompany|domain|email|mail)\.(?:com|net|org|jp|(?:co|ne|or)\.jp)$/
/** Those of the above that are large mail providers or well-known firms. */
const REAL_AFTER_ALL: ReadonlySet<string> = new Set(
  words('mail.com email.com abc.com abc.net aaa.com email.jp domain.com'),
)

/** domain: A-label, lower case. */
export function isMadeUpDomain(domain: string): boolean {
  if (RESERVED_ENDING.test(domain) || RESERVED_DOMAIN.test(domain)) return true
  return TYPED_AT_RANDOM.test(domain) && !REAL_AFTER_ALL.has(domain)
}

/** Phone services that have ended; their addresses reach nobody (rulebook C.4). */
export const CLOSED_DOMAINS: ReadonlySet<string> = new Set(words('nttpnet.ne.jp pipopa.ne.jp mozio.ne.jp phone.ne.jp'))
