/** What reading opt-outs from mailboxes needs. Adapters are loaded on first use. */
import {join, relative} from 'node:path'
import type {Workspace} from './workspace.ts'
import {clock, keysFolderOf, offsetOf, storeOf} from './workspace.ts'

/** list: path of the list of unsure mails; null = its place in the workspace. */
export async function readMailNeeds(place: Workspace, list: string | null) {
  const {mailboxes} = await import('../adapters/mime/mailbox.ts')
  const {readTokenKeys} = await import('../adapters/keys/keyring.ts')
  const {unsureFile} = await import('../adapters/csv/unsure-mail.ts')
  const path = list ?? relative(process.cwd(), join(place.folder, 'rejects', 'unsure-mail.csv'))
  return {
    ...{store: await storeOf(place), clock, mailboxes, listPath: path},
    unsureFile: unsureFile(path, offsetOf(place.settings)),
    tokenKeys: () => readTokenKeys(keysFolderOf(place), place.settings.serve.revokedKeys),
  }
}
