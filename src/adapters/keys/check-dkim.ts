/** The keys of a send, proved and, where the settings ask for it, compared with what DNS says of them. */
import type {DkimKey} from '../../core/sending/dkim/key.ts'
import {judgeRecord, recordName} from '../../core/sending/dkim/record.ts'
import type {RecordState} from '../../core/sending/dkim/record-state.ts'
import type {DkimSetting} from '../../core/settings.ts'
import {AppError} from '../../errors.ts'
import type {Lang} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import type {LookUpTxt} from '../../ports/dkim.ts'
import {readDkimKey} from './read-dkim-key.ts'

export interface CheckedKeys {
  /** In the order of the settings. */
  readonly keys: readonly DkimKey[]
  /** Names of records with t=y, by which receivers treat signed mail as unsigned: to be told, no reason to stop. */
  readonly testing: readonly string[]
}

/**
 * To be called before anything is sent. Throws DKIM_KEY_BAD; with lookUp DKIM_RECORD_BAD for a record that is missing or
 * does not fit, DKIM_LOOKUP_FAILED when DNS gives no answer.
 */
export async function checkDkim(
  settings: readonly DkimSetting[],
  {folder, lang, lookUp}: {readonly folder: string; readonly lang: Lang; readonly lookUp: LookUpTxt},
): Promise<CheckedKeys> {
  const keys: DkimKey[] = []
  const testing: string[] = []
  for (const setting of settings) {
    const key = await readDkimKey(setting, {folder, lang})
    keys.push(key)
    if (!setting.lookUp) continue
    const name = recordName(key)
    if ((await publishedState(key, lookUp, lang)) === 'testing') testing.push(name)
  }
  return {keys, testing}
}

async function publishedState(key: DkimKey, lookUp: LookUpTxt, lang: Lang): Promise<RecordState> {
  const name = recordName(key)
  const answer = await lookUp(name)
  if ('unreachable' in answer) throw new AppError('DKIM_LOOKUP_FAILED', {name, why: answer.unreachable})
  const state = judgeRecord(answer.texts, key)
  if (state === 'published' || state === 'testing') return state
  throw new AppError('DKIM_RECORD_BAD', {name, why: text(lang, `dkim.record.${state}`)})
}
