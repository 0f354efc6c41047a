/** The rules that look at what of a mail reaches its reader, and whom it shuts out. */
import type {Rule} from '../core/lint/rule.ts'
import {declaredCharset} from './template/declared-charset.ts'
import {documentLanguage} from './template/document-language.ts'
import {droppedElements} from './template/dropped-elements.ts'
import {formData} from './template/form-data.ts'
import {htmlSize} from './template/html-size.ts'
import {imageAlt} from './template/image-alt.ts'
import {optOutClipped} from './template/opt-out-clipped.ts'
import {thirdPartyPixel} from './template/third-party-pixel.ts'
import {tickedBox} from './template/ticked-box.ts'

export const viewRules: readonly Rule[] = [
  optOutClipped,
  htmlSize,
  imageAlt,
  documentLanguage,
  declaredCharset,
  droppedElements,
  thirdPartyPixel,
  tickedBox,
  formData,
]
