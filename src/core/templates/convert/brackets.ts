/** Tags in brackets, number signs and single braces, where ordinary words stand too: only what is surely a tag is read. */
import {literalOf, nameOf, readTest, readValue} from './expressions.ts'
import type {Candidate, Reading, ReadingContext, Syntax} from './reading.ts'
import {aValue, problem} from './reading.ts'
import {isOptOut, OPT_OUT, wellKnown} from './well-known.ts'

const of = {family: 'brackets', isSure: false}

export const brackets: readonly Syntax[] = [
  {...of, opener: '[%', find: /\[%[^%\r\n]{1,100}%\]/y, read: readShanon},
  {...of, opener: '[[', find: /(?<!\[)\[\[[^[\]\r\n]{1,120}\]\](?!\])/y, read: readDouble},
  {
    ...of,
    opener: '[',
    // [Unsubscribe] before an address is its label.
    find: /(?<!\[)\[(?:unsubscribe\](?!\]|\s{0,5}[:(]?\s{0,5}(?:https?:|mailto:|\{\{|\*\||<%|%))|(?!unsubscribe\])[a-z][\w:]{1,60}(?:,\s?fallback=[^[\]\r\n]{0,100})?\](?!\]))/iy,
    read: readSingle,
  },
  {...of, opener: '##', find: /(?<![#&\w])##[\p{L}_][\p{L}\p{N}\p{M}_-]{0,58}##(?!#)/uy, read: readHash},
  {...of, opener: '{$', family: 'smarty', find: /(?<!\{)\{\$[A-Za-z_][^{}\r\n]{0,200}\}(?!\})/y, read: readSmarty},
  {...of, opener: '{if ', family: 'smarty', find: /\{if \$[^{}\r\n]{1,200}\}(?!\})/y, read: readSmartyIf},
  {...of, opener: '{else}', family: 'smarty', find: /\{else\}/y, read: readSmartyIf},
  {...of, opener: '{/if}', family: 'smarty', find: /\{\/if\}/y, read: readSmartyIf},
  {...of, opener: '{!', find: /(?<!\{)\{![A-Za-z]\w{1,60}\}(?!\})/y, read: readExclaimed},
  {
    ...of,
    opener: '{',
    find: /(?<![{$\w])\{(?:contactfield=[\w.-]{1,60}(?:\|[^{}\r\n]{0,100})?|unsubscribe_text|unsubscribe_url|dnc_url|webview_url|webview_text)\}(?!\})/y,
    read: readMautic,
  },
  {...of, opener: '-', find: /(?<![\w-])-[A-Za-z]\w{1,40}-(?![\w-])/y, read: readDashes},
]

/** Words of Japanese that name what is known of a person or an order; 「お知らせ」 in brackets is decoration. */
const FIELD_WORDS =
  /^[\p{L}\p{N}ー_]{0,30}(?:名|氏名|お名前|名前|姓|番号|アドレス|住所|日|日付|日時|コード|役職|部署|会社|金額|ID|URL|フリガナ|ふりがな|カナ)[\d０-９]{0,2}$/u

function isFieldName(words: string): boolean {
  return /^[A-Za-z_][\w.:-]*$/.test(words) || FIELD_WORDS.test(words)
}

function readShanon({tag, inside}: Candidate): Reading {
  if (isOptOut(tag)) return {meaning: OPT_OUT, system: 'shanon'}
  const name = nameOf(inside)
  return {meaning: name === null ? problem('expression') : aValue(name), system: 'shanon'}
}

function readDouble({tag, inside}: Candidate): Reading | null {
  const mailjet = /^(?:data|var):([A-Za-z_][\w.-]{0,60})(?::(.{0,100}))?$/.exec(inside)
  if (mailjet !== null) {
    const fallback =
      mailjet[2] === undefined ? null : (literalOf(mailjet[2].replaceAll('&quot;', '"')) ?? mailjet[2].trim())
    return {meaning: aValue(mailjet[1]!, {fallback: fallback || null}), system: 'mailjet'}
  }
  const known = wellKnown('double-bracket', inside)
  if (known !== null) return known
  if (isOptOut(tag)) return {meaning: OPT_OUT, system: null}
  return isFieldName(inside) && !inside.includes(':') ? {meaning: aValue(inside), system: 'brackets'} : null
}

function readSingle({tag, inside}: Candidate, context: ReadingContext): Reading | null {
  const campaignMonitor = /^([A-Za-z]\w{0,60}),\s?fallback=(.{0,100})$/.exec(inside)
  if (campaignMonitor !== null) {
    const [, name = '', fallback = ''] = campaignMonitor
    return {meaning: aValue(name, {fallback: fallback.trim() || null}), system: 'campaign-monitor'}
  }
  // phpList's own words make a whole link; small letters are SendGrid's and others' address.
  if (inside === 'UNSUBSCRIBE') return {meaning: {kind: 'link', label: 'Unsubscribe'}, system: 'phplist'}
  const known = wellKnown('bracket', inside)
  if (known !== null && /[_a-z:]|^[A-Z]{8,}$/.test(inside)) return isLabel(inside) ? null : known
  return context.system === 'campaign-monitor' && /^(?:firstname|lastname|fullname|email)$/.test(inside)
    ? {meaning: aValue(inside), system: 'campaign-monitor'}
    : isOptOut(tag) && /[_\d]|url|link/i.test(inside)
      ? {meaning: OPT_OUT, system: null}
      : null
}

/** `[Unsubscribe]` with a capital is also what people write before an address. */
function isLabel(inside: string): boolean {
  return /^(?:Weblink|Webversion|Preferences|Forward)$/.test(inside) && inside !== 'Weblink'
}

function readHash({tag, inside}: Candidate): Reading | null {
  const known = wellKnown('hash', inside)
  if (known !== null) return known
  if (isOptOut(tag)) return {meaning: OPT_OUT, system: null}
  return isFieldName(inside) ? {meaning: aValue(inside), system: 'hashes'} : null
}

function readSmarty({tag, inside}: Candidate): Reading {
  const system = 'mailerlite'
  const known = wellKnown('smarty', inside.replace(/^\$/, ''))
  if (known !== null) return known
  if (isOptOut(tag)) return {meaning: OPT_OUT, system}
  return {meaning: readValue(inside, false), system}
}

function readSmartyIf({inside}: Candidate): Reading {
  const system = 'mailerlite'
  if (inside === '/if') return {meaning: {kind: 'close'}, system}
  if (inside === 'else') return {meaning: {kind: 'branch', test: null, why: null}, system}
  const test = readTest(inside.replace(/^if /, ''))
  return {meaning: {kind: 'open', test, loop: null, why: test === null ? 'condition' : null}, system}
}

function readExclaimed({tag, inside}: Candidate): Reading {
  return {meaning: isOptOut(tag) ? OPT_OUT : aValue(inside.replace(/^!/, '')), system: null}
}

function readMautic({inside}: Candidate): Reading {
  const system = 'mautic'
  if (inside === 'unsubscribe_text') return {meaning: {kind: 'link', label: 'Unsubscribe'}, system}
  if (inside.startsWith('webview')) return {meaning: problem('mirror'), system}
  const [, name = '', fallback] = /^contactfield=([^|]+)(?:\|(.*))?$/.exec(inside) ?? []
  return {meaning: name === '' ? OPT_OUT : aValue(name, {fallback: fallback ?? null}), system}
}

/** SendGrid's old substitutions have any mark; dashes are one only where a person says SendGrid and the name is a name. */
function readDashes({inside}: Candidate, {system, isSaid}: ReadingContext): Reading | null {
  if (/^sender_/i.test(inside)) return wellKnown('bracket', inside)
  if (system !== 'sendgrid' || !isSaid) return null
  return /_|^(?:name|email|firstname|lastname|company|city|country)$/i.test(inside)
    ? {meaning: inside.toLowerCase() === 'email' ? aValue('email') : aValue(inside), system}
    : null
}
