import {describe, expect, it} from 'vitest'
import type {DeclaredFacts} from '../../../src/core/laws/declared-facts.ts'
import type {Law} from '../../../src/core/laws/law.ts'
import type {Duty} from '../../../src/core/lint/duty.ts'
import {lintView} from '../../../src/core/lint/lint-view.ts'
import {notAssessed} from '../../../src/core/lint/not-assessed.ts'
import type {TemplateRule} from '../../../src/core/lint/rule.ts'
import type {PartView, TemplateView} from '../../../src/core/lint/template-view.ts'
import {viewText} from '../../../src/core/lint/view-text.ts'
import type {MailClass} from '../../../src/core/sending/mail-class.ts'
import {waivers} from '../../../src/rules/template/waivers.ts'

const marks: TemplateRule = {
  id: 'marks',
  subject: 'template',
  bad: [],
  good: [],
  check(view, _wanted, report) {
    view.parts.forEach((part, index) => {
      for (const {index: offset} of part.source.matchAll(/!/g)) report({at: {part: index, offset}, key: 'x'})
    })
  },
}
const end: TemplateRule = {
  ...marks,
  id: 'end',
  check: (view, _wanted, report) => report({at: {part: 0, offset: view.parts[0]!.source.length}, key: 'gone'}),
}
const unsure: TemplateRule = {...marks, id: 'unsure', check: (_view, _wanted, report) => report(notAssessed('name'))}

function law(...duties: readonly Partial<Duty>[]): Law {
  const whole = {
    id: 'jp/x',
    title: {ja: '必要な印', en: 'A due mark'},
    rule: 'marks',
    says: {ja: '印がいります。', en: 'A mark is due.'},
    severity: 'error',
    since: '2000-01-01',
    sources: [{title: 't', confidence: 'verified'}],
  }
  const all = duties.map((duty) => ({...whole, ...duty}) as Duty)
  return {id: 'jp', name: {ja: '', en: ''}, countries: [], duties: all, facts: null}
}

const guess: TemplateRule = {
  ...marks,
  id: 'guess',
  check: (_view, _wanted, report) => report({key: 'perhaps', isGuess: true}),
}

interface More {
  readonly facts?: DeclaredFacts
  readonly mailClass?: MailClass
}

function lint(parts: readonly PartView[], laws: readonly Law[], {facts = {}, ...more}: More = {}) {
  const sender = {name: '', address: '', contact: ''}
  const usual = {file: 'mail', parts, knownNames: null, rawNames: new Set<string>(), filling: 'strict', sender} as const
  const view: TemplateView = {...usual, ...more}
  return lintView(view, {
    laws,
    rules: [marks, end, unsure, guess, waivers],
    day: '2026-01-01',
    known: new Set(['jp/x', 'kr/y']),
    facts,
  })
}

