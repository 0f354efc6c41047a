/** English texts: the server for opt-outs on the screen. */
export const serve = {
  'serve.listening': 'Answering opt-outs at {url}',
  'serve.links': 'The links in the mails lead to {url}, which must come out here.',
  'serve.form': 'The form “{form}” is at {url}, which must come out here too.',
  'serve.form-closed':
    'The form “{form}” is closed: no text “{wording}” is shown now. Keep it with `todoke consent wording add FILE --name {wording}`; it opens by itself.',
  'serve.form-single':
    'The form “{form}” asks for no confirmation by mail, which {duties} wants: leave doubleOptIn away, or its consents stay weak.',
  'serve.sign-ups': 'sign-ups: {signUps} · confirmed: {confirmed}',
  'serve.no-proxy':
    'No proxy is named in serve.trustedProxies: behind one, all readers would count as one client. Without one, name certificate and key in serve.tls.',
  'serve.stop': 'Ctrl-C or SIGTERM stops it; what has come in is finished first.',
  'serve.stopping': 'Stopping: what has come in is finished first (Ctrl-C again ends at once)',
  'serve.progress': '{recorded} {recorded:opt-out|opt-outs} recorded, {shown} {shown:page|pages} shown',
  'serve.stopped':
    'Stopped. {recorded} {recorded:opt-out|opt-outs} recorded: {oneClick} by one click, {page} on the page',
  'serve.counts': 'known already: {known} · pages shown: {shown} · links not whole: {broken}',
  'serve.failed':
    '{failed} {failed:request|requests} could not be carried out because of the store; those who sent them were asked to try again',
  'serve.log-lost': '▲ {file} can no longer be written: the access log ends here, everything else goes on',
} as const
