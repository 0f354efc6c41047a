/** To whom a host belongs, as near as can be told without the list of public suffixes: example.co.jp for img.example.co.jp. */

const SECOND_LEVEL = /^(?:co|or|ne|ac|go|ad|ed|gr|lg|com|net|org|gov|edu|gob|nom)$/

/** The host's site in small letters; null for no web address, a host that a tag brings, or an address in numbers. */
export function siteOf(address: string): string | null {
  const [, host] =
    /^\s*(?:https?:)?\/\/(?:[^/?#@]*@)?([a-z\d-]+(?:\.[a-z\d-]+)+)\.?(?=[:/?#]|\s*$)/i.exec(address) ?? []
  if (host === undefined || /^[\d.]+$/.test(host)) return null
  const labels = host.toLowerCase().split('.')
  const isDeep = labels.length > 2 && labels.at(-1)!.length === 2 && SECOND_LEVEL.test(labels.at(-2)!)
  return labels.slice(isDeep ? -3 : -2).join('.')
}
