/** What companies must tell of themselves beside name and address (rulebook G.5), and pages that by law tell all of it. */

export const COMPANY_DETAILS = {
  /** Registered number of a company of the United Kingdom. */
  number: [
    '(?:company|registered|registration|reg\\.?)\\s?(?:registration )?(?:no\\.?|number|nr\\.?|#)?\\s?:?\\s?(?:[A-Z]{2})?\\d{6,8}',
    '(?:company|registered|registration)\\s(?:number|no\\.?)[^\\n]{0,40}\\b(?:[A-Z]{2}\\d{6}|\\d{7,8})\\b',
  ],
  jurisdiction: [
    '\\bregistered in (?:england|scotland|wales|northern ireland|the united kingdom|the uk|great britain)\\b',
    '\\bincorporated in (?:england|scotland|wales|northern ireland)\\b',
  ],
  office: ['\\bregistered (?:office|address)\\b'],
  representative: ['geschäftsführ|vertreten durch|vertretungsberechtigt|vorstand|inhaber(?:in)?\\b|managing director'],
  register: [
    '\\bHR[AB]\\s?(?:nr\\.?)?\\s?\\d+|handelsregister|registergericht|amtsgericht|vereinsregister|genossenschaftsregister',
  ],
} as const

export type CompanyDetail = keyof typeof COMPANY_DETAILS
export const DETAIL_NAMES = Object.keys(COMPANY_DETAILS) as readonly CompanyDetail[]

/** Forms of companies that stand in a register, at the end of their names. */
export const REGISTERED_FORMS = {
  en: ['\\b(?:ltd|limited|plc|llp|cic)\\b\\.?'],
  de: ['\\b(?:g?gmbh|ag|kg|ohg|ug|se|e\\.\\s?k\\.|eg)(?=$|[\\s,.)(&])'],
} as const

/** Pages with the identification that the law of a country prescribes: a link to one gives all of it. */
export const IDENTIFICATION_PAGES = {
  de: ['\\bimpressum\\b|anbieterkennzeichnung'],
} as const
