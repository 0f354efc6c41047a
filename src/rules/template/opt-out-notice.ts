/** Looks for words that tell the reader mail can be refused; a bare こちら or here says nothing. */
import {bodyParts} from '../../core/lint/body-parts.ts'
import {optOutNotice as noticeOf} from '../../core/lint/opt-out-notice.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

export const optOutNotice: TemplateRule = {
  id: 'opt-out-notice',
  subject: 'template',
  isOfWholeMail: true,
  bad: [
    '<p>Hello {{name}}</p>',
    '<p>Hello <a href="{{unsubscribe_url}}">here</a></p>',
    '<p><a href="{{unsubscribe_url}}">こちら</a></p>',
    '<p>設定は<a href="{{unsubscribe_url}}">受信設定の変更</a></p>',
    '<p>領収書が不要な方はご連絡ください。</p><a href="{{unsubscribe_url}}">こちら</a>',
    'text: Hello\n{{unsubscribe_url}}\n',
  ],
  good: [
    '<p>配信停止をご希望の方は<a href="{{unsubscribe_url}}">こちら</a></p>',
    '<a href="{{unsubscribe_url}}">Unsubscribe</a>',
    '<p>今後メールの配信が不要な方は<a href="{{unsubscribe_url}}">こちら</a>からお手続きください</p>',
    "<p>If you don't want to receive these mails, <a href='{{unsubscribe_url}}'>click here</a>.</p>",
    '<p>Si vous ne souhaitez plus recevoir nos messages, <a href="{{unsubscribe_url}}">cliquez ici</a></p>',
    '<p>수신을 원하지 않으시면 <a href="{{unsubscribe_url}}">여기</a>를 눌러 주세요</p>',
    'text: 配信停\n止を希望される方は以下のURLより\n{{unsubscribe_url}}\n',
    'text: ﾒｰﾙの配信停止をご希望の場合はこちら\n{{unsubscribe_url}}\n',
  ],
  check(view, _wanted, report) {
    for (const {part, index, end} of bodyParts(view)) {
      const notice = noticeOf(part)
      if (notice.kind !== 'missing') continue
      const at = notice.link === null ? end : {part: index, offset: notice.link.offset}
      report({at, key: notice.link === null ? 'opt-out-notice.missing' : 'opt-out-notice.link-only'})
    }
  },
}
