/** English texts: what lint says of files, and of the headers and parts of finished mails. */
export const lintFiles = {
  'readable.words': '{words}',
  'readable.too-big': 'the file has {size} MB; at most {limit} MB are read',
  'readable.too-big.fix':
    'take data that is written into it (data: addresses, fonts, styles) out and link to it; no mailbox shows so much',
  'readable.other-kind': 'this is no text but {kind}',
  'readable.other-kind.fix': 'name the template itself; a text in UTF-16 is to be saved as UTF-8',
  'readable.empty': 'the file is empty',
  'readable.empty.fix': 'fill it, or take it away',
  'readable.binary': 'the file is not text: byte {byte} at offset {offset}',
  'readable.binary.fix': 'save it as UTF-8 (Shift_JIS is read as well)',
  'readable.unreadable': 'the file cannot be read ({why})',
  'readable.unreadable.fix': 'check its permissions, and that it is a file',
  'readable.mjml-missing': 'MJML is read with the package mjml, which is not installed',
  'readable.mjml-missing.fix': 'install it: `npm install mjml`',
  'readable.too-deep': 'elements are nested more than {limit} deep from here on; nothing was looked at',
  'readable.too-deep.fix': 'close the elements that are opened again and again; no mail program shows this',
  'readable.parts': 'the mail has more parts, or parts within parts, than are read; the rest was left aside',
  'readable.parts.fix': 'take the mail apart; no mail program shows so many',
  'readable.text-too-big': 'the text of this part is bigger than {limit} KB; it was not looked at',
  'readable.text-too-big.fix': 'shorten it; no mail program shows so much',
  'readable.no-text': 'the mail holds nothing to read: no text/html and no text/plain',
  'readable.no-text.fix': 'add a part of text; a picture or an attachment alone says nothing to a reader',

  'picture-files.missing': 'the picture “{file}” is not there',
  'picture-files.missing.fix': 'put it beside the template under this path, or use an address (https://…)',

  'law-names.unknown': '“{law}” is no law that Todoke knows; known: {known}',
  'law-names.unknown.fix': 'name one of them, separated by commas',
  'law-names.near': '“{law}” is no law that Todoke knows; did you mean {near}?',
  'law-names.near.fix': 'write {near}; known: {known}',

  'known-names.unfilled': '“{tag}” was left unfilled: readers see it as it stands',
  'known-names.unfilled.fix': 'fill it in the system that makes the mail, or give it a value for those who have none',

  'header-injection.break': 'the value of {header} holds a line break: what stands behind it can become a header',
  'header-injection.break.fix': 'take line breaks out of values before they are merged into a header',
  'header-injection.bcc': 'Bcc stands in the mail: every recipient can read it',
  'header-injection.bcc.fix':
    'take the header out; if nobody wrote it, a value with a line break did: clean values before they are merged',

  'list-unsubscribe.tag': 'List-Unsubscribe holds an unfilled tag: “{tag}”',
  'list-unsubscribe.tag.fix': 'have the sending system fill it, e.g. <https://…/TOKEN>',
  'list-unsubscribe.no-brackets': 'List-Unsubscribe has no address in angle brackets: “{found}”',
  'list-unsubscribe.no-brackets.fix': 'write each address as <https://…> or <mailto:…>, with commas between',
  'list-unsubscribe.blank': 'an address of List-Unsubscribe holds a blank: “{uri}”',
  'list-unsubscribe.blank.fix': 'write the blank as %20; fold the header only behind a comma',
  'list-unsubscribe.scheme': 'an address of List-Unsubscribe is neither https: nor mailto: “{uri}”',
  'list-unsubscribe.scheme.fix': 'use an https or mailto address',
  'list-unsubscribe.http': 'List-Unsubscribe offers http: only, which travels in clear',
  'list-unsubscribe.http.fix': 'use https, or add a mailto address',
  'list-unsubscribe.twice': 'List-Unsubscribe stands in the mail more than once',
  'list-unsubscribe.twice.fix': 'put all addresses into one header, with commas between',

  'list-unsubscribe-post.value': 'List-Unsubscribe-Post is “{found}”; only one value is right',
  'list-unsubscribe-post.value.fix': 'write exactly: List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  'list-unsubscribe-post.no-https':
    'List-Unsubscribe-Post stands here, but List-Unsubscribe has no https address to post to',
  'list-unsubscribe-post.no-https.fix': 'add <https://…> to List-Unsubscribe; a mailto address may stand beside it',
  'list-unsubscribe-post.several': 'List-Unsubscribe has {count} https addresses; for one click it must be one',
  'list-unsubscribe-post.several.fix': 'keep the one that takes the POST',
  'list-unsubscribe-post.unsigned': 'the DKIM signature does not cover {names}',
  'list-unsubscribe-post.unsigned.fix': 'have List-Unsubscribe and List-Unsubscribe-Post signed (h= of the signature)',

  'list-id.form': 'List-Id has no name such as <news.example.com>: “{found}”',
  'list-id.form.fix': 'write a name with dots in angle brackets, below a domain of yours; words may stand before it',
  'list-id.long': 'the name in List-Id has {length} characters (at most {limit})',
  'list-id.long.fix': 'shorten it',
  'list-id.twice': 'List-Id stands in the mail more than once',
  'list-id.twice.fix': 'keep one',

  'required-headers.missing': 'the mail has no header {header}',
  'required-headers.missing.fix': 'add it, unless the server that sends the mail does',
  'required-headers.no-header': 'this line stands among the headers and is none',
  'required-headers.no-header.fix':
    'put an empty line between headers and text; a header that goes on begins its next line with a blank',
  'required-headers.sender': 'From names several addresses, and there is no Sender',
  'required-headers.sender.fix': 'keep one address in From, or add Sender with the one that sends',

  'single-headers.twice': '{header} stands in the mail more than once; programs disagree on which one counts',
  'single-headers.twice.fix': 'keep one',

  'octets-per-line.long': 'this line has {octets} octets (at most {limit})',
  'octets-per-line.long.fix': 'break it, or send the part as quoted-printable or base64',

  'line-ends.cr': 'a line ends in CR alone; some servers refuse such mail, others see another text',
  'line-ends.cr.fix': 'end every line in CR LF',
  'line-ends.mixed': 'some lines end in CR LF and some in LF alone; servers disagree on where those end',
  'line-ends.mixed.fix': 'end every line in CR LF',

  'encoded-words.raw': '{header} holds letters beyond ASCII as they stand; many servers do not take them',
  'encoded-words.raw.fix': 'write them as encoded words, e.g. =?utf-8?B?…?=',
  'encoded-words.broken': '{header} begins an encoded word that does not end, or has a blank in it',
  'encoded-words.broken.fix': 'write it as one word without blanks: =?utf-8?Q?Hello_Taro?=',
  'encoded-words.charset': '{header}: nobody knows the character set of “{word}”',
  'encoded-words.charset.fix': 'use utf-8',
  'encoded-words.undecodable': '{header}: “{word}” cannot be read in its character set; perhaps a letter is cut in two',
  'encoded-words.undecodable.fix': 'encode whole letters in each word, in the character set that it names',
  'encoded-words.long': '{header}: an encoded word has {length} characters (at most {limit})',
  'encoded-words.long.fix': 'split it into several words on lines of their own',

  'transfer-encoding.eight-bit': 'bytes beyond ASCII stand in a part that declares {encoding}',
  'transfer-encoding.eight-bit.fix':
    'declare Content-Transfer-Encoding: 8bit, or send it as quoted-printable or base64',
  'transfer-encoding.unknown': 'nobody knows the transfer encoding “{encoding}”',
  'transfer-encoding.unknown.fix': 'use 7bit, 8bit, quoted-printable or base64',
  'transfer-encoding.base64': 'here stands a character that base64 does not have',
  'transfer-encoding.base64.fix': 'encode the part anew; what was added behind it belongs into a part of its own',
  'transfer-encoding.quoted-printable': 'an equals sign stands here that encodes nothing',
  'transfer-encoding.quoted-printable.fix': 'write it as =3D',
  'transfer-encoding.nul': 'a NUL byte stands here; servers cut or refuse such mail',
  'transfer-encoding.nul.fix': 'take it out, or send the part as base64',

  'part-charset.unknown': 'nobody knows the character set “{charset}”; it was read as {read}',
  'part-charset.unknown.fix': 'declare charset=utf-8 and write the text so',
  'part-charset.wrong': 'the text is not in the declared character set {charset}; it was read as {read}',
  'part-charset.wrong.fix': 'declare the one it is in, best UTF-8 for all parts',
  'part-charset.undeclared': 'the part declares no character set, and not all of it is ASCII; it was read as {read}',
  'part-charset.undeclared.fix': 'declare it: Content-Type: text/plain; charset=utf-8',

  'attachment-types.refused': 'mailbox providers take no attachment of the kind .{ending}: “{name}”',
  'attachment-types.refused.fix': 'link to it instead',

  'one-click.missing': 'the mail offers a way out in its text, but its headers lack {headers}',
  'one-click.missing.fix':
    'add List-Unsubscribe: <https://…> and List-Unsubscribe-Post: List-Unsubscribe=One-Click; bulk mail to Gmail must have both',
} as const
