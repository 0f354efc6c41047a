/** One header of a mail as a line of the screen. */

/** The signature itself, b=, spaces in it as the folding left them; bh= is a hash that can be compared by eye. */
const SIGNATURE = /(?<=;\s*b=\s*)[A-Za-z0-9+/=\s]{40,}/
const SHOWN = 16

/** Name and value; of a signature by DKIM the beginning, since nobody reads on and it fills the screen. */
export function headerLine(name: string, value: string): string {
  if (name.toLowerCase() !== 'dkim-signature') return `${name}: ${value}`
  return `${name}: ${value.replace(SIGNATURE, (signature) => `${signature.replace(/\s/g, '').slice(0, SHOWN)}…`)}`
}
