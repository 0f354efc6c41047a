/** Blocks of Liquid, Twig, Jinja, HubL and Django, `{% if x %}`, and their comments, `{# … #}`. */
import {literalOf, nameOf, readTest} from './expressions.ts'
import type {Candidate, Meaning, Reading, Syntax} from './reading.ts'
import {problem} from './reading.ts'
import {OPT_OUT} from './well-known.ts'

const of = {family: 'liquid'}

export const liquid: readonly Syntax[] = [
  {...of, opener: '{%', find: {closer: '%}'}, isSure: true, read},
  {...of, opener: '{#', find: /\{#[ \t][^{}]{0,2000}?#\}/y, isSure: false, read: readComment},
]

function readComment({inside}: Candidate): Reading {
  return {meaning: {kind: 'text', text: `{{! ${inside.replaceAll(/[{}]/g, '')} }}`}, system: 'liquid'}
}

function read({inside}: Candidate): Reading {
  const words = inside.replace(/^[-~]\s*|\s*[-~]$/g, '').trim()
  return readKlaviyo(words) ?? {meaning: meaningOf(words), system: 'liquid'}
}

function meaningOf(words: string): Meaning {
  const [, word = '', rest = ''] = /^(\w+)\s*([\s\S]*)$/.exec(words) ?? []
  switch (word) {
    case 'if':
    case 'unless': {
      const test = readTest(rest)
      if (test === null) return {kind: 'open', test, loop: null, why: 'condition'}
      return {kind: 'open', test: {...test, negated: test.negated !== (word === 'unless')}, loop: null, why: null}
    }
    case 'elsif':
    case 'elif':
    case 'elseif': {
      const test = readTest(rest)
      return {kind: 'branch', test, why: test === null ? 'condition' : null}
    }
    case 'else':
      return {kind: 'branch', test: null, why: null}
    case 'for': {
      const [, one = '', list = ''] = /^(\w{1,60})\s+in\s+([^\s()|]{1,120})$/.exec(rest) ?? []
      const name = nameOf(list)
      if (name === null || name === '.') return {kind: 'open', test: null, loop: null, why: 'loop'}
      return {kind: 'open', test: {name, negated: false}, loop: one, why: null}
    }
    case 'endif':
    case 'endunless':
    case 'endfor':
      return {kind: 'close'}
    case 'include':
    case 'render':
    case 'extends':
    case 'import':
    case 'layout':
    case 'module':
      return problem('include')
    case 'case':
    case 'ifequal':
    case 'ifchanged':
      return {kind: 'open', test: null, loop: null, why: 'condition'}
    case 'endcase':
    case 'endifequal':
    case 'endifchanged':
      return {kind: 'close'}
    case 'when':
      return {kind: 'branch', test: null, why: 'condition'}
    default:
      return problem('expression')
  }
}

/** Klaviyo and Customer.io give the opt-out by a tag of its own: a whole link, or its address. */
function readKlaviyo(words: string): Reading | null {
  const [, word = '', rest = ''] = /^(\w+)\s*([\s\S]*)$/.exec(words) ?? []
  const system = 'klaviyo'
  if (word === 'unsubscribe') return {meaning: {kind: 'link', label: literalOf(rest) || 'Unsubscribe'}, system}
  if (word === 'unsubscribe_link') return {meaning: OPT_OUT, system}
  if (word === 'unsubscribe_url') return {meaning: OPT_OUT, system: 'customerio'}
  if (/^manage_preferences/.test(word)) return {meaning: problem('preferences'), system}
  if (/^(?:web_view|view_in_browser)/.test(word)) return {meaning: problem('mirror'), system}
  if (word === 'today' || word === 'current_year') return {meaning: problem('today'), system}
  return null
}
