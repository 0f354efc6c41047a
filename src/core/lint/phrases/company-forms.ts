/** Words that mark the legal name of a company or body (rulebook G.5), for telling which name a mail does show. */

export const COMPANY_FORMS = {
  ja: [
    '(?:株式会社|有限会社|合同会社|合資会社|合名会社|相互会社|(?:一般|公益)(?:社団|財団)法人|特定非営利活動法人|NPO法人|医療法人(?:社団)?|学校法人|社会福祉法人|宗教法人|独立行政法人)[\\p{L}\\p{N}・&]{1,20}',
    '[\\p{L}\\p{N}・&]{1,20}(?:株式会社|有限会社|合同会社|協同組合)',
    '\\((?:株|有|合|社|財|医)\\)[\\p{L}\\p{N}・&]{1,20}',
  ],
  en: [
    "\\b[A-Z][\\w.&'-]*(?: [A-Z&][\\w.&'-]*){0,4},? (?:Inc\\b\\.?|Incorporated\\b|Corp\\b\\.?|Corporation\\b|LLC\\b|LLP\\b|Ltd\\b\\.?|Limited\\b|PLC\\b|K\\.K\\.|G\\.K\\.)",
  ],
  de: [
    "\\b[A-ZÄÖÜ][\\p{L}\\d.&'-]*(?: [A-ZÄÖÜ&][\\p{L}\\d.&'-]*){0,4} (?:GmbH|gGmbH|AG|KG|OHG|UG|e\\.K\\.|e\\.V\\.|GbR|SE)(?=[\\s,.)]|$)",
  ],
  fr: ["\\b[A-ZÀ-Ý][\\p{L}\\d.&'-]*(?: [A-ZÀ-Ý&][\\p{L}\\d.&'-]*){0,4} (?:SARL|SAS|SASU|SA|EURL|SCOP)(?=[\\s,.)]|$)"],
  // S.L., S.A. de C.V., Ltda., S.p.A., B.V.
  es: [
    "\\b\\p{Lu}[\\p{L}\\d.&'-]*(?: (?:[\\p{Lu}&][\\p{L}\\d.&'-]*|de|del|la|las|los|y)){0,5},? (?:S\\.? ?[LA]\\.(?: ?U\\.)?(?: ?de C\\.? ?V\\.)?|S\\.L\\.U\\.)",
  ],
  pt: ["\\b\\p{Lu}[\\p{L}\\d.&'-]*(?: (?:[\\p{Lu}&][\\p{L}\\d.&'-]*|de|da|do|e)){0,5},? (?:Ltda|Lda)\\b"],
  it: [
    "\\b\\p{Lu}[\\p{L}\\d.&'-]*(?: (?:[\\p{Lu}&][\\p{L}\\d.&'-]*|di|del|e)){0,5},? (?:S\\.?p\\.?A\\.?|S\\.?r\\.?l\\.?)(?=[\\s,.)]|$)",
  ],
  nl: [
    "\\b\\p{Lu}[\\p{L}\\d.&'-]*(?: (?:[\\p{Lu}&][\\p{L}\\d.&'-]*|van|en|de)){0,5} (?:B\\.V\\.|N\\.V\\.|BV|NV)(?=[\\s,.)]|$)",
  ],
  ko: ['(?:주식회사|유한회사|\\(주\\))\\s?[\\p{L}\\p{N}]{1,20}'],
  zh: ['[\\p{L}\\p{N}]{2,30}有限(?:责任)?公司'],
} as const

/** Spellings of the same form, squashed: a name with one is the name with the other. */
export const SAME_FORMS: readonly (readonly [string, string])[] = [
  ['株式会社', '(株)'],
  ['有限会社', '(有)'],
  ['合同会社', '(同)'],
  ['特定非営利活動法人', 'npo法人'],
]
