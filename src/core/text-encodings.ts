/** The text encodings lists are read and written in: how we name them, how people do, how they are shown. */

export const TEXT_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'cp932',
  'euc-jp',
  'iso-2022-jp',
  'windows-1252',
  'iso-8859-1',
  'gb18030',
  'big5',
  'euc-kr',
] as const
export type TextEncoding = (typeof TEXT_ENCODINGS)[number]

/**
 * Other names of the same, compared without case, blanks, - and _. Where programs call a superset by the name of its
 * part (Shift_JIS, GBK, KS C 5601) the superset is read: it holds every character of the part.
 */
const OTHER_NAMES: Readonly<Record<TextEncoding, readonly string[]>> = {
  'utf-8': ['utf8', 'utf8bom', 'utf8sig', 'unicode11utf8', 'cp65001'],
  'utf-16le': ['utf16le', 'utf16', 'ucs2', 'ucs2le', 'unicode', 'cp1200'],
  'utf-16be': ['utf16be', 'ucs2be', 'unicodefffe', 'cp1201'],
  cp932: ['cp932', 'shiftjis', 'sjis', 'xsjis', 'mskanji', 'windows31j', 'ms932', 'windows932', 'win932', '932'],
  'euc-jp': ['eucjp', 'xeucjp', 'ujis', 'eucjpms', 'eucjpwin', 'cp51932', 'cp20932'],
  'iso-2022-jp': ['iso2022jp', 'jis', 'csiso2022jp', 'iso2022jpms', 'cp50220', 'cp50221'],
  'windows-1252': ['windows1252', 'cp1252', 'win1252', '1252', 'ansi', 'xcp1252'],
  'iso-8859-1': ['iso88591', 'latin1', 'l1', 'isolatin1', 'cp28591', 'cp819'],
  gb18030: ['gb18030', 'gbk', 'gb2312', 'cp936', 'ms936', 'windows936', 'euccn', 'xgbk', 'cp54936', '936'],
  big5: ['big5', 'cp950', 'big5hkscs', 'windows950', 'big5eten', 'xbig5', 'csbig5', '950'],
  'euc-kr': ['euckr', 'cp949', 'uhc', 'ms949', 'windows949', 'ksc5601', 'ksc56011987', 'ksx1001', '949'],
}

/** The encoding a name stands for; null when none that is read is called that. */
export function encodingNamed(name: string): TextEncoding | null {
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, '')
  return TEXT_ENCODINGS.find((encoding) => OTHER_NAMES[encoding].includes(folded)) ?? null
}

/** As people know them; the same in every language. */
export const ENCODING_LABELS: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  cp932: 'CP932 (Shift_JIS)',
  'euc-jp': 'EUC-JP',
  'iso-2022-jp': 'ISO-2022-JP',
  'windows-1252': 'Windows-1252',
  'iso-8859-1': 'ISO-8859-1',
  gb18030: 'GB18030',
  big5: 'Big5',
  'euc-kr': 'EUC-KR',
}
