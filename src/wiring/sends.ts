/** What linting, planning, running and reporting a send need. Adapters are loaded on first use. */
import {join} from 'node:path'
import type {LintFileNeeds} from '../adapters/files/lint-files.ts'
import {exampleValuesLeft} from '../core/example-values.ts'
import type {ProbeCheck} from '../core/reports/probe-report.ts'
import type {HeaderSigner} from '../core/sending/fill-message.ts'
import type {Charset} from '../core/sending/send-content.ts'
import {readContent} from '../core/sending/send-content.ts'
import {AppError} from '../errors.ts'
import type {FreshNeeds, PullTold} from '../flows/fresh-opt-outs.ts'
import type {Lang} from '../i18n/text.ts'
import {text} from '../i18n/text.ts'
import type {Crew, Signing, WorkerSetup} from '../ports/crew.ts'
import type {RelayAddress} from '../ports/relay.ts'
import type {SendRecord, Store} from '../ports/store.ts'
import {PROBE_TIMEOUT_MS, probeNeeds} from './probes.ts'
import {freshNeeds} from './pulls.ts'
import type {Workspace} from './workspace.ts'
import {BULK_CACHE_MB, clock, storeOf} from './workspace.ts'

/** For `lint`: files and what a reader sees of them. lang: of the details in errors. stdin: what `-` stands for. */
export async function lintNeeds(lang: Lang, stdin: LintFileNeeds['stdin'] = pipedIn(null)) {
  const {lintFiles} = await import('../adapters/files/lint-files.ts')
  const {templateFiles} = await import('../adapters/files/template-files.ts')
  const {templateMarkup} = await import('../adapters/html/template-markup.ts')
  const {viewHtml} = await import('../adapters/html/view-html.ts')
  const {createHash} = await import('node:crypto')
  const readMail: LintFileNeeds['readMail'] = async (bytes, file) =>
    (await import('../adapters/mime/eml/read-eml.ts')).readEml(bytes, file)
  return {
    templates: templateFiles(lang, templateMarkup),
    inputs: lintFiles(lang, {markup: templateMarkup, readMail, stdin}),
    views: {html: viewHtml},
    charsetOf: async (charset: Charset) => (await import('../adapters/mime/iso-2022-jp.ts')).charsetWriter(charset),
    hash: (words: string) => createHash('sha256').update(words).digest('hex'),
    clock,
  }
}

/** Standard input, under that name. */
export function pipedIn(name: string | null): LintFileNeeds['stdin'] {
  return {
    name,
    read: async (most) => (await import('../adapters/files/read-stdin.ts')).readStdin(most, process.stdin),
  }
}

/** The same for one template that lies in no file. */
export async function lintGivenNeeds(source: string, lang: Lang) {
  const read = async (name: string) => {
    const {inputs} = await lintNeeds(lang, {name, read: async () => Buffer.from(source)})
    const given = await inputs.read('-')
    // Where it lies, nobody said: its pictures are left aside.
    return {...given, faults: given.faults.filter(({kind}) => kind !== 'picture')}
  }
  return {...(await lintNeeds(lang)), inputs: {read}}
}

/** For `lint --fix`. */
export async function fixNeeds(lang: Lang) {
  const {mendFiles} = await import('../adapters/files/mend-files.ts')
  const {languageAt} = await import('../adapters/html/mjml-language.ts')
  const {mendPlaces} = await import('../adapters/html/mend-places.ts')
  const {textOfHtml} = await import('../adapters/html/text-of-html.ts')
  return {
    ...(await lintNeeds(lang)),
    files: mendFiles,
    mjmlLangAt: languageAt,
    places: mendPlaces,
    textOf: async (html: string) => textOfHtml(html),
  }
}

/** For whatever compiles a template. lang: of what it says of mistakes. */
export async function freezeNeeds(lang: Lang) {
  const {createHash} = await import('node:crypto')
  const {charsetWriter} = await import('../adapters/mime/iso-2022-jp.ts')
  const {fixOf, messageOf} = await import('../adapters/report/finding-words.ts')
  return {
    textOf: async (html: string) => (await import('../adapters/html/text-of-html.ts')).textOfHtml(html),
    charsetOf: charsetWriter,
    say: (key: string, values: Readonly<Record<string, string>>) => {
      const fix = fixOf({key, values}, lang)
      return messageOf({key, values}, lang) + (fix === '' ? '' : `\n→ ${fix}`)
    },
    hash: (text: string) => createHash('sha256').update(text).digest('hex'),
  }
}

