/** Words that stand in a column where nothing is known; as a name they greet somebody as “Dear NULL”. */
import {isSheetError} from './sheet-errors.ts'

const STAND_INS: ReadonlySet<string> = new Set([
  ...['null', '(null)', '[null]', '<null>', '\\n', 'n/a', 'undefined', 'none', 'nil', 'nan', 'unknown'],
  ...['-', '--', '---', 'ー', '―', '—', '–', '・', '*', '?', '.', '/', 'x', 'xx', 'xxx'],
  ...['なし', '無し', 'ナシ', '無', '該当なし', '不明', '未設定', '未入力', '未記入', '未登録', '空欄', '名無し'],
])
/** Somebody may be called so. */
const NAMES: ReadonlySet<string> = new Set(['Null', 'X'])

/** value: of one column. */
export function isStandIn(value: string): boolean {
  if (value.length > 12 || NAMES.has(value)) return false
  return STAND_INS.has(value.trim().normalize('NFKC').toLowerCase()) || isSheetError(value)
}
