/** Looks how far the opt-out notice stands from the address it speaks of. */
import {bodyParts} from '../../core/lint/body-parts.ts'
import {optOutNotice} from '../../core/lint/opt-out-notice.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

const far = '<p>本文です。</p>'.repeat(60)

/** characters, lines: both may lie between notice and address at most; lines counts filled ones. */
export const noticeAdjacent: TemplateRule<{readonly characters: number; readonly lines: number}> = {
  id: 'notice-adjacent',
  subject: 'template',
  bad: [
    `<p>配信停止をご希望の方は、末尾のURLからお手続きください。</p>${far}<a href="{{unsubscribe_url}}">こちら</a>`,
    `text: You can unsubscribe at any time.\n${'Some words of the mail.\n'.repeat(20)}{{unsubscribe_url}}\n`,
  ],
  good: [
    '<p>配信停止をご希望の方は<a href="{{unsubscribe_url}}">こちら</a></p>',
    `<p>配信停止をご希望の方は末尾のURLからどうぞ。</p>${far}<p>配信停止は<a href="{{unsubscribe_url}}">こちら</a></p>`,
    'text: 配信停止をご希望の方は以下のURLからお手続きください。\n※お手続きは無料です。\n\n{{unsubscribe_url}}\n',
    '<p>Hello</p>',
  ],
  check(view, wanted, report) {
    for (const {part, index} of bodyParts(view)) {
      const notice = optOutNotice(part)
      if (notice.kind !== 'apart') continue
      const {characters, lines} = notice
      if (characters <= wanted.characters && lines <= wanted.lines) continue
      const at = {part: index, offset: notice.link.offset}
      report({at, key: 'notice-adjacent.far', values: {characters, lines, limit: wanted.characters}})
    }
  },
}
