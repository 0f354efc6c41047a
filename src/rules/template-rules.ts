/** The rules that look at templates. */
import type {Rule} from '../core/lint/rule.ts'
import {fileRules} from './file-rules.ts'
import {linkRules} from './link-rules.ts'
import {mailRules} from './mail-rules.ts'
import {absoluteClaims} from './template/absolute-claims.ts'
import {adLabel} from './template/ad-label.ts'
import {adNamed} from './template/ad-named.ts'
import {companyDetails} from './template/company-details.ts'
import {complaintContact} from './template/complaint-contact.ts'
import {delayClaim} from './template/delay-claim.ts'
import {easyOptOut} from './template/easy-opt-out.ts'
import {fromSender} from './template/from-sender.ts'
import {hiddenLabel} from './template/hidden-label.ts'
import {knownNames} from './template/known-names.ts'
import {labelsAsText} from './template/labels-as-text.ts'
import {labelsVisible} from './template/labels-visible.ts'
import {mainPurpose} from './template/main-purpose.ts'
import {noticeAdjacent} from './template/notice-adjacent.ts'
import {noticeLanguages} from './template/notice-languages.ts'
import {optOutHref} from './template/opt-out-href.ts'
import {optOutLink} from './template/opt-out-link.ts'
import {optOutNotice} from './template/opt-out-notice.ts'
import {placeholderSender} from './template/placeholder-sender.ts'
import {postalAddress} from './template/postal-address.ts'
import {requestAdvertises} from './template/request-advertises.ts'
import {sellerItems} from './template/seller-items.ts'
import {senderName} from './template/sender-name.ts'
import {subjectDisguise} from './template/subject-disguise.ts'
import {templateSyntax} from './template/template-syntax.ts'
import {urgentSubject} from './template/urgent-subject.ts'
import {waivers} from './template/waivers.ts'
import {viewRules} from './view-rules.ts'

export const templateRules: readonly Rule[] = [
  senderName,
  optOutLink,
  optOutNotice,
  noticeAdjacent,
  postalAddress,
  complaintContact,
  labelsAsText,
  labelsVisible,
  knownNames,
  templateSyntax,
  hiddenLabel,
  optOutHref,
  ...fileRules,
  ...linkRules,
  ...mailRules,
  ...viewRules,
  waivers,
  absoluteClaims,
  adLabel,
  adNamed,
  companyDetails,
  delayClaim,
  easyOptOut,
  fromSender,
  mainPurpose,
  requestAdvertises,
  noticeLanguages,
  placeholderSender,
  sellerItems,
  subjectDisguise,
  urgentSubject,
]
