/** The part of a host that one organisation registers: shop.example.co.jp and mail.example.co.jp are of one. */

/** Second levels under which countries register names; a guess by form where a list of all would be long. */
const SECOND_LEVEL = /^(?:co|or|ne|ac|ad|ed|go|gr|lg|com|net|org|gov|edu|ltd|plc|me|re|pe|gob|nom)$/

/** host: lower case or not, with or without a dot at the end. */
export function organisationDomain(host: string): string {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.')
  const [second = '', top = ''] = labels.slice(-2)
  const count = top.length === 2 && SECOND_LEVEL.test(second) ? 3 : 2
  return labels.slice(-count).join('.')
}