/** For `lint --list`. */
export async function filledNeeds(place: Workspace, lang: Lang) {
  return {...(await freezeNeeds(lang)), store: await storeOf(place), clock}
}

/** onTesting: see OnTesting. */
export async function planNeeds(place: Workspace, lang: Lang, onTesting: OnTesting, onPull: (told: PullTold) => void) {
  const {randomBytes} = await import('node:crypto')
  const {signingKey} = await import('../adapters/keys/keyring.ts')
  const store = await storeOf(place, BULK_CACHE_MB)
  const probe = async () => ({
    ...(await probeNeeds(place, PROBE_TIMEOUT_MS)),
    say: ({key, values}: ProbeCheck) => text(lang, key, values),
  })
  return {
    ...(await lintNeeds(lang)),
    ...(await freezeNeeds(lang)),
    store,
    clock,
    detached: await freshNeeds(place, store, lang, onPull).catch(closing(store)),
    tokenKeyId: async () => (await signingKey(keysFolder(place), clock.now(), place.settings.serve.revokedKeys)).id,
    proveSigning: async () => {
      await signingOf(place, lang, onTesting)
    },
    probe:
      place.settings.optOut.probe === true && !exampleValuesLeft(place.settings).includes('optOut.url') ? probe : null,
    confirmProbe: probe,
    newSendId: () => randomBytes(8).toString('base64url'),
  }
}

/** What cannot be begun leaves no store open. */
function closing(store: Store): (error: unknown) => Promise<never> {
  return async (error) => {
    await store.close()
    throw error
  }
}

export interface RunSupport {
  readonly crew: Crew
  readonly detached: FreshNeeds | null
  setupFor(send: SendRecord): Promise<WorkerSetup>
}

/** Holds the run lock until release. Throws RUN_LOCKED. */
export async function takeLock(place: Workspace, name: string) {
  const {takeRunLock} = await import('../adapters/store/run-lock.ts')
  return takeRunLock(join(place.folder, '.todoke', 'run.lock.db'), name)
}

/** Whether another process sends from this workspace right now. */
export async function isRunning(place: Workspace): Promise<boolean> {
  try {
    ;(await takeLock(place, '')).release()
    return false
  } catch (error) {
    if (error instanceof AppError && error.code === 'RUN_LOCKED') return true
    throw error
  }
}

export async function runNeeds(
  place: Workspace,
  store: Store,
  lang: Lang,
  {onTesting, onPull}: {readonly onTesting: OnTesting; readonly onPull: (told: PullTold) => void},
): Promise<RunSupport> {
  const detached = await freshNeeds(place, store, lang, onPull)
  const {availableParallelism} = await import('node:os')
  const {hireCrew} = await import('../adapters/workers/crew.ts')
  const {connections} = place.settings.relay
  const workers = Math.max(1, Math.min(availableParallelism() - 1, connections))
  return {
    crew: hireCrew(workers),
    detached,
    setupFor: (send) => setupOf(place, send, Math.ceil(connections / workers), lang, onTesting),
  }
}

async function setupOf(
  place: Workspace,
  send: SendRecord,
  connections: number,
  lang: Lang,
  onTesting: OnTesting,
): Promise<WorkerSetup> {
  return {
    relay: await relayOf(place, lang),
    connections,
    ...(await fillSetupOf(place, send)),
    signing: await signingOf(place, lang, onTesting),
  }
}

/** With its password. Throws SECRET_UNREADABLE. */
export async function relayOf({folder, settings}: Workspace, lang: Lang): Promise<RelayAddress> {
  const {readSecret} = await import('../adapters/settings/read-secret.ts')
  const {takeSecret} = await import('../adapters/system/environment.ts')
  const {host, port, tls, user, clientName} = settings.relay
  const password = await readSecret(settings.relay, {folder, lang, takeSecret})
  return {host, port, tls, auth: user === null || password === null ? null : {user, password}, clientName}
}

