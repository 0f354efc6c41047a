/** The page docs/accuracy/sensitive-data.md, out of the scores. */
import type {Score} from './sensitive-accuracy.ts'
import {precisionOf, recallOf} from './sensitive-accuracy.ts'
import {KINDS_OF_TYPE, OUT_OF_SCOPE} from './sensitive-types.ts'

export function accuracyPage(groups: {
  readonly underHeaders: readonly Score[]
  readonly withoutHeaders: readonly Score[]
  readonly columns: readonly Score[]
  readonly named: readonly Score[]
  readonly others: readonly Score[]
}): string {
  const {underHeaders, withoutHeaders, columns, named, others} = groups
  return [
    '# Recognising sensitive data',
    '',
    'Made by `UPDATE_ACCURACY=1 npx vitest run test/accuracy/sensitive-data.test.ts`, from test material of other projects; a test holds that',
    'this page is current. TP: found and meant to be; FP: found and not meant to be; TN, FN: not found, likewise.',
    'The recognisers were written with these cases in view: the figures show that nothing gets lost again, and not how',
    'often other lists are judged right. For that there are thirty and more ordinary lists of our own invention',
    '(`test/support/ordinary-lists.ts`), in which nothing may be found.',
    '',
    '## Cells under a header that names the type',
    '',
    'microsoft/presidio, tables of its recognisers’ tests. Each case is one cell; the header says which type it is.',
    '',
    tableOf(underHeaders, (type) => `${type} (\`${KINDS_OF_TYPE[type]}\`)`),
    '',
    '## Cells without a header that helps',
    '',
    'microsoft/presidio-research (100 sentences), hsaito/MyNumber.NET (whole cells), baneido/jp-pii-detector (lines).',
    '',
    tableOf(withoutHeaders, (type) => type),
    '',
    '## Column names, values and a table',
    '',
    'tokern/piicatcher. Its values for CreditCard are left out: upstream passes none of them, and none passes Luhn.',
    '',
    tableOf(columns, (type) => type),
    '',
    '## Whole columns by their names',
    '',
    'Names that lists of many countries give such columns, over the numbers of the first table, and names of ordinary',
    'columns that come close (`test/support/number-headers.ts`), through the whole judge. The names were written first;',
    'the words the judge knows were then completed with these in view.',
    '',
    tableOf(named, (type) => type),
    '',
    '## Misses and false finds',
    '',
    'Digits and what stands with them are masked.',
    '',
    missesOf([...underHeaders, ...withoutHeaders, ...columns, ...named, ...others]),
    '',
    '## Types that are not looked for',
    '',
    'Their cases as cells under a header that says nothing: how many there are, and how many are taken for sensitive.',
    '',
    '| type | cases | taken for sensitive | why it is not looked for |',
    '|---|--:|--:|---|',
    ...others.map(
      ({type, cases, falsePositives}) => `| ${type} | ${cases} | ${falsePositives} | ${OUT_OF_SCOPE[type]} |`,
    ),
    '',
  ].join('\n')
}

function tableOf(scores: readonly Score[], nameOf: (type: string) => string): string {
  return [
    '| type | cases | TP | FP | TN | FN | precision | recall |',
    '|---|--:|--:|--:|--:|--:|--:|--:|',
    ...scores.map((score) => {
      const {type, cases, truePositives, falsePositives, trueNegatives, falseNegatives} = score
      const shares = [precisionOf(score).toFixed(3), recallOf(score).toFixed(3)]
      return `| ${[nameOf(type), cases, truePositives, falsePositives, trueNegatives, falseNegatives, ...shares].join(' | ')} |`
    }),
  ].join('\n')
}

function missesOf(scores: readonly Score[]): string {
  const rows = scores.flatMap(({type, wrong}) =>
    wrong.map(({what, masked, reason}) => `| ${type} | ${what} | \`${masked}\` | ${reason ?? 'counted above'} |`),
  )
  return rows.length === 0 ? 'None.' : ['| type | what | text | reason |', '|---|---|---|---|', ...rows].join('\n')
}
