/** The rules that look at templates. */
import type {Rule} from '../core/lint/rule.ts'
import {linkRules} from './link-rules.ts'
import {mailRules} from './mail-rules.ts'
import {complaintContact} from './template/complaint-contact.ts'
import {hiddenLabel} from './template/hidden-label.ts'
import {knownNames} from './template/known-names.ts'
import {labelsAsText} from './template/labels-as-text.ts'
import {labelsVisible} from './template/labels-visible.ts'
import {noticeAdjacent} from './template/notice-adjacent.ts'
import {optOutHref} from './template/opt-out-href.ts'
import {optOutLink} from './template/opt-out-link.ts'
import {optOutNotice} from './template/opt-out-notice.ts'
import {postalAddress} from './template/postal-address.ts'
import {senderName} from './template/sender-name.ts'
import {templateSyntax} from './template/template-syntax.ts'
import {waivers} from './template/waivers.ts'

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
  ...linkRules,
  ...mailRules,
  waivers,
]
