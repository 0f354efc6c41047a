/** Tags that an empty value leaves nothing of: without a default, outside of sections or conditions for them. */
import type {System} from '../templates/convert/reading.ts'
import {scanTags} from '../templates/convert/scan.ts'
import type {PartView} from './template-view.ts'

export interface BareTag {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Systems that keep the defaults of names elsewhere, or whose tags cannot have any: nothing can be said of those. */
const DEFAULTS_ELSEWHERE: ReadonlySet<System> = new Set([
  ...([
    'mailchimp',
    'hubspot',
    'activecampaign',
    'marketing-cloud',
    'mailgun',
    'percent',
    'brackets',
    'hashes',
  ] as const),
  ...(['myasp', 'shanon', 'socketlabs', 'mailwizz', 'phplist', 'mailerlite'] as const),
])
/** What the sender fills is never empty for one reader alone. */
const ALWAYS_THERE = /^(?:email|unsubscribe_url|sender\.\w+)$/
/** What the template itself makes, of a value with a default or of words; another name for a value is no more than the value. */
const MADE = /^\{%[-~]?\s*(?:assign|set|capture)\s+(\w+)\s*([\s\S]*?)[-~]?%\}$/
const MERE_NAME = /^=\s*[\w.]+\s*$/

/** system: null for our own language. In order of place. */
export function bareTags(part: PartView, system: System | null): readonly BareTag[] {
  if (system === null) return ownTags(part)
  return DEFAULTS_ELSEWHERE.has(system) ? [] : tagsOf(part, system)
}

function ownTags({tags}: PartView): readonly BareTag[] {
  const found: BareTag[] = []
  let open = 0
  for (const {kind, name, fallback, start, end} of tags) {
    if (kind === 'section' || kind === 'inverted') open += 1
    else if (kind === 'close') open -= 1
    else if (kind === 'variable' && fallback === null && open <= 0 && !ALWAYS_THERE.test(name))
      found.push({name, start, end})
  }
  return found
}

function tagsOf({source, kind}: PartView, system: System): readonly BareTag[] {
  const found: BareTag[] = []
  const made = new Set<string>()
  let open = 0
  for (const {tag, reading, start, end, zone} of scanTags(source, kind === 'html', {system, isSaid: true})) {
    const {meaning} = reading
    if (meaning.kind === 'open' || (meaning.kind === 'section' && meaning.sigil !== '/')) open += 1
    else if (meaning.kind === 'close' || meaning.kind === 'section') open -= 1
    else if (meaning.kind === 'value' && meaning.fallback === null && open <= 0 && zone === 'content')
      if (!ALWAYS_THERE.test(meaning.name) && !made.has(meaning.name)) found.push({name: meaning.name, start, end})
    const [, name, words] = MADE.exec(tag) ?? []
    if (name !== undefined && !MERE_NAME.test(words!)) made.add(name)
  }
  return found
}
