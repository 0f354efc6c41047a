/** Addresses of pictures that only tell somebody the mail was opened: services of others, and ways mailing systems name them. */

export const TRACKERS: readonly RegExp[] = [
  /^(?:www\.)?google-analytics\.com\/.*collect/,
  /^[\w.-]+\.doubleclick\.net\//,
  /^(?:www\.)?facebook\.com\/tr\b/,
  /^[\w.-]+\.emltrk\.com\//,
  /^[\w.-]*bananatag\.com\//,
  /^[\w.-]*mailtrack\.io\//,
  /^[\w.-]*yesware\.com\//,
  /^(?:t|track)\.(?:signaux|signauxdeux|sidekickopen\d*|hubspotemail)\.(?:com|net)\//,
  /^pixel\.(?:monitor1\.)?returnpath\.net\//,
  /^[\w.-]*list-manage\.com\/track\/open/,
  /^(?:[\w-]+\.)*sendgrid\.net\/(?:wf|trk)\/open/,
  /^(?:[\w-]+\.)*mandrillapp\.com\/track\/open/,
  /^(?:[\w-]+\.)*litmus\.com\/.*open/,
]
