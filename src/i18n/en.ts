/** All English texts, one file per area. The keys here are the keys of every language. */
import {audit} from './en/audit.ts'
import {demo} from './en/demo.ts'
import {errors} from './en/errors.ts'
import {help} from './en/help.ts'
import {lint} from './en/lint.ts'
import {lists} from './en/lists.ts'
import {listsOut} from './en/lists-out.ts'
import {mapping} from './en/mapping.ts'
import {report} from './en/report.ts'
import {screens} from './en/screens.ts'
import {segments} from './en/segments.ts'
import {sending} from './en/sending.ts'
import {settings} from './en/settings.ts'

export const en = {
  ...errors,
  ...help,
  ...screens,
  ...settings,
  ...lists,
  ...listsOut,
  ...mapping,
  ...audit,
  ...lint,
  ...segments,
  ...sending,
  ...report,
  ...demo,
} as const
