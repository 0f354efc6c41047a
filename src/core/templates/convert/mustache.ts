/**
 * Tags in double braces: Handlebars, SendGrid, Brevo, HubSpot, Postmark, Braze, Marketo, Liquid's values, and Go
 * templates as listmonk has them; our own language stays as it is.
 */
import {literalOf, nameOf, readOwn, readTest, readValue} from './expressions.ts'
import {readGo} from './go.ts'
import type {Candidate, Meaning, Reading, ReadingContext, Syntax, System} from './reading.ts'
import {aValue, problem} from './reading.ts'
import {isOptOut, OPT_OUT, wellKnown} from './well-known.ts'

const of = {family: 'mustache', isSure: true}

export const mustache: readonly Syntax[] = [
  {...of, opener: '{{!--', find: {closer: '--}}'}, read: readLongComment},
  {...of, opener: '{{{', find: {closer: '}}}'}, read},
  // Braze writes {{${name}}}: its last brace belongs to the name.
  {...of, opener: '{{${', find: /\{\{\$\{[^{}\r\n]{1,200}\}[^{}\r\n]{0,200}\}\}/y, read},
  {...of, opener: '{{', find: {closer: '}}'}, read},
]

/** Our language reads all that follows such marks as their inside, when nothing closes them. */
export const HUNGRY = {'{{{': '}}}', '{{': '}}'} as const

/** Handlebars lets braces stand in it, our comments end at the first ones. */
function readLongComment({inside}: Candidate): Reading {
  if (!/\}\}/.test(inside)) return {meaning: {kind: 'own'}, system: null}
  return {meaning: {kind: 'text', text: `{{! ${inside.replaceAll(/([{}])(?=[{}])/g, '$1 ')} }}`}, system: 'handlebars'}
}

