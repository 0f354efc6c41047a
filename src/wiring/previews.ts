/** What a preview, its files and its test mail need. Adapters are loaded on first use. */
import {resolve} from 'node:path'
import {isAddress, parseAddress} from '../core/contacts/address.ts'
import {pictureFile} from '../core/picture-file.ts'
import {messageFiller} from '../core/sending/fill-message.ts'
import {NOBODY} from '../core/sending/nobody.ts'
import type {SendContent} from '../core/sending/send-content.ts'
import type {Settings} from '../core/settings.ts'
import type {Lang} from '../i18n/text.ts'
import type {FilePerson} from '../ports/previews.ts'
import {LAWS} from '../rulebook/laws.ts'
import {writeFileWhole} from './files.ts'
import {freezeNeeds, lintNeeds, relayOf, signerOf} from './sends.ts'
import type {Workspace} from './workspace.ts'
import {clock, spoolRoomOf, storeOf} from './workspace.ts'

/** For `preview`; place: null outside of a workspace. wantsStore: somebody is looked up in it. */
export async function previewNeeds(place: Workspace | null, wantsStore: boolean, lang: Lang) {
  const {readMessage} = await import('../adapters/mime/read-message.ts')
  const freeze = await freezeNeeds(lang)
  return {
    ...freeze,
    templates: (await lintNeeds(lang)).templates,
    store: place === null || !wantsStore ? null : await storeOf(place),
    clock,
    readMail: readMessage,
    readPerson: (file: string, row: number | null) => personIn(file, row, place, lang),
    async mailMaker(content: SendContent) {
      const {buildSkeleton} = await import('../adapters/mime/build-skeleton.ts')
      const {sendId, publicId, key} = NOBODY
      const fill = messageFiller({
        skeleton: await buildSkeleton(content, sendId),
        content,
        charset: await freeze.charsetOf(content.charset),
        sendId,
        contentHash: freeze.hash(JSON.stringify(content)),
        key,
        sign: await signerOf(place, lang),
      })
      return ({address, data}: {readonly address: string; readonly data: object}, dateMs: number) =>
        fill({publicId, address, attributes: JSON.stringify(data)}, dateMs)
    },
  }
}

async function personIn(file: string, row: number | null, place: Workspace | null, lang: Lang): Promise<FilePerson> {
  if (/\.json$/i.test(file)) {
    const {readData} = await import('../adapters/files/read-data.ts')
    const data = await readData(file, lang)
    const {email} = data
    const isUsable = typeof email === 'string' && isAddress(parseAddress(email))
    return {row: null, address: isUsable ? email.trim() : null, data, names: null}
  }
  const {readRowPerson} = await import('../adapters/csv/read-person.ts')
  return readRowPerson(file, row ?? 1, await spoolRoomOf(place))
}

/** The settings of a workspace as `init` would make it, for a preview outside of one. */
export async function exampleSettings(lang: Lang): Promise<Settings> {
  const {workspaceMaker} = await import('../adapters/settings/make-workspace.ts')
  return workspaceMaker({laws: LAWS.map((law) => law.id), lang}).draft({}).settings
}

/**
 * One picture of the HTML by width and scheme, each in a file `NAME-600-light.png`. isSame: dark looks as light does.
 * Throws BROWSER_*, FILE_EXISTS, FOLDER_MISSING.
 */
export async function writePictures(html: string, file: string, overwrite: boolean) {
  const {takePictures} = await import('../adapters/browser/take-pictures.ts')
  const taken = await takePictures(html)
  const pictures = []
  for (const {png, ...picture} of taken) {
    const path = pictureFile(file, picture)
    await writeFileWhole(path, png, overwrite)
    pictures.push({file: path, ...picture})
  }
  const twin = ({width}: {width: number}) => taken.find((each) => each.width === width && each.scheme === 'dark')!
  const isSame = taken.every((each) => Buffer.compare(each.png, twin(each).png) === 0)
  return {pictures, isSame}
}

/** False where the desktop has no program for it. */
export async function openInBrowser(file: string): Promise<boolean> {
  return (await import('../adapters/system/open-file.ts')).openFile(resolve(file))
}

export async function testSenderOf(place: Workspace, lang: Lang) {
  const {testSender} = await import('../adapters/smtp/send-test.ts')
  return testSender(await relayOf(place, lang))
}
