/** The text part of a mail that brings none, made from its HTML; tags survive, links stand behind their words. */
import {convert} from 'html-to-text'

export function textOfHtml(html: string): string {
  return convert(html, {
    wordwrap: false,
    selectors: [
      {selector: 'a', options: {hideLinkHrefIfSameAsText: true, linkBrackets: ['( ', ' )']}},
      {selector: 'img', format: 'skip'},
      {selector: 'table', format: 'block'},
      // Capitals would turn a tag into the name of another column.
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
        ...{selector, format: 'heading'},
        options: {uppercase: false},
      })),
    ],
  })
}