/** What the mails of a send are filled with. Throws KEY_MISSING, KEY_REVOKED. */
async function fillSetupOf(place: Workspace, send: SendRecord) {
  const {buildSkeleton} = await import('../adapters/mime/build-skeleton.ts')
  const content = readContent(send.content)
  const key = await keyOf(place, send)
  if (key === null) throw new AppError('KEY_MISSING', {name: send.name, key: send.tokenKey})
  if (key.isRevoked || place.settings.serve.revokedKeys.includes(key.id))
    throw new AppError('KEY_REVOKED', {name: send.name, key: key.id})
  const skeleton = await buildSkeleton(content, send.publicId)
  const {isRevoked: _, ...signing} = key
  return {skeleton, content, sendId: send.publicId, contentHash: send.contentHash, key: signing}
}

/** For `send run --to-folder`. */
export async function folderNeeds(place: Workspace, lang: Lang) {
  const {openMailFolder} = await import('../adapters/files/mail-folder.ts')
  const {charsetWriter} = await import('../adapters/mime/iso-2022-jp.ts')
  const {messageFiller} = await import('../core/sending/fill-message.ts')
  return {
    clock,
    openFolder: openMailFolder,
    async fillerFor(send: SendRecord) {
      const setup = await fillSetupOf(place, send)
      const charset = await charsetWriter(setup.content.charset)
      return messageFiller({...setup, charset, sign: await signerOf(place, lang)})
    },
  }
}

/** Called with the names of DKIM records by which receivers treat signed mail as unsigned. */
export type OnTesting = (records: readonly string[]) => void

/** Throws DKIM_KEY_BAD, DKIM_RECORD_BAD, DKIM_LOOKUP_FAILED. */
async function signingOf({folder, settings}: Workspace, lang: Lang, onTesting: OnTesting): Promise<Signing> {
  const {checkDkim} = await import('../adapters/keys/check-dkim.ts')
  const {txtLookUp} = await import('../adapters/dns/look-up.ts')
  const {keys, testing} = await checkDkim(settings.dkim, {folder, lang, lookUp: txtLookUp(null)})
  if (testing.length > 0) onTesting(testing)
  return {keys, rewrites: settings.relay.rewrites}
}

/** Signs mails that this thread fills; outside of a workspace nothing is signed. DNS is asked for plans and runs alone. Throws DKIM_KEY_BAD. */
export async function signerOf(place: Workspace | null, lang: Lang): Promise<HeaderSigner> {
  const {readDkimKey} = await import('../adapters/keys/read-dkim-key.ts')
  const {dkimSigner} = await import('../core/sending/dkim/signer.ts')
  const {dkim, relay} = place?.settings ?? {dkim: [], relay: {rewrites: []}}
  const keys = await Promise.all(dkim.map((setting) => readDkimKey(setting, {folder: place!.folder, lang})))
  return dkimSigner(keys, {rewrites: relay.rewrites})
}

/** Revoked ones too: names of mails that went out are worked out with them, and a run says that its key is one. */
async function keyOf(place: Workspace, send: SendRecord) {
  const {findTokenKey} = await import('../adapters/keys/keyring.ts')
  return findTokenKey(keysFolder(place), send.tokenKey)
}

/** Message-IDs of a send by the recipient's public id, as its mails carry them; null when its key is gone. */
export async function messageIdsOf(place: Workspace, send: SendRecord): Promise<((publicId: string) => string) | null> {
  const {messageIds} = await import('../core/sending/fill-message.ts')
  const key = await keyOf(place, send)
  if (key === null) return null
  return messageIds({content: readContent(send.content), sendId: send.publicId, contentHash: send.contentHash, key})
}

export async function reportPage(): Promise<typeof import('../adapters/report/render-page.ts')['renderSendReport']> {
  return (await import('../adapters/report/render-page.ts')).renderSendReport
}

function keysFolder({folder}: Workspace): string {
  return join(folder, '.todoke', 'keys')
}
