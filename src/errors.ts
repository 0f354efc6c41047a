/**
 * The one list of error codes and the one error class. A code says who must act; its words, in both languages,
 * stand in i18n/en/errors.ts and i18n/ja/errors.ts under `error.CODE` and `error.CODE.next`.
 */

/** Who must act. Decides the exit code (design.md section 3). */
export type ErrorKind = 'yours' | 'gate' | 'locked' | 'ours' | 'surroundings' | 'interrupted' | 'unread'

export const EXIT_CODES: Readonly<Record<ErrorKind, number>> = {
  yours: 2,
  gate: 3,
  locked: 5,
  ours: 70,
  surroundings: 75,
  interrupted: 130,
  // As a program that SIGPIPE ends.
  unread: 141,
}

/** Every code with its kind and one line of meaning. A test checks that each is thrown somewhere and worded twice. */
export const ERROR_CODES = {
  COMMAND_UNKNOWN: {kind: 'yours', meaning: 'no command of that name'},
  ARGUMENT_MISSING: {kind: 'yours', meaning: 'a command wants an argument that was not given'},
  ARGUMENT_UNEXPECTED: {kind: 'yours', meaning: 'more arguments than the command takes'},
  FILES_TOO_MANY: {kind: 'yours', meaning: 'several files were given where one is read per call'},
  FLAG_UNKNOWN: {kind: 'yours', meaning: 'no flag of that name'},
  FLAG_MISSING: {kind: 'yours', meaning: 'a flag that must be given was not'},
  FLAG_WITHOUT_VALUE: {kind: 'yours', meaning: 'a flag that takes a value got none'},
  FLAG_REPEATED: {kind: 'yours', meaning: 'a flag that is given once was given twice'},
  FLAGS_EXCLUSIVE: {kind: 'yours', meaning: 'two flags were given of which only one can be'},
  FLAG_INVALID: {kind: 'yours', meaning: 'a flag or argument cannot be used as given'},
  OPTION_INVALID: {kind: 'yours', meaning: 'an option of the API cannot be used as given'},
  NAME_INVALID: {kind: 'yours', meaning: 'not a name for a list or a send'},
  WORKSPACE_MISSING: {kind: 'yours', meaning: 'no todoke.yaml here or above'},
  WORKSPACE_EXISTS: {kind: 'yours', meaning: 'init would overwrite files'},
  SETTINGS_INVALID: {kind: 'yours', meaning: 'todoke.yaml breaks its schema'},
  FILE_MISSING: {kind: 'yours', meaning: 'a named file is not there'},
  PATTERN_UNMATCHED: {kind: 'yours', meaning: 'a pattern of file names matches none, or none that is not left aside'},
  FOLDER_UNLINTABLE: {kind: 'yours', meaning: 'a folder holds nothing that lint reads'},
  FILE_IS_FOLDER: {kind: 'yours', meaning: 'a file was wanted, a folder given'},
  FILE_UNREADABLE: {kind: 'yours', meaning: 'a named file may not be read'},
  FILE_BINARY: {kind: 'yours', meaning: 'a text file was wanted, the bytes are not text'},
  FILE_EMPTY: {kind: 'yours', meaning: 'the file holds nothing'},
  FILE_CHANGED: {kind: 'yours', meaning: 'the file changed while it was read'},
  FILE_CHANGED_MIDWAY: {kind: 'yours', meaning: 'the file changed when rows of it had been taken'},
  FILE_TOO_BIG: {kind: 'yours', meaning: 'the file holds more than is read'},
  ARCHIVE_DAMAGED: {kind: 'yours', meaning: 'a packed file or workbook is cut off, altered or not of its format'},
  ARCHIVE_BOMB: {kind: 'yours', meaning: 'a packed file unpacks to far more than it may'},
  ARCHIVE_ENTRIES: {kind: 'yours', meaning: 'a zip holds no file or more than one'},
  ARCHIVE_NESTED: {kind: 'yours', meaning: 'a packed file holds another packed file'},
  ARCHIVE_PATH: {kind: 'yours', meaning: 'the name of a file in a zip leads out of it'},
  ARCHIVE_LOCKED: {kind: 'yours', meaning: 'a zip or workbook is under a password'},
  SHEET_FORMAT: {kind: 'yours', meaning: 'a workbook of a format that is not read'},
  SHEET_DAMAGED: {kind: 'yours', meaning: 'a workbook is not written as one'},
  SHEET_CHOOSE: {kind: 'yours', meaning: 'several sheets of a workbook hold something'},
  SHEET_UNKNOWN: {kind: 'yours', meaning: 'the workbook has no sheet of that name'},
  SHEET_TOO_BIG: {kind: 'yours', meaning: 'a sheet exceeds the limits of workbooks'},
  STDIN_TERMINAL: {kind: 'yours', meaning: '`-` was given and nothing is piped in'},
  FOLDER_MISSING: {kind: 'yours', meaning: 'the folder of an output file is not there'},
  OUTPUT_IS_TARGET: {kind: 'yours', meaning: 'an output file is a file that is read'},
  FILE_EXISTS: {kind: 'yours', meaning: 'an output file is already there'},
  FILE_UNWRITABLE: {kind: 'surroundings', meaning: 'a file cannot be written'},
  MAIL_FOLDER_EMPTY: {kind: 'yours', meaning: 'a folder holds no mail that is read'},
  ENCODING_UNSURE: {kind: 'yours', meaning: 'the text encoding cannot be told'},
  ENCODING_RIVAL: {kind: 'yours', meaning: 'the text may be in an encoding that is not read'},
  ENCODING_UNREAD: {kind: 'yours', meaning: 'the text encoding is none that is read'},
  ENCODING_WRONG: {kind: 'yours', meaning: 'the file is not in the encoding that was said'},
  HEADER_MISSING: {kind: 'yours', meaning: 'the list has no line of column names, and nobody said so'},
  HEADER_ONLY: {kind: 'yours', meaning: 'the file has a header and no rows'},
  HEADER_BEYOND: {kind: 'yours', meaning: 'the file ends above the line that is said to be its header'},
  HEADER_TOO_LONG: {kind: 'yours', meaning: 'a column name is over the limit'},
  COLUMNS_TOO_MANY: {kind: 'yours', meaning: 'the list has more columns than are read'},
  LINE_TOO_LONG: {kind: 'yours', meaning: 'the first line of a list is over the limit of a record'},
  EVENT_COLUMN_MISSING: {kind: 'yours', meaning: 'no column says what happened: a yes, or a no'},
  EVENT_DOUBTFUL: {kind: 'yours', meaning: 'the file name speaks of opt-outs, and no column says what happened'},
  ADDRESS_COLUMN_MISSING: {kind: 'yours', meaning: 'no column holds addresses'},
  ADDRESS_COLUMN_UNSURE: {kind: 'yours', meaning: 'several columns may be the address'},
  ROWS_UNSURE: {kind: 'yours', meaning: 'the file may be a list of people who must not be mailed, and nobody said so'},
  STOP_WORDS_UNSURE: {kind: 'yours', meaning: 'a column that is no state holds words that say no'},
  CSV_BROKEN: {kind: 'yours', meaning: 'the quotes of the file cannot be followed'},
  KEEP_BARRED: {kind: 'yours', meaning: 'a column that no consent makes fit for a list was to be kept'},
  MAPPING_INVALID: {kind: 'yours', meaning: '--map names an unknown column or field'},
  MAPPING_DIFFERS: {kind: 'yours', meaning: 'the columns of the file are not those of the saved mapping'},
  MAPPING_UNREADABLE: {kind: 'yours', meaning: 'a mapping file breaks its form'},
  CLASS_WRONG: {kind: 'yours', meaning: 'a template of this class goes out by another command'},
  CONFIRM_LINK_MISSING: {kind: 'yours', meaning: 'a mail that asks for consent lacks the link to give it'},
  REQUEST_REFUSED: {kind: 'gate', meaning: 'nobody of the list may be asked for consent by mail'},
  WORDING_MISSING: {kind: 'yours', meaning: 'no form text of that name is shown now'},
  WORDING_CHANGED: {kind: 'yours', meaning: 'another form text is kept under that name'},
  BASELINE_INVALID: {kind: 'yours', meaning: 'the file of --baseline is none'},
  IMPORT_UNKNOWN: {kind: 'yours', meaning: 'no import of that id'},
  IMPORT_NOT_NEWEST: {kind: 'yours', meaning: 'an import came after the one to take back'},
  EXPORT_SENSITIVE: {kind: 'gate', meaning: 'an export would pass on sensitive columns without a reason'},
  EXPORT_UNENCODABLE: {kind: 'yours', meaning: 'the encoding of an export lacks characters of the list'},
  TARGET_UNKNOWN: {kind: 'yours', meaning: 'no list and no file of that name'},
  LIST_UNKNOWN: {kind: 'yours', meaning: 'no list of that name'},
  ROW_UNKNOWN: {kind: 'yours', meaning: 'a list or file has fewer rows than that'},
  CONTACT_UNKNOWN: {kind: 'yours', meaning: 'nobody with that address is in the list'},
  DATA_INVALID: {kind: 'yours', meaning: 'a data file does not hold one person'},
  HTML_MISSING: {kind: 'yours', meaning: 'the HTML of a mail was asked for that has none'},
  FOLDER_TAKEN: {kind: 'yours', meaning: 'a folder for many files is not empty, or no folder'},
  BROWSER_MISSING: {kind: 'yours', meaning: 'a browser was asked for and none is found'},
  BROWSER_FAILED: {kind: 'surroundings', meaning: 'the browser does not do what it was asked for'},
  SEGMENT_INVALID: {kind: 'yours', meaning: '--where cannot be understood; the place is told'},
  WIRELESS_LIST_INVALID: {kind: 'yours', meaning: 'lines of the wireless list that are no domain'},
  FIX_STALE: {kind: 'yours', meaning: 'a file changed while its mends were worked out'},
  RULE_UNKNOWN: {kind: 'yours', meaning: 'no duty and no rule of that id'},
  LAW_UNKNOWN: {kind: 'yours', meaning: 'no law of that name'},
  SEND_UNKNOWN: {kind: 'yours', meaning: 'no send of that name'},
  SEND_EXISTS: {kind: 'yours', meaning: 'a send of that name is already planned'},
  SEND_STARTED: {kind: 'yours', meaning: 'a send that has started cannot be planned anew'},
  CONFIRM_NEEDED: {kind: 'yours', meaning: 'a real send wants --confirm NAME:COUNT'},
  CONFIRM_WRONG: {kind: 'yours', meaning: '--confirm does not match the plan'},
  TEMPLATE_MISSING: {kind: 'yours', meaning: 'no template of that name'},
  TEMPLATE_INVALID: {kind: 'yours', meaning: 'the template cannot be compiled'},
  MJML_MISSING: {kind: 'yours', meaning: 'a template is MJML, and the package that reads it is not installed'},
  ADDRESS_INVALID: {kind: 'yours', meaning: 'not an address'},
  OPT_OUT_COLUMN_MISSING: {
    kind: 'yours',
    meaning: 'no column of a file of opt-outs holds addresses, domains with @ or hashes',
  },
  HASHES_MIXED: {kind: 'yours', meaning: 'a list of hashed addresses holds hashes of a wrong length or of several'},
  OPT_OUTS_DOUBTFUL: {
    kind: 'yours',
    meaning: 'a file of opt-outs looks like a list of subscribers, and nobody said so',
  },
  OPT_OUTS_UNREADABLE: {kind: 'yours', meaning: 'too many lines of a file of opt-outs cannot be read'},
  SETTLE_INVALID: {kind: 'yours', meaning: 'the file of --settle breaks its form'},
  MARK_INVALID: {kind: 'yours', meaning: 'the mark of --since is none'},
  MARK_FOREIGN: {kind: 'yours', meaning: 'the mark of --since is of another store'},
  SUPPRESSION_MISSING: {kind: 'yours', meaning: 'no opt-out stands that could be removed'},
  REMOVAL_UNPROVEN: {
    kind: 'gate',
    meaning: 'an opt-out was to be removed without what proves that the person came back',
  },
  PURPOSE_UNKNOWN: {kind: 'yours', meaning: 'the purpose is not in the settings'},
  ERASURE_KEY_MISSING: {kind: 'yours', meaning: 'the key by which erased people are recognised is gone'},
  NAME_TAKEN: {kind: 'yours', meaning: 'another key is called so'},
  PERSON_UNKNOWN: {kind: 'yours', meaning: 'a program named an address that nobody here has'},
  CURSOR_INVALID: {kind: 'yours', meaning: 'a program named a place in a list that is none'},
  EVENT_INVALID: {kind: 'yours', meaning: 'a program told a consent event that cannot be read'},
  REQUEST_INVALID: {kind: 'yours', meaning: 'a program sent a value that cannot be used'},
  KEY_UNKNOWN: {kind: 'yours', meaning: 'no key of that id'},
  KEY_MISSING: {kind: 'yours', meaning: 'the key that signed the links of a send is gone'},
  KEY_REVOKED: {kind: 'yours', meaning: 'the key that signed the links of a send is revoked'},
  DETACHED_FILE_INVALID: {kind: 'yours', meaning: 'the file for a detached server breaks its form'},
  PULL_UNSET: {kind: 'yours', meaning: 'no detached server is named to pull from'},
  PULL_KEY_REFUSED: {kind: 'yours', meaning: 'the detached server does not take our key'},
  HOOK_KEY_BAD: {kind: 'yours', meaning: 'the key by which a mail service is proved is none'},
  CERTIFICATE_BAD: {kind: 'yours', meaning: 'the certificate of the server and its key do not fit or are none'},
  SECRET_UNREADABLE: {kind: 'yours', meaning: 'a secret file or variable cannot be used'},
  DKIM_KEY_BAD: {kind: 'yours', meaning: 'a DKIM key file cannot be used'},
  DKIM_RECORD_BAD: {kind: 'yours', meaning: 'the DNS record of a DKIM key is missing or does not fit the key'},
  DKIM_LOOKUP_FAILED: {kind: 'surroundings', meaning: 'DNS gives no answer for the record of a DKIM key'},
  DNS_SILENT: {kind: 'surroundings', meaning: 'no DNS server answers any question'},
  TEST_SUPPRESSED: {kind: 'gate', meaning: 'a test mail would go to an address with an opt-out'},
  PROBE_FAILED: {kind: 'gate', meaning: 'the opt-out address does not work; nothing was planned'},
  PULL_STALE: {kind: 'gate', meaning: 'opt-outs of a detached server are too old, and it cannot be reached'},
  PULL_UNTRUE: {kind: 'gate', meaning: 'what came from a detached server is not what its journal holds'},
  DETACHED_KEY_UNKNOWN: {kind: 'gate', meaning: 'the detached server would not take the links of the mails'},
  PLAN_STALE: {kind: 'gate', meaning: 'the plan waited longer than its verdicts hold; nothing was sent'},
  PLAN_REFUSED: {kind: 'gate', meaning: 'the template or the list breaks a duty; nothing was planned'},
  AUDIENCE_OUT_OF_BOUNDS: {kind: 'gate', meaning: 'the audience lies outside the bounds of the settings'},
  RUN_LOCKED: {kind: 'locked', meaning: 'another run holds the lock'},
  IMPORT_LOCKED: {kind: 'locked', meaning: 'another import or undo of the list is at work'},
  JOURNAL_LOCKED: {kind: 'locked', meaning: 'another server writes into the journal'},
  STORE_NEWER: {kind: 'surroundings', meaning: 'the store was written by a newer version'},
  STORE_DAMAGED: {kind: 'surroundings', meaning: 'the store fails its integrity check'},
  STORE_BUSY: {kind: 'surroundings', meaning: 'another process writes into the store and does not let go'},
  STORE_UNUSABLE: {kind: 'surroundings', meaning: 'the store cannot be opened or written'},
  STORE_FULL: {kind: 'surroundings', meaning: 'the disk of the store is full'},
  JOURNAL_DAMAGED: {kind: 'surroundings', meaning: 'a journal is not as it was written, or of another key'},
  JOURNAL_UNUSABLE: {kind: 'surroundings', meaning: 'a journal cannot be read or written'},
  PULL_UNREACHABLE: {kind: 'surroundings', meaning: 'a detached server gives no answer'},
  PORT_UNUSABLE: {kind: 'surroundings', meaning: 'the server cannot listen where it should'},
  RELAY_UNREACHABLE: {kind: 'surroundings', meaning: 'the relay cannot be used now'},
  CONFIRMATIONS_WAIT: {kind: 'surroundings', meaning: 'mails with confirmation links cannot go out now'},
  RELAY_REFUSES: {kind: 'surroundings', meaning: 'the relay refuses to work with us'},
  TEST_NOT_SENT: {kind: 'surroundings', meaning: 'the relay did not take a test mail'},
  LEDGER_SUM_OFF: {kind: 'ours', meaning: 'the states of a send do not add up to its audience'},
  WORKER_FAILED: {kind: 'ours', meaning: 'a worker thread ended unexpectedly'},
  BUG: {kind: 'ours', meaning: 'something we did not foresee'},
  READER_GONE: {kind: 'unread', meaning: 'whoever read standard output wanted no more'},
  INTERRUPTED: {kind: 'interrupted', meaning: 'stopped by the user; can go on'},
  INTERRUPTED_FOLDER: {kind: 'interrupted', meaning: 'stopped by the user while mails were written as files'},
  INTERRUPTED_UNCHANGED: {kind: 'interrupted', meaning: 'stopped by the user before anything was changed'},
} as const satisfies Record<string, {kind: ErrorKind; meaning: string}>

export type ErrorCode = keyof typeof ERROR_CODES
export type ErrorValues = Readonly<Record<string, string | number>>

/** What stops a job. values fill the texts of the code; they never hold an address, a token or a password. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly values: ErrorValues
  /** Findings or other lines that belong to the error, already safe to print. */
  readonly details: readonly string[]

  constructor(code: ErrorCode, values: ErrorValues = {}, more: {cause?: unknown; details?: readonly string[]} = {}) {
    super(`${code} ${JSON.stringify(values)}`, more.cause === undefined ? undefined : {cause: more.cause})
    this.name = 'AppError'
    this.code = code
    this.values = values
    this.details = more.details ?? []
  }

  get kind(): ErrorKind {
    return ERROR_CODES[this.code].kind
  }

  get exitCode(): number {
    return EXIT_CODES[this.kind]
  }
}
