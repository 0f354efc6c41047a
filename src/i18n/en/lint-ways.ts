/** English texts: the page of a lint, mends, watching. */
export const lintWays = {
  'lint.page.eyebrow': 'Lint report',
  'lint.page.title': 'Lint: {of}',
  'lint.page.several': '{count} templates',
  'lint.page.lead':
    '{errors} {errors:error|errors} and {warnings} {warnings:warning|warnings} in {templates} {templates:template|templates}, by the law of {day}.',
  'lint.page.lead.clean':
    'Nothing to mend in {templates} {templates:template|templates}, by the law of {day}: no errors and no warnings.',
  'lint.tile.errors': 'errors',
  'lint.tile.errors.below': 'stop a send',
  'lint.tile.warnings': 'warnings',
  'lint.tile.warnings.below': 'do not stop a send',
  'lint.tile.notes': 'notes',
  'lint.tile.notes.below': '{count} not assessed',
  'lint.tile.aside': 'set aside',
  'lint.tile.aside.below': '{known} known, {waived} waived',
  'lint.page.fact.laws': 'Laws',
  'lint.page.fact.day': 'Law as of',
  'lint.page.templates': 'Templates',
  'lint.page.col.template': 'template',
  'lint.page.place': 'line {line}, column {column}',

  'fix.title': 'Mended',
  'fix.title.dry': 'Would be mended (nothing was changed)',
  'fix.nothing': 'nothing to mend by --fix',
  'fix.mend.lang': 'the language is said in the first element',
  'fix.mend.https': '{count} {count:link|links} to https',
  'fix.mend.footer': 'the footer: sender, address, contact, opt-out',
  'fix.mend.text-part': 'text part, made from the HTML',
  'fix.left.mjml-footer':
    'no footer was put into MJML, where only you know its place: write {{> footer}} into an <mj-text>',
  'fix.left.mjml-include':
    '{count} {count:link was|links were} left without TLS, for {count:it stands|they stand} in an included file: mend it there',

  'watch.waiting': 'watching for changes; Ctrl-C ends',
  'watch.changed': '{time}  changed: {paths}',
} as const
