/** The settings of a workspace (todoke.yaml) after checking: what flows get. Nothing in it changes every week. */
import type {FileLimits} from './contacts/file-limits.ts'
import type {DeclaredFacts, Origin} from './laws/declared-facts.ts'
import type {SignUpSettings} from './serving/sign-up-settings.ts'

export interface Settings {
  readonly sender: {
    /** Legal name, e.g. 株式会社サンプル. */
    readonly name: string
    readonly address: string
    /** Phone, mail address or URL for complaints. */
    readonly contact: string
    readonly from: {readonly name: string; readonly address: string}
    readonly replyTo: string | null
  }
  readonly optOut: {
    /** https address under which `serve` answers; the token is added as a last path segment. */
    readonly url: string
    readonly mailto: string
    /** Whether each plan proves the address first; not said = no. */
    readonly probe?: boolean
    /** The server without the list that journals opt-outs to be pulled; null or not said = none. */
    readonly detached?: DetachedSetting | null
  }
  /** The server for opt-outs. */
  readonly serve: {
    readonly address: string
    readonly port: number
    /** Files in PEM; null = plain HTTP, for a proxy in front. */
    readonly tls: {readonly certFile: string; readonly keyFile: string} | null
    /** Addresses and networks whose X-Forwarded-For is believed. */
    readonly trustedProxies: readonly string[]
    /** Addresses and networks that get figures. */
    readonly metricsFrom: readonly string[]
    /** Ids of token keys whose links no longer work. */
    readonly revokedKeys: readonly string[]
    /** Mail services that tell of opt-outs; null or not said = none does. */
    readonly hooks?: HookSettings | null
    /** Whether the reverse names of those who opt out are asked for, so that the report can mark scanners. */
    readonly lookUpScanners?: boolean
    /** Where a reader can sign up anew; null = nowhere. */
    readonly signUpUrl: string | null
    readonly limits: {
      readonly connections: number
      /** Requests per second, of one client and of all. */
      readonly perClient: number
      readonly overall: number
    }
  }
  readonly signUp: SignUpSettings
  readonly relay: {
    readonly host: string
    readonly port: number
    readonly tls: 'implicit' | 'starttls' | 'none'
    readonly user: string | null
    /** Where the password comes from; never the password. */
    readonly passwordFile: string | null
    readonly passwordEnv: string | null
    readonly clientName: string
    readonly connections: number
    /** Headers that the relay writes anew, by name; no signature of ours covers them. */
    readonly rewrites: readonly string[]
    /** Whether the relay may be given bodies in 8 bits (8BITMIME). */
    readonly eightBit: boolean
  }
  /** Keys that sign every mail; empty = the relay signs, or nobody. */
  readonly dkim: readonly DkimSetting[]
  /** Takes bounces: an address to which a mark of each mail is added before the @; null = the From address. */
  readonly bounces: {readonly address: string} | null
  /** Where receivers report complaints (CFBL-Address, RFC 9477); null = not asked for. */
  readonly complaints: {readonly cfbl: string} | null
  readonly laws: readonly string[]
  /** ISO 3166 alpha-2 of the audience where the list says none; null = not declared. */
  readonly audienceCountry: string | null
  /** What only a person can know (rulebook 0.3). */
  readonly facts: DeclaredFacts
  /** Where lists came from, by name of the list. */
  readonly listOrigins: Readonly<Record<string, Origin>>
  /** File with the domains of the FCC's wireless list, one a line, relative to the workspace; null = none. */
  readonly wirelessDomains: string | null
  /** What data was collected for: name and the notice that was shown. */
  readonly purposes: readonly {readonly name: string; readonly notice: string}[]
  readonly limits: {
    /** Mails per second over the whole send; null = as fast as the relay takes them. */
    readonly perSecond: number | null
    /** Bounds on the audience for unattended sends; null = a real send asks for --confirm. */
    readonly unattended: {readonly min: number; readonly max: number} | null
    readonly files: FileLimits
  }
  /** Path of the store, relative to the workspace. */
  readonly store: string
}

/** A service without a key has no address at the server. Secrets come from a file or a variable, never from here. */
export interface HookSettings {
  readonly mailgun: SecretPlace | null
  readonly sendgrid: {readonly publicKey: string} | null
  /** NAME:PASSWORD. */
  readonly postmark: SecretPlace | null
  readonly mailchimp: SecretPlace | null
  readonly ses: {readonly certFile: string; readonly topic: string} | null
}

export interface SecretPlace {
  readonly keyFile: string | null
  readonly keyEnv: string | null
}

export interface DetachedSetting {
  /** Where it answers, without a slash at the end. */
  readonly url: string
  /** A plan or run without a pull that is younger is refused. */
  readonly maxAgeMinutes: number
  /** Where the secret comes from, never the secret; both null = the file in `.todoke/keys`. */
  readonly keyFile: string | null
  readonly keyEnv: string | null
}

export interface DkimSetting {
  /** A-label in lower case. */
  readonly domain: string
  readonly selector: string
  /** Relative to the workspace, or a full path. */
  readonly keyFile: string
  /** Whether the record in DNS is compared before each run. */
  readonly lookUp: boolean
}
