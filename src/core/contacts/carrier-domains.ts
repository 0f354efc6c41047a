/**
 * Mail domains of Japanese carriers (rulebook C.4). They issued addresses with consecutive dots or a dot before
 * the @, know no +tags, and must never be folded.
 */

const EXACT: ReadonlySet<string> = new Set([
  'docomo.ne.jp',
  'au.com',
  'ezweb.ne.jp',
  'biz.au.com',
  'sky.tkk.ne.jp',
  'sky.tkc.ne.jp',
  'sky.tu-ka.ne.jp',
  'email.sky.cdp.ne.jp',
  'email.sky.kdp.ne.jp',
  'email.sky.tdp.ne.jp',
  'uqmobile.jp',
  'softbank.ne.jp',
  'i.softbank.jp',
  'disney.ne.jp',
  'ymobile.ne.jp',
  'ymobile1.ne.jp',
  'y-mobile.ne.jp',
  'yahoo.ne.jp',
  'emnet.ne.jp',
  'willcom.com',
  'pdx.ne.jp',
  'rakumail.jp',
  ...['d', 'h', 't', 'c', 'k', 'r', 'n', 's', 'q'].map((area) => `${area}.vodafone.ne.jp`),
  ...['k', 't', 'q', 's', 'n', 'c', 'h', 'd', 'r'].map((area) => `jp-${area}.ne.jp`),
])
const PARENTS = ['.ezweb.ne.jp', '.sky.tkk.ne.jp', '.sky.tkc.ne.jp', '.sky.dtg.ne.jp', '.ido.ne.jp', '.pdx.ne.jp']

/** domain: A-label, lower case. */
export function isCarrierDomain(domain: string): boolean {
  return EXACT.has(domain) || (domain.endsWith('.ne.jp') && PARENTS.some((parent) => domain.endsWith(parent)))
}
