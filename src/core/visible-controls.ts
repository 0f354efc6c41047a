/** Characters that would steer a terminal, a log or the order of letters, as escapes that can be seen: ESC as \x1b. */

/** All but line ends and tabs; those that turn the direction of letters are among them. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** Line ends (\n) and tabs are kept. */
export function visibleControls(text: string): string {
  return text.replace(CONTROLS, (control) => {
    const code = control.charCodeAt(0)
    return code > 0xff ? `\\u${code.toString(16).padStart(4, '0')}` : `\\x${code.toString(16).padStart(2, '0')}`
  })
}
