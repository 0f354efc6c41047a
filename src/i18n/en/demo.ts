/** English texts: the demo's narration. */
export const demo = {
  'demo.title': 'Todoke: may we? is the mail right? did it reach the relay, once, for everyone?',
  'demo.intro':
    'The whole journey on an invented list of {contacts} rows, in {folder}. Every line after $ is a real command; the mails go to a relay inside this demo and nothing leaves the machine.',
  'demo.stopping': 'stopping the demo',
  'demo.step.init': 'A workspace',
  'demo.step.init.why': 'One settings file says who writes, where readers opt out, and which relay takes the mail.',
  'demo.step.import': 'The list comes in',
  'demo.step.import.why':
    'Shift_JIS straight from Excel, with bad rows, duplicates, a column of medical history and one of My Numbers. Bad rows are kept aside; what must not be stored is left out.',
  'demo.step.audit': 'May we mail these people?',
  'demo.step.audit.why': 'Japan asks for a basis per person (consent, card, trade, published) and a record of it.',
  'demo.step.merge': 'Who has opted out?',
  'demo.step.merge.why': 'Two systems, two formats, two encodings; the union counts, and it never shrinks.',
  'demo.step.lint-bad': 'Is the mail right? This one is not',
  'demo.step.lint-bad.why': 'The opt-out link leads nowhere.',
  'demo.step.plan-bad': 'So it cannot be planned',
  'demo.step.plan-bad.why':
    'The same check stands before every send. Held against the list, a misspelt placeholder comes out too. Exit code 3, nothing happened.',
  'demo.step.lint-good': 'The mended mail',
  'demo.step.lint-good.why': 'Sender, opt-out link with its notice, postal address and contact, as text in every part.',
  'demo.step.plan': 'Decide first',
  'demo.step.plan.why': 'One verdict per contact, with the reason; audience and content are frozen.',
  'demo.step.run': 'Send',
  'demo.step.run.why':
    'Each recipient is marked on disk before the mail is released, and the opt-outs are checked in that same moment. Kill it at any time: nobody gets it twice.',
  'demo.step.report': 'What happened',
  'demo.step.report.why': 'One page with pictures, for people who were not there.',
  'demo.proof': 'The relay was asked what it saw',
  'demo.accepted': '{count} mails arrived',
  'demo.twice': '{count} people got it twice',
  'demo.opted-out': '{count} of the {of} people who had opted out got a mail',
  'demo.report': 'Open the report: {file}',
  'demo.own': 'Your own list: `npx todoke init my-newsletter`',
} as const
