/** The country that a mail domain speaks for: a mobile carrier's, a national provider's, or its country-code ending. */
import {isCarrierDomain} from '../contacts/carrier-domains.ts'
import {isCountryCode} from '../country-codes.ts'

/** Sold all over the world for what the letters spell, so that they say nothing about a person's country. */
const GENERIC = new Set(
  'ac ag ai am as bz cc cd co cx dj fm gg gl gs hm im io is la ly me ms mu nu pw sc sh so sr st tc tk tl to tv vc vg vu ws'.split(
    ' ',
  ),
)

/** Providers of one country that live under .com or .net. */
const PROVIDERS: Readonly<Record<string, string>> = {
  'naver.com': 'KR',
  'hanmail.net': 'KR',
  'nate.com': 'KR',
  'qq.com': 'CN',
  '163.com': 'CN',
  '126.com': 'CN',
  'sina.com': 'CN',
  'btinternet.com': 'GB',
  'btopenworld.com': 'GB',
  'ntlworld.com': 'GB',
  'virginmedia.com': 'GB',
  'bigpond.com': 'AU',
  'rediffmail.com': 'IN',
  'comcast.net': 'US',
  'verizon.net': 'US',
  'att.net': 'US',
  'sbcglobal.net': 'US',
  'bellsouth.net': 'US',
  'cox.net': 'US',
}

/** domain: A-label, lower case. */
export function countryOfDomain(
  domain: string,
): {readonly country: string; readonly ground: 'carrier' | 'domain'} | null {
  if (isCarrierDomain(domain)) return {country: 'JP', ground: 'carrier'}
  const provider = PROVIDERS[domain]
  if (provider !== undefined) return {country: provider, ground: 'domain'}
  const ending = domain.slice(domain.lastIndexOf('.') + 1)
  if (ending === 'uk') return {country: 'GB', ground: 'domain'}
  if (ending.length !== 2 || GENERIC.has(ending)) return null
  const country = ending.toUpperCase()
  return isCountryCode(country) ? {country, ground: 'domain'} : null
}
