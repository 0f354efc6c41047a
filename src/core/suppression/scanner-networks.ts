/**
 * Networks of machines that open the links of mails before their readers do. Known by the domain of their reverse names;
 * one that is missing here is only not marked.
 */
const SCANNERS: readonly string[] = [
  'protection.outlook.com',
  'pphosted.com',
  'ppe-hosted.com',
  'proofpoint.com',
  'mimecast.com',
  'barracuda.com',
  'barracudanetworks.com',
  'messagelabs.com',
  'symanteccloud.com',
  'iphmx.com',
  'fireeyecloud.com',
  'trendmicro.com',
  'trendmicro.eu',
  'hornetsecurity.com',
  'sophos.com',
  'forcepoint.net',
  'mailcontrol.com',
]

export function isScannerNetwork(network: string): boolean {
  return scannerOf(network) !== null
}

/** The domain of the scanner whose machine has that name; null = none that is known. */
export function scannerOf(network: string): string | null {
  const name = network.toLowerCase().replace(/\.$/, '')
  return SCANNERS.find((domain) => name === domain || name.endsWith(`.${domain}`)) ?? null
}
