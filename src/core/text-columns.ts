/** How wide a text is in half-width columns: a Japanese letter takes two (UAX 11). Good enough for subjects; no terminal's rules. */

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{1f000}-\u{1ffff}]|[\u{20000}-\u{3ffff}]/u
const NO_WIDTH = /\p{M}|\p{Cf}/u

export function textColumns(text: string): number {
  let columns = 0
  for (const char of text)
    if (char < '\u0300') columns += 1
    else if (!NO_WIDTH.test(char)) columns += WIDE.test(char) ? 2 : 1
  return columns
}
