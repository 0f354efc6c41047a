/** Texts of opt-outs: merged, added, removed, checked, exported, shown. */
export const suppression = {
  'suppression.reading': '{count} {count:line|lines} read',
  'suppression.joining': 'joining them with the store: {count} %',
  'suppression.merged': '{added} new, {known} known, {total} in all',
  'suppression.file': '{file}: {entries} {entries:entry|entries} ({encoding}, column “{column}”)',
  'suppression.binding': '{count} of the new ones {count:forbids|forbid} a contact you hold; they bind from now on',
  'suppression.conflicting':
    '{count} {count:person|people} gave consent after opting out: the opt-out holds until you settle it',
  'suppression.unreadable':
    '{count} {count:line|lines} could not be read; kept in {file}; an address found there counts as an opt-out',
  'suppression.weak-hash':
    '{algorithm} hides nobody: anyone can find the addresses by trying. The hashes count, and the file is personal data; ask for SHA-256 the next time',
  'suppression.hold-up':
    'a run is on, and {entries} entries lock the store for a minute or more: its marks and opt-outs by link wait or are refused meanwhile (Ctrl-C now stops the merge; nothing has changed)',
  'suppression.empty': '{file}: empty, no opt-outs in it',
  'suppression.next': 'next: todoke send plan NAME --template T --list L',
  'suppression.added': 'recorded: no mail to {subject} from now on ({reason}, {scope})',
  'suppression.already': 'already recorded: {subject}',
  'suppression.free': '{subject}: no suppression holds',
  'suppression.holds': '{subject} may not be mailed:',
  'suppression.entry': '{reason}, {scope}; recorded {at}{until}; source: {source}',
  'suppression.reason.optout': 'opted out',
  'suppression.reason.complaint': 'complaint',
  'suppression.reason.bounce': 'hard bounce',
  'suppression.reason.legal': 'legal',
  'suppression.reason.manual': 'by hand',
  'suppression.scope.all': 'all mail',
  'suppression.scope.all-but': 'all mail but {topics}, taken anew',
  'suppression.scope.third-party': 'third parties only',
  'suppression.scope.topic': 'topic {topic}',
  'error.OPT_OUT_COLUMN_MISSING':
    'no column of {file} holds addresses, domains (@example.com) or hashes; its columns: {columns}',
  'error.OPT_OUT_COLUMN_MISSING.next':
    'name the column: `--column COLUMN` (by number: `--column "#1"`); of a list of domains, write @ before each: @example.com',
  'error.HASHES_MIXED':
    '{file} is a list of hashed addresses, and {count} {count:line does|lines do} not fit: {lengths} (first: line {line}). Nothing of any file was merged',
  'error.HASHES_MIXED.next':
    'hashes have 32 (MD5), 40 (SHA-1), 64 (SHA-256) or 128 (SHA-512) hex digits, one kind in a file: have it made again, or split it by length',
  'error.OPT_OUTS_DOUBTFUL':
    '{file} looks like a list of subscribers, not of people who opted out: {why}. Merged as it is, everybody in it would get no more mail',
  'error.OPT_OUTS_DOUBTFUL.next':
    'to take only those whose state says that they opted out: --rows subscribers\nif everybody in the file opted out: --rows opt-outs\nif it is a list: `todoke list import`',
  'error.OPT_OUTS_UNREADABLE':
    '{count} of {lines} lines of {file} ({share} %) cannot be read ({why}); nothing of any file was merged, the lines are in {rejects}',
  'error.OPT_OUTS_UNREADABLE.next':
    'look whether it is the right file, encoding and column (--encoding, --column)\nto merge it all the same: --max-unreadable {needed}',
  'error.SETTLE_INVALID': '{file}, line {line}: {given} cannot be read',
  'error.SETTLE_INVALID.next':
    'the file has the columns subject and decision, and a decision is optout or consent: have one written with `todoke suppression merge … --conflicts FILE`, and fill the column in',
  'error.MARK_INVALID': '“{given}” is no mark of an export',
  'error.MARK_INVALID.next':
    'take the one that the last export printed (--json: mark), or leave --since out to get everything',
  'error.MARK_FOREIGN': 'the mark {given} comes from another store',
  'error.MARK_FOREIGN.next': 'leave --since out once, and take the mark that is printed then',
  'error.SUPPRESSION_MISSING': 'no opt-out stands for exactly that: nothing was removed',
  'error.SUPPRESSION_MISSING.next':
    'see what holds and why: `todoke suppression check ADDRESS`. What stops a whole domain or a hash is removed by that subject',
  'error.REMOVAL_UNPROVEN': 'nothing proves that this may be removed: {why}. The opt-out holds',
  'error.REMOVAL_UNPROVEN.next':
    'record the new consent first: `todoke consent import FILE`\nwhat no consent can lift (complaints, legal demands, bounces, domains, hashes, entries by hand) wants --evidence TEXT',
  'fault.no-consent': 'the store has no consent of that person',
  'fault.consent-older': 'the consent on record is not newer than the opt-out',
  'fault.hashed': 'a complaint or a legal demand under a hash stays: nobody can say whose consent would end it',
  'fault.needs-evidence': 'no consent lifts this, and no evidence is named',
  'suppression.until': '; until {at}',
  'suppression.file.base': '{file}, the last time: {entries} {entries:entry|entries} ({encoding}, column “{column}”)',
  'suppression.file.known': 'went in before and holds nothing new: not read again',
  'suppression.file.others':
    'of the others {subscribers} {subscribers:is a subscriber|are subscribers} there; of {others} the file says nothing',
  'suppression.there': 'there since the last time: {added} added, {removed} removed',
  'suppression.subscribed-there':
    '{count} {count:person counts|people count} as subscribed there and opted out here; the opt-out holds until that is settled',
  'suppression.returned':
    '{count} {count:entry was|entries were} taken back here and {count:is|are} said again without a date; {count:it binds|they bind} again',
  'suppression.lifted': '{count} {count:opt-out holds|opt-outs hold} no longer; what lifted them is kept beside them',
  'suppression.conflict.consent-newer':
    '{subject}: {reason} ({scope}) {since} in {source}, consent here {other} – {now}',
  'suppression.conflict.subscribed-there':
    '{subject}: {reason} ({scope}) here {since}, subscribed in {there} {other} – {now}',
  'suppression.conflict.removed-there':
    '{subject}: {reason} ({scope}) {since} from {source}; in {there} the last time, there no longer – {now}',
  'suppression.conflict.returned':
    '{subject}: {reason} ({scope}) said again by {source}, taken back here {other} – {now}',
  'suppression.conflict.holds': 'the opt-out holds',
  'suppression.conflict.lifted': 'lifted',
  'suppression.conflicts.how':
    'all of them with both sides: --conflicts FILE; fill in its column “decision” and give it with --settle FILE',
  'suppression.conflicts.written': 'all of them are in {file}: fill in its column “decision” and give it with --settle',
  'suppression.dry-run': 'a dry run: nothing was changed',
  'suppression.ask.rows': '{file} looks like a list of subscribers ({why}). Who is in it?',
  'suppression.ask.stop': 'it is the wrong file: stop, nothing changes',
  'suppression.ask.subscribers': 'take only those whose state says that they opted out',
  'suppression.ask.opt-outs': 'everybody in it opted out',
  'suppression.removed': '{subject}: taken back',
  'suppression.would-remove': '{subject}: this would be taken back (a dry run: nothing was changed)',
  'suppression.removed.consent': 'on the consent of {at}',
  'suppression.removed.remaining': '{subject} still may not be mailed, since this holds:',
  'suppression.figures': '{standing} {standing:opt-out holds|opt-outs hold}, {lifted} taken back',
  'suppression.figures.kind': 'what they name',
  'suppression.figures.reason': 'why',
  'suppression.figures.scope': 'how far',
  'suppression.figures.source': 'who says so',
  'suppression.figures.newest': '{source} (last {at})',
  'suppression.figures.more': 'and {count} more {count:source|sources}: --json',
  'suppression.figures.mark': 'mark of this state for `suppression export --since`: {mark}',
  'suppression.kind.address': 'addresses',
  'suppression.kind.domain': 'whole domains',
  'suppression.kind.hash': 'hashes ({algorithm})',
  'suppression.joined': 'nothing was recorded; `todoke suppression merge {file}` does that in a workspace',
  'suppression.exported': '{rows} {rows:row|rows} written',
  'suppression.exported.file': '{rows} {rows:row|rows} written to {file}',
  'suppression.exported.removed': '{count} of them {count:holds|hold} no longer',
  'suppression.exported.left-out':
    '{count} {count:entry has|entries have} no place in this form (domains, hashes); {people} {people:contact|contacts} that they bind {people:is|are} in it by address',
  'suppression.exported.mark': 'only what changes from now on, the next time: --since {mark}',
} as const
