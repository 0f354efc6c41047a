/** Go templates, as listmonk writes them: `{{ .Subscriber.Name }}`, `{{ if … }}`, `{{ end }}`, `{{ UnsubscribeURL }}`. */
import {nameOf} from './expressions.ts'
import type {Meaning, Reading} from './reading.ts'
import {aValue, problem} from './reading.ts'
import {wellKnown} from './well-known.ts'

/** Null: not Go. inside: between the braces, trimmed. */
export function readGo(inside: string): Reading | null {
  const words = inside.replace(/^-\s+|\s+-$/g, '')
  const of = (meaning: Meaning): Reading => ({meaning, system: 'listmonk'})
  if (words === 'end') return of({kind: 'close'})
  const block = /^(if|with|range|else\s+if)\s+([\s\S]{1,200})$/.exec(words)
  if (block !== null) return of(blockOf(block[1]!, block[2]!.trim()))
  const link = /^TrackLink\s+"(https?:\/\/[^"\s{}]{1,500})"(?:\s+\.)?$/.exec(words)
  if (link !== null) return of({kind: 'text', text: link[1]!})
  if (/^(?:template|block|define)\s+"/.test(words)) return of(problem('include'))
  if (/^(?:Date|now)\b/.test(words) && words !== 'Date') return of(problem('today'))
  const known = /^\.?[A-Za-z.]{1,60}(?=(?:\s+\.)?$)/.exec(words)
  const target = known === null ? null : wellKnown('mustache', known[0])
  if (target !== null && target.system === 'listmonk') return target
  if (!/^\.[A-Za-z]/.test(words)) return /^(?:printf|index|len|L\.T)\s/.test(words) ? of(problem('expression')) : null
  const name = nameOf(words)
  return of(name === null ? problem('expression') : aValue(name))
}

function blockOf(word: string, words: string): Meaning {
  const said = /^not\s+(.+)$/.exec(words)
  const name = nameOf(said?.[1] ?? words)
  const test = name === null || name === '.' ? null : {name, negated: said !== null}
  if (word.startsWith('else')) return {kind: 'branch', test, why: test === null ? 'condition' : null}
  const isLoop = word !== 'if'
  if (test === null || (isLoop && test.negated))
    return {kind: 'open', test: null, loop: null, why: isLoop ? 'loop' : 'condition'}
  return {kind: 'open', test, loop: isLoop ? 'this' : null, why: null}
}
