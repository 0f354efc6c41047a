/** English texts: a template filled for the people of a list. */
export const filled = {
  'lint.filled':
    'filled for {contacts} {contacts:contact|contacts}: {made} {made:mail|mails}, longest subject {columns} columns (row {row}), largest HTML {kilobytes} KB',
  'lint.filled.none': 'filled for {contacts} {contacts:contact|contacts}: no mail could be made',
  'laws.subject.filled': 'Runs over the people of a list in `todoke lint --list` and when a send is planned.',
  'laws.with.most': 'at most {value}',

  'fill-none.template': 'the template could not be filled for the list {list}: it has errors of its own',
  'fill-none.template.fix': 'mend the errors above, then lint again',
  'fill-none.contacts': 'the mail can be made for nobody of the list {list}',
  'fill-none.contacts.fix': 'fill the columns named here, or give their tags a default, e.g. {{name|customer}}',
  'fill-empty.stops': '“{name}” is empty, so no mail is made for these people of the list {list}',
  'fill-empty.stops.fix': 'fill the column, or give the tag a default, e.g. {{name|customer}}',
  'fill-empty.gap': '“{name}” is empty, so these people of the list {list} get a mail with a gap',
  'fill-empty.gap.fix': 'fill the column, or give the tag a default, e.g. {{name|customer}}',
  'fill-empty.stand-in':
    '“{name}” is “{value}”, which these people of the list {list} would be greeted with or read in the subject',
  'fill-empty.stand-in.fix': 'empty the cells and give the tag a default, e.g. {{name|customer}}',
  'fill-unfit.unsafe-url': 'the value of “{name}” is no link that may be filled in (list {list})',
  'fill-unfit.unsafe-url.fix': 'write whole addresses into the column: https://, mailto: or tel:',
  'fill-unfit.control-character':
    'the value of “{name}” holds a line end or control character that cannot stand there (list {list})',
  'fill-unfit.control-character.fix': 'take it out of the column and import again',
  'fill-unfit.bad-format': 'the value of “{name}” cannot be written in the format of its tag (list {list})',
  'fill-unfit.bad-format.fix': 'write dates as 2026-04-01 and numbers as digits, or take the format out of the tag',
  'fill-unfit.too-large': 'with the value of “{name}” the mail grows too large (list {list})',
  'fill-unfit.too-large.fix': 'shorten the value, or put a link to a page in its place',
  'fill-unfit.too-many-steps': 'with the value of “{name}” the mail takes too many steps to fill (list {list})',
  'fill-unfit.too-many-steps.fix': 'shorten the lists that sections walk through',
  'fill-unfit.not-in-charset': 'the value of “{name}” has characters that the mail’s character set lacks (list {list})',
  'fill-unfit.not-in-charset.fix': 'set charset: utf-8 in template.yaml, or correct the values',
  'fill-layout.markup':
    'the value of “{name}” holds HTML, which these people of the list {list} would see as it is written',
  'fill-layout.markup.fix':
    'clean the column, or, if it is HTML of yours, name it under raw in template.yaml and use three braces',
  'fill-layout.long-word': 'the value of “{name}” holds a word too long for a line of a phone (list {list})',
  'fill-layout.long-word.fix': 'look whether the value is right; put blanks or hyphens where it may break',
  'fill-layout.line-break': 'the value of “{name}” holds a line end (list {list})',
  'fill-layout.line-break.fix': 'take it out of the column if the value is meant for one line',
  'fill-subject.long': 'the longest subject for the list {list} is {columns} columns wide, more than {limit}',
  'fill-subject.long.fix': 'shorten the subject, or leave the long value out of it',
  'fill-clipping.some':
    'filled for these people of the list {list}, the HTML has up to {kilobytes} KB; Gmail cuts it off at {limit} KB',
  'fill-clipping.some.fix': 'shorten the values, or move the way out to the top',
  'fill-clipping.all':
    'filled for the list {list}, the HTML has up to {kilobytes} KB for everybody; Gmail cuts it off at {limit} KB',
  'fill-clipping.all.fix': 'make the template itself smaller',

  'laws.rule.fill-none': 'Can the mail be made for anybody of the list?',
  'laws.rule.fill-empty': 'Has everybody of the list a value for every tag?',
  'laws.rule.fill-unfit': 'Do the values of the list fit the places of their tags?',
  'laws.rule.fill-layout': 'Do values of the list hold HTML, line ends or words too long for a line?',
  'laws.rule.fill-subject': 'How long does the longest subject get?',
  'laws.rule.fill-clipping': 'Does the HTML for anybody pass Gmail’s limit?',
} as const
