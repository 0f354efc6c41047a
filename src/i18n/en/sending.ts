/** English texts: planning, running and following a send. */
export const sending = {
  'sending.planning': '{contacts} contacts judged',
  'sending.planned': 'Planned “{name}”: {count} of {audience} {audience:contact|contacts} get a mail',
  'sending.why-not': 'Why the others get none:',
  'sending.examples-left': 'the settings still hold example values: {values}',
  'sending.plan-next': 'nothing was sent yet. To send it:',
  'sending.sum-holds': '{audience} = {terms}: everyone is accounted for',
  'sending.sum-off': '{audience} is not {terms}: somebody is missing from the ledger',
  'sending.started':
    'Sending “{name}” through {relay}, {connections} {connections:connection|connections}. Ctrl-C stops safely.',
  'sending.progress': '{percent} %  {done} of {all}  {rate}/s  {left} left  refused {refused}',
  'sending.stopping': 'finishing what is open, then stopping; Ctrl-C again ends at once',
  'sending.ran': '“{name}”: {count} {count:mail|mails} accepted by the relay in {time} ({rate}/s)',
  'sending.found-unfinished':
    'an earlier run ended without warning: {count} {count:mail was|mails were} open and {count:is|are} in doubt',
  'sending.status-planned': '“{name}” is planned ({at}); nothing was sent yet',
  'sending.status-started': '“{name}” has started ({at}) and is not finished',
  'sending.status-waiting': '“{name}” has been sent ({at}); what the relay put off is tried again',
  'sending.status-finished': '“{name}” is finished ({at})',
  'sending.go-on': 'go on with: {command} --confirm {confirm}',
  'sending.deferred': '{count} {count:mail is|mails are} tried again from {at}: todoke send run {name}',
  'sending.in-doubt':
    '{count} in doubt: look with `todoke send status {name} --in-doubt`, ask the relay, then `todoke send settle {name} --assume sent|unsent`',
  'sending.report-next': 'report: todoke report {name} --html report.html',
  'sending.confirm': '{count} real mails from {from} through {relay}. Type the name of the send ({name}) to go ahead:',
  'sending.settled-sent': '{count} in-doubt {count:mail|mails} of “{name}” taken as sent',
  'sending.settled-unsent': '{count} in-doubt {count:mail|mails} of “{name}” will be sent by the next run',
  'sending.report-written': 'Report written: {file}',
} as const
