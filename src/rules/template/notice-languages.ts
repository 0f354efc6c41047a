/** Looks whether the way out is explained in each of the languages that are asked for. */

import {bodyParts} from '../../core/lint/body-parts.ts'
import {anyOf, hasAny} from '../../core/lint/find-phrases.ts'
import {foldedWords} from '../../core/lint/folded-part.ts'
import {optOutLinks} from '../../core/lint/opt-out-links.ts'
import {OPT_OUT_NOTICES} from '../../core/lint/phrases/opt-out-notices.ts'
import {REFUSAL_WORDS} from '../../core/lint/phrases/opt-out-words.ts'
import {replyOptOut} from '../../core/lint/reply-opt-out.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

const SPOKEN = {
  ko: anyOf({words: [...REFUSAL_WORDS.ko, ...OPT_OUT_NOTICES.ko]}),
  en: anyOf({words: [...REFUSAL_WORDS.en, ...OPT_OUT_NOTICES.en]}),
} as const

export const noticeLanguages: TemplateRule<{readonly languages: readonly (keyof typeof SPOKEN)[]}> = {
  id: 'notice-languages',
  subject: 'template',
  isOfWholeMail: true,
  exampleWith: {languages: ['ko', 'en']},
  bad: [
    '<p><a href="{{unsubscribe_url}}">수신거부</a></p>',
    '<p><a href="{{unsubscribe_url}}">Unsubscribe</a></p>',
    '<p>配信停止は<a href="{{unsubscribe_url}}">こちら</a></p>',
    'text: 수신을 원하지 않으시면 여기를 눌러 주세요\n{{unsubscribe_url}}\n',
  ],
  good: [
    '<p><a href="{{unsubscribe_url}}">수신거부 (Unsubscribe)</a></p>',
    '<p>수신을 원하지 않으시면 <a href="{{unsubscribe_url}}">여기</a>를 눌러 주세요. To opt out, use the same link.</p>',
    '<p>Nothing leads out of this mail: another rule says so.</p>',
    'text: 무료수신거부 / unsubscribe\n{{unsubscribe_url}}\n',
  ],
  check(view, {languages}, report) {
    for (const {part, index, end} of bodyParts(view)) {
      const link = optOutLinks(part).find(({isDead}) => !isDead)?.link
      if (link === undefined && replyOptOut(part) === null) continue
      const {text} = foldedWords(part)
      const at = link === undefined ? end : {part: index, offset: link.offset}
      for (const language of languages)
        if (!hasAny(SPOKEN[language], text)) report({at, key: `notice-languages.${language}`})
    }
  },
}
