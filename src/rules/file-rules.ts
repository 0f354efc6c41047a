/** The rules that look at files: whether they can be read, and how a finished mail is written. */
import type {Rule} from '../core/lint/rule.ts'
import {attachmentTypes} from './template/attachment-types.ts'
import {encodedWords} from './template/encoded-words.ts'
import {headerForm} from './template/header-form.ts'
import {headerInjection} from './template/header-injection.ts'
import {lawNames} from './template/law-names.ts'
import {lineEnds} from './template/line-ends.ts'
import {listId} from './template/list-id.ts'
import {listUnsubscribe} from './template/list-unsubscribe.ts'
import {listUnsubscribePost} from './template/list-unsubscribe-post.ts'
import {octetsPerLine} from './template/octets-per-line.ts'
import {oneClick} from './template/one-click.ts'
import {partCharset} from './template/part-charset.ts'
import {pictureFiles} from './template/picture-files.ts'
import {readable} from './template/readable.ts'
import {recipientDisclosure} from './template/recipient-disclosure.ts'
import {requiredHeaders} from './template/required-headers.ts'
import {singleHeaders} from './template/single-headers.ts'
import {transferEncoding} from './template/transfer-encoding.ts'

export const fileRules: readonly Rule[] = [
  attachmentTypes,
  encodedWords,
  headerForm,
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
  recipientDisclosure,
  requiredHeaders,
  singleHeaders,
  transferEncoding,
]
