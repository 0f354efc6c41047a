/** Values of messages that are words of ours, such as why: 'no-at', in the language; such words may tell other values. */
import type {Lang, MessageValues} from './text.ts'
import {isMessageKey, text} from './text.ts'

/** Where the words of a value stand; of all others under fault. */
const WORDS_OF: Readonly<Record<string, string>> = {
  what: 'mapping',
  category: 'category',
  reason: 'optout-reason',
}

/** shown: how a value that is no word of ours is written. */
export function inWords(
  values: MessageValues,
  lang: Lang,
  shown: (value: string) => string = (value) => value,
): MessageValues {
  const worded = (told: MessageValues): MessageValues =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        const key = `${WORDS_OF[name] ?? 'fault'}.${value}`
        if (isMessageKey(key)) return [name, text(lang, key, told)]
        // What is said in other places too goes by its whole name.
        if (name === 'why' && typeof value === 'string' && isMessageKey(value)) return [name, text(lang, value, told)]
        return [name, typeof value === 'string' ? shown(value) : value]
      }),
    )
  return worded(worded(values))
}
