/** Looks for sender data left over from a sample: Your Company, 株式会社〇〇, an address at example.com in From. */
import {bodyParts} from '../../core/lint/body-parts.ts'
import type {Catalogue} from '../../core/lint/find-phrases.ts'
import {anyOf, findAll, mayHold} from '../../core/lint/find-phrases.ts'
import {fold} from '../../core/lint/fold-text.ts'
import {foldedText} from '../../core/lint/folded-part.ts'
import {PLACEHOLDERS, RESERVED_ADDRESS} from '../../core/lint/phrases/placeholders.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

const PLACEHOLDER = anyOf(PLACEHOLDERS as Catalogue)
/** A sender's name or address is no longer line than this. */
const LONGEST = 200

export const placeholderSender: TemplateRule = {
  id: 'placeholder-sender',
  subject: 'template',
  bad: [
    '<p>© 2026 Your Company</p>',
    '<p>Your Company, Inc.<br>123 Main Street</p>',
    '<p>[Company Name] All rights reserved.</p>',
    '<p>配信元: 株式会社〇〇</p>',
    '<p>株式会社○○○ 東京都</p>',
    '<p>【会社名】</p>',
    '<p>Musterfirma GmbH</p>',
    'text: 発行 ○○株式会社\n03-XXXX-XXXX\n',
    'from: サンプル通信 <news@example.com>\n<p>こんにちは</p>',
  ],
  good: [
    '<p>© 2026 Sample Corporation</p>',
    '<p>Your company deserves better mail.</p>',
    '<p>Is your company, too, growing?</p>',
    '<p>配信元: 株式会社サンプル</p>',
    '<p>貴社名をお知らせください。</p>',
    '<p>{{sender.name}}</p>',
    'text: 株式会社サンプル\n03-1234-5678\n',
    'from: サンプル通信 <news@shop.example>\n<p>こんにちは</p>',
  ],
  check(view, _wanted, report) {
    for (const {part, index} of bodyParts(view)) {
      if (!mayHold(PLACEHOLDER, foldedText(part).text)) continue
      let at = 0
      for (const line of part.visible.text.split('\n')) {
        const [first] = line.length > LONGEST ? [] : findAll(PLACEHOLDER, trimmed(line))
        if (first !== undefined) {
          const offset = part.visible.sourceOffset(at + first.start)
          const words = line.slice(first.start, first.end).trim()
          report({at: {part: index, offset}, key: 'placeholder-sender.words', values: {words}})
        }
        at += line.length + 1
      }
    }
    const {from} = view
    if (from?.isOfTemplate && RESERVED_ADDRESS.test(from.address))
      report({key: 'placeholder-sender.from', values: {address: from.address}})
  },
}

/** Folded without the blanks before it, so that patterns may ask for the start of the line. */
function trimmed(line: string) {
  const folded = fold(line)
  const blanks = /^\s*/.exec(folded.text)![0].length
  return {text: folded.text.slice(blanks), seenIndex: (index: number) => folded.seenIndex(index + blanks)}
}
