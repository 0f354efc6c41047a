/** How the corpora's types answer to our kinds, which ones no list of recipients holds, and which cases are set aside. */

/** Type of the corpus to kind of recogniser. */
export const KINDS_OF_TYPE: Readonly<Record<string, string>> = {
  ABA_ROUTING_NUMBER: 'us-routing',
  AU_MEDICARE: 'au-medicare',
  AU_TFN: 'au-tfn',
  CA_SIN: 'ca-sin',
  CREDIT_CARD: 'card',
  DE_FUEHRERSCHEIN: 'de-driving-licence',
  DE_HEALTH_INSURANCE: 'de-health-insurance',
  DE_PASSPORT: 'de-passport',
  DE_SOCIAL_SECURITY: 'de-social-insurance',
  DE_TAX_ID: 'de-tax-id',
  DE_TAX_NUMBER: 'de-tax-number',
  ES_NIE: 'es-nie',
  ES_NIF: 'es-nif',
  ES_PASSPORT: 'es-passport',
  FI_PERSONAL_IDENTITY_CODE: 'fi-hetu',
  IN_AADHAAR: 'in-aadhaar',
  IN_PAN: 'in-pan',
  IN_PASSPORT: 'in-passport',
  IN_VOTER: 'in-voter',
  IT_DRIVER_LICENSE: 'it-driving-licence',
  IT_FISCAL_CODE: 'it-fiscal-code',
  IT_IDENTITY_CARD: 'it-identity-card',
  IT_PASSPORT: 'it-passport',
  KR_DRIVER_LICENSE: 'kr-licence',
  KR_FRN: 'kr-frn',
  KR_PASSPORT: 'kr-passport',
  KR_RRN: 'kr-rrn',
  PH_TIN: 'ph-tin',
  PL_PESEL: 'pl-pesel',
  SE_PERSONNUMMER: 'se-personnummer',
  TH_TNIN: 'th-id',
  TR_NATIONAL_ID: 'tr-id',
  UK_DRIVING_LICENCE: 'uk-driving-licence',
  UK_NHS: 'uk-nhs',
  UK_NINO: 'uk-nino',
  UK_PASSPORT: 'uk-passport',
  US_BANK_NUMBER: 'us-bank-account',
  US_DRIVER_LICENSE: 'us-driving-licence',
  US_ITIN: 'us-itin',
  US_MBI: 'us-medicare',
  US_PASSPORT: 'us-passport',
  US_SSN: 'us-ssn',
  ZA_ID_NUMBER: 'za-id',
}

const COMPANY = 'names a company, in public registers; a list of business contacts holds it lawfully'
const CONTACT = 'what a list of recipients is made of, or technical data; no sensitive data'
const VEHICLE = 'registration of a vehicle; no category of any law here'
const PROFESSION = 'names a professional in a public register'

/** Types of the corpus that are not looked for, and why. */
export const OUT_OF_SCOPE: Readonly<Record<string, string>> = {
  AU_ABN: COMPANY,
  AU_ACN: COMPANY,
  DE_HANDELSREGISTER: COMPANY,
  DE_VAT_ID: COMPANY,
  IN_GSTIN: COMPANY,
  IT_VAT_CODE: COMPANY,
  KR_BRN: COMPANY,
  SE_ORGANISATIONSNUMMER: COMPANY,
  SG_UEN: COMPANY,
  DATE_TIME: CONTACT,
  DE_PLZ: CONTACT,
  EMAIL_ADDRESS: CONTACT,
  IP_ADDRESS: CONTACT,
  MAC_ADDRESS: CONTACT,
  PH_MOBILE_NUMBER: CONTACT,
  TR_PHONE_NUMBER: CONTACT,
  UK_POSTCODE: CONTACT,
  URL: CONTACT,
  CRYPTO: 'address of a wallet; no category of any law here',
  DE_KFZ: VEHICLE,
  IN_VEHICLE_REGISTRATION: VEHICLE,
  NG_VEHICLE_REGISTRATION: VEHICLE,
  TR_LICENSE_PLATE: VEHICLE,
  UK_VEHICLE_REGISTRATION: VEHICLE,
  DE_LANR: PROFESSION,
  MEDICAL_LICENSE: PROFESSION,
  US_NPI: PROFESSION,
}

/** "TYPE: text" of single cases that are not counted, and why. They are listed with the misses. */
export const SET_ASIDE: Readonly<Record<string, string>> = {
  'IN_PAN: A1111DFSFS':
    'no PAN: one has five letters, four digits and a letter; upstream accepts any ten signs as a weak pattern',
  'KR_BRN: 110-81-4127':
    'a company number one digit short, and so exactly a US Social Security number: no cell tells which',
}

/** What the columns of the table of people hold; the others are ordinary. */
export const TABLE_ANSWERS: Readonly<Record<string, string>> = {
  id: 'nationalId',
  birthdate: 'birthDate',
  cc_number: 'card',
  cc_cvc: 'card',
}
