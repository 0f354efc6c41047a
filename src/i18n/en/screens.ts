/** English texts that several screens share. */
export const screens = {
  'finding.count.rows': '({count} {count:row|rows})',
  'finding.sample.row': 'row {row}',
  'finding.count': '({count} {count:contact|contacts})',
  'severity.error': 'error',
  'severity.warning': 'warning',
  'severity.info': 'note',
} as const
