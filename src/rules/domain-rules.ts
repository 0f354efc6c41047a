/** The rules that look at what DNS says of a sending domain. */
import type {Rule} from '../core/lint/rule.ts'
import {bimi} from './domain/bimi.ts'
import {bulkAuth} from './domain/bulk-auth.ts'
import {dkimKey} from './domain/dkim-key.ts'
import {dkimLength} from './domain/dkim-length.ts'
import {dkimRsa} from './domain/dkim-rsa.ts'
import {dkimTesting} from './domain/dkim-testing.ts'
import {dmarcAlignment} from './domain/dmarc-alignment.ts'
import {dmarcEnforced} from './domain/dmarc-enforced.ts'
import {dmarcObsoleteTags} from './domain/dmarc-obsolete-tags.ts'
import {dmarcRecord} from './domain/dmarc-record.ts'
import {dmarcReports} from './domain/dmarc-reports.ts'
import {dmarcRua} from './domain/dmarc-rua.ts'
import {dmarcTags} from './domain/dmarc-tags.ts'
import {mailDomain} from './domain/mail-domain.ts'
import {mtaSts} from './domain/mta-sts.ts'
import {mxTargets} from './domain/mx-targets.ts'
import {nullMx} from './domain/null-mx.ts'
import {ownDomain} from './domain/own-domain.ts'
import {spfEnding} from './domain/spf-ending.ts'
import {spfLookups} from './domain/spf-lookups.ts'
import {spfOpen} from './domain/spf-open.ts'
import {spfRecord} from './domain/spf-record.ts'
import {tlsReport} from './domain/tls-report.ts'

export const domainRules: readonly Rule[] = [
  mailDomain,
  nullMx,
  mxTargets,
  ownDomain,
  spfRecord,
  spfLookups,
  spfOpen,
  spfEnding,
  dkimKey,
  dkimLength,
  dkimTesting,
  dkimRsa,
  dmarcRecord,
  dmarcObsoleteTags,
  dmarcTags,
  dmarcAlignment,
  dmarcReports,
  dmarcRua,
  dmarcEnforced,
  bulkAuth,
  mtaSts,
  tlsReport,
  bimi,
]
