/** The purposes that a consent names, one or several in one text. */
import {foldWord} from '../contacts/fold-word.ts'
import {remember} from '../contacts/remember.ts'

/** Folded for comparison. Of a text with several, parted by commas, 、 ; | or written as a JSON array. */
export const purposesOf: (text: string) => ReadonlySet<string> = remember(
  (text) =>
    new Set(
      text
        .split(/[,;|\n、；，・[\]"]+/u)
        .map(foldWord)
        .filter((name) => name !== ''),
    ),
)
