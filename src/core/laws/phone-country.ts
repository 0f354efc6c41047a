/** The country of a phone number that is written with its country code (ITU E.164); other forms say nothing. */

const CODES: Readonly<Record<string, string>> = Object.fromEntries(
  `1 US,20 EG,27 ZA,30 GR,31 NL,32 BE,33 FR,34 ES,36 HU,39 IT,40 RO,41 CH,43 AT,44 GB,45 DK,46 SE,47 NO,48 PL,49 DE
  51 PE,52 MX,54 AR,55 BR,56 CL,57 CO,60 MY,61 AU,62 ID,63 PH,64 NZ,65 SG,66 TH,81 JP,82 KR,84 VN,86 CN,90 TR,91 IN
  92 PK,94 LK,351 PT,352 LU,353 IE,354 IS,356 MT,357 CY,358 FI,359 BG,370 LT,371 LV,372 EE,380 UA,385 HR,386 SI
  420 CZ,421 SK,423 LI,852 HK,853 MO,880 BD,886 TW,966 SA,971 AE,972 IL`
    .split(/[,\n]/)
    .map((line) => line.trim().split(' ') as [string, string]),
)

/** Area codes of Canada within +1 (Canadian Numbering Administrator). */
const CANADA = new Set(
  (
    '204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 387 403 416 418 428 431 437 438 450 460 468 474 ' +
    '506 514 519 537 548 568 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 ' +
    '873 879 902 905 942'
  ).split(' '),
)

/** text: as a list holds it, e.g. +81-90-1234-5678 or 0044 20 …; null when no country is said. */
export function countryOfPhone(text: string): string | null {
  const written = text.normalize('NFKC').trim()
  if (!/^(\+|00)[\d\s().-]{6,24}$/.test(written)) return null
  const digits = written.replace(/^00|\D/g, '')
  for (const length of [3, 2, 1]) {
    const country = CODES[digits.slice(0, length)]
    if (country !== undefined) return country === 'US' && CANADA.has(digits.slice(1, 4)) ? 'CA' : country
  }
  return null
}
