/** Looks for columns of マイナンバー (individual numbers), by header or by check digits. Never says a number. */
import type {ColumnRule} from '../../core/lint/rule.ts'
import type {ColumnJudgement} from '../../core/sensitive/column-judgement.ts'
import {kindsOf} from '../../core/sensitive/column-judgement.ts'

const column: ColumnJudgement = {
  index: 4,
  name: 'マイナンバー',
  category: 'mynumber',
  strength: 'strong',
  by: 'both',
  filled: 4,
  matched: 4,
}

/** strength: 'strong' for a header or a majority of at least twenty cells, 'weak' for single numbers that pass. */
export const mynumberColumn: ColumnRule<{readonly strength: 'strong' | 'weak'}> = {
  id: 'mynumber-column',
  subject: 'columns',
  bad: [
    [column],
    [{...column, filled: 0, matched: 0, by: 'header'}],
    [{...column, name: '番号', by: 'values', filled: 40, matched: 39}],
    [{...column, category: 'medical', others: [{category: 'mynumber', strength: 'strong', by: 'values', matched: 3}]}],
  ],
  good: [
    [],
    [{...column, name: '整理番号', strength: 'weak', by: 'values', filled: 100, matched: 10}],
    [{...column, name: '法人番号', category: null, strength: null, by: null, matched: 0}],
  ],
  check(columns, wanted, report) {
    for (const {category, strength, by, filled, matched, name} of columns.flatMap(kindsOf)) {
      if (category !== 'mynumber' || strength !== wanted.strength) continue
      const words = strength === 'weak' ? 'some' : by === 'values' ? 'values' : 'header'
      report({key: `mynumber-column.${words}`, values: {filled, matched}, column: name})
    }
  },
}
