/** The rules on words end in bounded time with text that was made to be slow for them. */
import {expect, test} from 'vitest'
import {viewHtml} from '../../src/adapters/html/view-html.ts'
import {viewText} from '../../src/core/lint/view-text.ts'
import {LAWS, lawsOf} from '../../src/rulebook/laws.ts'
import {templateRules} from '../../src/rules/template-rules.ts'

const WORDS = new Set([
  ...['absolute-claims', 'ad-label', 'ad-named', 'company-details', 'delay-claim', 'easy-opt-out', 'from-sender'],
  ...['main-purpose', 'notice-languages', 'opt-out-link', 'placeholder-sender', 'seller-items', 'subject-disguise'],
  'urgent-subject',
])
const duties = lawsOf(LAWS.map(({id}) => id)).flatMap((law) => law.duties)

const PIECES = [
  '配信停止 ログイン後 氏名、',
  '反映まで 7日 unsubscribe ',
  'unsubscribe include your full first last account customer ',
  'reply to this with subject ',
  '株式会社〇〇 ',
  'company number registered ',
  'a fee of a a a a a ',
  '100%必ず絶対',
  '- - - - ',
  '<a href="https://shop.example.co.jp/login">配信停止</a> ',
  '{{unsubscribe_url}}\n',
]

test.each(PIECES)(
  '%j many times',
  (piece) => {
    const many = piece.repeat(Math.ceil(10_000 / piece.length))
    const view = {
      ...{file: 'a', knownNames: null, rawNames: new Set<string>()},
      ...({filling: 'strict', mailClass: 'transactional'} as const),
      parts: [
        viewText('subject', many.slice(0, 10_000), 's'),
        viewHtml(many, 'a.html'),
        viewText('text', many, 'a.txt'),
      ],
      sender: {name: 'Sample Ltd', address: '', contact: ''},
      from: {name: many.slice(0, 10_000), address: 'a@b.example', repliesTo: 'a@b.example', isOfTemplate: true},
    } as const
    const started = process.cpuUsage().user
    for (const rule of templateRules)
      if (WORDS.has(rule.id) && rule.subject === 'template')
        for (const wanted of new Set(duties.filter((duty) => duty.rule === rule.id).map((duty) => duty.with ?? {})))
          rule.check(view, wanted, () => {})
    // Seconds of our own work, whatever else the machine does.
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(30)
  },
  120_000,
)
