/** Every rule's own examples, run through the duties that use it; and that duties and rules fit each other. */
import {describe, expect, it} from 'vitest'
import {picturesIn} from '../../src/adapters/html/pictures-in-html.ts'
import {viewHtml} from '../../src/adapters/html/view-html.ts'
import {readEml} from '../../src/adapters/mime/eml/read-eml.ts'
import {chosenLaws} from '../../src/core/lint/chosen-laws.ts'
import {isInForce} from '../../src/core/lint/duty.ts'
import {NOT_ASSESSED} from '../../src/core/lint/not-assessed.ts'
import type {TemplateRule} from '../../src/core/lint/rule.ts'
import type {FileFault, PartView, TemplateView} from '../../src/core/lint/template-view.ts'
import {viewText} from '../../src/core/lint/view-text.ts'
import {offeredColumns} from '../../src/core/templates/offered-names.ts'
import {viewSource} from '../../src/flows/view-source.ts'
import {isMessageKey} from '../../src/i18n/text.ts'
import {LAWS, lawsOf} from '../../src/rulebook/laws.ts'
import {RULES, ruleById} from '../../src/rules/registry.ts'
import {templateRules} from '../../src/rules/template-rules.ts'

const duties = lawsOf(LAWS.map(({id}) => id)).flatMap((law) => law.duties)

const USUAL = {name: '株式会社サンプル', address: '東京都渋谷区渋谷1-2-3', contact: 'support@sample.example.co.jp'}

function partsOf(body: string): readonly PartView[] {
  const [, kind, words = ''] = /^(text|both): ?([\s\S]*)$/.exec(body) ?? []
  if (kind === 'text') return [viewText('text', words, 'a.txt')]
  const [html = '', text] = kind === 'both' ? words.split('|') : [body]
  const seen = {...viewHtml(html, 'a.html'), sentAs: 'utf-8'}
  return text === undefined ? [seen] : [seen, viewText('text', text, 'a.txt')]
}

/** Lines before the body say more of the mail: see TemplateRule. */
async function viewOf(example: string, {exampleView}: TemplateRule): Promise<TemplateView> {
  if (example.startsWith('mail:')) return viewOfMail(example.replace(/^mail: ?/, ''))
  const said = new Map<string, string>()
  let body = example
  for (let found = SAID.exec(body); found !== null; found = SAID.exec(body)) {
    said.set(found[1]!, found[2]!)
    body = body.slice(found[0].length)
  }
  const parts = partsOf(body)
  const subject = said.get('subject')
  const [, name = '', address = ''] = /^(.*) <(.*)>$/.exec(said.get('from') ?? '') ?? []
  return {
    file: parts[0]!.file,
    parts: [...(subject === undefined ? [] : [viewText('subject', subject, 'a.yaml')]), ...parts],
    ...(said.has('class') && {mailClass: said.get('class') as 'marketing' | 'transactional'}),
    ...(said.has('from') && {from: {name, address, repliesTo: address, isOfTemplate: true}}),
    knownNames: offeredColumns(['name', '会社名']),
    rawNames: new Set(),
    filling: 'strict',
    faults: [...chosenLaws(parts, [], KNOWN).faults, ...parts.flatMap(picturesMissingIn)],
    sender: {...USUAL, ...(said.has('sender') && {name: said.get('sender')!})},
    ...exampleView,
  }
}

const SAID = /^(subject|class|from|sender): (.*)\n/

const KNOWN = new Set(LAWS.map(({id}) => id))

/** Of examples there is nothing on any disk. */
function picturesMissingIn({kind, source}: PartView): readonly FileFault[] {
  return (kind === 'html' ? picturesIn(source) : []).map(({path}) => ({
    kind: 'picture',
    key: 'template-file.missing',
    values: {file: path},
    place: {file: 'a.html', line: 1, column: 1},
  }))
}

async function viewOfMail(words: string): Promise<TemplateView> {
  const mail = await readEml(Buffer.from(words), 'a.eml')
  const source = {path: 'a.eml', template: null, mail, faults: mail.faults}
  return viewSource(source, {sender: USUAL, knownNames: null}, {views: {html: viewHtml}}).view
}

async function complaintsOf(
  rule: TemplateRule,
  example: string,
  wanted: Readonly<Record<string, unknown>>,
): Promise<string[]> {
  const keys: string[] = []
  rule.check(await viewOf(example, rule), wanted, ({key}) => keys.push(key))
  return keys
}

describe.each(templateRules.map((rule) => [rule.id, rule as TemplateRule] as const))('the rule %s', (_id, rule) => {
  const using = duties.filter((duty) => duty.rule === rule.id)
  const parameters = rule.exampleWith === undefined ? using.map((duty) => duty.with ?? {}) : [rule.exampleWith]

  it('is used by a duty', () => {
    expect(using).not.toEqual([])
  })

  it.each(rule.bad)('complains, in known words, about %j', async (example) => {
    for (const wanted of parameters) {
      const keys = await complaintsOf(rule, example, wanted)
      expect(keys).not.toEqual([])
      for (const key of keys) {
        expect(key).not.toBe(NOT_ASSESSED)
        expect([key, isMessageKey(key), isMessageKey(`${key}.fix`)]).toEqual([key, true, true])
      }
    }
  })

  it.each(rule.good)('is content with %j', async (example) => {
    for (const wanted of parameters) expect(await complaintsOf(rule, example, wanted)).toEqual([])
  })
})

describe('the rulebook', () => {
  it('names only rules that exist', () => {
    expect(duties.filter(({rule}) => rule !== null && ruleById(rule) === undefined).map(({id}) => id)).toEqual([])
  })

  it('has ids of authority and words, each once', () => {
    const ids = duties.map(({id}) => id)
    expect(ids).toEqual([...new Set(ids)])
    for (const id of ids) expect(id).toMatch(/^[a-z]+\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  })

  it('says for every duty since when it holds and where it is written', () => {
    for (const duty of duties) {
      expect(duty.since).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(isInForce(duty, '2026-11-23')).toBe(true)
      expect(duty.sources).not.toEqual([])
    }
  })

  it('refuses an unknown law and names the known ones', () => {
    expect(() => lawsOf(['jp', 'atlantis'])).toThrow(/LAW_UNKNOWN.*atlantis.*jp, us/)
  })

  it('applies our own standards under every law, and each law once', () => {
    expect(lawsOf(['us', 'us']).map(({id}) => id)).toEqual(['us', 'tpl', 'evidence', 'std', 'mailbox'])
  })
})

describe('the rules', () => {
  it('have ids that are words joined by hyphens, each once', () => {
    const ids = RULES.map(({id}) => id)
    expect(ids).toEqual([...new Set(ids)])
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })
})
