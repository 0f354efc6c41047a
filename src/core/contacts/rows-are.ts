/** What a whole file is: a list of subscribers, or one of people who must not be mailed. Said, known, or to be asked. */
import type {ListFormat, RowState} from './formats.ts'
import type {StopReason} from './status-words.ts'

/** What a user says of everyone in a file. */
export const ROWS_ARE = ['subscribers', 'opt-outs'] as const
export type RowsAre = (typeof ROWS_ARE)[number]

/**
 * everyRow: what each row is taken for. unsureRows: what it may be and nobody said. A format that was only guessed gives
 * way to the user; a sure one does not (rowsContradict).
 */
export function rowsOf(
  found: ListFormat | null,
  clues: {readonly names?: readonly string[]; readonly rows?: RowsAre | null},
): {
  readonly format: ListFormat | null
  readonly everyRow: RowState | null
  readonly unsureRows: StopReason | null
} {
  const {names = [], rows = null} = clues
  const format = rows === 'subscribers' && found !== null && isGuessedStop(found) ? null : found
  const named = names.map(stopOfName).find((stop) => stop !== null) ?? null
  const known = format?.everyRow ?? null
  if (rows === 'opt-outs') return {format, everyRow: stopOf(known) ?? named ?? 'optout', unsureRows: null}
  if (rows === 'subscribers') return {format, everyRow: known, unsureRows: null}
  if (format !== null && isGuessedStop(format)) return {format, everyRow: known, unsureRows: stopOf(known)}
  return {format, everyRow: known, unsureRows: known === null && format?.id !== 'todoke' ? named : null}
}

/** Whether a file that is surely one of opt-outs is said to be one of subscribers. */
export function rowsContradict(format: ListFormat | null, rows: RowsAre | null): boolean {
  return rows === 'subscribers' && format !== null && format.sure && format.everyRow !== null
}

function isGuessedStop({sure, everyRow}: ListFormat): boolean {
  return !sure && stopOf(everyRow) !== null
}

function stopOf(state: RowState | null): StopReason | null {
  return state === 'unconfirmed' ? null : state
}

const NAMES: readonly (readonly [StopReason, RegExp])[] = [
  ['complaint', /complain|spam[ _-]?report|(^|[^a-z])(spam|abuse|fbl)([^a-z]|$)|苦情|クレーム|迷惑メール報告/],
  // A list that somebody has cleaned is another thing than the cleaned_members of Mailchimp; cleaned.csv may be either.
  [
    'bounce',
    /bounce|undeliver|^cleaned[^a-z]*(\.[a-z.]+)?$|(^|[^a-z])cleaned[ _-](members?|segment|audience|contacts?|email)|(^|[^a-z])(blocks?|invalid)([^a-z]|$)|不達|エラー|宛先不明|無効アドレス/,
  ],
  [
    'optout',
    /unsub|opt(ed)?[ _-]?outs?|suppress|(block|black)[ _-]?list|(do|please)[ _-]?not[ _-]?(e?mail|contact|send)|(^|[^a-z])(dnc|dne|dnm|nomail|no[ _-]mail)([^a-z]|$)|停止|解除|退会|脱会|解約|拒否|オプトアウト|ブラックリスト|除外|(配信|送信|メール)(不可|不要|ng)|abgemeldet|abbestell|abmeldung|d[eé]sabonn|d[eé]sinscri|dados? de baja|(^|[^a-z])bajas?([^a-z]|$)|수신거부|탈퇴|해지|退订|退訂|取消订阅|取消訂閱/,
  ],
]

/** What a file's own name says of those in it (unsubscribed.csv, 退会者.csv), or null. */
export function stopOfName(name: string): StopReason | null {
  const text = name.normalize('NFKC').toLowerCase()
  return NAMES.find(([, words]) => words.test(text))?.[0] ?? null
}
