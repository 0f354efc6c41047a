/**
 * Column names under which lists of the countries hold such numbers, and names of ordinary columns that come close:
 * written without looking at the dictionaries, from forms and exports as people make them.
 */

/** Type of the corpora to names of its columns. */
export const HEADERS_OF_TYPE: Readonly<Record<string, readonly string[]>> = {
  ABA_ROUTING_NUMBER: ['routing_number', 'Bank routing no.', 'ABA Routing'],
  AU_MEDICARE: ['medicare_number', 'Medicare No', 'Medicare card number'],
  AU_TFN: ['TFN', 'tax_file_number', 'Tax File No'],
  CA_SIN: ['SIN', 'social_insurance_number', 'sin_no'],
  CREDIT_CARD: ['credit_card', 'Card Number', 'クレジットカード番号', 'cc_number'],
  DE_FUEHRERSCHEIN: ['Führerscheinnummer', 'Fuehrerschein-Nr', 'driver_license'],
  DE_HEALTH_INSURANCE: ['Krankenversichertennummer', 'KVNR', 'Versichertennummer'],
  DE_PASSPORT: ['Reisepassnummer', 'Passnummer', 'passport_no'],
  DE_SOCIAL_SECURITY: ['Sozialversicherungsnummer', 'SV-Nummer', 'Rentenversicherungsnummer'],
  DE_TAX_ID: ['Steuer-ID', 'IdNr', 'Steueridentifikationsnummer'],
  ES_NIE: ['NIE', 'número NIE'],
  ES_NIF: ['NIF', 'DNI'],
  ES_PASSPORT: ['Pasaporte', 'número de pasaporte'],
  FI_PERSONAL_IDENTITY_CODE: ['henkilötunnus', 'HETU'],
  IN_AADHAAR: ['Aadhaar', 'aadhar_no', 'Aadhaar Number'],
  IN_PAN: ['PAN', 'pan_number', 'PAN card'],
  IN_PASSPORT: ['Passport No', 'passport'],
  IN_VOTER: ['Voter ID', 'voter_id', 'EPIC No'],
  IT_DRIVER_LICENSE: ['numero patente', 'patente di guida', 'driving licence'],
  IT_FISCAL_CODE: ['codice_fiscale', 'Codice Fiscale'],
  IT_IDENTITY_CARD: ["carta d'identità", 'carta_identita', 'identity card no'],
  IT_PASSPORT: ['passaporto', 'numero passaporto'],
  KR_DRIVER_LICENSE: ['운전면허번호'],
  KR_FRN: ['외국인등록번호'],
  KR_PASSPORT: ['여권번호'],
  KR_RRN: ['주민등록번호', '주민번호'],
  PH_TIN: ['TIN', 'tin_no'],
  PL_PESEL: ['PESEL', 'nr_pesel'],
  SE_PERSONNUMMER: ['personnummer', 'Personnr'],
  TH_TNIN: ['เลขประจำตัวประชาชน', 'national_id', 'Thai ID'],
  TR_NATIONAL_ID: ['TC Kimlik No', 'T.C. Kimlik', 'tckn'],
  UK_DRIVING_LICENCE: ['driving_licence', 'Driving Licence No', 'licence number'],
  UK_NHS: ['NHS number', 'nhs_no'],
  UK_NINO: ['NINO', 'national_insurance_number', 'NI number'],
  UK_PASSPORT: ['passport number', 'Passport'],
  US_BANK_NUMBER: ['bank_account', 'bank account number', 'Account Number'],
  US_DRIVER_LICENSE: ['driver_license', "Driver's License No", 'DL number'],
  US_ITIN: ['ITIN', 'itin_number', 'Individual Taxpayer ID'],
  US_MBI: ['MBI', 'Medicare Beneficiary Identifier', 'medicare_id'],
  US_PASSPORT: ['passport', 'US Passport Number'],
  US_SSN: ['SSN', 'social_security_number', 'Social Security No.'],
  ZA_ID_NUMBER: ['SA ID', 'ID number'],
}

/** Columns of six-digit numbers that no law minds. */
export const ORDINARY_HEADERS: readonly string[] = [
  ...['employee card number', 'student_card_no', 'customer card number', 'discount card number', 'time card no'],
  ...['お客様カード番号', '従業員カード番号', '優待カード番号', 'タイムカード番号', '会員カード番号'],
  ...['car insurance number', 'travel_insurance_no', 'passport country', 'passport expiry', 'NHS trust'],
  ...['Kundennummer', 'Steuernummer', 'Kompassnr', 'Rechnungsnummer', 'patente', 'licence type'],
  ...['insurance company', 'account name', 'medicare eligible', 'VAT number', 'numero cliente', '고객번호', '会员编号'],
]
