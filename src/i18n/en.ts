/** All English texts, one file per area. The keys here are the keys of every language. */
import {api} from './en/api.ts'
import {audit} from './en/audit.ts'
import {auditReport} from './en/audit-report.ts'
import {consentRules} from './en/consent-rules.ts'
import {consents} from './en/consents.ts'
import {contacts} from './en/contacts.ts'
import {convert} from './en/convert.ts'
import {demo} from './en/demo.ts'
import {detached} from './en/detached.ts'
import {dkim} from './en/dkim.ts'
import {doctor} from './en/doctor.ts'
import {domainRules} from './en/domain-rules.ts'
import {errors} from './en/errors.ts'
import {filled} from './en/filled.ts'
import {help} from './en/help.ts'
import {laws} from './en/laws.ts'
import {links} from './en/links.ts'
import {lint} from './en/lint.ts'
import {lintFiles} from './en/lint-files.ts'
import {lintWays} from './en/lint-ways.ts'
import {lists} from './en/lists.ts'
import {listsOut} from './en/lists-out.ts'
import {mailParts} from './en/mail-parts.ts'
import {mailWords} from './en/mail-words.ts'
import {mailboxes} from './en/mailboxes.ts'
import {mapping} from './en/mapping.ts'
import {previews} from './en/previews.ts'
import {probes} from './en/probes.ts'
import {report} from './en/report.ts'
import {screens} from './en/screens.ts'
import {segments} from './en/segments.ts'
import {sending} from './en/sending.ts'
import {serve} from './en/serve.ts'
import {settings} from './en/settings.ts'
import {suppression} from './en/suppression.ts'
import {templateFolder} from './en/template-folder.ts'
import {views} from './en/views.ts'

export const en = {
  ...errors,
  ...help,
  ...screens,
  ...serve,
  ...detached,
  ...api,
  ...settings,
  ...lists,
  ...listsOut,
  ...suppression,
  ...mailboxes,
  ...mapping,
  ...audit,
  ...auditReport,
  ...consentRules,
  ...consents,
  ...contacts,
  ...laws,
  ...lint,
  ...lintFiles,
  ...links,
  ...filled,
  ...mailParts,
  ...lintWays,
  ...views,
  ...mailWords,
  ...templateFolder,
  ...segments,
  ...sending,
  ...dkim,
  ...domainRules,
  ...doctor,
  ...previews,
  ...probes,
  ...report,
  ...convert,
  ...demo,
} as const
