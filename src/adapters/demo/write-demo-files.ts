/** Writes the demo's three files: a subscriber list and the opt-outs of two systems, in their three shapes. */
import type {FileHandle} from 'node:fs/promises'
import {open} from 'node:fs/promises'
import {join} from 'node:path'
import iconv from 'iconv-lite'
import type {DemoRow} from './make-list.ts'
import {COLUMNS, makeRows} from './make-list.ts'
import {OPT_OUT_REASONS} from './people-words.ts'
import type {Dice} from './seeded.ts'
import {startDice} from './seeded.ts'

export interface DemoFiles {
  /** CP932, CR LF, 12 columns, the address first. */
  readonly list: string
  /** UTF-8 with byte order mark, the address in the third column. */
  readonly optOutForm: string
  /** CP932, the address in the first column. */
  readonly optOutService: string
  readonly counts: {
    /** Rows of the list; the following are among them. */
    readonly rows: number
    readonly faulty: number
    readonly duplicates: number
    /** Sound first rows of people who said no or were not asked. */
    readonly withoutConsent: number
    readonly optOutForm: number
    readonly optOutService: number
    /** People in both opt-out files. */
    readonly optOutBoth: number
    /** Opt-outs of people who are not on the list. */
    readonly optOutUnknown: number
  }
  /** Addresses of the list, in lower case, that stand in one of the opt-out files: none of them may get a mail. */
  readonly optedOut: readonly string[]
}

const ROWS_AT_ONCE = 2000

/** folder must exist; files of these names are overwritten. contacts: rows of the list. Memory stays small. */
export async function writeDemoFiles(
  folder: string,
  {contacts, seed}: {contacts: number; seed: number},
): Promise<DemoFiles> {
  const paths = {
    list: join(folder, 'subscribers.csv'),
    optOutForm: join(folder, 'optouts-form.csv'),
    optOutService: join(folder, 'unsubscribed-service.csv'),
  }
  const counts = {faulty: 0, duplicates: 0, withoutConsent: 0}
  const dice = startDice(seed + 1)
  const form: string[] = []
  const service: string[] = []
  let both = 0
  const note = ({address, fault, isDuplicate, hasConsent}: DemoRow) => {
    if (fault !== null) counts.faulty += 1
    else if (isDuplicate) counts.duplicates += 1
    if (address === null || isDuplicate) return
    if (!hasConsent) counts.withoutConsent += 1
    // Of 1,000 people 36 in one file, 24 in the other, 10 of them in both: 700 and 500 for 20,000 contacts.
    const draw = dice.roll(1000)
    if (draw < 36) form.push(address)
    if (draw >= 26 && draw < 50) service.push(address)
    if (draw >= 26 && draw < 36) both += 1
  }
  await writeRows(paths.list, 'cp932', [...COLUMNS], makeRows(contacts, seed), note)

  const unknown = strangers(Math.ceil(contacts / 400), dice)
  const half = Math.ceil(unknown.length / 2)
  const formRows = spread([...form, ...unknown.slice(0, half)], dice).map((address, index) => [
    String(10_001 + index),
    moment(dice),
    dice.isOneOf(100) ? address.toUpperCase() : address,
    dice.pick(OPT_OUT_REASONS),
  ])
  const serviceRows = spread([...service, ...unknown.slice(half)], dice).map((address) => [
    address,
    dice.pick(OPT_OUT_REASONS),
    moment(dice),
  ])
  await writeTable(paths.optOutForm, 'utf8', [['受付番号', '日時', 'メールアドレス', '理由'], ...formRows])
  await writeTable(paths.optOutService, 'cp932', [['メールアドレス', '停止理由', '停止日時'], ...serviceRows])
  return {
    ...paths,
    counts: {
      rows: contacts,
      ...counts,
      optOutForm: formRows.length,
      optOutService: serviceRows.length,
      optOutBoth: both,
      optOutUnknown: unknown.length,
    },
    optedOut: [...new Set([...form, ...service].map((address) => address.toLowerCase()))],
  }
}

async function writeRows(
  path: string,
  encoding: string,
  header: readonly string[],
  rows: Iterable<DemoRow>,
  note: (row: DemoRow) => void,
): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    let lines = [csvLine(header)]
    for (const row of rows) {
      note(row)
      lines.push(csvLine(row.cells))
      if (lines.length < ROWS_AT_ONCE) continue
      await append(file, lines, encoding)
      lines = []
    }
    await append(file, lines, encoding)
  } finally {
    await file.close()
  }
}

async function writeTable(path: string, encoding: string, rows: readonly (readonly string[])[]): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    if (encoding === 'utf8') await file.appendFile(Buffer.from('\uFEFF'))
    await append(file, rows.map(csvLine), encoding)
  } finally {
    await file.close()
  }
}

async function append(file: FileHandle, lines: readonly string[], encoding: string): Promise<void> {
  await file.appendFile(iconv.encode(lines.join(''), encoding))
}

function csvLine(cells: readonly string[]): string {
  const written = cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
  return `${written.join(',')}\r\n`
}

/** People who opted out long ago and are on no list. */
function strangers(count: number, dice: Dice): string[] {
  return Array.from({length: count}, (_, index) => {
    const domain = dice.pick(['gmail.com', 'docomo.ne.jp', 'yahoo.co.jp', 'mihon.example.jp'])
    return `moto.kaiin.${index.toString(36)}-demo@${domain}`
  })
}

/** Shuffled, so that the opt-outs do not stand in the order of the list. */
function spread(addresses: readonly string[], dice: Dice): string[] {
  const mixed = [...addresses]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = dice.roll(last + 1)
    ;[mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!]
  }
  return mixed
}

function moment(dice: Dice): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `2025/${two(1 + dice.roll(6))}/${two(1 + dice.roll(28))} ${two(dice.roll(24))}:${two(dice.roll(60))}`
}
