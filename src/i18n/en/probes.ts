/** English texts: the probe of the opt-out address. */
export const probes = {
  'probe.title': 'Opt-out address {url}',
  'probe.asking': 'Asking {url} …',
  'probe.summary':
    '{errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}, {open} not looked at; the links that were tried belong to nobody',
  'probe.not-https': 'the address is not https',
  'probe.not-https.fix': 'RFC 8058 wants https: give `serve` a certificate, or put it behind a proxy that has one',
  'probe.not-a-url': 'this is no web address',
  'probe.not-a-url.fix': 'write the whole address, such as https://mail.example.com/u',
  'probe.plain-loopback': 'plain HTTP on this machine: fine for a trial, no reader can reach it',
  'probe.plain-loopback.fix': 'probe the public https address before mail goes out',
  'probe.unreachable': '{method} got no answer ({why})',
  'probe.unreachable.fix':
    'see that `todoke serve` runs, that the name leads to it, and that its certificate is of that name and not expired',
  'probe.tls': '{protocol}, certificate valid until {until}',
  'probe.tls-old': 'the server speaks only {protocol}',
  'probe.tls-old.fix': 'TLS 1.2 is the least: mailbox providers refuse older ones',
  'probe.tls-ends': 'the certificate ends on {until}, in {days} {days:day|days}; with it every link in every mail',
  'probe.tls-ends.fix': 'renew it now, and see that it renews itself',
  'probe.status': '{method} was answered with {status}',
  'probe.status.fix': 'the link must answer with 200: see that path and keys are those of this workspace',
  'probe.redirect': '{method} was answered with a redirect ({status})',
  'probe.redirect.fix':
    'RFC 8058 section 3.1: mail providers follow none. Write the address it leads to into `optOut.url`',
  'probe.changes': 'the page changes from look to look: GET or HEAD may have acted',
  'probe.changes.fix': 'scanners open every link: looking must change nothing, and the page be the same each time',
  'probe.looking': 'GET, HEAD and prefetch change nothing: the page is the same each time',
  'probe.post': 'POST with List-Unsubscribe=One-Click works, in both encodings and again',
  'probe.post-open': 'POST was not tried: without the keys of a workspace the link would be somebody’s',
  'probe.post-open.fix': 'run it in the workspace that sends',
  'probe.forged': 'a forged link is thanked for as well, so the POST proves little',
  'probe.forged.fix': 'a link that is not signed must not be answered with 2xx',
  'probe.old-key': 'links of the oldest key ({key}) no longer work: {status}',
  'probe.old-key.fix':
    'links in old mails must work on: give the server all keys in .todoke/keys, and revoke none that is not stolen',
  'probe.life':
    'links do not expire: those of the newest and the oldest of {count} {count:key|keys} work; the laws here want {days} {days:day|days} after a mail',
  'probe.life-undated':
    'links do not expire: those of the newest and the oldest of {count} {count:key|keys} work; no law here names a number of days',
  'probe.life-open': 'how long links live is not known outside of their workspace',
  'probe.life-open.fix': 'run it in the workspace that sends',
  'probe.no-form': 'the page has no button to confirm with: another server answers there',
  'probe.no-form.fix': 'lead {url} to `todoke serve`, or write its address into `signUp.url`',
  'error.CONFIRM_PROBE_FAILED':
    'the confirmation links below {url} do not work, and each person may be asked only once; nobody was asked',
  'error.CONFIRM_PROBE_FAILED.next':
    'start `todoke serve` where {url} leads, or write the address of the server that has the list into `signUp.url`, and ask again',
  'error.PROBE_FAILED': 'the opt-out address {url} does not work as mail needs it; nothing was planned',
  'error.PROBE_FAILED.next':
    'look with `todoke doctor --unsubscribe {url}` and mend it; only where that cannot be, `probe: false` under optOut leaves it out',
} as const
