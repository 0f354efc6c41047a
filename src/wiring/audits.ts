/** What an audit needs: its targets, the files it writes meanwhile, its pages. Adapters are loaded on first use. */
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {AuditTask} from '../adapters/workers/audit-worker.ts'
import {closestName} from '../core/close-names.ts'
import type {AuditBatch} from '../core/contacts/audit-batch.ts'
import {NO_SETTING} from '../core/contacts/contact-case.ts'
import type {DateReading} from '../core/contacts/read-moment.ts'
import type {AuditReport} from '../core/reports/audit-report.ts'
import {AppError} from '../errors.ts'
import type {AuditSource} from '../flows/audit.ts'
import type {Lang} from '../i18n/text.ts'
import {text} from '../i18n/text.ts'
import type {AuditOutput} from '../ports/audit-outputs.ts'
import type {Store} from '../ports/store.ts'
import {baselineFrom} from './baselines.ts'
import {checkOutputFiles} from './files.ts'
import {encodingOf} from './lists.ts'
import type {Workspace} from './workspace.ts'
import {caseSettingOf, clock, offsetOf, spoolRoomOf, storeFileOf, storeOf} from './workspace.ts'

/** What `audit` is told about its targets and files. */
export interface AuditSaid {
  readonly targets: readonly string[]
  readonly encoding?: string | undefined
  readonly sheet?: string | undefined
  readonly map?: readonly string[] | undefined
  readonly header: number | 'none' | null
  readonly dates?: DateReading | undefined
  readonly where?: string | undefined
  readonly output?: string | undefined
  readonly baseline?: string | undefined
  readonly 'write-baseline'?: string | undefined
  readonly 'rows-out'?: string | undefined
  readonly 'way-out'?: string | undefined
  readonly overwrite: boolean
  readonly audience: string | null
  readonly asOf: number
  readonly lang: Lang
}

/** For `audit`: its targets one after the other, the files it writes meanwhile, and what is known of its findings. */
export async function auditNeeds(place: Workspace | null, said: AuditSaid) {
  const {createHash} = await import('node:crypto')
  checkOutputs(said)
  return {
    baseline: said.baseline === undefined ? null : await baselineFrom(said.baseline, said.lang),
    sources: auditSources(place, said),
    outputs: await auditOutputs(said),
    hash: (text: string) => createHash('sha256').update(text).digest('hex'),
    clock,
  }
}

const WAY_FILES = ['can-be-declared.csv', 'can-be-asked-once.csv', 'leave-alone.csv', 'unknown-origin.csv']

function checkOutputs({targets, overwrite, ...said}: AuditSaid): void {
  const folder = said['way-out']
  const files = (['output', 'write-baseline', 'rows-out'] as const).map((flag) => ({flag, file: said[flag]}))
  const ways =
    folder === undefined ? [] : WAY_FILES.map((name) => ({flag: 'way-out', file: join(folder, name), isMade: true}))
  checkOutputFiles([...files, ...ways], targets, overwrite)
}

async function auditOutputs(said: AuditSaid): Promise<readonly AuditOutput[]> {
  const {overwrite, lang} = said
  const [rows, ways] = [said['rows-out'], said['way-out']]
  const outputs: AuditOutput[] = []
  if (rows !== undefined)
    outputs.push(await (await import('../adapters/report/audit-rows.ts')).auditRows(rows, lang, overwrite))
  try {
    if (ways !== undefined)
      outputs.push(await (await import('../adapters/report/audit-ways.ts')).auditWays(ways, lang, overwrite))
  } catch (error) {
    for (const output of outputs) await output.abandon()
    throw error
  }
  return outputs
}

/** Lists of the workspace where there are some of that name, else files. The store is open until the last was read. */
async function* auditSources(place: Workspace | null, said: AuditSaid): AsyncGenerator<AuditSource> {
  const store = place === null ? null : await storeOf(place)
  try {
    const wordings = store === null ? NO_SETTING.wordings : await store.consents.wordings()
    const targets = new Set(said.targets)
    for (const of of targets) {
      const listId = store === null ? null : await store.lists.find(of)
      const list = listId === null ? null : of
      const setting = {...(await caseSettingOf(place, {list, purpose: null, lang: said.lang})), wordings}
      const {audience, asOf, where = null} = said
      const looking = {audience, asOf, setting, where, offsetMinutes: offsetOf(place?.settings ?? null)}
      if (store !== null && listId !== null) {
        const {listAuditSource} = await import('../adapters/store/audit-list.ts')
        const {lookThroughList} = await import('../adapters/store/look-through-list.ts')
        const isLarge = (await store.lists.count(listId)) >= MANY_CONTACTS
        yield {
          of,
          identity: of,
          ...(await listAuditSource(store, listId, looking, (look) =>
            isLarge ? inThread({kind: 'list', store: storeFileOf(place!), look}) : lookThroughList(store, look),
          )),
        }
        continue
      }
      const {auditFile} = await import('../adapters/csv/audit-file.ts')
      const {lookThroughFile} = await import('../adapters/csv/look-through-file.ts')
      const {sheet = null, encoding, map = []} = said
      if (store !== null) await refuseMistyped(of, store, said.lang)
      const {header, dates = null} = said
      const optOutsOf =
        store === null || (await store.suppressions.count()) === 0
          ? null
          : (people: Parameters<Store['suppressions']['strongestFor']>[0]) =>
              store.suppressions.strongestFor(people, asOf)
      const known = {knowsOptOuts: store !== null, optOutsOf}
      const ask = {file: of, sheet, encoding: encodingOf(encoding), map, header, dates, ...known, ...looking}
      // One file may be next week's export under another name; several must be told apart.
      yield {
        of,
        identity: targets.size === 1 ? '' : of,
        ...(await auditFile(ask, await spoolRoomOf(place), (look) =>
          look.plan.sizeBytes >= MANY_BYTES ? inThread({kind: 'file', look}) : lookThroughFile(look),
        )),
      }
    }
  } finally {
    await store?.close()
  }
}

/** Below that a thread takes longer to start than it saves. */
const MANY_CONTACTS = 20_000
const MANY_BYTES = 2_000_000

async function* inThread(task: AuditTask): AsyncGenerator<AuditBatch> {
  yield* (await import('../adapters/workers/look-through.ts')).lookThrough(task)
}

/** A word that is no path, no file and no list is most likely a list's name. Throws TARGET_UNKNOWN with the lists. */
async function refuseMistyped(of: string, store: Store, lang: Lang): Promise<void> {
  if (of === '-' || /[./\\]/.test(of) || existsSync(of)) return
  const names = await store.lists.names()
  if (names.length === 0) return
  const guess = closestName(of, new Set(names))
  const details = guess === null ? {} : {details: [text(lang, 'help.guess', {name: guess})]}
  throw new AppError('TARGET_UNKNOWN', {target: of, known: names.join(', ')}, details)
}

/** How an audit is written for others than the screen, by format. */
export async function auditPages() {
  const {findingsCsv} = await import('../adapters/report/findings-csv.ts')
  const {auditSarif} = await import('../adapters/report/audit-sarif.ts')
  const {renderAudit} = await import('../adapters/report/render-audit.ts')
  return {
    csv: (report: AuditReport, lang: Lang) => findingsCsv(report, lang),
    sarif: auditSarif,
    html: (report: AuditReport, lang: Lang) => renderAudit(report, lang),
  }
}
