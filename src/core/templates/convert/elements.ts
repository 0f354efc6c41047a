/** Campaign Monitor's and Sendy's elements: `<unsubscribe>words</unsubscribe>` is a whole link. */
import type {Candidate, Reading, Syntax} from './reading.ts'
import {problem} from './reading.ts'

const of = {family: 'elements', isSure: false, read}

export const elements: readonly Syntax[] = [
  {...of, opener: '<unsubscribe', find: /<unsubscribe(?:\s[^<>]{0,600})?>/iy},
  {...of, opener: '</unsubscribe', find: /<\/unsubscribe\s{0,5}>/iy},
  {...of, opener: '<webversion', find: /<webversion(?:\s[^<>]{0,600})?>/iy},
  {...of, opener: '<preferences', find: /<preferences(?:\s[^<>]{0,600})?>/iy},
  {...of, opener: '<forwardtoafriend', find: /<forwardtoafriend(?:\s[^<>]{0,600})?>/iy},
]

function read({tag}: Candidate): Reading {
  const system = 'campaign-monitor'
  if (/^<\/u/i.test(tag)) return {meaning: {kind: 'text', text: '</a>'}, system}
  const [, name = '', attributes = ''] = /^<(\w+)\s*([\s\S]*)>$/.exec(tag) ?? []
  if (name.toLowerCase() === 'unsubscribe') {
    const rest = attributes === '' ? '' : ` ${attributes}`
    return {meaning: {kind: 'text', text: `<a href="{{unsubscribe_url}}"${rest}>`}, system}
  }
  return {meaning: problem(/^web/i.test(name) ? 'mirror' : /^pref/i.test(name) ? 'preferences' : 'forward'), system}
}
