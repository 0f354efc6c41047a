/**
 * Finds the pictures that HTML takes from the template's folder: src of <img> and <input type="image">, and background,
 * where they hold a path. Only tags are read, not the tree they make: a partial may begin in the middle of a table.
 */

import type {Token} from 'parse5'
import {Tokenizer, TokenizerMode} from 'parse5'
import {hasAny} from '../../core/lint/find-phrases.ts'
import {FOREIGN_TAG} from '../../core/lint/phrases/merge-tags.ts'
import {parseTemplate} from '../../core/templates/parse-template.ts'
import type {NamedPicture} from '../../ports/templates.ts'
import {withoutComments} from './template-comments.ts'

/** Elements whose content is no markup, or that a mail program would not show as such. */
const RAW = {
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  script: TokenizerMode.SCRIPT_DATA,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
} as const

/** A value that begins with no address and no tag; most mails take their pictures from the web. */
const MAY_NAME = /\b(?:src|background)\s*=(?!\s*(?:["']\s*)?(?:[a-z][a-z\d+.-]+:|\/\/|#|\{\{(?!!)))/i

/** In the order of the source; see TemplateMarkup. Linear in the source. */
export function picturesIn(source: string): readonly NamedPicture[] {
  if (!MAY_NAME.test(source)) return []
  const written = withoutComments(source, parseTemplate(source).tags)
  const pictures: NamedPicture[] = []
  const ignore = () => {}
  const tokenizer: Tokenizer = new Tokenizer(
    {sourceCodeLocationInfo: true},
    {
      onStartTag: (token) => {
        pictures.push(...picturesOf(token, written))
        if (Object.hasOwn(RAW, token.tagName)) tokenizer.state = RAW[token.tagName as keyof typeof RAW]
      },
      onComment: ignore,
      onDoctype: ignore,
      onEndTag: ignore,
      onEof: ignore,
      onCharacter: ignore,
      onNullCharacter: ignore,
      onWhitespaceCharacter: ignore,
    },
  )
  tokenizer.write(written, true)
  return pictures
}

function picturesOf({tagName, attrs, location}: Token.TagToken, source: string): readonly NamedPicture[] {
  const isPicture = tagName === 'img' || (tagName === 'input' && attrs.some(isTypeImage))
  return attrs.flatMap(({name, value}) => {
    const at = location?.attrs?.[name]
    const path = value.trim()
    if (!(name === 'background' || (name === 'src' && isPicture)) || at === undefined || !isPath(path)) return []
    const attribute = source.slice(at.startOffset, at.endOffset)
    const [before = '', quote = ''] = /^[^=]*=\s*(["']?)/.exec(attribute) ?? []
    const start = at.startOffset + before.length
    const end = at.endOffset - quote.length
    return [{path, start, end, fault: quote === '' ? 'no-quotes' : path.includes('{{') ? 'tag' : null}]
  })
}

function isTypeImage({name, value}: Token.Attribute): boolean {
  return name === 'type' && value.trim().toLowerCase() === 'image'
}

/** What begins with a tag may become an address; other systems' tags are told elsewhere. */
function isPath(value: string): boolean {
  if (value === '' || /^(?:[a-z][a-z\d+.-]+:|\/\/|#|\{\{)/i.test(value)) return false
  return !hasAny(FOREIGN_TAG, value)
}
