/**
 * What a reader gets for the link of a confirmation mail. Looking changes nothing, whatever looks; the button confirms, and is
 * answered with a yes when the consent is durable. A link that has run out says so kindly, and where to sign up once more.
 */
import {clientSeen} from '../core/consent/form-consent.ts'
import {NOBODY} from '../core/sending/nobody.ts'
import {maskAddress} from '../core/sensitive/mask.ts'
import {pageLanguage} from '../core/serving/page-language.ts'
import type {ConfirmPageView} from '../core/serving/sign-up-pages.ts'
import {formUrl} from '../core/serving/sign-up-settings.ts'
import type {TokenFacts} from '../core/suppression/token.ts'
import {expiryOf} from '../core/suppression/token.ts'
import type {ConfirmOutcome, OpenRequest, SignUpDesk} from '../ports/sign-up-desk.ts'
import type {ConfirmHandlers, ConfirmPage, PageAnswer, SignUpDeed, Visitor} from '../ports/web-server.ts'
import type {SignUpSite, SignUpWatch} from './answer-sign-up.ts'
import type {TokenNeeds} from './read-tokens.ts'
import {tokensOf} from './read-tokens.ts'

export interface ConfirmNeeds extends TokenNeeds {
  readonly signUps: SignUpDesk
}

const DEED_OF = {
  confirmed: 'confirmed',
  known: 'confirm-known',
  overtaken: 'confirm-overtaken',
  expired: 'confirm-expired',
  gone: 'confirm-expired',
} as const satisfies Record<ConfirmOutcome, SignUpDeed>

export function answerConfirmations(
  site: SignUpSite,
  needs: ConfirmNeeds,
  watch: Pick<SignUpWatch, 'onDeed' | 'onTrouble'>,
): ConfirmHandlers {
  const {signUps, clock} = needs
  const readAny = tokensOf(needs)
  const read = async (token: string): Promise<TokenFacts | null> => {
    const facts = await readAny(token)
    return facts !== null && facts.kind !== 'optout' && facts.sendId !== NOBODY.sendId ? facts : null
  }
  const page = (visitor: Visitor, view: ConfirmPageView, asked: OpenRequest | null = null): ConfirmPage => ({
    ...view,
    language: asked?.language ?? pageLanguage(null, visitor.accepted, site.language),
    sender: site.sender,
  })
  const find = (facts: TokenFacts): Promise<OpenRequest | null> =>
    facts.kind === 'sign-up'
      ? signUps.find(facts.recipientId, clock.now())
      : signUps.findAsked(facts.sendId, facts.recipientId, clock.now())

  /** Where to sign up once more: at the form that it was, or the first there is. */
  function againAt(asked: OpenRequest | null): string | null {
    const {forms} = site.signUp
    const form = forms.find(({name}) => name === asked?.form) ?? forms[0]
    return form === undefined ? null : formUrl(site.signUp, form.name)
  }

  function ended(
    kind: 'confirmed' | 'overtaken' | 'expired',
    asked: OpenRequest | null,
    visitor: Visitor,
  ): ConfirmPage {
    const address = asked === null || asked.address === '' ? null : maskAddress(asked.address)
    return page(visitor, {kind, address, again: kind === 'confirmed' ? null : againAt(asked)}, asked)
  }

  /** What a link that carries its own end says when nothing is held of it any more. */
  function isOver(facts: TokenFacts): boolean {
    return facts.kind === 'sign-up' && clock.now() > expiryOf(facts)
  }

  async function show(token: string, visitor: Visitor): Promise<PageAnswer<ConfirmPage>> {
    const facts = await read(token)
    const asked = facts === null ? null : await find(facts)
    const unknown = {kind: 'confirm', address: null, topic: null, wording: null} as const
    if (facts === null) return {page: page(visitor, unknown), deed: 'confirm-broken'}
    if (asked === null || isOver(facts)) return {page: ended('expired', asked, visitor), deed: 'confirm-expired'}
    const {state} = asked
    if (state !== 'open') {
      const deed = state === 'confirmed' ? 'confirm-known' : DEED_OF[state]
      return {page: ended(state, asked, visitor), deed}
    }
    const {address, topic, wording: name, wordingSha256} = asked
    const wording = wordingSha256 === null ? null : await signUps.wordingText(name, wordingSha256)
    const view = {kind: 'confirm', address: maskAddress(address), topic, wording} as const
    return {page: page(visitor, view, asked), deed: 'confirm-shown'}
  }

  async function act(token: string, visitor: Visitor): Promise<PageAnswer<ConfirmPage>> {
    const facts = await read(token)
    if (facts === null) return {page: page(visitor, {kind: 'broken'}), deed: 'confirm-broken'}
    const asked = await find(facts)
    const confirmation = {
      at: clock.now(),
      url: `${site.signUp.url}/c`,
      client: clientSeen(visitor.client, visitor.userAgent, site.signUp.clientAddress),
    }
    const outcome =
      facts.kind === 'sign-up'
        ? await signUps.confirm(facts.recipientId, confirmation)
        : await signUps.confirmAsked(facts.sendId, facts.recipientId, confirmation)
    const kind = outcome === 'known' ? 'confirmed' : outcome === 'gone' ? 'expired' : outcome
    return {page: ended(kind, asked, visitor), deed: DEED_OF[outcome]}
  }

  async function orBusy(work: Promise<PageAnswer<ConfirmPage>>, visitor: Visitor): Promise<PageAnswer<ConfirmPage>> {
    const answer = await work.catch((error: unknown): PageAnswer<ConfirmPage> => {
      watch.onTrouble(error)
      return {page: page(visitor, {kind: 'busy'}), deed: 'confirm-failed'}
    })
    watch.onDeed(answer.deed)
    return answer
  }

  return {
    isOurs: (token) =>
      read(token)
        .then((facts) => facts !== null)
        .catch(() => false),
    show: (token, visitor) => orBusy(show(token, visitor), visitor),
    act: (token, visitor) => orBusy(act(token, visitor), visitor),
    crowded: (visitor) => ({page: page(visitor, {kind: 'crowded'}), deed: 'confirm-crowded'}),
  }
}
