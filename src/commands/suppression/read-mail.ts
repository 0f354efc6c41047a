import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {startProgress} from '../../cli/progress.ts'
import {showReadMail} from '../../cli/show-read-mail.ts'
import {maskAddress} from '../../core/sensitive/mask.ts'
import {readMailOptOuts} from '../../flows/read-mail-opt-outs.ts'

export default class SuppressionReadMail extends BaseCommand {
  static override summary = 'Take opt-outs from mailboxes: mails to the opt-out address, and replies.'
  static override description =
    'Reads maildirs, mbox files, .eml files and folders of them, and records who asks for no more mail, in Japanese, English, German, French, Spanish, Korean and Chinese; the signed token of the List-Unsubscribe header counts whoever writes. Bounces, complaints and automatic replies are counted and left alone. What is not sure goes to a list: write stop or keep into its column “decision” and run the same command again. Reading again adds nothing; no mail is moved or changed. From addresses can be forged, and an opt-out is believed all the same. Exit code 1 while mails wait for a person.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> ~/Maildir',
    '<%= config.bin %> <%= command.id %> replies.mbox optout.eml --dry-run',
    '<%= config.bin %> <%= command.id %> inbox --list unsure.csv --json',
  ]

  static override strict = false
  static override args = {
    paths: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'A maildir, a folder of .eml and .mbox files, or such a file; several may be given.',
    }),
  }

  static override flags = {
    list: Flags.string({
      summary: 'List of mails that wait for a person (default: rejects/unsure-mail.csv in the workspace).',
      helpValue: 'FILE',
    }),
    'dry-run': Flags.boolean({summary: 'Tell what would be recorded; change nothing.'}),
  }

  async run() {
    const {argv, flags} = await this.parse(SuppressionReadMail)
    const {workspace} = await import('../../wiring/workspace.ts')
    const {readMailNeeds} = await import('../../wiring/mailboxes.ts')
    const place = await workspace(this.screen.lang)
    const {sender, optOut, bounces} = place.settings
    const own = [sender.from.address, sender.replyTo, optOut.mailto, bounces?.address, sender.contact]
    const needs = await readMailNeeds(place, flags.list ?? null)
    const progress = startProgress(this.screen)
    try {
      const result = await readMailOptOuts(
        {
          paths: argv as string[],
          isDryRun: flags['dry-run'],
          places: {
            mailto: optOut.mailto,
            own: new Set(own.flatMap((address) => (address ? [address.toLowerCase()] : []))),
          },
          onProgress: (mails) => progress.show(() => this.screen.t('mail.progress', {count: mails})),
        },
        needs,
      )
      progress.stop()
      showReadMail(result, needs.listPath, this.screen)
      if (result.unsure.length > 0) this.exitWithFailures()
      const list = result.unsure.length > 0 && !result.dryRun ? needs.listPath : null
      return {
        ...result,
        unsure: result.unsure.map(({subject: _, from, ...mail}) => ({...mail, from: maskAddress(from)})),
        list,
      }
    } finally {
      progress.stop()
      await needs.store.close()
    }
  }
}
