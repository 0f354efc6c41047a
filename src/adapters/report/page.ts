/** The skeleton of a page that stands alone: no script, nothing loaded from anywhere, and a policy that says so. */

import type {Markup} from '../../core/markup.ts'
import {markup, trusted} from '../../core/markup.ts'
import type {Lang} from '../../i18n/text.ts'
import {STYLES} from './styles.ts'
import {texturesOfStates} from './svg.ts'

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

/**
 * A whole HTML5 document ending in \n. styles: beyond those that all pages share. The empty icon keeps browsers from
 * asking a server for one.
 */
export function page(lang: Lang, title: string, body: Markup, footer: string, styles = ''): string {
  return markup`<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no,email=no,address=no">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>
${trusted(STYLES + styles)}
</style>
</head>
<body>
${texturesOfStates()}
<main>
${body}
</main>
<footer><p>${footer}</p></footer>
</body>
</html>
`.source
}
