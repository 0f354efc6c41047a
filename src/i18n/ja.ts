/** All Japanese texts, one file per area; each area has exactly the keys of its English twin. */
import {api} from './ja/api.ts'
import {audit} from './ja/audit.ts'
import {auditReport} from './ja/audit-report.ts'
import {consentRules} from './ja/consent-rules.ts'
import {consents} from './ja/consents.ts'
import {contacts} from './ja/contacts.ts'
import {convert} from './ja/convert.ts'
import {demo} from './ja/demo.ts'
import {detached} from './ja/detached.ts'
import {dkim} from './ja/dkim.ts'
import {doctor} from './ja/doctor.ts'
import {domainRules} from './ja/domain-rules.ts'
import {errors} from './ja/errors.ts'
import {filled} from './ja/filled.ts'
import {help} from './ja/help.ts'
import {laws} from './ja/laws.ts'
import {links} from './ja/links.ts'
import {lint} from './ja/lint.ts'
import {lintFiles} from './ja/lint-files.ts'
import {lintWays} from './ja/lint-ways.ts'
import {lists} from './ja/lists.ts'
import {listsOut} from './ja/lists-out.ts'
import {mailParts} from './ja/mail-parts.ts'
import {mailWords} from './ja/mail-words.ts'
import {mailboxes} from './ja/mailboxes.ts'
import {mapping} from './ja/mapping.ts'
import {previews} from './ja/previews.ts'
import {probes} from './ja/probes.ts'
import {report} from './ja/report.ts'
import {screens} from './ja/screens.ts'
import {segments} from './ja/segments.ts'
import {sending} from './ja/sending.ts'
import {serve} from './ja/serve.ts'
import {settings} from './ja/settings.ts'
import {suppression} from './ja/suppression.ts'
import {templateFolder} from './ja/template-folder.ts'
import {views} from './ja/views.ts'

export const ja = {
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
