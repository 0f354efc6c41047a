/** Merge tags of sending systems (rulebook G.9). */
import {anyOf} from '../find-phrases.ts'

/** A tag that the named systems replace by an opt-out address or link; `{{unsubscribe_url}}` is our own. */
const OPT_OUT_TAGS = [
  '(?:\\*\\||\\*%7C)UNSUB(?:SCRIBE)?(?:\\|\\*|%7C\\*)',
  '(?:<|&lt;)%\\s{0,5}asm_\\w{1,40}_raw_url\\s{0,5}%(?:>|&gt;|$)',
  '\\{\\{\\{?\\s{0,5}[$\\w.:{}]{0,60}(?:unsub(?:scribe)?|opt_?out)[\\w.:}]{0,60}(?:\\s{1,5}[.\\w\'"|]{1,40}){0,4}\\s{0,5}\\}?\\}\\}',
  '\\{%-?\\s{0,5}unsubscribe\\w{0,40}[^%]{0,80}%\\}',
  // A bracketed word before an address is a label, not a tag.
  '\\[\\[?\\s{0,5}[\\w:]{0,40}(?:unsub(?:scribe)?|remove)\\w{0,40}\\s{0,5}\\]\\]?(?!\\s{0,5}[:(]?\\s{0,5}(?:https?:|mailto:|\\{\\{))',
  '\\[%\\s{0,5}Unsubscribe\\.\\w{1,40}\\s{0,5}%\\]',
  '%{1,2}[\\w-]{0,40}(?:unsub(?:scribe)?|cancelurl|optout)[\\w-]{0,40}%{1,2}',
  '##\\s{0,5}\\w{0,40}(?:unsub(?:scribe)?|optout)\\w{0,40}\\s{0,5}##',
  '\\{[$!]\\s{0,5}\\w{0,40}(?:unsub(?:scribe)?|remove_web)\\w{0,40}\\s{0,5}\\}',
  '(?<!\\{)\\{(?:unsubscribe_(?:text|url)|dnc_url)\\}(?!\\})',
  '<unsubscribe\\b[^>]{0,300}>',
  '\\$%unsubscribe%\\$',
  // Placeholders in Japanese: [配信停止リンク], {{解除URL}}.
  '[\\[{%<]{1,3}\\s?[^\\]}%>\\s]{0,12}(?:配信停止|停止|解除|退会|オプトアウト)[^\\]}%>\\s]{0,12}(?:リンク|URL|ＵＲＬ|アドレス)\\s?[\\]}%>]{1,3}',
]

/** Tags of other systems, whatever they stand for; `{{…}}` is ours and judged by name. */
const FOREIGN_TAGS = [
  '\\*\\|[A-Z0-9:_]+\\|\\*',
  '\\{%[^%]{1,80}%\\}',
  '%%(?=[\\w =.-]*[a-z])[\\w =.-]{2,40}%%',
  '\\[\\[(?=[\\w:]*[a-z])[\\w:]{2,40}\\]\\]',
  '##(?=[\\w-]*[a-z])[\\w-]{2,40}##',
  '<%[^%]{1,60}%>',
  '\\[%[^%]{1,60}%\\]',
]

export const OPT_OUT_TAG = anyOf({tags: OPT_OUT_TAGS})

/** Opt-out tags with marks that are not ours. */
const FOREIGN_OPT_OUT_TAGS = OPT_OUT_TAGS.filter((tag) => !tag.startsWith('\\{\\{'))

export const FOREIGN_TAG = anyOf({tags: [...FOREIGN_TAGS, ...FOREIGN_OPT_OUT_TAGS]})

/** Any tag as it may stand in an address, ours and those of other systems. */
export const ANY_TAG = anyOf({
  tags: [
    '\\{\\{\\$\\{[^{}]{1,100}\\}[^{}]{0,100}\\}\\}',
    '\\{\\{\\{?[^{}]{0,200}\\}?\\}\\}',
    '\\*%7C[^%\\s]{1,80}%7C\\*',
    ...FOREIGN_TAGS,
    ...FOREIGN_OPT_OUT_TAGS,
    '%[A-Za-z][\\w.-]{2,60}%',
    '\\$?\\{[$!]?[A-Za-z_][\\w.=|-]{0,80}\\}',
    '\\[[A-Za-z_]\\w{1,40}\\]',
  ],
})
