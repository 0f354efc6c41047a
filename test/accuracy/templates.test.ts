/**
 * The detectors of opt-out links, notices, senders, addresses and contacts against mails labelled by hand. `-u` writes the
 * page docs/accuracy/templates.md.
 */
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, it} from 'vitest'
import {viewHtml} from '../../src/adapters/html/view-html.ts'
import {squash} from '../../src/core/lint/fold-text.ts'
import {viewText} from '../../src/core/lint/view-text.ts'
import {hasCorpora} from '../support/corpora.ts'
import type {Judgement} from '../support/label-scores.ts'
import {countsOf, judge, precisionOf, recallOf} from '../support/label-scores.ts'
import type {LabelledPart} from '../support/label-sets.ts'
import {corpusParts, inventedParts, partsOfMessages, QUESTIONS, wordsOfGrounds} from '../support/label-sets.ts'
import {isExplained, labelsPage, nameOf} from '../support/labels-page.ts'

const PAGE = join(fileURLToPath(new URL('../..', import.meta.url)), 'docs', 'accuracy', 'templates.md')
const MOST_UNCLEAR = 0.03

/** Grounds of a yes that stand neither in the visible text nor in a link. */
function groundless(part: LabelledPart): readonly string[] {
  const {name, source} = part
  const {visible, links} = part.part === 'html' ? viewHtml(source, name) : viewText('text', source, name)
  const shown = squash([visible.text, ...links.flatMap(({href, anchor}) => [href, anchor])].join(' '))
  return QUESTIONS.flatMap((question) => {
    const label = part.labels[question]
    if (label.answer !== 'yes') return []
    const words = wordsOfGrounds(label)
    if (words.length === 0) return [`${name} ${question}: no grounds`]
    return words.filter((each) => !shown.includes(squash(each))).map((each) => `${name} ${question}: ${each}`)
  })
}

function holdsBars(judgements: readonly Judgement[]): void {
  const all = countsOf(judgements)
  const errors = countsOf(judgements.filter(({isError}) => isError))
  expect(recallOf(all)).toBeGreaterThanOrEqual(0.95)
  expect(precisionOf(all)).toBeGreaterThanOrEqual(0.97)
  expect(precisionOf(errors)).toBeGreaterThanOrEqual(0.99)
  expect(all.unclear / judgements.length).toBeLessThanOrEqual(MOST_UNCLEAR)
  const wrong = judgements.filter(({outcome}) => outcome === 'missed' || outcome === 'alarm')
  expect(wrong.filter((each) => !isExplained(each)).map(nameOf)).toEqual([])
}

describe('invented mails', () => {
  const parts = inventedParts()

  it('are sixty, in seven languages, and the grounds of their labels stand in them', () => {
    expect(parts.length).toBeGreaterThanOrEqual(60)
    expect(new Set(parts.map(({name}) => name.slice(0, 2)))).toEqual(new Set('de en es fr ja ko zh'.split(' ')))
    expect(parts.flatMap(groundless)).toEqual([])
  })

  it('are judged as they are labelled', () => {
    holdsBars(parts.flatMap(judge))
  })
})

describe.skipIf(!hasCorpora)('templates and newsletters of the corpora', () => {
  let parts: readonly LabelledPart[] = []
  let judgements: readonly Judgement[] = []
  beforeAll(async () => {
    parts = await corpusParts()
    judgements = parts.flatMap(judge)
  })

  it('are all labelled, each part of a message by itself, and the grounds stand in them', async () => {
    const templates = parts.filter(({set}) => set === 'templates').map(({name}) => name)
    // 84 of the inventory without the folder of includes, and three of growi-ja.
    expect([templates.length, new Set(templates).size]).toEqual([86, 86])
    const labelled = parts.flatMap(({set, name, part}) => (set === 'newsletters' ? [`${name} ${part}`] : []))
    expect(labelled.sort()).toEqual(await partsOfMessages())
    expect(parts.flatMap(groundless)).toEqual([])
  })

  it('are judged as they are labelled', () => {
    holdsBars(judgements)
  })

  it('are told on the page in docs/accuracy', async () => {
    await expect(labelsPage([...judgements, ...inventedParts().flatMap(judge)])).toMatchFileSnapshot(PAGE)
  })
})
