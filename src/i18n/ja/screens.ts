/** Japanese texts that several screens share. Same keys as the English file (the type holds that). */
import type {screens as en} from '../en/screens.ts'

export const screens: Readonly<Record<keyof typeof en, string>> = {
  'finding.count.rows': '（{count} 行）',
  'finding.sample.row': '行 {row}',
  'finding.count': '（{count} 件）',
  'severity.error': 'エラー',
  'severity.warning': '警告',
  'severity.info': '参考',
}
