/** The rules that look at how a mail is made up: its tags, its parts beside each other, sizes and lengths. */
import type {Rule} from '../core/lint/rule.ts'
import {charsetCharacters} from './template/charset-characters.ts'
import {longLines} from './template/long-lines.ts'
import {mailSize} from './template/mail-size.ts'
import {partEmpty} from './template/part-empty.ts'
import {partsDiffer} from './template/parts-differ.ts'
import {pictureCount} from './template/picture-count.ts'
import {pictureOnly} from './template/picture-only.ts'
import {preheaderLength} from './template/preheader-length.ts'
import {subjectLength} from './template/subject-length.ts'
import {tagFallback} from './template/tag-fallback.ts'
import {tagInComment} from './template/tag-in-comment.ts'
import {tagInWord} from './template/tag-in-word.ts'
import {textPart} from './template/text-part.ts'

export const mailRules: readonly Rule[] = [
  tagFallback,
  tagInComment,
  tagInWord,
  subjectLength,
  preheaderLength,
  textPart,
  partEmpty,
  partsDiffer,
  pictureOnly,
  pictureCount,
  mailSize,
  longLines,
  charsetCharacters,
]
