/** The rules that look at templates. */
import type {Rule} from '../core/lint/rule.ts'
import {attachmentTypes} from './template/attachment-types.ts'
import {complaintContact} from './template/complaint-contact.ts'
import {encodedWords} from './template/encoded-words.ts'
import {headerInjection} from './template/header-injection.ts'
import {hiddenLabel} from './template/hidden-label.ts'
import {knownNames} from './template/known-names.ts'
import {labelsAsText} from './template/labels-as-text.ts'
import {labelsVisible} from './template/labels-visible.ts'
import {lawNames} from './template/law-names.ts'
import {lineEnds} from './template/line-ends.ts'
import {listId} from './template/list-id.ts'
import {listUnsubscribe} from './template/list-unsubscribe.ts'
import {listUnsubscribePost} from './template/list-unsubscribe-post.ts'
import {noticeAdjacent} from './template/notice-adjacent.ts'
import {octetsPerLine} from './template/octets-per-line.ts'
import {oneClick} from './template/one-click.ts'
import {optOutHref} from './template/opt-out-href.ts'
import {optOutLink} from './template/opt-out-link.ts'
import {optOutNotice} from './template/opt-out-notice.ts'
import {partCharset} from './template/part-charset.ts'
import {pictureFiles} from './template/picture-files.ts'
import {postalAddress} from './template/postal-address.ts'
import {readable} from './template/readable.ts'
import {requiredHeaders} from './template/required-headers.ts'
import {senderName} from './template/sender-name.ts'
import {singleHeaders} from './template/single-headers.ts'
import {templateSyntax} from './template/template-syntax.ts'
import {transferEncoding} from './template/transfer-encoding.ts'
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
  attachmentTypes,
  encodedWords,
  headerInjection,
  lawNames,
  lineEnds,
  listId,
  listUnsubscribe,
  listUnsubscribePost,
  octetsPerLine,
  oneClick,
  partCharset,
  pictureFiles,
  readable,
  requiredHeaders,
  singleHeaders,
  transferEncoding,
  waivers,
]
