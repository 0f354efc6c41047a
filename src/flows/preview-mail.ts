/**
 * One template and one person in, the mail that person would get out, taken apart again so that it can be looked at.
 * Changes nothing, sends nothing. What cannot be made is told with the places of the tags that stop it.
 */
import {isAddress, parseAddress} from '../core/contacts/address.ts'
import {namesForTemplates, standingColumns} from '../core/contacts/standing-columns.ts'
import type {FilledMessage} from '../core/sending/fill-message.ts'
import type {SendContent} from '../core/sending/send-content.ts'
import type {Settings} from '../core/settings.ts'
import type {AskedScope} from '../core/suppression/asked-scope.ts'
import {askedScope} from '../core/suppression/asked-scope.ts'
import type {SuppressionReason} from '../core/suppression/entry.ts'
import type {Data, FillStop} from '../core/templates/fill-part.ts'
import type {OfferedNames} from '../core/templates/offered-names.ts'
import type {TagPlace} from '../core/templates/tag-places.ts'
import {tagPlaces} from '../core/templates/tag-places.ts'
import {emptyNames, exampleData, usedNames} from '../core/templates/used-names.ts'
import {AppError} from '../errors.ts'
import type {MailMaker, PreviewNeeds, ReadMail} from '../ports/previews.ts'
import type {Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'
import type {TemplateFiles} from '../ports/templates.ts'
import {writtenParts} from './compile-template.ts'
import type {FreezeNeeds} from './freeze-content.ts'
import {freezeContent} from './freeze-content.ts'
import {requireList} from './require-list.ts'

/** Whose mail is shown. */
export type PreviewWho =
  | {readonly kind: 'nobody'}
  | {
      readonly kind: 'contact'
      readonly list: string
      readonly which: {readonly row: number} | {readonly address: string}
    }
  | {readonly kind: 'file'; readonly file: string; readonly row: number | null}

export interface PreviewAsk {
  readonly template: string
  /** Wins over the template's own. */
  readonly subject: string | null
  /** Opt-outs of that topic count; null = the template's. */
  readonly topic: string | null
  readonly who: PreviewWho
  readonly settings: Settings
}

export interface MailPreviewNeeds extends FreezeNeeds, PreviewNeeds {
  readonly templates: TemplateFiles
  /** Null outside of a workspace, where nobody is a contact. */
  readonly store: Store | null
  readonly clock: Clock
}

export interface PreviewFault extends Pick<FillStop, 'why' | 'name'> {
  readonly places: readonly TagPlace[]
}

export interface MailPreview {
  readonly person: PreviewPerson
  readonly content: SendContent
  /** The template's or the one asked for; null = none. */
  readonly topic: string | null
  /** Null when there are faults. */
  readonly mail: (FilledMessage & ReadMail) | null
  readonly faults: readonly PreviewFault[]
  /** Names the mail uses for which this person has no value; a default stands there, or a section is left out. */
  readonly empty: readonly string[]
  /** Names that stand for themselves, as there is nobody to fill them. */
  readonly examples: readonly string[]
}

export interface PreviewPerson {
  readonly kind: PreviewWho['kind']
  /** List or file; null for nobody. */
  readonly of: string | null
  /** In it, from 1; null = it holds one person, or nobody. */
  readonly row: number | null
  readonly address: string
  readonly data: Data
  /** Why a send would leave the person out; null = no opt-out is known. */
  readonly optOut: SuppressionReason | null
}

/**
 * Throws TEMPLATE_*, FILE_*, LIST_UNKNOWN, ROW_UNKNOWN, CONTACT_UNKNOWN, ADDRESS_INVALID, DATA_INVALID, WORKSPACE_MISSING
 * and what reading a table throws.
 */
export async function previewMail(ask: PreviewAsk, needs: MailPreviewNeeds): Promise<MailPreview> {
  const source = await needs.templates.read(ask.template)
  const topic = ask.topic ?? source.topic
  const scope = askedScope(topic, source.mailClass ?? 'marketing')
  const found = await findPerson(ask, scope, needs)
  const {template, subject, settings} = ask
  const list = found.kind === 'contact' ? found.of! : 'preview'
  const content = await freezeContent(
    {name: 'preview', template, list, subject, names: found.names, settings},
    needs,
    source,
  )
  const used = usedNames(content)
  const examples = exampleData(used)
  const {names: _, ...rest} = found
  const person: PreviewPerson = {
    ...rest,
    address: found.address ?? (content.language === 'ja' ? 'hanako@example.jp' : 'hanako@example.com'),
    data: found.data ?? examples,
  }
  const made = fillWhole(await needs.mailMaker(content), person, {examples, dateMs: needs.clock.now()})
  return {
    person,
    content,
    topic,
    mail: made.mail === null ? null : {...made.mail, ...(await needs.readMail(made.mail.bytes))},
    faults: made.stops.map((stop) => ({...stop, places: tagPlaces(writtenParts(source, subject), stop)})),
    empty: emptyNames(used, person.data),
    examples: found.data === null ? [...used.keys()] : [],
  }
}

type Found = Omit<PreviewPerson, 'address' | 'data'> & {
  /** Null = an example's. */
  readonly address: string | null
  readonly data: Data | null
  readonly names: OfferedNames | null
}

async function findPerson({who}: PreviewAsk, scope: AskedScope, needs: MailPreviewNeeds): Promise<Found> {
  if (who.kind === 'nobody')
    return {kind: 'nobody', of: null, row: null, address: null, data: null, names: null, optOut: null}
  if (who.kind === 'file') {
    const {row, address, data, names} = await needs.readPerson(who.file, who.row)
    return {kind: 'file', of: who.file, row, address, data, names, optOut: null}
  }
  const {store, clock} = needs
  if (store === null) throw new AppError('WORKSPACE_MISSING', {folder: '.'})
  const listId = await requireList(who.list, store)
  const picked = await store.lists.pick(
    listId,
    'row' in who.which ? who.which : {address: addressOf(who.which.address)},
  )
  if (picked === null) {
    const count = await store.lists.count(listId)
    throw 'row' in who.which
      ? new AppError('ROW_UNKNOWN', {of: who.list, row: who.which.row, count})
      : new AppError('CONTACT_UNKNOWN', {list: who.list, count})
  }
  const {row, contact} = picked
  const hits = await store.suppressions.holdingFor([contact], scope, clock.now())
  return {
    kind: 'contact',
    of: who.list,
    row,
    address: contact.address,
    data: contact.attributes,
    names: namesForTemplates(standingColumns(await store.lists.imports(listId))),
    optOut: hits.get(contact.id)?.reason ?? null,
  }
}

function addressOf(given: string) {
  const parsed = parseAddress(given)
  if (!isAddress(parsed)) throw new AppError('ADDRESS_INVALID', {given: '***', why: parsed})
  return parsed
}

/** What stops the mail is noted and an example put there, so that whatever else would stop it is found in the same go. */
function fillWhole(
  make: MailMaker,
  {address, data}: PreviewPerson,
  {examples, dateMs}: {readonly examples: Data; readonly dateMs: number},
): {readonly mail: FilledMessage | null; readonly stops: readonly Pick<FillStop, 'why' | 'name'>[]} {
  const stops: Pick<FillStop, 'why' | 'name'>[] = []
  for (let shown = data; ; ) {
    const filled = make({address, data: shown}, dateMs)
    if ('bytes' in filled) return {mail: stops.length === 0 ? filled : null, stops}
    const {why, name} = filled
    const isNew = !stops.some((stop) => stop.name === name)
    if (isNew || stops.length === 0) stops.push({why, name})
    if (!isNew || !Object.hasOwn(examples, name)) return {mail: null, stops}
    shown = {...shown, [name]: examples[name]!}
  }
}