function read({tag, inside: written}: Candidate, context: ReadingContext): Reading {
  const inside = written
    .replace(/^~\s*|\s*~$/g, '')
    .replaceAll(/&quot;|&#34;/g, '"')
    .replaceAll(/&#0?39;|&apos;/g, "'")
  const isTriple = tag.startsWith('{{{')
  const own: Reading = {meaning: {kind: 'own'}, system: null}
  if (inside === '') return own
  if (inside.startsWith('!')) return own
  if (inside.startsWith('=')) return {meaning: problem('delimiters'), system: null}
  if (inside.startsWith('>')) return readPartial(inside.slice(1).trim(), own)
  const block = readBlock(inside, written !== inside)
  if (block !== null) return block
  const raw = isTriple || inside.startsWith('&')
  const words = inside.replace(/^&\s*/, '')
  const go = readGo(words)
  if (go !== null) return go
  const braze = /^\{\{\$\{([^{}]+)\}([\s\S]*)\}\}$/.exec(tag)
  if (braze !== null) return {meaning: optOutOr(tag, readValue(braze[1]! + braze[2]!, false)), system: 'braze'}
  return withRaw(readWords(words, tag, written !== inside, context), raw, words)
}

function readWords(words: string, tag: string, isAltered: boolean, {system}: ReadingContext): Reading {
  // {{unsubscribe_url}} is ours and others' alike.
  if (/^(?:unsubscribe_url|sender\.(?:name|address|contact)|email)$/.test(words) && !isAltered)
    return {meaning: readOwn(words)!, system: null}
  const known = wellKnown('mustache', words)
  if (known !== null) return known
  const helper = readHelper(words)
  if (helper !== null) return helper
  const hubspot =
    /^personalization_token\(\s*("[^"]{1,100}"|'[^']{1,100}')\s*(?:,\s*("[^"]{0,200}"|'[^']{0,200}')\s*)?\)$/.exec(
      words,
    )
  if (hubspot !== null) {
    const name = nameOf(literalOf(hubspot[1]!) ?? '')
    const fallback = hubspot[2] === undefined ? null : literalOf(hubspot[2])
    return {meaning: name === null ? problem('expression') : aValue(name, {fallback}), system: 'hubspot'}
  }
  const marketo = /^((?:lead|company)\.[^|:{}]{1,100}?)(?::default=([^|{}]{0,200}))?$/i.exec(words)
  if (marketo !== null && (marketo[2] !== undefined || marketo[1]!.includes(' ')))
    return {
      meaning: aValue(marketo[1]!.replace(/^lead\./i, ''), {fallback: marketo[2]?.trim() ?? null}),
      system: 'marketo',
    }
  const own = readOwn(words)
  if (own !== null && own.kind === 'value') {
    // A call of a helper and a column whose name holds blanks look alike; who says Handlebars means the helper.
    const isCall = / /.test(own.name) && (system === 'handlebars' || system === 'sendgrid' || system === 'postmark')
    if (isCall) return {meaning: problem('expression'), system: null}
    return {meaning: optOutOr(tag, isAltered ? {...own, own: false} : own), system: null}
  }
  if (/^(?:\.\.\/|@|lookup\s)/.test(words)) return {meaning: problem('loop'), system: 'handlebars'}
  return {meaning: optOutOr(tag, readValue(words, false)), system: systemOf(words)}
}

function optOutOr(tag: string, other: Meaning): Meaning {
  return isOptOut(tag) && !(other.kind === 'value' && other.name === 'unsubscribe_url') ? OPT_OUT : other
}

function systemOf(words: string): System | null {
  if (/^contact\.[A-Z0-9_]+\b/.test(words)) return 'brevo'
  if (/^contact\.[a-z]/.test(words)) return 'hubspot'
  if (/^(?:person)\./.test(words)) return 'klaviyo'
  if (/^subscriber\./.test(words)) return 'kit'
  if (/^this\./.test(words)) return 'handlebars'
  return /^[^"']+\|/.test(words) ? 'liquid' : null
}

/** Three braces keep the HTML of a value; that is ours too, for names that template.yaml lists under raw. */
function withRaw(reading: Reading, raw: boolean, words: string): Reading {
  const {meaning} = reading
  if (!raw || meaning.kind !== 'value' || /^(?:unsubscribe_url|email|sender\.\w+)$/.test(meaning.name)) return reading
  const resend = meaning.fallback !== null && words.includes('|')
  return {...reading, meaning: {...meaning, raw: !resend}}
}

function readPartial(name: string, own: Reading): Reading {
  return /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_./-]{0,100}$/u.test(name)
    ? own
    : {meaning: problem('include'), system: 'handlebars'}
}

/** SendGrid's helpers that say no more than a default or a date. */
function readHelper(words: string): Reading | null {
  const insert = /^insert\s+(\S{1,120})(?:\s+"default=([^"{}]{0,200})")?$/.exec(words)
  if (insert !== null) {
    const name = nameOf(insert[1]!)
    return {
      meaning: name === null ? problem('expression') : aValue(name, {fallback: insert[2] ?? null}),
      system: 'sendgrid',
    }
  }
  if (
    /^(?:formatDate|uppercase|lowercase|capitalize|toUpperCase|toLowerCase|length|concat|log|eq|ne|gt|lt|and|or|not)\s+\S/.test(
      words,
    )
  )
    return {meaning: problem('expression'), system: 'handlebars'}
  return null
}

/** `#if x`, `else`, `/if`, and our own `#x`, `^x`, `/x`; null for a value. */
function readBlock(inside: string, isAltered: boolean): Reading | null {
  const system: System = 'handlebars'
  // Go templates write these alike.
  if (/^(?:else|\^)$/.test(inside)) return {meaning: {kind: 'branch', test: null, why: null}, system: null}
  const branch = /^else\s+if\s+([\s\S]{1,200})$/.exec(inside)
  if (branch !== null) {
    const test = readTest(branch[1]!)
    return {meaning: {kind: 'branch', test, why: test === null ? 'condition' : null}, system: null}
  }
  if (/^else\s/.test(inside)) return {meaning: {kind: 'branch', test: null, why: 'condition'}, system}
  if (/^\/(?:if|unless|each|with)$/.test(inside)) return {meaning: {kind: 'close'}, system}
  const block = /^#(if|unless|each|with)\s+([\s\S]{1,200})$/.exec(inside)
  if (block !== null) return {meaning: openOf(block[1]!, block[2]!.trim()), system}
  const section = /^([#^/])\s*([\s\S]{1,200})$/.exec(inside)
  if (section === null) return null
  const [, sigil, name] = section as unknown as [string, '#' | '^' | '/', string]
  if (
    /["'=()]|\s\S+\s/.test(name) ||
    /^(?:equals|notEquals|greaterThan|lessThan|and|or|each|if|unless|with)\b/.test(name)
  )
    return sigil === '/'
      ? {meaning: {kind: 'close'}, system}
      : {meaning: {kind: 'open', test: null, loop: null, why: 'condition'}, system}
  return isAltered ? {meaning: problem('expression'), system} : {meaning: {kind: 'section', sigil, name}, system: null}
}

function openOf(word: string, words: string): Meaning {
  if (word === 'each' || word === 'with') {
    const [, list = '', as = ''] = /^(\S{1,120})(?:\s+as\s+\|\s*(\w{1,60})[^|]{0,60}\|)?$/.exec(words) ?? []
    const name = nameOf(list)
    // The elements of what is already open: our sections walk lists by themselves.
    if (name === null || name === '.') return {kind: 'open', test: null, loop: null, why: 'loop'}
    return {kind: 'open', test: {name, negated: false}, loop: as || 'this', why: null}
  }
  const test = readTest(words)
  if (test === null) return {kind: 'open', test, loop: null, why: 'condition'}
  return {kind: 'open', test: {...test, negated: test.negated !== (word === 'unless')}, loop: null, why: null}
}
