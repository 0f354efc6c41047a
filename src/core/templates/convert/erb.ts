/** EJS and ERB, `<%= name %>`, and SendGrid's opt-out tags, which are written alike. */
import {nameOf, readTest, readValue} from './expressions.ts'
import type {Candidate, Meaning, Reading, Syntax} from './reading.ts'
import {problem} from './reading.ts'
import {OPT_OUT} from './well-known.ts'

const of = {family: 'erb', isSure: true, read}

export const erb: readonly Syntax[] = [
  {...of, opener: '<%', find: {closer: '%>'}},
  // As editors leave it behind in an address.
  {...of, opener: '&lt;%', find: /&lt;%\s{0,5}asm_\w{1,40}\s{0,5}%&gt;/y},
]

function read({inside}: Candidate): Reading {
  const asm = /^asm_(\w+)$/.exec(inside)
  if (asm !== null) return {meaning: asmMeaning(asm[1]!), system: 'sendgrid'}
  return {meaning: meaningOf(inside.replace(/\s*[-_]$/, '').trim()), system: 'erb'}
}

/** The raw forms are addresses, the others whole links. */
function asmMeaning(name: string): Meaning {
  if (name.startsWith('preferences')) return problem('preferences')
  return name.endsWith('_raw_url') ? OPT_OUT : {kind: 'link', label: 'Unsubscribe'}
}

function meaningOf(words: string): Meaning {
  if (words.startsWith('#')) return {kind: 'text', text: `{{! ${words.slice(1).replaceAll(/[{}]/g, '').trim()} }}`}
  const value = /^(=|-)\s*([\s\S]+)$/.exec(words)
  if (value !== null) {
    const isRaw = value[1] === '-'
    const meaning = readValue(value[2]!.replace(/;$/, '').trim(), false)
    return meaning.kind === 'value' ? {...meaning, raw: meaning.raw || isRaw} : meaning
  }
  if (/^(?:\}|end|\}\s*\)\s*;?)$/.test(words)) return {kind: 'close'}
  if (/^(?:\}\s*else\s*\{|else)$/.test(words)) return {kind: 'branch', test: null, why: null}
  const branch = /^(?:\}\s*else\s+if\s*\(([\s\S]{1,200})\)\s*\{|elsif\s+([\s\S]{1,200}))$/.exec(words)
  if (branch !== null) {
    const test = readTest(branch[1] ?? branch[2]!)
    return {kind: 'branch', test, why: test === null ? 'condition' : null}
  }
  const block = /^(?:(if)\s*\(([\s\S]{1,200})\)\s*\{|(if|unless)\s+([\s\S]{1,200}))$/.exec(words)
  if (block !== null) {
    const test = readTest(block[2] ?? block[4]!.replace(/\.(?:present\?|any\?)$/, ''))
    if (test === null) return {kind: 'open', test, loop: null, why: 'condition'}
    return {kind: 'open', test: {...test, negated: test.negated !== (block[3] === 'unless')}, loop: null, why: null}
  }
  const each =
    /^(\S{1,120})\.each\s+do\s*\|\s*(\w{1,60})\s*\|$/.exec(words) ??
    /^(\S{1,120})\.forEach\(\s*(?:function\s*\(\s*)?\(?\s*(\w{1,60})\s*\)?\s*(?:=>\s*)?\{$/.exec(words)
  if (each !== null) {
    const name = nameOf(each[1]!)
    if (name !== null && name !== '.') return {kind: 'open', test: {name, negated: false}, loop: each[2]!, why: null}
  }
  if (/\{$|\bdo(?:\s*\|[^|]*\|)?$|^(?:if|unless|for|while|case)\b/.test(words))
    return {
      kind: 'open',
      test: null,
      loop: null,
      why: each === null && /^(?:if|unless|case)\b/.test(words) ? 'condition' : 'loop',
    }
  return problem(/^include\b/.test(words) ? 'include' : 'expression')
}
