/** English texts: a server without the list, its journal, and the pull; with the errors about them. */
export const detached = {
  'serve.detached': 'Opt-outs go into the journal {folder}; `todoke suppression pull` takes them over.',
  'serve.torn':
    'The last record had been cut off by a crash, before anybody was told that it counts; its bytes are in {file}.',
  'detached.no-json': 'this is no JSON',
  'detached.no-key': 'this is no key of `todoke key serve export` (43 characters)',
  'detached.unfit': 'missing, unknown or not as `todoke key serve export` writes it',
  'detached.exported': '{file} holds {count} {count:key|keys} of opt-out links and two of the journal',
  'detached.exported.holds': 'Keep it secret: 0600 on the host too. No address and no list is in it.',
  'detached.exported.carry': 'Carry it to the host (scp), and start there',
  'detached.exported.links':
    'The links in the mails lead to {url}, which must come out there, and /journal of the same host.',
  'detached.exported.settings': 'In todoke.yaml here',
  'detached.exported.pull': 'Try it',
  'keys.none': 'There is no key yet; the first plan makes one.',
  'keys.state.signs': 'signs new mails',
  'keys.state.opens': 'opens links in old mails',
  'keys.state.revoked': 'revoked',
  'keys.made': 'made {at}',
  'keys.revoked-at': 'revoked {at}',
  'keys.revoked-settings': 'revoked by serve.revokedKeys',
  'keys.rotated': 'Plans from now on sign with the key {key}',
  'keys.rotated.old': 'Links in old mails go on working. A running `todoke serve` takes the new key by itself.',
  'keys.rotated.carry':
    'before the next plan: `todoke key serve export FILE --overwrite`, and carry the file to the detached server',
  'keys.revoke.ask': 'Links that were signed with this key will open nothing any more. Revoke it?',
  'keys.revoked': 'The key {key} is revoked: its links open nothing any more',
  'keys.was-revoked': 'The key {key} was revoked already.',
  'keys.revoked.serve': 'A running `todoke serve` knows within seconds.',
  'keys.revoked.carry':
    'now: `todoke key serve export FILE --overwrite`, and carry the file to the detached server; until then it takes these links',
  'pull.progress': '{entries} {entries:record|records} taken over',
  'pull.done':
    '{entries} {entries:record|records} from {url}: {added} new {added:opt-out|opt-outs}, {known} known already',
  'pull.newest': 'the newest is of {at}',
  'pull.found': '{found} kept {found:record|records} found their people now',
  'pull.kept':
    '{count} {count:record is|records are} kept because nobody here fits, as where people were erased or an older copy of the store was put back. Each pull looks again.',
  'pull.kept.person': '{seq}  {kind}, {at}: nobody here has the id of that link',
  'pull.kept.kind': '{seq}  {kind}, {at}: this version does not know records of that kind',
  'pull.kept.form': '{seq}  {kind}, {at}: not as records of that kind are',
  'pull.kept.more': '… and {count} more; --json lists them all',
  'pull.bad':
    '{count} {count:line is|lines are} no record as it was written; nothing was taken of {count:it|them}. Keep the folder: whoever opted out there was told that it counts.',
  'pull.bad.line': '{file}, line {line}',
  'pull.on-the-way':
    '  {entries} {entries:record|records} pulled from the detached server, {added} new {added:opt-out|opt-outs}',
  'pull.unreached':
    'The detached server cannot be reached ({why}); the last pull was {minutes} {minutes:minute|minutes} ago, which is young enough.',
  'fault.pull-form': 'the answer is none of a detached server',
  'fault.pull-proof': 'the answer was not made with our key, or is an old one',
  'fault.pull-journal': 'another journal than the one that was read so far',
  'fault.pull-rewound': 'the journal ends before what was taken over already',
  'fault.pull-gap': 'records are missing in between',
  'fault.pull-record': 'a record is not as it was written',
  'error.DETACHED_FILE_INVALID': '{file} cannot be used as the file of a detached server',
  'error.DETACHED_FILE_INVALID.next':
    'make it anew beside the list: `todoke key serve export FILE --overwrite`; only what stands under “serve” is for you to change',
  'error.KEY_UNKNOWN': 'there is no key {given}; known: {known}',
  'error.KEY_UNKNOWN.next': 'see them all: `{list}`',
  'error.PULL_UNSET': 'no server is named to pull from',
  'error.PULL_UNSET.next': 'give its address: `todoke suppression pull URL`, or set optOut.detached.url in todoke.yaml',
  'error.PULL_KEY_REFUSED': '{url} does not take our key; nothing was taken over',
  'error.PULL_KEY_REFUSED.next':
    'export the file for the host anew (`todoke key serve export FILE --overwrite`) and carry it there, or point optOut.detached to the right key',
  'error.PULL_UNREACHABLE': '{url} gives no answer to a pull: {why}',
  'error.PULL_UNREACHABLE.next':
    'see that `todoke serve --detached` runs there and /journal reaches it, then pull again',
  'error.PULL_UNTRUE': 'what came from {url} is not what its journal holds: {why}. Nothing of it was taken over',
  'error.PULL_UNTRUE.next':
    'look at the host: was its disk changed, or a copy put back? When you know why and its opt-outs are all there: `todoke suppression pull --new-journal`; when its journal was damaged, carry the folder here: `todoke suppression pull --from FOLDER`',
  'error.PULL_STALE':
    'refused: {url} cannot be reached ({why}), and the last pull is older than {minutes} {minutes:minute|minutes}; nobody may be mailed who left meanwhile',
  'error.PULL_STALE.next':
    'bring the server back and give the command again (optOut.detached.maxAgeMinutes is the limit)',
  'error.DETACHED_KEY_UNKNOWN':
    'refused: {url} does not know the key {key}, with which the links of these mails are signed; they would lead nowhere',
  'error.DETACHED_KEY_UNKNOWN.next':
    'make the file anew (`todoke key serve export FILE --overwrite`), carry it to the host, and give the command again',
  'error.JOURNAL_LOCKED': 'another server writes into the journal {folder}',
  'error.JOURNAL_LOCKED.next': 'stop it first, or give this one a journal of its own',
  'error.JOURNAL_DAMAGED':
    'the journal {file} is not as it was written from line {line} on, or was sealed with another key; it is left as it is',
  'error.JOURNAL_DAMAGED.next':
    'keep the folder, begin a new one (`--journal`), and pull with `todoke suppression pull --new-journal`; what was acknowledged before and not yet pulled stands in the old folder: carry it to the list (scp), and there `todoke suppression pull --from FOLDER`',
  'error.JOURNAL_UNUSABLE': 'the journal {file} cannot be used: {why}',
  'error.JOURNAL_UNUSABLE.next':
    'check the disk and who may write there, then start again; opt-outs were answered with “try again”',
} as const
