/** Ends of data that some lenient server somewhere takes for CRLF . CRLF. None may ever leave in a message. */
export const SMUGGLING: readonly string[] = [
  '\n.\n',
  '\r.\r',
  '\n.\r\n',
  '\r\n.\n',
  '\r\n.\r',
  '\r.\r\n',
  '\n.\r',
  '\r.\n',
  '\n\n.\n\n',
  '\r\r.\r\r',
  '\r\n\n.\r\n',
  '\n\r\n.\n\r\n',
  '\r\r\n.\r\n',
  '\r\n.\r\r\n',
  '\n\r.\n\r',
  '\r\n..\n',
  '\n..\n',
  '\r\n.\n.\r\n',
  '\r\0\n.\r\n',
  '\r\n\0.\r\n',
  '\r\n.\0\r\n',
  '\r\n.\r\0\n',
  '\0\r\n.\r\n',
  '\n\0.\n',
  '\r\n. \n',
  '\r\n.\t\n',
  '\r\n.\r\n\r',
  '\u0000\r\u0000\n\u0000.\u0000\r\u0000\n',
  '\r\u0000\n\u0000.\u0000\r\u0000\n\u0000',
  '\u2028.\u2028\n',
  '\u0085.\u0085\n',
  '\v.\v\n',
  '\f.\f\r',
]

/** More that ends data for somebody, or would if it were decoded once too often; as text, a mail may hold most of them. */
export const ENDS_OF_DATA: readonly string[] = [
  ...SMUGGLING,
  '\r\n.\r\n',
  '\r\n.\r\n.\r\n',
  '\r\n\r\n.\r\n\r\n',
  '.\r\n',
  '.\n.\n.\n',
  '\r\n. \r\n',
  '\r\n .\r\n',
  '\n..\n.\n',
  '\r..\r',
  '\u2029.\u2029',
  '\u2028.\r\n',
  '\r\n.\u2028',
  '\x1e.\x1e',
  '\x1a\r\n.\x1a\r\n',
  // Low bytes of these are CR, LF and a dot.
  '\u560d\u560a\u562e\u560d\u560a',
  '\u010d\u010a.\u010d\u010a',
  '\r\n\uff0e\r\n',
  '\r\n\u3002\r\n',
  '=0D=0A.=0D=0A',
  '=\r\n.=\r\n',
  '%0d%0a.%0d%0a',
  '&#13;&#10;.&#13;&#10;',
  '\\r\\n.\\r\\n',
  '+AA0ACg.+AA0ACg-',
  '\ufeff\r\n.\r\n',
]

/** How servers have been seen to find the end of a mail. Text in, in the chunks of a network; mails out. */
export const LENIENT_SINKS: Readonly<Record<string, {readonly end: RegExp; readonly dropped: RegExp | null}>> = {
  strict: {end: /\r\n\.\r\n/, dropped: null},
  'bare LF': {end: /\r?\n\.\r?\n/, dropped: null},
  'bare CR': {end: /(?:\r\n|\r|\n)\.(?:\r\n|\r|\n)/, dropped: null},
  'bare CR, NUL left out': {end: /(?:\r\n|\r|\n)\.(?:\r\n|\r|\n)/, dropped: /\0/g},
  'blanks behind the dot': {end: /(?:\r\n|\r|\n)\.[ \t]*(?:\r\n|\r|\n)/, dropped: null},
  'every control character is a line end': {
    end: /(?:\r\n|[\n\v\f\r\x1c-\x1e])\.(?:\r\n|[\n\v\f\r\x1c-\x1e])/,
    dropped: /\0/g,
  },
}

/** The mails that a sink finds in what follows its 354, each up to its end, and what is left behind the last. */
export function mailsIn(chunks: readonly string[], sink: keyof typeof LENIENT_SINKS): {mails: string[]; rest: string} {
  const {end, dropped} = LENIENT_SINKS[sink]!
  const mails: string[] = []
  // A dot may be the first line.
  let pending = '\r\n'
  for (const chunk of chunks) {
    pending += dropped === null ? chunk : chunk.replace(dropped, '')
    for (let found = end.exec(pending); found !== null; found = end.exec(pending)) {
      mails.push(pending.slice(2, found.index))
      pending = `\r\n${pending.slice(found.index + found[0].length)}`
    }
  }
  return {mails, rest: pending.slice(2)}
}
