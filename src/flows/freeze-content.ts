/** What a send will say, frozen with its plan: the template compiled, its files, and the settings it was made with. */
import {isAligned} from '../core/sending/dkim/alignment.ts'
import {unfitFields} from '../core/sending/header-fields.ts'
import type {ConsentLink, FrozenFile, SendContent} from '../core/sending/send-content.ts'
import type {Settings} from '../core/settings.ts'
import {withClassNames} from '../core/templates/offered-names.ts'
import {AppError} from '../errors.ts'
import type {AttachedFile, TemplateSource} from '../ports/templates.ts'
import type {CompileAsk, CompileNeeds} from './compile-template.ts'
import {compileTemplate} from './compile-template.ts'
import {languagesOf} from './template-partials.ts'

export interface FreezeAsk extends CompileAsk {
  readonly name: string
  readonly list: string
  readonly settings: Settings
}

export interface FreezeNeeds extends CompileNeeds {
  /** SHA-256, hex. */
  readonly hash: (text: string) => string
}

/** Throws TEMPLATE_INVALID with each place. */
export async function freezeContent(ask: FreezeAsk, needs: FreezeNeeds, source: TemplateSource): Promise<SendContent> {
  const {sender, optOut, bounces, complaints, relay} = ask.settings
  const from = source.from ?? sender.from
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)
  requireSigned(domain, ask, needs, source)
  const names = ask.names === null ? null : withClassNames(ask.names, source.mailClass)
  const {images, ...parts} = await compileTemplate({...ask, names}, needs, source)
  const language = languagesOf(source)[0]!
  const content: SendContent = {
    language,
    charset: source.charset,
    ...parts,
    files: [...images.map(({cid, file}) => frozen(file, cid)), ...source.attachments.map((file) => frozen(file, null))],
    from,
    replyTo: source.replyTo ?? sender.replyTo,
    sender: {name: sender.name, address: sender.address, contact: sender.contact},
    optOut,
    // By list, not by campaign, so that a reader's filter keeps working (RFC 2919 section 3).
    listId: `${needs.hash(ask.list).slice(0, 12)}.${domain}`,
    // Campaign, list and, last and stable, the sender, as Gmail reads it (rulebook std/feedback-id).
    feedbackId: [ask.name, ask.list, domain].map((word) => needs.hash(word).slice(0, 12)).join(':'),
    bounces: bounces?.address ?? null,
    complaints: complaints?.cfbl ?? null,
    eightBit: relay.eightBit,
    ...(source.mailClass === 'consent-request' && {consent: linkOf(ask.settings)}),
  }
  const unfit = unfitFields(content)
  if (unfit.length === 0) return content
  const details = unfit.map((name) => `${source.path}  ${needs.say('template.not-for-header', {name})}`)
  throw new AppError('TEMPLATE_INVALID', {template: ask.template}, {details})
}

/** Where the link of a mail that asks for consent leads; to what is said with the request. */
export function linkOf({signUp, sender}: Pick<Settings, 'signUp'> & Pick<SendContent, 'sender'>): ConsentLink {
  const {url, confirmDays: days} = signUp
  return {url: `${url}/c/`, wording: '', wordingSha256: '', days, controller: sender.name}
}

function frozen({name, type, content}: AttachedFile, cid: string | null): FrozenFile {
  return {name, type, cid, content: Buffer.from(content).toString('base64')}
}

/** A template may name another sender than the settings, whose keys were looked at with them. */
function requireSigned(
  domain: string,
  {template, settings}: FreezeAsk,
  {say}: FreezeNeeds,
  source: TemplateSource,
): void {
  if (source.from === null || settings.dkim.length === 0) return
  if (settings.dkim.some((key) => isAligned(domain.toLowerCase(), key.domain))) return
  throw new AppError('TEMPLATE_INVALID', {template}, {details: [`${source.path}  ${say('dkim.unaligned', {domain})}`]})
}
