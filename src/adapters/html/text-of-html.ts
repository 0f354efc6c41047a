/** The text part of a mail that brings none, made from its HTML; tags survive, links stand behind their words. */
import {convert} from 'html-to-text'

export function textOfHtml(html: string): string {
  return convert(html, {
    wordwrap: false,
    selectors: [
      {selector: 'a', options: {hideLinkHrefIfSameAsText: true, linkBrackets: ['( ', ' )']}},
      {selector: 'img', format: 'skip'},
      {selector: 'table', format: 'block'},
    ],
  })
}
