/** English texts: lint. */
export const lint = {
  'lint.laws': 'laws: {laws}',
  'lint.clean': 'no findings',
  'lint.summary':
    '{templates} {templates:template|templates}: {errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}, {notAssessed} not assessed',
  'lint.not-assessed': 'not assessed: this needs {fact}, and nobody has declared it',
  'lint.not-assessed.fix': 'declare it as `{fact}` in todoke.yaml, or with {flag}',
  'part.html': 'HTML part',
  'part.text': 'text part',
  'part.subject': 'subject',
  'part.mail': 'mail',

  'sender-name.missing': 'the {part} does not show the sender’s name “{name}”',
  'sender-name.missing.fix': 'write the legal name into the text, e.g. in the footer, or use {{sender.name}}',
  'sender-name.short': 'the {part} shows only a part of the sender’s name; the declared name is “{name}”',
  'sender-name.short.fix': 'write the whole legal name, or use {{sender.name}}; a shop or service name is not enough',
  'sender-name.other': 'the {part} names “{found}”, but the declared sender is “{name}”',
  'sender-name.other.fix': 'write the declared name, or correct the declaration (sender.name, --sender-name)',

  'opt-out-link.missing': 'the {part} has no link, mail address or tag for opting out',
  'opt-out-link.missing.fix': 'add a link to {{unsubscribe_url}} with words such as “Unsubscribe”',
  'opt-out-link.dead': 'the opt-out link of the {part} leads nowhere: “{href}”',
  'opt-out-link.dead.fix': 'put {{unsubscribe_url}} in its place',
  'opt-out-href.dead': 'this link promises a way out, but its address “{href}” leads nowhere',
  'opt-out-href.dead.fix': 'put {{unsubscribe_url}}, a full https address or a mailto address in its place',

  'opt-out-notice.missing': 'the {part} does not say that the reader can refuse further mail',
  'opt-out-notice.missing.fix': 'add words next to the address, e.g. “You can unsubscribe at any time here”',
  'opt-out-notice.link-only': 'the opt-out link of the {part} stands without words that say what it is for',
  'opt-out-notice.link-only.fix': 'name it, e.g. “To stop these mails, unsubscribe here”; a bare “here” says nothing',
  'notice-adjacent.far':
    'the opt-out notice stands {characters} {characters:character|characters} and {lines} {lines:line|lines} away from its address (at most {limit} and 1)',
  'notice-adjacent.far.fix': 'move the sentence right before or after the address',

  'postal-address.missing': 'the {part} shows no postal address of the sender',
  'postal-address.missing.fix': 'write the address into the text, or use {{sender.address}}',
  'postal-address.missing-or-page': 'the {part} shows no postal address and links to no declared page that shows it',
  'postal-address.missing-or-page.fix':
    'write the address into the text, use {{sender.address}}, or link to the page and declare it with --address-page',
  'complaint-contact.missing': 'the {part} names no contact for complaints and questions',
  'complaint-contact.missing.fix':
    'add a phone number, mail address or link with words such as “Contact us”, or use {{sender.contact}}',

  'labels-as-text.name': 'the sender’s name stands only in an image’s alternative text',
  'labels-as-text.name.fix': 'write it as text as well',
  'labels-as-text.opt-out': 'the opt-out notice stands only in an image’s alternative text',
  'labels-as-text.opt-out.fix': 'write it as text as well',
  'labels-as-text.address': 'the postal address stands only in an image’s alternative text',
  'labels-as-text.address.fix': 'write it as text as well',
  'hidden-label.name': 'the sender’s name is styled so that nobody sees it',
  'hidden-label.name.fix': 'take the style away, or write the name once more where it is seen',
  'hidden-label.opt-out': 'the opt-out notice is styled so that nobody sees it',
  'hidden-label.opt-out.fix': 'take the style away, or write the notice once more where it is seen',
  'hidden-label.address': 'the postal address is styled so that nobody sees it',
  'hidden-label.address.fix': 'take the style away, or write the address once more where it is seen',
  'labels-visible.blank-lines':
    '{lines} empty lines push the opt-out notice of the {part} out of sight (at most {limit})',
  'labels-visible.blank-lines.fix': 'take most of the empty lines away',

  'known-names.unknown': 'nothing will fill the tag “{name}”: the list has no such column',
  'known-names.unknown.fix':
    'use the name of a column ({columns}), or one of unsubscribe_url, sender.name, sender.address, sender.contact, email',
  'known-names.near': 'nothing will fill the tag “{name}”; did you mean “{near}”?',
  'known-names.near.fix': 'write the tag with the name “{near}”',
  'known-names.taken':
    'nothing will fill the tag “{name}”: at import that column became a field of ours (“{became}”), which no mail shows',
  'known-names.taken.fix':
    'put a copy of the column under another name into the file, import it again, and name that one in the tag',
  'known-names.ignored': 'nothing will fill the tag “{name}”: that column was left out at import',
  'known-names.ignored.fix': 'import the file again with `--map "{name}=attribute"`',
  'known-names.left-out': 'nothing will fill the tag “{name}”: that column holds data that the list does not store',
  'known-names.left-out.fix':
    'take the tag out; on which ground such data may be stored, `todoke help list import` says (--keep)',
  'known-names.format': '“{format}” behind the colon of the tag “{column}” is no format',
  'known-names.format.fix': 'use one of {formats} (or another currency), or write “{column}” alone',
  'known-names.format-near': '“{format}” behind the colon of the tag “{column}” is no format; did you mean “{near}”?',
  'known-names.format-near.fix': 'write {column}:{near}; formats: {formats} (or another currency)',
  'known-names.foreign': '“{tag}” is a tag of another system and would be sent as it stands',
  'known-names.foreign.fix':
    '`todoke template convert` rewrites it; or write {{name}} or another column of the list, or {{unsubscribe_url}}',

  'template.unclosed-tag': 'a tag is opened but never closed: “{name}”',
  'template.unclosed-tag.fix': 'close it with two curly brackets',
  'template.empty-tag': 'a tag without a name: “{name}”',
  'template.empty-tag.fix': 'give it a name or take it away',
  'template.unclosed-section': 'the section “{name}” is never closed',
  'template.unclosed-section.fix': 'close it with the same name and a slash: /{name}',
  'template.stray-close': 'the closing tag “{name}” closes nothing that is open',
  'template.stray-close.fix': 'open the section before it, or take the tag away',
  'template.raw-refused': 'the raw tag “{name}” would put unescaped text into the mail',
  'template.raw-refused.fix':
    'use two curly brackets, or name it under raw in template.yaml if its values are HTML of yours',
  'template.partial-unknown': 'the partial “{name}” is not in the folder partials/',
  'template.partial-unknown.fix': 'put it there as {name}.html or {name}.txt; “footer” is built in',
  'template.partial-circular': 'the partial “{name}” includes itself',
  'template.partial-circular.fix': 'take the tag out of the partial',
  'template.unsafe-place':
    'no value can stand safely where the tag “{name}” is (CSS, script, the host of a link, a name of a tag or attribute, a value without quotes)',
  'template.unsafe-place.fix':
    'put it into text, into an attribute in quotes, or behind a fixed https:// address and its slash',
  'template.torn-section': 'the section “{name}” opens or closes a tag or a quote that it does not hold whole',
  'template.torn-section.fix': 'put the whole element into the section',
  'template.grows': 'with its partials the template has no end (“{name}”)',
  'template.grows.fix': 'include fewer partials in one another',
  'template.not-in-charset': 'the character set {charset} has no “{name}”',
  'template.not-in-charset.fix': 'write it another way, or take charset: utf-8',
  'template.not-for-header': '{name} cannot go into the header of a mail as it is',
  'template.not-for-header.fix': 'take out line ends and control characters, and write addresses without names',
  'template.delimiter-refused': 'other delimiters cannot be set: “{name}”',
  'template.delimiter-refused.fix': 'use two curly brackets throughout',
  'template.forbidden-name': 'the name “{name}” cannot be used in a tag',
  'template.forbidden-name.fix': 'give the column another name',
  'template.too-deep': 'the section “{name}” is nested more than 16 deep',
  'template.too-deep.fix': 'flatten the sections',
} as const
