/** Tags that a finished mail should not hold any more: only marks and names that sending systems use for certain. */
import {anyOf} from '../find-phrases.ts'

/** Names of what is filled in, in small letters, without _ - . : and blanks. */
const NAMES =
  '(?:(?:contact|subscriber|recipient|customer|user|person|lead|member|profile)[._: ]?)?(?:f|l|first|last|full|given|family|user|company|sender|customer|contact|recipient)?[_. -]?(?:name|email|e[_-]?mail|emailaddr(?:ess)?|company|address|salutation|coupon(?:[_ -]?code)?)|(?:氏|会社|お|顧客|担当者)?名(?:前)?|姓|会社|メールアドレス|unsub(?:scribe)?[\\w.:-]{0,40}|list:[\\w:]{1,40}|update_profile|mirror|archive|view_?in_?browser[\\w]{0,20}|webversion'
const FORMATS = '(?:\\s{0,3}\\|[^{}|\\n]{0,60})?'

const LEFT_OVER_TAGS = [
  // Mailchimp's marks stand for nothing else.
  '\\*\\|[A-Z][A-Z0-9:_]{1,40}\\|\\*',
  `\\{\\{\\{?\\s{0,3}(?:${NAMES})${FORMATS}\\s{0,3}\\}?\\}\\}`,
  `%%\\s?(?:${NAMES})\\s?%%`,
  `\\[\\[\\s?(?:${NAMES})\\s?\\]\\]`,
  `##\\s?(?:${NAMES})\\s?##`,
  `<%=?\\s{0,3}(?:${NAMES}|asm_\\w{1,30}_raw_url)\\s{0,3}%>`,
  `\\[%\\s{0,3}(?:${NAMES})\\s{0,3}%\\]`,
  '\\{%-?\\s{0,3}unsubscribe\\w{0,30}\\s{0,3}-?%\\}',
  `(?<![\\w$])\\$\\{(?:${NAMES})\\}`,
]

export const LEFT_OVER_TAG = anyOf({tags: LEFT_OVER_TAGS})
