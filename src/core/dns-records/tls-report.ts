/** The record that says where reports on failed TLS go. Source: RFC 8460 section 3. */
import {readTagList} from './tag-list.ts'

/** Those of the TXT records under _smtp._tls that count. */
export function tlsReportAmong(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => /^v=TLSRPTv1(?:[ \t]*;|$)/.test(text))
}

/** True where rua= names at least one mailto: or https: address, and nothing else. */
export function namesReportPlace(text: string): boolean {
  const places = (readTagList(text).tags.get('rua') ?? '').split(',').map((each) => each.trim())
  return places.every((each) => /^(?:mailto:[^@\s]+@[^@\s]+|https:\/\/\S+)$/i.test(each))
}
