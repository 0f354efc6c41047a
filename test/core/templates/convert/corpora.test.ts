/** Every template of the corpora: afterwards no tag of another system is left but those told here with their reason. */
import {readdirSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {matchesIn} from '../../../../src/core/lint/find-phrases.ts'
import {FOREIGN_TAG} from '../../../../src/core/lint/phrases/merge-tags.ts'
import {scanTags} from '../../../../src/core/templates/convert/scan.ts'
import {isHtmlTemplate, isTemplateName} from '../../../../src/core/templates/convert/template-kind.ts'
import {convertAlone} from '../../../support/convert.ts'
import {corpusFile, corpusPath, hasCorpora} from '../../../support/corpora.ts'

/** By file: reasons why tags stay. cerberus links to a web version; OpenPNE calls functions of its own. */
const LEFT: Readonly<Record<string, readonly string[]>> = {
  'cerberus/cerberus-fluid.html': ['mirror'],
  'cerberus/cerberus-hybrid.html': ['mirror'],
  'cerberus/cerberus-responsive.html': ['mirror'],
  'openpne-ja/mail_template.yml': ['expression'],
  // Walks the elements of a list whose section is open already.
  'postmark-basic/comment-notification/content.html': ['loop'],
  'postmark-basic/comment-notification/content.txt': ['loop'],
  'sendgrid/dynamic-templates/different-languages/different_languages.html': ['preferences'],
  'sendgrid/dynamic-templates/newsletter/news_feed.html': ['preferences'],
  'sendgrid/dynamic-templates/receipt/receipt.html': ['preferences'],
  'sendgrid/dynamic-templates/special-sale/special_sale.html': ['preferences'],
  'sendgrid/dynamic-templates/transactional-actions/call_to_action.html': ['preferences'],
}

const files = hasCorpora
  ? readdirSync(corpusPath('templates'), {recursive: true, encoding: 'utf8'})
      .map((path) => path.replaceAll('\\', '/'))
      .filter(isTemplateName)
      .sort()
  : []

describe.skipIf(!hasCorpora)('the templates of the corpora', () => {
  it('are there', () => {
    expect(files.length).toBeGreaterThan(80)
  })

  it.each(files)('%s holds no foreign tag afterwards, or says why', (file) => {
    const source = corpusFile(`templates/${file}`).toString('utf8')
    const kind = isHtmlTemplate(file, source) ? '' : 'text:'
    const {text, kept, system} = convertAlone(kind + source)
    expect([...new Set(kept.map(({why}) => why))]).toEqual(LEFT[file] ?? [])
    expect(convertAlone(kind + text).text).toBe(text)
    const told = new Set(kept.map(({tag}) => tag))
    const blocks = scanTags(text, kind === '', {system, isSaid: false}).filter(
      ({reading, zone, tag}) =>
        zone === 'content' && !told.has(tag) && !['own', 'section', 'value'].includes(reading.meaning.kind),
    )
    // The closing tag of a block that stays is told with its opening one.
    expect(blocks.map(({tag}) => tag)).toEqual(kept.some(({why}) => why === 'loop') ? ['{{/each}}'] : [])
    const visible = text.replace(/<!--[\s\S]*?-->|<(style|script)\b[\s\S]*?<\/\1>/gi, '')
    const foreign = matchesIn(FOREIGN_TAG, visible).map(([tag]) => tag)
    expect(foreign.filter((tag) => !told.has(tag))).toEqual([])
  })
})
