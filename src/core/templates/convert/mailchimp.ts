/** Mailchimp and its kin: `*|FNAME|*`, `*|IF:FNAME|* … *|ELSE:|* … *|END:IF|*`, also as written in an address. */
import {nameOf} from './expressions.ts'
import type {Candidate, Reading, Syntax} from './reading.ts'
import {aValue, problem} from './reading.ts'
import {wellKnown} from './well-known.ts'

const of = {family: 'mailchimp', isSure: true, read}

export const mailchimp: readonly Syntax[] = [
  {...of, opener: '*|', find: /\*\|[\p{L}\p{N}_][^|\r\n]{0,200}\|\*/uy},
  {...of, opener: '*%7C', find: /\*%7C[\p{L}\p{N}_][^|\s<>"']{0,200}?%7C\*/iuy},
]

function read({inside}: Candidate): Reading {
  const system = 'mailchimp'
  const found =
    /^(IF|IFNOT|ELSEIF|ELSE|END|INTERESTED|UPPER|LOWER|TITLE|DATE|HIDE|FEED|RSS|RSSITEM|RSSFEED|FEEDBLOCK|FEEDITEM)(?::([\s\S]*))?$/i.exec(
      inside,
    )
  // Without a colon it is a name, such as DATE or TITLE.
  const [, word = '', rest = ''] = found?.[2] !== undefined || /^else$/i.test(inside) ? (found ?? []) : []
  const test = () => {
    const name = nameOf(rest)
    return name === null ? null : {name, negated: false}
  }
  switch (word.toUpperCase()) {
    case 'IF':
      return {system, meaning: {kind: 'open', test: test(), loop: null, why: test() === null ? 'condition' : null}}
    case 'IFNOT': {
      const it = test()
      return {
        system,
        meaning: {kind: 'open', test: it && {...it, negated: true}, loop: null, why: it === null ? 'condition' : null},
      }
    }
    case 'INTERESTED':
      return {system, meaning: {kind: 'open', test: null, loop: null, why: 'condition'}}
    case 'ELSEIF':
      return {system, meaning: {kind: 'branch', test: test(), why: test() === null ? 'condition' : null}}
    case 'ELSE':
      return {system, meaning: {kind: 'branch', test: null, why: null}}
    case 'END':
      return {system, meaning: {kind: 'close'}}
    case 'UPPER':
    case 'LOWER':
    case 'TITLE':
      return {system, meaning: problem('filter')}
    case 'DATE':
      return {system, meaning: problem('today')}
    case '':
      break
    default:
      return {system, meaning: problem('expression')}
  }
  const known = wellKnown('mailchimp', inside)
  if (known !== null) return known
  const name = nameOf(inside)
  return {system, meaning: name === null || name === '.' ? problem('expression') : aValue(name)}
}
