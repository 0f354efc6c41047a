/** Looks whether the subject begins with the label for advertising, letter for letter. */
import {SUBJECT_NOT_ASSESSED} from '../../core/lint/not-assessed.ts'
import {LABEL_LETTERS} from '../../core/lint/phrases/ad-labels.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

/** label: with its brackets and the blank behind it, where one is asked for. */
export const adLabel: TemplateRule<{readonly label: string}> = {
  id: 'ad-label',
  subject: 'template',
  isOfWholeMail: true,
  exampleWith: {label: '(광고)'},
  bad: [
    'subject: 봄맞이 세일 안내\n<p>안녕하세요</p>',
    'subject: [광고] 봄맞이 세일\n<p>안녕하세요</p>',
    'subject: (광 고) 봄맞이 세일\n<p>안녕하세요</p>',
    'subject: (광/고) 봄맞이 세일\n<p>안녕하세요</p>',
    'subject: （광고）봄맞이 세일\n<p>안녕하세요</p>',
    'subject: (廣告) 봄맞이 세일\n<p>안녕하세요</p>',
    'subject: (ad) Spring sale\n<p>Hello</p>',
    'subject: 광고) 봄맞이 세일\n<p>안녕하세요</p>',
    'subject: 봄맞이 세일 (광고)\n<p>안녕하세요</p>',
    'subject: [サンプル] (광고) 春のセール\n<p>こんにちは</p>',
    'subject: {{name}}님 (광고) 봄맞이 세일\n<p>안녕하세요</p>',
  ],
  good: [
    'subject: (광고) 봄맞이 세일\n<p>안녕하세요</p>',
    'subject: (광고)봄맞이 세일\n<p>안녕하세요</p>',
    'subject: (광고) {{name}}님께\n<p>안녕하세요</p>',
  ],
  check(view, {label}, report) {
    const index = view.parts.findIndex(({kind}) => kind === 'subject')
    const part = view.parts[index]
    if (part === undefined) return report(SUBJECT_NOT_ASSESSED)
    const {text} = part.visible
    if (text.startsWith(label)) return
    const shown = label.trim()
    const later = text.indexOf(shown)
    const bent = later < 0 ? bentLabel(text, label) : ''
    const key = later > 0 ? 'ad-label.late' : bent === '' || bent === shown ? 'ad-label.missing' : 'ad-label.bent'
    const offset = part.visible.sourceOffset(Math.max(0, later))
    report({at: {part: index, offset}, key, values: {label, found: bent}})
  },
}

/** Something that looks like the label among the first words, as written; '' for none. */
function bentLabel(text: string, label: string): string {
  const {letters, instead} = LABEL_LETTERS[label] ?? {letters: label.replace(/[^\p{L}]/gu, ''), instead: []}
  const apart = [...letters].join('[^\\p{L}\\p{N}]{0,3}')
  const words = [apart, ...instead].join('|')
  const start = text.slice(0, 40)
  return (
    new RegExp(
      `[^\\p{L}\\p{N}\\s]{0,2}\\s{0,2}(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}])\\s{0,2}[^\\p{L}\\p{N}\\s]{0,2}`,
      'iu',
    )
      .exec(start)?.[0]
      .trim() ?? ''
  )
}
