/** English texts: template folders, their settings, pictures and attachments. */
export const templateFolder = {
  'template.no-body': 'has neither body.html nor body.mjml nor body.txt',
  'template.two-bodies': 'has both body.html and body.mjml; keep the one that is yours, and take the other away',
  'template.too-big': 'is bigger than {limit} KB; a mail may not be',

  'template-yaml.no-map': 'expected keys with values: {keys}',
  'template-yaml.no-subject': 'subject: is missing; expected the subject line as text',
  'template-yaml.unknown-key': '{key}: unknown key; known: {keys}',
  'template-yaml.unknown-key-near': '{key}: unknown key, perhaps {near} was meant; known: {keys}',
  'template-yaml.not-text': '{key}: expected text (put it in quotes)',
  'template-yaml.not-one-line': '{key}: expected one line',
  'template-yaml.control': '{key}: holds a control character or a broken one; write it anew',
  'template-yaml.not-a-word': '{key}: expected one of {words}',
  'template-yaml.not-a-list': '{key}: expected a list, e.g. [a, b], or a line with a dash for each',
  'template-yaml.not-a-map': '{key}: expected these keys below it: {keys}',
  'template-yaml.missing': '{key}: is missing',
  'template-yaml.not-an-address': '{key}: expected one mail address without a name, e.g. news@example.com',
  'template-yaml.not-a-language':
    '{key}: “{found}” is no language; expected its code, e.g. ja, en, zh-Hant (a country such as jp is not one)',
  'template-yaml.two-languages': 'language and languages both stand here; keep one of them',
  'template-yaml.name-with-folder': '{key}: a file name for the reader; / and \\ may not stand in it',

  'template-file.absolute': '“{file}” is a place on this machine; name it relative to the template’s folder',
  'template-file.parent': '“{file}” leads out of the template’s folder by ..; copy the file into it',
  'template-file.backslash': '“{file}”: write / between folders',
  'template-file.missing': '“{file}” is not in the template’s folder',
  'template-file.outside': '“{file}” is a link that leads out of the template’s folder; copy the file into it',
  'template-file.not-a-file': '“{file}” is not a regular file (a folder, a pipe or a device)',
  'template-file.borrowed': '“{file}” is a second name of a file that belongs to somebody else; copy it',
  'template-file.too-big': '“{file}” is bigger than {limit} MB',
  'template-file.changed': '“{file}” changed while it was read; close the program that writes it and try again',
  'template-file.unreadable': '“{file}” cannot be read; check its permissions',
  'template-file.empty': '“{file}” is empty',
  'template-file.all-too-big':
    'pictures and attachments together are bigger than {limit} MB; many mailboxes refuse that, so link to the big ones',
  'template-file.no-picture': '“{file}” is no picture that mail programs show; expected PNG, JPEG, GIF or WebP',
  'template-file.svg': '“{file}” is SVG, which most mail programs do not show; save it as PNG',
  'template-file.picture-no-quotes':
    '“{file}”: put the path in quotes, so that it can be replaced by the inline picture',
  'template-file.picture-tag': '“{file}”: a tag cannot choose a file of the folder; use an address (https://…) instead',
  'template-file.partial-name': 'letters, digits, - _ and . may stand in the name of a partial',
  'template-file.too-many-partials': 'more than {limit} partials',
  'template-file.partials-no-folder': 'is a file; expected a folder with partials',

  'template-mjml.include':
    'mj-include is not read; copy the part into this file, or make its content a partial and name that in <mj-raw>',
  'template-mjml.malformed': 'cannot be read as MJML; expected <mjml> with <mj-body>, every tag closed',
  'template-mjml.refused': '{tag}: {words}',
  'template-mjml.lost-tag': 'MJML would drop {tag} here; put it between <mj-raw> and </mj-raw>',
} as const
