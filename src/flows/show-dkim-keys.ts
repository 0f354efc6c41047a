/** The DKIM keys of the settings, each with the record that must be in DNS, and what is there. */
import type {TxtRecord} from '../core/dns-records/txt-record.ts'
import type {DkimKind} from '../core/sending/dkim/kind.ts'
import {judgeRecord, recordOf} from '../core/sending/dkim/record.ts'
import type {RecordState} from '../core/sending/dkim/record-state.ts'
import type {DkimSetting} from '../core/settings.ts'
import type {DkimKeyFiles, LookUpTxt} from '../ports/dkim.ts'

export interface ShowDkimAsk {
  readonly settings: readonly DkimSetting[]
  readonly withDns: boolean
}

export interface ShownKey extends DkimSetting {
  readonly kind: DkimKind
  readonly bits: number
  readonly record: TxtRecord
  /** null = not asked. */
  readonly dns: ShownRecord | null
}

export interface ShownRecord {
  readonly state: RecordState | 'unreachable'
  /** TXT records under the name, strings joined. */
  readonly found: readonly string[]
  /** The resolver's code where nobody could say. */
  readonly why: string | null
}

/** In the order of the settings. Throws DKIM_KEY_BAD. */
export async function showDkimKeys(
  {settings, withDns}: ShowDkimAsk,
  {files, lookUp}: {readonly files: DkimKeyFiles; readonly lookUp: LookUpTxt},
): Promise<readonly ShownKey[]> {
  const keys = await Promise.all(settings.map((setting) => files.read(setting)))
  return Promise.all(
    keys.map(async (key, at) => {
      const record = recordOf(key)
      const shown = {...settings[at]!, kind: key.kind, bits: key.bits, record}
      if (!withDns) return {...shown, dns: null}
      const answer = await lookUp(record.name)
      if ('unreachable' in answer)
        return {...shown, dns: {state: 'unreachable' as const, found: [], why: answer.unreachable}}
      return {...shown, dns: {state: judgeRecord(answer.texts, key), found: answer.texts, why: null}}
    }),
  )
}
