/** Looks for the sender's declared name in the visible text of every part; without one, whether there is any sender. */
import {bodyParts, showsTag} from '../../core/lint/body-parts.ts'
import {notAssessed} from '../../core/lint/not-assessed.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'
import {firstCompany, showsName, showsShortName} from '../../core/lint/sender-names.ts'
import {showsSomeSender} from '../../core/lint/sender-signs.ts'
import {showsSystemTag} from '../../core/lint/sending-system.ts'

/** short: the name without its legal form does. */
export const senderName: TemplateRule<{readonly short?: boolean}> = {
  id: 'sender-name',
  subject: 'template',
  isOfWholeMail: true,
  exampleWith: {},
  bad: [
    '<p>Hello {{name}}</p>',
    '<p><img src="logo.png" alt="株式会社サンプル"></p>',
    '<p>サンプル通信 編集部</p>',
    '<p>株式会社見本商事</p>',
    '<p style="display:none">株式会社サンプル</p>',
    '<!-- 株式会社サンプル -->',
    'text: サンプルストアからのお知らせ\n',
  ],
  good: [
    '<p>配信元: 株式会社サンプル</p>',
    '<p>㈱サンプル</p>',
    '<p>株式会社 <b>サンプル</b></p>',
    '<p>株式会社&#x30b5;ンプル</p>',
    '<p>{{ sender.name }}</p>',
    '<p>*|LIST:COMPANY|*</p>',
    'text: 発行　株式会社ｻﾝﾌﾟﾙ\n',
  ],
  check(view, wanted, report) {
    const {name} = view.sender
    const others = bodyParts(view).filter(({part}) => !showsSystemTag(part.visible.text, 'name'))
    if (others.length === 0) return
    if (name === '') {
      report(notAssessed('name'))
      for (const {part, end} of others)
        if (!showsTag(part, 'sender.name') && !showsSomeSender(part))
          report({at: end, key: 'sender-name.none', isUnsure: true})
      return
    }
    for (const {part, end} of others) {
      const {text} = part.visible
      if (showsTag(part, 'sender.name') || showsName(text, name)) continue
      if (wanted.short && showsShortName(text, name)) continue
      const other = firstCompany(text)
      if (showsShortName(text, name)) report({at: end, key: 'sender-name.short', values: {name}})
      else if (other !== null) report({at: end, key: 'sender-name.other', values: {name, found: other}})
      else report({at: end, key: 'sender-name.missing', values: {name}})
    }
  },
}
