/** Looks for tags nobody will fill: names the list does not have, and tags of other sending systems left in. */

import {closestName, sameButSpelling} from '../../core/close-names.ts'
import {hasAny, matchesIn} from '../../core/lint/find-phrases.ts'
import {foreignBlocksIn} from '../../core/lint/foreign-blocks.ts'
import {foreignTagsIn} from '../../core/lint/foreign-tags.ts'
import {LEFT_OVER_TAG} from '../../core/lint/phrases/left-over-tags.ts'
import {OPT_OUT_TAG} from '../../core/lint/phrases/merge-tags.ts'
import type {Report, TemplateRule} from '../../core/lint/rule.ts'
import {detectSystem, systemOfTag, tagFaults} from '../../core/lint/sending-system.ts'
import type {PartView} from '../../core/lint/template-view.ts'
import type {System} from '../../core/templates/convert/reading.ts'
import type {OfferedNames} from '../../core/templates/offered-names.ts'
import {formatFault, nameFault, withClassNames} from '../../core/templates/offered-names.ts'
import {BUILT_IN_NAMES} from '../../core/templates/parse-template.ts'

/** The examples know the names `name` and 会社名. */
export const knownNames: TemplateRule = {
  id: 'known-names',
  subject: 'template',
  bad: [
    '<p>Hello {{nmae}}</p>',
    '<p>{{#vip}}Hello{{/vip}}</p>',
    '<p>Hello *|FNAME|*</p>',
    '<p>Hello %%First Name%%</p>',
    '<p>Hello [[name]]</p>',
    '<a href="{{unsubscribeUrl}}">Unsubscribe</a>',
    '<p>{{sender.adress}}</p>',
    '<p>{{name:datum}}</p>',
    '<p>{{name:currency}}</p>',
    'text: {% unsubscribe %}\n',
    'text: ##name## 様\n',
    'mail: From: news@example.com\n\nHello *|FNAME|*\n',
    'mail: From: news@example.com\nSubject: {{ first_name }}, news\n\nHello\n',
    '<p>{{#if name}}Hello{{/if}}</p>',
    '<p>{{ if .Subscriber.Name }}Hello{{ end }}</p>',
  ],
  good: [
    '<p>Hello {{name}}, {{会社名}}</p>',
    '<p>{{#name}}Hello {{name|customer}}{{/name}}{{^name}}Hello{{/name}}</p>',
    '<a href="{{unsubscribe_url}}">{{sender.name}}</a>',
    '<style>a{width:100%}</style><!-- *|FNAME|* --><p>50% OFF, 30%</p>',
    'text: ##------## [[お知らせ]] 100%%\n',
    '<p>{{#name}}{{.}}{{/name}} {{name:date|-}}</p>',
    'text: [Unsubscribe] https://shop.example.co.jp/stop\n',
    '<p>{{! *|FNAME|* }}Hello</p>',
    'mail: From: news@example.com\n\nWrite {{ message }} in Vue, {% if x %} in Liquid; 100%% [[news]] ##---##\n',
  ],
  check(view, _wanted, report) {
    for (const [index, part] of view.parts.entries()) if (view.mail !== undefined) judgeLeftOver(part, index, report)
    if (view.mail !== undefined) return
    if (view.system) return judgeSystem(view.parts, view.system, report)
    view.parts.forEach((part, index) => {
      if (view.knownNames !== null) judgeNames(part, index, withClassNames(view.knownNames, view.mailClass), report)
      else judgeSpelling(part, index, report)
    })
    judgeForeign(view.parts, report)
  },
}

/** Whoever makes the mail fills its tags before: what is left now, readers see, or follow. */
function judgeLeftOver(part: PartView, index: number, report: Report): void {
  const seen = new Set<string>()
  const tell = (text: string, offsetOf: (at: number) => number) => {
    for (const {0: tag, index: at} of matchesIn(LEFT_OVER_TAG, text)) {
      if (seen.has(tag)) continue
      seen.add(tag)
      report({at: {part: index, offset: offsetOf(at)}, key: 'known-names.unfilled', values: {tag: tag.slice(0, 60)}})
    }
  }
  tell(part.visible.text, part.visible.sourceOffset)
  for (const {href, offset} of part.links) tell(href, () => offset)
}

function judgeNames(part: PartView, index: number, known: OfferedNames, report: Report): void {
  const faults = firstUses(part).flatMap(({name, offset}) => {
    const fault = nameFault(name, known)
    return fault === null ? [] : [{at: {part: index, offset}, ...fault}]
  })
  const blocks = faults.length === 0 ? null : foreignBlocksIn(part).all
  for (const fault of faults) if (!blocks!.has(fault.at.offset)) report(fault)
}

/** Without a list only names that are our own but misspelt, or stand for a way out, are surely wrong. */
function judgeSpelling(part: PartView, index: number, report: Report): void {
  for (const {name, offset} of firstUses(part)) {
    if (BUILT_IN_NAMES.has(name)) continue
    const format = formatFault(name, (word) => BUILT_IN_NAMES.has(word))
    if (format !== null) {
      report({at: {part: index, offset}, ...format})
      continue
    }
    const isOptOut = hasAny(OPT_OUT_TAG, `{{${name}}}`)
    const near = isOptOut ? 'unsubscribe_url' : (sameButSpelling(name, BUILT_IN_NAMES) ?? senderName(name))
    // A list may well have a column Email beside our own email.
    if (near !== null && near !== 'email')
      report({at: {part: index, offset}, key: 'known-names.near', values: {name, near}})
  }
}

function senderName(name: string): string | null {
  return name.startsWith('sender.') ? closestName(name, BUILT_IN_NAMES) : null
}

/** Kinds of tags that stand for a value of the list. */
const FILLED: ReadonlySet<string> = new Set(['variable', 'section', 'inverted'])

/** A name with brackets in it is a tag that was not closed: another rule's matter. */
function firstUses(part: PartView): readonly {name: string; offset: number}[] {
  const first = new Map<string, number>()
  for (const {kind, name, start} of part.tags)
    if (FILLED.has(kind) && name !== '.' && !first.has(name) && !/[{}<>\r\n]/.test(name)) first.set(name, start)
  return [...first].map(([name, offset]) => ({name, offset}))
}

/** What Todoke would send as it stands, with the system it looks like. */
function judgeForeign(parts: readonly PartView[], report: Report): void {
  const found = parts.flatMap((part, index) => {
    const {openers, inner} = foreignBlocksIn(part)
    const tags = foreignTagsIn(part.source, part.kind).filter(({offset}) => !inner.has(offset))
    return [...tags, ...openers.map(({tag, start}) => ({tag, offset: start}))].map((each) => ({...each, index}))
  })
  if (found.length === 0) return
  const detected = detectSystem(parts)
  for (const {tag, offset, index} of found) {
    const at = {part: index, offset}
    const system = systemOfTag(tag, detected)
    if (system === null) report({at, key: 'known-names.foreign', values: {tag: shown(tag)}})
    else report({at, key: 'known-names.foreign-of', values: {tag: shown(tag), system}})
  }
}

/** For a mail that another system sends: tags that it does not fill. */
function judgeSystem(parts: readonly PartView[], system: System, report: Report): void {
  parts.forEach((part, index) => {
    for (const {tag, offset, near} of tagFaults(part, system)) {
      const at = {part: index, offset}
      if (near === null) report({at, key: 'known-names.other-system', values: {tag: shown(tag), system}})
      else report({at, key: 'known-names.system-near', values: {tag: shown(tag), near: shown(near), system}})
    }
  })
}

function shown(tag: string): string {
  return tag.slice(0, 60)
}
