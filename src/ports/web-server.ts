/** What flows ask of the web server: it carries requests to them as values and their answers back as pages. */
import type {HookFault, HookRequest} from '../core/hooks/hook.ts'
import type {HookServiceName} from '../core/hooks/services.ts'
import type {PageLanguage} from '../core/serving/page-language.ts'
import type {ConfirmPageView, FormPageView} from '../core/serving/sign-up-pages.ts'
import type {ReaderChoice, Standing} from '../core/suppression/reader-choice.ts'
import type {ApiHandlers} from './api.ts'

/** What every page shows of the sender. */
export interface PageSender {
  readonly name: string
  readonly address: string
  /** Phone, mail address or URL. */
  readonly contact: string
}

export interface PageGround {
  readonly language: PageLanguage
  readonly sender: PageSender
}

/** ask: what would you like? topic and address are null where nothing is known of them. */
export interface AskPage extends PageGround {
  readonly kind: 'ask'
  readonly choices: readonly ReaderChoice[]
  readonly topic: string | null
  /** Masked. */
  readonly address: string | null
}

/** done: this holds now. */
export interface DonePage extends PageGround {
  readonly kind: 'done'
  /** Masked; null where it is not known. */
  readonly address: string | null
  /** Empty when nothing is held of the person any more. */
  readonly standing: readonly Standing[]
  /** Of days on the page, minutes east of UTC. */
  readonly offsetMinutes: number
  readonly signUpUrl: string | null
}

/** broken: the link is not whole. unclear: nothing was chosen. busy: the store cannot write. crowded: too many requests. */
export interface TroublePage extends PageGround {
  readonly kind: 'broken' | 'unclear' | 'busy' | 'crowded'
  /** Takes opt-outs by mail. */
  readonly mailto: string
}

export type OptOutPage = AskPage | DonePage | TroublePage

/** What was done, for logs and figures; send and anything else that names a person stay away. */
export type OptOutDeed = 'shown' | 'one-click' | 'page' | 'known' | 'gone' | 'broken' | 'unclear' | 'failed'

export interface OptOutAnswer {
  readonly page: OptOutPage
  readonly deed: OptOutDeed
}

/** Handles what comes to the address in the mails. Never throws. */
export interface OptOutHandlers {
  /** Whether a token is one of ours, whole and signed with a key that holds. */
  isOurs(token: string): Promise<boolean>
  /** Changes nothing. accepted: Accept-Language. */
  show(token: string, accepted: string): Promise<OptOutAnswer>
  /** Answers when it is durable. fields: of the form; null when the body is none. client: address. */
  act(
    token: string,
    fields: ReadonlyMap<string, string> | null,
    accepted: string,
    client: string,
  ): Promise<OptOutAnswer>
  /** For those who are not served at all. */
  crowded(accepted: string): OptOutPage
}

/** The journal of a detached server, as it is pulled. */
export interface JournalHandlers {
  /** Whether the bearer key is the one that opens it; in constant time. */
  mayRead(key: string): Promise<boolean>
  /** The JSON of an answer. Throws when the journal cannot be read. */
  read(after: number, nonce: string): Promise<object>
}

/** Notices of mail services. */
export interface HookHandlers {
  /** Those that have an address here. */
  readonly services: readonly HookServiceName[]
  /** Answers when it is durable; counts: events by what they say. Throws STORE_*, and then the service sends it again. */
  take(
    service: HookServiceName,
    request: HookRequest,
  ): Promise<{readonly fault: HookFault} | {readonly fault: null; readonly counts: Readonly<Record<string, number>>}>
}

export type FormPage = PageGround & FormPageView
export type ConfirmPage = PageGround & ConfirmPageView

/** What was done, for logs and figures. trap: a program filled in what no person sees. */
export type SignUpDeed =
  | (
      | 'form-shown'
      | 'form-faulty'
      | 'form-stale'
      | 'signed-up'
      | 'trap'
      | 'form-closed'
      | 'form-failed'
      | 'form-crowded'
    )
  | ('confirm-shown' | 'confirmed' | 'confirm-known' | 'confirm-overtaken' | 'confirm-expired' | 'confirm-broken')
  | ('confirm-failed' | 'confirm-crowded')

export interface PageAnswer<Page> {
  readonly page: Page
  readonly deed: SignUpDeed
}

/** Who asks. */
export interface Visitor {
  readonly client: string
  readonly userAgent: string | undefined
  /** Accept-Language. */
  readonly accepted: string
  /** Sec-Fetch-Site: whether the browser says that a page of ours sends the form; undefined = it says nothing. */
  readonly fetchSite: string | undefined
}

/** Never throws. */
export interface FormHandlers {
  show(form: string, visitor: Visitor): Promise<PageAnswer<FormPage>>
  /** Answers when it is durable. fields: null when the body is no form. */
  act(form: string, fields: ReadonlyMap<string, string> | null, visitor: Visitor): Promise<PageAnswer<FormPage>>
  crowded(visitor: Visitor): PageAnswer<FormPage>
}

/** Never throws. */
export interface ConfirmHandlers {
  isOurs(token: string): Promise<boolean>
  /** Changes nothing. */
  show(token: string, visitor: Visitor): Promise<PageAnswer<ConfirmPage>>
  /** Answers when it is durable. */
  act(token: string, visitor: Visitor): Promise<PageAnswer<ConfirmPage>>
  crowded(visitor: Visitor): PageAnswer<ConfirmPage>
}

/** How the mails with confirmation links are doing. */
export interface MailHealth {
  readonly waiting: number
  /** When the oldest that waits was asked for, UTC milliseconds; null = none waits. */
  readonly since: number | null
  /** Since when the relay takes none; null = it does, or was not asked. */
  readonly relayDownSince: number | null
  readonly sent: number
  readonly refused: number
  readonly inDoubt: number
}

export interface SiteHandlers {
  readonly optOut: OptOutHandlers
  /** Null where no list takes people. */
  readonly signUps: {
    readonly form: FormHandlers
    readonly confirm: ConfirmHandlers
    mailHealth(): Promise<MailHealth>
  } | null
  /** Null where there is no list to ask of. */
  readonly api: {readonly handlers: ApiHandlers; onTrouble(error: unknown): void} | null
  /** Null where no service tells of opt-outs. */
  readonly hooks: {readonly handlers: HookHandlers; onTrouble(error: unknown): void} | null
  /** Null where nothing is pulled from. */
  readonly journal: JournalHandlers | null
  /** Throws when the store cannot be used. */
  checkHealth(): Promise<void>
}

export interface WebServer {
  /** Where it listens, e.g. http://127.0.0.1:8470. */
  readonly url: string
  /** Takes no more, finishes what has come in, and closes. */
  close(): Promise<void>
}

export type OpenSite = (handlers: SiteHandlers) => Promise<WebServer>
