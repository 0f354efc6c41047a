/** What sign-ups and confirmation links need beside the server: keys, ids, the relay, and the mail that carries the link. */
import {confirmUrl} from '../core/serving/sign-up-settings.ts'
import {signUpToken} from '../core/suppression/token.ts'
import type {Lang} from '../i18n/text.ts'
import type {ConfirmationPost} from '../ports/confirmation-post.ts'
import type {DueMail} from '../ports/sign-up-desk.ts'
import {relayOf, signerOf} from './sends.ts'
import type {Workspace} from './workspace.ts'
import {clock, keysFolderOf, offsetOf, storeFileOf} from './workspace.ts'

/** Throws STORE_*, SECRET_UNREADABLE, DKIM_KEY_BAD. */
export async function signUpNeeds(place: Workspace, lang: Lang) {
  const {randomBytes} = await import('node:crypto')
  const {openSignUpDesk} = await import('../adapters/store/sign-up-desk.ts')
  const {readErasureKeys} = await import('../adapters/keys/erasure-key.ts')
  const {signingKey} = await import('../adapters/keys/keyring.ts')
  const {revokedKeys} = place.settings.serve
  const key = () => signingKey(keysFolderOf(place), clock.now(), revokedKeys)
  const post = await confirmationPost(place, lang)
  const desk = await openSignUpDesk(storeFileOf(place), await readErasureKeys(keysFolderOf(place)))
  return {
    signUps: desk,
    mails: desk.mails,
    post,
    signingKey: key,
    newId: () => randomBytes(16).toString('base64url'),
    close: () => desk.close(),
  }
}

/** Signed as all mail of the workspace is, through its relay. */
async function confirmationPost(place: Workspace, lang: Lang): Promise<ConfirmationPost> {
  const {confirmationMail} = await import('../adapters/mime/confirmation-mail.ts')
  const {postman} = await import('../adapters/smtp/post-mail.ts')
  const {signingKey} = await import('../adapters/keys/keyring.ts')
  const {sender, serve, signUp} = place.settings
  const {from, replyTo, name, address, contact} = sender
  const sign = await signerOf(place, lang)
  const ground = {from, replyTo, sender: {name, address, contact}, offsetMinutes: offsetOf(place.settings), sign}
  const {post, rest} = postman(await relayOf(place, lang))
  return {
    rest,
    async deliver(mail, mark) {
      const key = await signingKey(keysFolderOf(place), clock.now(), serve.revokedKeys)
      const link = confirmUrl(signUp, signUpToken(key, mail.id, mail.expiresAt))
      const bytes = await confirmationMail({...facts(mail), link, sentAt: clock.now()}, ground)
      const envelope = {from: from.address, to: mail.address, sizeBytes: bytes.length, needsSmtpUtf8: false}
      return post(envelope, bytes, mark)
    },
  }
}

function facts({id, address, facts: {language}, askedAt, expiresAt}: DueMail) {
  return {to: address, id, language, askedAt, expiresAt}
}
