/** Values put into the slots of a sentence, {name} by name. What is put in is never looked into for further slots. */
export function filledText(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}
