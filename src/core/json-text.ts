/** JSON for people and files: what it means is that of JSON.stringify, and no character in it steers a terminal. */

/** What JSON.stringify leaves raw. */
const LEFT_RAW = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** Indented, ending in \n. */
export function jsonText(value: unknown): string {
  const json = JSON.stringify(value, null, 2)
  return `${json.replace(LEFT_RAW, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`
}
