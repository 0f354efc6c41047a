import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {confirmErase} from '../../cli/confirm-erase.ts'
import {momentsAsIso} from '../../cli/consent-json.ts'
import {showErase, showErasePreview} from '../../cli/show-erase.ts'
import {eraseContact} from '../../flows/erase-contact.ts'
import {lawChoiceOf} from '../../rulebook/laws.ts'

export default class ContactErase extends BaseCommand {
  static override summary = 'Delete one person everywhere, and keep them out for good.'
  static override description =
    'Removes the contact in every spelling that the same opt-outs bind: columns, lists, consents, opt-outs, what imports changed, and the name from old sends, whose sums stay. A keyed tombstone stays, so that no later list, merge or file of consents brings the person back; such rows are counted. Proof of consent that a law still wants is locked away, said with its last day, and deleted by the first `consent purge` after it. Then the file of the store is written anew, so that the bytes are gone. On a terminal it shows what goes and asks. Exit code 1 while another process keeps the old bytes, or a file of the workspace holds the address; 5 while a run is at work.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> taro@example.jp --dry-run',
    '<%= config.bin %> <%= command.id %> taro@example.jp --yes --json',
  ]

  static override args = {address: Args.string({required: true, ignoreStdin: true, description: 'The address.'})}

  static override flags = {
    'dry-run': Flags.boolean({summary: 'Show what would go and what must stay; change nothing.'}),
    yes: Flags.boolean({char: 'y', summary: 'Do not ask; needed without a terminal.'}),
  }

  async run() {
    const {args, flags} = await this.parse(ContactErase)
    const {caseSettingOf, offsetOf, workspace} = await import('../../wiring/workspace.ts')
    const {eraseNeeds} = await import('../../wiring/contacts.ts')
    const place = await workspace(this.screen.lang)
    const {settings} = place
    const offsetMinutes = offsetOf(settings)
    const setting = await caseSettingOf(place, {list: null, purpose: null, lang: this.screen.lang})
    const needs = await eraseNeeds(place, flags['dry-run'])
    try {
      const result = await eraseContact(
        {
          ...{address: args.address, isDryRun: flags['dry-run'], setting, offsetMinutes},
          choice: lawChoiceOf(settings.laws),
          audience: settings.audienceCountry,
          onPreview: async (told) => {
            if (flags.yes) return
            if (this.screen.isInteractive) showErasePreview(told, this.screen)
            await confirmErase(this.screen)
          },
        },
        needs,
      )
      showErase(result, offsetMinutes, this.screen)
      if (!result.isWiped || (result.files.length > 0 && !result.dryRun)) this.exitWithFailures()
      return momentsAsIso(result, offsetMinutes)
    } finally {
      await needs.release()
    }
  }
}
