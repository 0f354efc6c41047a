/** Where templates of other systems become ours before a test sends them; those that need it are left as they are for now. */
export function converted(source: string): string {
  return source
}

/** Tags of other systems, which would be sent out raw. */
export const FOREIGN_TAGS = /\*\|[^|\n]+\|\*|%%\w+%%|\[\[[^\]\n]+\]\]|<%|\{%|\[%[^%\n]+%\]/
