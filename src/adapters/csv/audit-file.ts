/** A CSV file as an audit sees it, without a workspace: contacts by row number, columns judged over every row. */

import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {ContactCase} from '../../core/contacts/contact-case.ts'
import type {ColumnJudgement, SensitiveCategory} from '../../core/sensitive/column-judgement.ts'
import {fateOf} from '../../core/sensitive/column-judgement.ts'
import {startColumnJudge} from '../../core/sensitive/judge-columns.ts'
import {maskAddress} from '../../core/sensitive/mask.ts'
import {AppError} from '../../errors.ts'
import {planList} from './plan-list.ts'
import {readDrafts} from './read-list.ts'

export interface AuditFileAsk {
  readonly file: string
  readonly encoding: 'utf-8' | 'cp932' | null
  readonly map: readonly string[]
  readonly audienceCountry: string
  readonly offsetMinutes: number
  readonly asOf: number
}

/** columns and leftOut are complete once contacts has ended. Throws FILE_*, ENCODING_UNSURE, MAPPING_INVALID. */
export async function auditFile(ask: AuditFileAsk) {
  const plan = await planList({file: ask.file, encoding: ask.encoding, delimiter: null, map: ask.map})
  const [fault] = plan.mappingFaults
  if (fault)
    throw new AppError('MAPPING_INVALID', {
      given: fault.given,
      what: fault.what,
      columns: plan.mapping.map((column) => column.header).join(', '),
      fields: '',
    })
  const judge = startColumnJudge(plan.mapping.map((column) => column.header))
  let unread = 0

  async function* contacts(): AsyncGenerator<readonly {label: string; case: ContactCase}[]> {
    const folder = await mkdtemp(join(tmpdir(), 'todoke-audit-'))
    try {
      const rejects = join(folder, 'rejects.csv')
      for await (const {drafts, chunk, rejected} of readDrafts({
        plan,
        basis: null,
        purpose: null,
        offsetMinutes: ask.offsetMinutes,
        rejectsFile: rejects,
      })) {
        for (const count of Object.values(rejected)) unread += count
        const spans = chunk.spans()
        yield drafts.map(({draft, record}) => {
          judge.see(chunk.records[record]!)
          return {
            label: `row ${spans[record]!.line}: ${maskAddress(draft.address.address)}`,
            case: {
              country: draft.country ?? ask.audienceCountry,
              consents: draft.consent === null ? [] : [draft.consent],
              asOf: ask.asOf,
            },
          }
        })
      }
    } finally {
      await rm(folder, {recursive: true, force: true})
    }
  }

  return {
    contacts: contacts(),
    columns: (): readonly ColumnJudgement[] =>
      judge.result().map(asAttribute(plan.mapping.map((column) => column.field))),
    leftOut: () => ({columns: [] as {name: string; category: SensitiveCategory}[], rows: unread}),
  }
}

/** A column with a meaning of its own (an address, a date of consent) is not judged as sensitive data. */
function asAttribute(fields: readonly string[]) {
  return (column: ColumnJudgement): ColumnJudgement =>
    fields[column.index] === 'attribute' || fateOf(column) !== 'store'
      ? column
      : {...column, category: null, strength: null, by: null}
}
