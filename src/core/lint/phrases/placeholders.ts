/** Words that templates come with in place of the sender's own: nobody's name, nobody's address. For single folded lines. */

export const PLACEHOLDERS = {
  ja: [
    '(?:株式会社|有限会社|合同会社)\\s?[〇○◯●△▲□■×✕xX*_＿]{1,6}(?=$|[\\s、。|/（(])|[〇○◯●△▲□■×✕*]{2,6}\\s?(?:株式会社|有限会社|合同会社)',
    '[\\[【(<{](?:会社名|貴社名|御社名|店舗名|住所|ご住所|電話番号|担当者名)[\\]】)>}]',
    '(?:会社名|貴社名|住所|電話番号)(?:を|が)(?:ここに)?(?:入力|記入|入り)',
    '[〇○◯]{2,}[県市区町][〇○◯]{1,}',
    '(?:0|０)[\\dXx×〇○]{1,3}-[Xx×〇○]{2,4}-[Xx×〇○]{4}',
  ],
  en: [
    '^(?:(?:©|\\(c\\)|copyright|sent by|from)[\\s:]*)*(?:\\d{4}[\\s,]*)?\\[?(?:your|my) (?:company|business|organi[sz]ation)(?: name)?\\]?(?:,? (?:inc|ltd|llc|corp)\\.?)?(?=$|\\s?[,.|·•–-]|\\s(?:all rights|inc|ltd|llc))',
    '[\\[{<(](?:your |the |insert )?(?:company|business|sender|organi[sz]ation) (?:name|address)[\\]}>)]',
    '\\b(?:your|company) (?:street )?address(?: here| goes here|, (?:city|suite))',
    '\\b(?:123|1234) (?:main|anywhere|any|fake|example|your|street) (?:st\\b|street|road|rd\\b|name|address)',
    '\\b(?:city|town), (?:state|st),? (?:zip|00000|12345)\\b',
  ],
  de: [
    '\\bmusterfirma\\b|\\bmax mustermann\\b|\\bihr firmenname\\b',
    '\\bmusterstra(?:ß|ss)e \\d+,? (?:12345|00000) musterstadt',
  ],
  fr: [
    "[\\[{<(](?:nom|adresse) de (?:votre |l['’])(?:entreprise|soci[ée]t[ée])[\\]}>)]|^nom de (?:votre |l['’])(?:entreprise|soci[ée]t[ée])$",
  ],
  es: ['[\\[{<(](?:nombre|direcci[oó]n) de (?:tu|su|la) empresa[\\]}>)]|^nombre de (?:tu|su|la) empresa$'],
  ko: ['[\\[{<(](?:회사\\s?명|회사\\s?이름|주소)[\\]}>)]|(?:주식회사\\s?|\\(주\\)\\s?)[〇○OX]{2,}(?=$|\\s)'],
  zh: ['[\\[【{<(](?:公司名称|公司名稱|公司地址)[\\]】}>)]|[〇○×xX]{2,}(?:有限)?公司'],
} as const

/** Addresses kept for examples (RFC 2606), as isDeadHref knows them: nobody receives mail there. */
export const RESERVED_ADDRESS = /@example\.(?:com|net|org|jp)$/i
