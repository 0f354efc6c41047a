/** Sign-up forms as the settings name them, and what holds for all of them. */

/** What is asked beside the address; kept as an attribute under its name. */
export interface FormField {
  readonly name: string
  /** As the reader sees it. */
  readonly label: string
  readonly isRequired: boolean
}

export interface SignUpForm {
  /** The last part of its address: /f/NAME. */
  readonly name: string
  /** Heading; null = that of the page's language. */
  readonly title: string | null
  /** The list people come on. */
  readonly list: string
  /** Name of the text in the consent record that is shown. */
  readonly wording: string
  /** One of the settings; null = the first. */
  readonly purpose: string | null
  /** To tick one by one; empty = all mail. */
  readonly topics: readonly string[]
  readonly fields: readonly FormField[]
  /** Whether a sign-up counts only once it is confirmed by mail. */
  readonly isDouble: boolean
}

/** How much of a client's address a consent record keeps. */
export const CLIENT_KEPT = ['full', 'network', 'none'] as const
export type ClientKept = (typeof CLIENT_KEPT)[number]

export interface SignUpSettings {
  /** Where /f/NAME and /c/TOKEN come out, without a slash at its end. */
  readonly url: string
  /** How long a confirmation link works. */
  readonly confirmDays: number
  readonly clientAddress: ClientKept
  readonly limits: {
    /** At most one confirmation mail to an address in so many hours. */
    readonly perAddressHours: number
    /** Sign-ups of one network in an hour. */
    readonly perNetworkHour: number
  }
  readonly forms: readonly SignUpForm[]
}

export function confirmUrl({url}: Pick<SignUpSettings, 'url'>, token: string): string {
  return `${url}/c/${token}`
}

export function formUrl({url}: Pick<SignUpSettings, 'url'>, form: string): string {
  return `${url}/f/${form}`
}

/** Whether forms and confirmation links stand on the host of opt-out links: a server without the list there answers neither. */
export function sharesHost({url}: Pick<SignUpSettings, 'url'>, optOutUrl: string): boolean {
  return new URL(url).host === new URL(optOutUrl).host
}
