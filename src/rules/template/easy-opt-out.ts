/** Looks for what refusing costs beside a click: a login, an account, a survey, data, a fee; by words and by addresses. */
import {bodyParts} from '../../core/lint/body-parts.ts'
import {optOutBurdens} from '../../core/lint/opt-out-burdens.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

/** Pages of an account may open by a token, and a survey may be a question that can be left open. */
const UNSURE: ReadonlySet<string> = new Set(['account', 'survey'])

export const easyOptOut: TemplateRule = {
  id: 'easy-opt-out',
  subject: 'template',
  bad: [
    '<p>配信停止は<a href="https://shop.example.co.jp/login?next=/unsubscribe">こちら</a></p>',
    '<p>配信停止をご希望の方は、<a href="https://shop.example.co.jp/s">こちら</a>からログイン後にお手続きください。</p>',
    '<p>配信停止をご希望の方は<a href="https://shop.example.co.jp/mypage">マイページ</a>からお手続きください。</p>',
    '<p>配信停止は、氏名と電話番号を明記の上 <a href="mailto:stop@shop.example.co.jp">stop@shop.example.co.jp</a> まで。</p>',
    '<p>退会にはアンケートへの回答が必要です。<a href="https://shop.example.co.jp/s">退会</a></p>',
    '<p>To unsubscribe, <a href="https://shop.example.co.jp/s">log in to your account</a>.</p>',
    '<p><a href="https://shop.example.co.jp/signin?return=unsubscribe">Unsubscribe</a></p>',
    '<p>To unsubscribe, include your full name and phone number in a mail to <a href="mailto:stop@shop.example.co.jp">us</a>.</p>',
    '<p>수신거부는 로그인 후 <a href="https://shop.example.co.jp/s">여기</a>에서 하실 수 있습니다.</p>',
    'text: 配信停止はログイン後、以下のページからお手続きください。\nhttps://shop.example.co.jp/s\n',
    'text: Um sich abzumelden (Abmeldung), loggen Sie sich bitte ein: https://shop.example.co.jp/a\n',
  ],
  good: [
    '<p>配信停止は<a href="{{unsubscribe_url}}">こちら</a></p>',
    '<p>ご登録内容の変更は<a href="https://shop.example.co.jp/login">ログイン</a>後にどうぞ。</p><p>配信停止は<a href="{{unsubscribe_url}}">こちら</a></p>',
    '<p>配信停止は<a href="https://shop.example.co.jp/s">こちら</a>（ログイン不要）</p>',
    '<p>配信停止は<a href="https://shop.example.co.jp/member/unsubscribe?token=a1">こちら</a></p>',
    '<p><a href="https://shop.example.co.jp/account/unsubscribe">Unsubscribe</a></p>',
    '<p>Log in to see your points.</p><a href="{{unsubscribe_url}}">Unsubscribe</a>',
    '<p>You can unsubscribe here, without logging in: <a href="https://shop.example.co.jp/s">stop</a></p>',
    'text: 配信停止はこちら\n{{unsubscribe_url}}\n会員情報の変更はログイン後に\nhttps://shop.example.co.jp/login\n',
  ],
  check(view, _wanted, report) {
    for (const {part, index} of bodyParts(view))
      for (const {kind, said, offset} of optOutBurdens(part))
        report({
          at: {part: index, offset},
          key: `easy-opt-out.${kind}`,
          values: {said: said.slice(0, 60)},
          ...(UNSURE.has(kind) && {isGuess: true as const}),
        })
  },
}
