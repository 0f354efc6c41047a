/** A list in a real store, and the consent flows over it. */
import {join} from 'node:path'
import {consentFiles} from '../../src/adapters/csv/consent-files.ts'
import {spoolRoom} from '../../src/adapters/csv/source/spool-room.ts'
import {readWording} from '../../src/adapters/files/read-wording.ts'
import type {DeclareAsk} from '../../src/flows/declare-consents.ts'
import {declareConsents} from '../../src/flows/declare-consents.ts'
import type {ConsentImportAsk} from '../../src/flows/import-consents.ts'
import {importConsents} from '../../src/flows/import-consents.ts'
import type {KeepWordingAsk} from '../../src/flows/keep-wording.ts'
import {keepWording} from '../../src/flows/keep-wording.ts'
import {put} from './files.ts'
import type {Bench} from './workspace-store.ts'
import {bench, clock, query} from './workspace-store.ts'

export interface ConsentBench extends Bench {
  readonly eventRejects: string
  events(file: string, ask?: Partial<ConsentImportAsk>): ReturnType<typeof importConsents>
  declare(ask?: Partial<DeclareAsk>): ReturnType<typeof declareConsents>
  keep(file: string, ask?: Partial<KeepWordingAsk>): ReturnType<typeof keepWording>
  /** Kind and moment of each standing event of an address, in the order they were written. */
  eventsOf(address: string): Promise<[string, number | null][]>
}

/** rows: of the list news, below `email,name,country,signed`. */
export async function consentBench(what: string, rows: readonly string[]): Promise<ConsentBench> {
  const base = await bench(what)
  const {folder, store, storeFile} = base
  if (rows.length > 0)
    await base.import(put(folder, 'people.csv', `${['email,name,country,signed', ...rows].join('\n')}\n`))
  const eventRejects = join(folder, 'rejects', 'events.csv')
  const room = spoolRoom(join(folder, '.todoke', 'tmp'))
  return {
    ...base,
    eventRejects,
    events: (file, ask = {}) =>
      importConsents(
        {
          ...{
            file,
            sheet: null,
            encoding: null,
            map: [],
            event: null,
            purposes: ['news', 'newsletter', 'events', 'メールマガジン'],
            dates: 'ymd',
            offsetMinutes: 540,
          },
          ...{command: 'todoke consent import', stop: new AbortController().signal},
          rejectsOf: (_, format) => (format === 'csv' ? eventRejects : eventRejects.replace('.csv', '.jsonl')),
          onProgress: () => {},
          ...ask,
        },
        {store, files: consentFiles(room), clock},
      ),
    declare: (ask = {}) =>
      declareConsents(
        {
          ...{
            list: 'news',
            where: null,
            origin: null,
            basis: 'consent',
            wording: 'news-form',
            purpose: 'news',
            method: 'web_form',
          },
          ...{source: null, by: 'Yamada Hanako', at: null, atColumn: null, dates: 'ymd', offsetMinutes: 540},
          ...{command: 'todoke consent declare', stop: new AbortController().signal},
          onPreview: async () => {},
          onProgress: () => {},
          ...ask,
        },
        {store, clock},
      ),
    keep: (file, ask = {}) =>
      keepWording(
        {file, name: 'news-form', from: null, until: null, language: null, today: TODAY, offsetMinutes: 540, ...ask},
        {store, clock, readWording: (path) => readWording(path, 'en')},
      ),
    eventsOf: async (address) =>
      (
        await query(
          storeFile,
          `select s.kind, s.at from standing_consents s join contacts c on c.id = s.contact_id where c.address_key = ? order by s.id`,
          address,
        )
      ).map(({kind, at}): [string, number | null] => [String(kind), at as number | null]),
  }
}

/** First moment of the day of NOW in Japan. */
export const TODAY = Date.parse('2026-04-01T00:00+09:00')
