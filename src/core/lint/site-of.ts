/** To whom the host of an address belongs, as near as can be told: example.co.jp for https://img.example.co.jp/a.png. */
import {organisationDomain} from './organisation-domain.ts'

/** The host's site in small letters; null for no web address, a host that a tag brings, or an address in numbers. */
export function siteOf(address: string): string | null {
  const [, host] =
    /^\s*(?:https?:)?\/\/(?:[^/?#@]*@)?([a-z\d-]+(?:\.[a-z\d-]+)+)\.?(?=[:/?#]|\s*$)/i.exec(address) ?? []
  return host === undefined || /^[\d.]+$/.test(host) ? null : organisationDomain(host)
}
