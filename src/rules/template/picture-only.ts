/** Looks for mails that are pictures and hardly any words: most inboxes show nothing of them at first. */
import {lettersIn} from '../../core/lint/part-words.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

/** least: letters that a mail with pictures has. */
export const pictureOnly: TemplateRule<{readonly least: number}> = {
  id: 'picture-only',
  subject: 'template',
  isOfWholeMail: true,
  bad: [
    '<a href="https://shop.example.co.jp/"><img src="sale.jpg" alt="Sale"></a>',
    '<img src="a.jpg"><img src="b.jpg"><p>配信停止は<a href="{{unsubscribe_url}}">こちら</a></p>',
  ],
  good: [
    '<p>Hello</p>',
    '<img src="logo.png" alt="Sample"><p>春の新作バッグが入荷しました。軽くて丈夫な帆布を使い、通勤にも旅行にもお使いいただけます。</p>',
  ],
  check(view, {least}, report) {
    view.parts.forEach((part, index) => {
      const [picture] = part.images.filter(({isSeen}) => isSeen)
      if (picture === undefined) return
      const letters = lettersIn(part)
      if (letters < least)
        report({
          at: {part: index, offset: picture.offset},
          key: 'picture-only.words',
          values: {letters},
        })
    })
  },
}
