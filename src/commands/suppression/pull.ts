import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {startProgress} from '../../cli/progress.ts'
import {pullUrl} from '../../cli/pull-url.ts'
import {showPull} from '../../cli/show-pull.ts'
import {pullFolder} from '../../flows/pull-folder.ts'
import {pullJournal} from '../../flows/pull-journal.ts'

export default class SuppressionPull extends BaseCommand {
  static override summary = 'Take over the opt-outs that a server without the list has journalled.'
  static override description =
    'Asks the server of `todoke serve --detached` for what came since the last time. Each record is numbered and sealed with a key that the two share, so a gap, a change or another journal is refused and nothing of that answer is taken. Cut anywhere, the next pull goes on; taken twice, nothing is added. Records that nobody here can be found for are kept and shown. A journal that was damaged is carried here as a folder (scp) and named with --from: every record whose own seal holds is taken. With optOut.detached in the settings `send plan` and `send run` pull by themselves, a run every three minutes, and are refused (exit 3) when the last pull is older than maxAgeMinutes and the server cannot be reached.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> https://optout.example.com --json',
    '<%= config.bin %> <%= command.id %> --new-journal',
    '<%= config.bin %> <%= command.id %> --from old-journal',
  ]

  static override args = {
    url: Args.string({
      ignoreStdin: true,
      description: 'Address of the server (default: optOut.detached.url).',
    }),
  }

  static override flags = {
    from: Flags.string({
      summary: 'Take over what can be read of a journal in this folder, as when it was damaged; the rest is listed.',
      helpValue: 'FOLDER',
      exclusive: ['new-journal'],
    }),
    'new-journal': Flags.boolean({
      summary:
        'The journal there was begun anew or put back from a copy: take it over from the first record that is there.',
    }),
  }

  async run() {
    const {args, flags} = await this.parse(SuppressionPull)
    const {offsetOf, storeOf, workspace} = await import('../../wiring/workspace.ts')
    const {pullFolderNeeds, pullNeeds} = await import('../../wiring/pulls.ts')
    const place = await workspace(this.screen.lang)
    const url = args.url === undefined ? null : pullUrl(args.url)
    const store = await storeOf(place)
    const progress = startProgress(this.screen)
    try {
      const onProgress = (entries: number) => progress.show(() => this.screen.t('pull.progress', {entries}))
      const result =
        flags.from === undefined
          ? await pullJournal(
              {isNewJournal: flags['new-journal'] === true, onProgress},
              await pullNeeds(place, url, store, this.screen.lang),
            )
          : await pullFolder({folder: flags.from, onProgress}, await pullFolderNeeds(place, store, this.screen.lang))
      progress.stop()
      showPull(result, offsetOf(place.settings), this.screen)
      return result
    } finally {
      progress.stop()
      await store.close()
    }
  }
}