describe('linting a template', () => {
  it('gives line, column and the source line of each spot, in order', () => {
    const findings = lint([viewText('text', 'one\r\n  two ! three !\n', 'a.txt')], [law({})])
    expect(findings.map(({where, excerpt}) => [where, excerpt])).toEqual([
      [
        {kind: 'template', file: 'a.txt', part: 'text', line: 2, column: 7},
        {text: 'two ! three !', at: 4},
      ],
      [
        {kind: 'template', file: 'a.txt', part: 'text', line: 2, column: 15},
        {text: 'two ! three !', at: 12},
      ],
    ])
  })

  it('cuts a long line around the spot', () => {
    const [finding] = lint([viewText('text', `${'a'.repeat(5000)}!${'b'.repeat(5000)}`, 'a.txt')], [law({})])
    expect(finding!.excerpt).toEqual({text: `…${'a'.repeat(40)}!${'b'.repeat(59)}…`, at: 41})
  })

  it('halves no character where it cuts', () => {
    const [finding] = lint([viewText('text', `${'𠮷'.repeat(50)} !${'𠮷'.repeat(50)}`, 'a.txt')], [law({})])
    const {text, at} = finding!.excerpt!
    expect([text.isWellFormed(), text[at], text.length]).toEqual([true, '!', 102])
  })

  it('counts a part from where it begins in its file', () => {
    const [first] = lint([viewText('subject', 'Hi!', 'template.yaml', {line: 3, column: 10})], [law({})])
    expect(first!.where).toEqual({kind: 'template', file: 'template.yaml', part: 'subject', line: 3, column: 12})
  })

  it('tells the same spot once, though a title is also the subject', () => {
    const parts = [
      viewText('subject', 'Hi!', 'a.html', {line: 1, column: 8}),
      viewText('text', '<title>Hi!</title>', 'a.html'),
    ]
    expect(lint(parts, [law({})])).toHaveLength(1)
  })

  it.each([
    ['one\ntwo\n', 2],
    ['one\r\n  two \r\n\r\n', 2],
    ['one', 1],
    ['one\rtwo\r', 2],
    ['', 1],
  ])(
    'tells what is missing altogether at the last line that holds something, without showing it: %j',
    (source, line) => {
      const [finding] = lint([viewText('text', source, 'a.txt')], [law({rule: 'end'})])
      expect([finding!.where, finding!.excerpt]).toEqual([
        {kind: 'template', file: 'a.txt', part: 'text', line, column: 1},
        undefined,
      ])
    },
  )

  it('notes what it could not assess, whatever the duty weighs', () => {
    const [finding] = lint([viewText('text', 'a', 'a.txt')], [law({rule: 'unsure'})])
    expect(finding).toMatchObject({severity: 'info', key: 'lint.not-assessed', where: {kind: 'whole', of: 'mail'}})
  })

  it('leaves out duties not in force that day, and weighs unverified ones as warnings', () => {
    const sources = [{title: 't', confidence: 'unverified'}] as const
    const part = viewText('text', '!', 'a.txt')
    expect(lint([part], [law({since: '2026-01-02'}, {until: '2026-01-01'})])).toEqual([])
    expect(lint([part], [law({sources})]).map(({severity}) => severity)).toEqual(['warning'])
  })

  const part = viewText('text', '!', 'a.txt')
  const weighed = (...ask: Parameters<typeof lint>) => lint(...ask).map(({key, severity}) => `${severity} ${key}`)

  it('asks a duty that hangs on a fact only where somebody declared it so', () => {
    const laws = [law({when: {fact: 'sellerType', is: ['b2c-distance']}})]
    expect(weighed([part], laws, {facts: {sellerType: 'b2c-distance'}})).toEqual(['error x'])
    expect(weighed([part], laws, {facts: {sellerType: 'other'}})).toEqual([])
  })

  it('notes an undeclared fact once, and only where it would matter', () => {
    const laws = [law({when: {fact: 'sellerType', is: ['b2c-distance']}})]
    const many = viewText('text', '!!!', 'a.txt')
    const [note, ...others] = lint([many], laws)
    expect(others).toEqual([])
    expect(note).toMatchObject({
      severity: 'info',
      key: 'lint.not-assessed',
      values: {fact: 'facts.sellerType', flag: '--fact sellerType=b2c-distance'},
    })
    expect(lint([viewText('text', 'fine', 'a.txt')], laws)).toEqual([])
  })

  it('asks duties of the classes of mail that they bind; a mail without one is marketing', () => {
    const laws = [law({mails: ['marketing']})]
    expect(weighed([part], laws)).toEqual(['error x'])
    expect(weighed([part], laws, {mailClass: 'marketing'})).toEqual(['error x'])
    expect(weighed([part], laws, {mailClass: 'transactional'})).toEqual([])
    expect(weighed([part], [law({})], {mailClass: 'transactional'})).toEqual(['error x'])
  })

  it('lets no guess weigh an error', () => {
    expect(weighed([part], [law({rule: 'guess'})])).toEqual(['warning perhaps'])
    expect(weighed([part], [law({rule: 'guess', severity: 'info'})])).toEqual(['info perhaps'])
  })

  it('warns of what will be an error, and names the day', () => {
    const [finding] = lint([part], [law({firmFrom: '2027-03-01'})])
    expect([finding!.severity, finding!.firmFrom]).toEqual(['warning', '2027-03-01'])
  })
})
