/**
 * What a visitor gets at /f/NAME. Looking changes nothing. A sign-up is answered when it is durable, and in the same words whether
 * the address is known here, has opted out, was erased, or got a mail a minute ago: a form tells nobody who is on a list.
 */
import {clientSeen} from '../core/consent/form-consent.ts'
import type {Wording} from '../core/consent/wordings.ts'
import {wordingAt} from '../core/consent/wordings.ts'
import {maskAddress} from '../core/sensitive/mask.ts'
import {formToken, isFormToken} from '../core/serving/form-token.ts'
import {clientKey} from '../core/serving/masked-client.ts'
import type {PageLanguage} from '../core/serving/page-language.ts'
import {pageLanguage} from '../core/serving/page-language.ts'
import {NOTHING_TYPED, readSignUp, TOKEN_FIELD, TRAP_FIELD} from '../core/serving/read-sign-up.ts'
import type {FormPageView, FormView} from '../core/serving/sign-up-pages.ts'
import type {SignUpForm, SignUpSettings} from '../core/serving/sign-up-settings.ts'
import {formUrl} from '../core/serving/sign-up-settings.ts'
import type {TokenKey} from '../core/suppression/token.ts'
import type {SignUpDesk} from '../ports/sign-up-desk.ts'
import type {Clock} from '../ports/system.ts'
import type {FormHandlers, FormPage, PageAnswer, PageSender, SignUpDeed, Visitor} from '../ports/web-server.ts'

export interface SignUpSite {
  readonly sender: PageSender
  /** Of readers who say none. */
  readonly language: PageLanguage
  readonly offsetMinutes: number
  readonly signUp: SignUpSettings
  /** Those that are known, the first for forms that name none. */
  readonly purposes: readonly {readonly name: string; readonly notice: string}[]
}

export interface SignUpNeeds {
  readonly signUps: SignUpDesk
  readonly clock: Clock
  tokenKeys(): Promise<readonly TokenKey[]>
  /** Makes a key where the workspace has none yet. */
  signingKey(): Promise<TokenKey>
  /** 16 random bytes, base64url. */
  newId(): string
}

export interface SignUpWatch {
  onDeed(deed: SignUpDeed): void
  onTrouble(error: unknown): void
  /** A mail waits in the store. */
  onQueued(): void
}

export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

export function answerSignUps(site: SignUpSite, needs: SignUpNeeds, watch: SignUpWatch): FormHandlers {
  const {signUps, clock} = needs
  const {signUp} = site
  const page = (visitor: Visitor, view: FormPageView): FormPage => ({
    ...view,
    language: pageLanguage(null, visitor.accepted, site.language),
    sender: site.sender,
  })

  /** The form with the text that is shown now; null where there is none of them. */
  async function open(name: string): Promise<{form: SignUpForm; wording: Wording} | null> {
    const form = signUp.forms.find((each) => each.name === name)
    if (form === undefined) return null
    const wording = wordingAt(await signUps.wordings(form.wording), clock.now())
    return wording === null ? null : {form, wording}
  }

  async function formPage(
    {form, wording}: {form: SignUpForm; wording: Wording},
    visitor: Visitor,
    said: Pick<FormView, 'typed' | 'faults' | 'why'>,
  ): Promise<FormPage> {
    const network = clientKey(visitor.client)
    const token = formToken(await needs.signingKey(), {form: form.name, network}, clock.now())
    return page(visitor, {kind: 'form', form, wording, token, ...said})
  }

  async function show(name: string, visitor: Visitor): Promise<PageAnswer<FormPage>> {
    const found = await open(name)
    if (found === null) return {page: page(visitor, {kind: 'closed'}), deed: 'form-closed'}
    const said = {typed: NOTHING_TYPED, faults: new Map(), why: null}
    return {page: await formPage(found, visitor, said), deed: 'form-shown'}
  }

  async function act(
    name: string,
    fields: ReadonlyMap<string, string>,
    visitor: Visitor,
  ): Promise<PageAnswer<FormPage>> {
    const found = await open(name)
    if (found === null) return {page: page(visitor, {kind: 'closed'}), deed: 'form-closed'}
    const {form, wording} = found
    const {typed, faults, signUp: read} = readSignUp(form, fields)
    const again = (why: FormView['why'], deed: SignUpDeed) =>
      formPage(found, visitor, {typed, faults, why}).then((shown) => ({page: shown, deed}))
    if (!(await isOwnPage(form, fields, visitor))) return again('stale', 'form-stale')
    if (read === null) return again('faults', 'form-faulty')
    const done = page(visitor, {kind: form.isDouble ? 'sent' : 'taken', address: maskAddress(read.address.address)})
    // To a program it looks as if it had worked.
    if ((fields.get(TRAP_FIELD) ?? '') !== '') return {page: done, deed: 'trap'}
    const at = clock.now()
    const purpose = site.purposes.find((each) => each.name === form.purpose) ?? site.purposes[0]!
    try {
      const outcome = await signUps.ask({
        ...{id: needs.newId(), address: read.address, at, expiresAt: at + signUp.confirmDays * DAY_MS},
        quietMs: signUp.limits.perAddressHours * HOUR_MS,
        facts: {
          ...{form: form.name, list: form.list, url: formUrl(signUp, form.name), topic: read.topic},
          ...{wording: form.wording, wordingSha256: wording.sha256, controller: site.sender.name},
          ...{purpose: purpose.name, purposeNotice: purpose.notice, language: done.language, values: read.values},
          ...{client: clientSeen(visitor.client, visitor.userAgent, signUp.clientAddress), isDouble: form.isDouble},
        },
      })
      if (outcome === 'queued') watch.onQueued()
      return {page: done, deed: 'signed-up'}
    } catch (error) {
      watch.onTrouble(error)
      return again('busy', 'form-failed')
    }
  }

  /** A browser that says so is believed; else the page must have been fetched from the same network. */
  async function isOwnPage(
    form: SignUpForm,
    fields: ReadonlyMap<string, string>,
    {client, fetchSite}: Visitor,
  ): Promise<boolean> {
    if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false
    const place = {form: form.name, network: clientKey(client)}
    return isFormToken(fields.get(TOKEN_FIELD) ?? '', await needs.tokenKeys(), place, clock.now())
  }

  async function orClosed(work: Promise<PageAnswer<FormPage>>, visitor: Visitor): Promise<PageAnswer<FormPage>> {
    const answer = await work.catch((error: unknown): PageAnswer<FormPage> => {
      watch.onTrouble(error)
      return {page: page(visitor, {kind: 'busy'}), deed: 'form-failed'}
    })
    watch.onDeed(answer.deed)
    return answer
  }

  return {
    show: (form, visitor) => orClosed(show(form, visitor), visitor),
    act: (form, fields, visitor) => orClosed(act(form, fields ?? new Map(), visitor), visitor),
    crowded: (visitor) => ({page: page(visitor, {kind: 'crowded'}), deed: 'form-crowded'}),
  }
}
