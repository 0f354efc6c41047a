import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../cli/base-command.ts'
import {confirmTest, requireSaid} from '../cli/confirm-test.ts'
import {requirePng, whoOf} from '../cli/preview-flags.ts'
import {GMAIL_BYTES, showFaults, showPreview} from '../cli/show-preview.ts'
import {showOpened, showPictures, showTested, showWritten} from '../cli/show-preview-files.ts'
import {inlinePictures} from '../core/templates/inline-pictures.ts'
import {AppError} from '../errors.ts'
import type {MailPreview, MailPreviewNeeds} from '../flows/preview-mail.ts'
import {previewMail} from '../flows/preview-mail.ts'
import {sendTest} from '../flows/send-test.ts'

interface OutputFlags {
  readonly eml?: string | undefined
  readonly html?: string | undefined
  readonly open: boolean
  readonly png?: string | undefined
  readonly overwrite: boolean
}

export default class Preview extends BaseCommand {
  static override summary = 'Look at a mail before it is sent: on the screen, as files, as pictures, as one test mail.'
  static override description =
    'Makes the very mail that a contact of a list, a row of a file or a JSON object would get, and shows headers, text and HTML as a mail program reads them. Without any of these each name stands for itself. Works without a workspace too, then with an example sender. What stops a mail (an empty value, a bad date) is told with the file and line of the tag, exit 1. The opt-out link and the ids of a preview are nobody’s, so a test never opts anyone out. Changes nothing in the store.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> templates/news-en',
    '<%= config.bin %> <%= command.id %> templates/news-en --list news --to taro@example.jp --html news.html --open',
    '<%= config.bin %> <%= command.id %> mail.html --data people.csv --row 3 --png mail.png',
    '<%= config.bin %> <%= command.id %> templates/news-en --list news --row 1 --send-to me@example.jp',
  ]

  static override args = {
    template: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'Folder with template.yaml, or one .html, .txt or .mjml file.',
    }),
  }

  static override flags = {
    list: Flags.string({summary: 'Show the mail to a contact of this list (default: its first).'}),
    to: Flags.string({summary: 'The contact of --list with this address.', helpValue: 'ADDRESS', exclusive: ['row']}),
    row: Flags.integer({summary: 'The contact of --list or the row of --data with this number, from 1.', min: 1}),
    data: Flags.string({
      summary: 'Take the values from a file: a .json object, or a list file of which --row is one row.',
      helpValue: 'FILE',
      exclusive: ['list', 'to'],
    }),
    subject: Flags.string({summary: 'Subject, when the template brings none or another is wanted.'}),
    topic: Flags.string({
      summary: "What the mail is about; opt-outs of that topic are told (default: the template's).",
    }),
    full: Flags.boolean({summary: 'Print all of the HTML.'}),
    eml: Flags.string({summary: 'Write the mail byte for byte.', helpValue: 'FILE'}),
    html: Flags.string({summary: 'Write the HTML part with its pictures inside.', helpValue: 'FILE'}),
    open: Flags.boolean({summary: 'Open the file of --html with the program of this desktop.'}),
    png: Flags.string({
      summary:
        'Write pictures 600 and 375 pixels wide, light and dark: FILE-600-light.png … Needs Chromium, Chrome or Edge.',
      helpValue: 'FILE',
    }),
    overwrite: Flags.boolean({summary: 'Replace files that are there.'}),
    'send-to': Flags.string({
      summary: 'Send one test mail of exactly this to an address of yours, through the relay of the settings.',
      helpValue: 'ADDRESS',
    }),
    yes: Flags.boolean({summary: 'Send the test mail without asking; needed without a terminal.'}),
  }

  async run() {
    const {args, flags} = await this.parse(Preview)
    const {screen} = this
    const {exampleSettings, previewNeeds} = await import('../wiring/previews.ts')
    const {findWorkspace, workspace} = await import('../wiring/workspace.ts')
    const who = whoOf(flags)
    if (flags.open && flags.html === undefined)
      throw new AppError('FLAG_MISSING', {
        flag: '--html',
        usage: 'preview TEMPLATE --html FILE --open',
        command: 'preview',
      })
    requirePng(flags.png)
    if (flags['send-to'] !== undefined) requireSaid(flags.yes, screen)
    const wantsStore = who.kind === 'contact' || flags['send-to'] !== undefined
    const place = wantsStore ? await workspace(screen.lang) : await findWorkspace(screen.lang)
    const needs = await previewNeeds(place, wantsStore, screen.lang)
    try {
      const {template} = args
      const settings = place?.settings ?? (await exampleSettings(screen.lang))
      const ask = {template, subject: flags.subject ?? null, topic: flags.topic ?? null, who, settings}
      const preview = await previewMail(ask, needs)
      if (preview.mail === null) {
        showFaults(preview, template, screen)
        this.exitWithFailures()
        return answerOf(preview, {files: [], pictures: []}, null)
      }
      showPreview(preview, {template, isFull: flags.full, isOutside: place === null}, screen)
      const written = await this.write(preview, template, flags)
      const test = flags['send-to'] === undefined ? null : await this.test(preview, needs, flags['send-to'], flags.yes)
      return answerOf(preview, written, test)
    } finally {
      await needs.store?.close()
    }
  }

  private async write(preview: MailPreview, template: string, flags: OutputFlags) {
    const {screen} = this
    const {openInBrowser, writePictures} = await import('../wiring/previews.ts')
    const {writeFileWhole} = await import('../wiring/files.ts')
    const {bytes, html, files} = preview.mail!
    const asked = flags.html === undefined ? (flags.png === undefined ? null : '--png') : '--html'
    if (html === null && asked !== null) throw new AppError('HTML_MISSING', {template, flag: asked})
    const written: string[] = []
    if (flags.eml !== undefined) {
      await writeFileWhole(flags.eml, bytes, flags.overwrite)
      written.push(flags.eml)
      showWritten(flags.eml, screen)
    }
    const page = inlinePictures(html ?? '', files)
    if (flags.html !== undefined) {
      // By the mark a browser reads it as UTF-8, whatever the mail says of itself.
      await writeFileWhole(flags.html, `\ufeff${page}`, flags.overwrite)
      written.push(flags.html)
      showWritten(flags.html, screen)
      if (flags.open) showOpened(flags.html, await openInBrowser(flags.html), screen)
    }
    if (flags.png === undefined) return {files: written, pictures: []}
    const {pictures, isSame} = await writePictures(page, flags.png, flags.overwrite)
    showPictures(pictures, isSame, screen)
    return {files: written, pictures}
  }

  private async test({content, topic, person}: MailPreview, needs: MailPreviewNeeds, to: string, isSure: boolean) {
    const {testSenderOf} = await import('../wiring/previews.ts')
    const {workspace} = await import('../wiring/workspace.ts')
    const {screen} = this
    const place = await workspace(screen.lang)
    const relay = `${place.settings.relay.host}:${place.settings.relay.port}`
    const sender = await testSenderOf(place, screen.lang)
    const {data} = person
    const confirm = () => confirmTest({to, relay, isSure}, screen)
    const size = await sendTest({to, content, topic, data, confirm}, {...needs, store: needs.store!, sender})
    showTested({to, relay, size}, screen)
    return {relay, bytes: size}
  }
}

function answerOf(
  {person, mail, faults, empty, examples}: MailPreview,
  {files, pictures}: {readonly files: readonly string[]; readonly pictures: readonly object[]},
  test: object | null,
) {
  const {kind, of, row, optOut} = person
  const htmlBytes = mail === null || mail.html === null ? 0 : Buffer.byteLength(mail.html)
  return {
    person: {kind, of, row, optOut},
    examples,
    empty,
    faults,
    mail:
      mail === null
        ? null
        : {
            returnPath: mail.returnPath,
            headers: mail.headers.map(([name, value]) => ({name, value})),
            text: mail.text,
            html: mail.html,
            parts: mail.parts,
            bytes: mail.bytes.length,
            htmlBytes,
            isCutByGmail: htmlBytes > GMAIL_BYTES,
          },
    files,
    pictures,
    test,
  }
}
