/** English texts of `todoke template convert`. */
export const convert = {
  'convert.system': 'system: {system}',
  'convert.system.said': 'system: {system} (as said)',
  'convert.none': 'no tags of another sending system',
  'convert.mixed':
    'tags of several systems: {systems}. All were converted; look whether each means what you want, or say which with --from.',
  'convert.file': '{replaced} replaced, {kept} left',
  'convert.times': '({count} times)',
  'convert.unmet': '--map: no tag has the name “{name}”',
  'convert.summary':
    '{files} {files:file|files}: {replaced} {replaced:tag|tags} replaced, {kept} left as written, {copied} other {copied:file|files} copied',
  'convert.summary.dry':
    '{files} {files:file|files}: {replaced} {replaced:tag|tags} would be replaced, {kept} left as written; nothing was written',
  'convert.why.address-part': 'is one part of the sender’s address, without the street before it',
  'convert.why.address-part.fix':
    'write {{sender.address}}, which is the whole address of todoke.yaml, and take the parts out',
  'convert.why.braces': 'stands behind a brace or holds one, so that our tag would be read otherwise',
  'convert.why.braces.fix': 'take the brace out, then convert again',
  'convert.why.campaign': 'is filled with a fact of the campaign, which we do not have',
  'convert.why.campaign.fix': 'write the words themselves in its place, or take it out',
  'convert.why.code-place': 'stands in CSS or a script, where no value may be filled',
  'convert.why.code-place.fix': 'write a fixed value there, or move the tag into the text',
  'convert.why.condition': 'compares or calculates; a condition of ours asks only whether a value is there',
  'convert.why.condition.fix':
    'add a column to the list that is filled or empty as the condition says, and write {{#column}}…{{/column}}',
  'convert.why.delimiters': 'changes the marks of tags, which we always write as braces',
  'convert.why.delimiters.fix': 'take it out and write the tags behind it in double braces',
  'convert.why.expression': 'calculates or calls a function, which our language does not',
  'convert.why.expression.fix': 'put the result into a column of the list and name that column: {{column}}',
  'convert.why.filter': 'changes the value by a filter that we do not have',
  'convert.why.filter.fix':
    'put the finished value into a column of the list; default, date and number formats are written {{name|default}}, {{day:date}}, {{sum:number}}',
  'convert.why.forward': 'yields a page for forwarding or subscribing, which we do not run',
  'convert.why.forward.fix': 'take the tag and its link out; readers forward mail by themselves',
  'convert.why.include': 'takes in another file in a way that we do not know',
  'convert.why.include.fix': 'put that file into partials/ and write {{> name}}',
  'convert.why.loop': 'walks a list in a way that our sections do not (counter, range, outer or nested elements)',
  'convert.why.loop.fix': 'give each element what it shows, and write {{#items}}{{name}}{{/items}}',
  'convert.why.mirror': 'yields a web version of the mail, which we do not host',
  'convert.why.mirror.fix': 'put the mail on your own site and link to it, or take the link out',
  'convert.why.name': 'has a name that no data may have',
  'convert.why.name.fix': 'rename it: --map OLD=NEW',
  'convert.why.preferences': 'yields a page for preferences, which we do not run',
  'convert.why.preferences.fix': 'link to such a page of yours, or write {{unsubscribe_url}} for opting out',
  'convert.why.preheader': 'is filled with the preview text of the campaign',
  'convert.why.preheader.fix':
    'write that text under `preheader` in template.yaml, and take the tag and its element out',
  'convert.why.raw': 'keeps the HTML of its value; ours does that only for names that are allowed to',
  'convert.why.raw.fix':
    'name it under `raw` in template.yaml when the value is HTML of your own, else write double braces',
  'convert.why.today': 'is filled with the day of sending',
  'convert.why.today.fix': 'write the date or year itself',
  'convert.why.tracking': 'follows who opens the mail, which we do not',
  'convert.why.tracking.fix': 'take it out',
  'convert.why.unpaired': 'belongs to a block that does not begin or end here, or has two else',
  'convert.why.unpaired.fix': 'write the missing tag, then convert again',
} as const
