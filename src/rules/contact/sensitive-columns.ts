/** Looks for columns of given categories of sensitive data. Says header and counts, never a value. */
import type {ColumnRule} from '../../core/lint/rule.ts'
import type {ColumnJudgement, SensitiveCategory} from '../../core/sensitive/column-judgement.ts'
import {kindsOf} from '../../core/sensitive/column-judgement.ts'

const column: ColumnJudgement = {
  index: 3,
  name: '既往歴',
  category: 'medical',
  strength: 'strong',
  by: 'header',
  filled: 120,
  matched: 0,
}

/** strength: 'strong' for columns that speak for themselves and hold something, 'weak' for those to be looked at. */
export const sensitiveColumns: ColumnRule<{
  readonly categories: readonly SensitiveCategory[]
  readonly strength: 'strong' | 'weak'
}> = {
  id: 'sensitive-columns',
  subject: 'columns',
  bad: [
    [column],
    [{...column, name: '備考', by: 'values', matched: 80}],
    [{...column, category: 'card', others: [{category: 'medical', strength: 'strong', by: 'values', matched: 80}]}],
  ],
  good: [
    [],
    [{...column, name: '会社名', category: null, strength: null, by: null}],
    [{...column, name: '備考', strength: 'weak', by: 'values', matched: 1}],
    [{...column, filled: 0}],
    [{...column, kept: {basis: 'consent', evidence: 'form of 2024-04-01'}}],
  ],
  check(columns, wanted, report) {
    for (const found of columns.flatMap(kindsOf)) {
      if (found.category === null || !wanted.categories.includes(found.category)) continue
      // A ground is recorded with the import; the audit's table of columns tells it.
      if (found.kept !== undefined) continue
      const weight = found.strength === 'strong' && found.filled > 0 ? 'strong' : 'weak'
      if (weight !== wanted.strength) continue
      report({
        key: `sensitive-columns.${wordsFor(found)}`,
        values: {
          ...{category: found.category, filled: found.filled, matched: found.matched},
          ...(found.shape !== undefined && {shape: found.shape}),
          ...found.ages,
        },
        column: found.name,
      })
    }
  },
}

function wordsFor({
  category,
  strength,
  by,
  filled,
  ages,
}: ColumnJudgement): 'empty' | 'header' | 'values' | 'weak' | 'needless' | 'minors' {
  if (filled === 0) return 'empty'
  if (strength === 'weak') return 'weak'
  // Lawful to hold without consent, but seldom needed (APPI art. 22).
  if (category === 'birthDate') return ages !== undefined && ages.under18 > 0 ? 'minors' : 'needless'
  return by === 'values' ? 'values' : 'header'
}
