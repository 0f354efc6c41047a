/** What sign-ups and confirmation links need beside the server: keys, ids, the relay, and the mail that carries the link. */
import {confirmUrl} from '../core/serving/sign-up-settings.ts'
import {signUpToken} from '../core/suppression/token.ts'
import type {Lang} from '../i18n/text.ts'
import type {ConfirmationPost} from '../ports/confirmation-post.ts'
import type {DueMail} from '../ports/sign-up-desk.ts'
import {relayOf, signerOf} from './sends.ts'
import type {Workspace} from './workspace.ts'
import {clock, keysFolderOf, offsetOf, storeFileOf} from './workspace.ts'

/** Throws STORE_*. */
export async function signUpNeeds(place: Workspace, lang: Lang) {
  const {randomBytes} = await import('node:crypto')
  const {openSignUpDesk} = await import('../adapters/store/sign-up-desk.ts')
  const {readErasureKeys} = await import('../adapters/keys/erasure-key.ts')
  const {signingKey} = await import('../adapters/keys/keyring.ts')
  const {revokedKeys} = place.settings.serve
  const key = () => signingKey(keysFolderOf(place), clock.now(), revokedKeys)
  const desk = await openSignUpDesk(storeFileOf(place), () => readErasureKeys(keysFolderOf(place)))
  return {
    signUps: desk,
    mails: desk.mails,
    post: confirmationPost(place, lang),
    signingKey: key,
    newId: () => randomBytes(16).toString('base64url'),
    close: () => desk.close(),
  }
}

/**
 * Signed as all mail of the workspace is, through its relay. Password and keys are read when the first mail is due: who has no forms
 * needs none of them to answer opt-outs. Deliveries then reject with SECRET_UNREADABLE, DKIM_KEY_BAD, and are tried again.
 */
function confirmationPost(place: Workspace, lang: Lang): ConfirmationPost {
  const {settings} = place
  const {sender, serve, signUp} = settings
  const {from, replyTo, name, address, contact} = sender
  let opened: Promise<Awaited<ReturnType<typeof open>>> | null = null

  async function open() {
    const {confirmationMail} = await import('../adapters/mime/confirmation-mail.ts')
    const {postman} = await import('../adapters/smtp/post-mail.ts')
    const {signingKey} = await import('../adapters/keys/keyring.ts')
    const sign = await signerOf(place, lang)
    const ground = {from, replyTo, sender: {name, address, contact}, offsetMinutes: offsetOf(settings), sign}
    return {confirmationMail, signingKey, ground, ...postman(await relayOf(place, lang))}
  }

  return {
    async deliver(mail, mark) {
      opened ??= open()
      const {confirmationMail, signingKey, ground, post} = await opened.catch((error: unknown) => {
        opened = null
        throw error
      })
      const key = await signingKey(keysFolderOf(place), clock.now(), serve.revokedKeys)
      const link = confirmUrl(signUp, signUpToken(key, mail.id, mail.expiresAt))
      const bytes = await confirmationMail({...facts(mail), link, sentAt: clock.now()}, ground)
      const envelope = {from: from.address, to: mail.address, sizeBytes: bytes.length, needsSmtpUtf8: false}
      return post(envelope, bytes, mark)
    },
    cut() {
      void opened?.then(({cut}) => cut()).catch(() => {})
    },
    async rest() {
      await (await opened)?.rest()
    },
  }
}

function facts({id, address, facts: {language}, askedAt, expiresAt}: DueMail) {
  return {to: address, id, language, askedAt, expiresAt}
}
