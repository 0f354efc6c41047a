import {Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {asTyped, confirmConsents} from '../../cli/confirm-consents.ts'
import {requireText} from '../../cli/flags.ts'
import {startProgress} from '../../cli/progress.ts'
import {showPurge, showPurgePreview} from '../../cli/show-purge.ts'
import {catchStopSignals} from '../../cli/stop-signals.ts'
import {dayInJapan} from '../../core/lint/day.ts'
import type {PurgeResult} from '../../flows/purge-consents.ts'
import {purgeConsents} from '../../flows/purge-consents.ts'
import {lawChoiceOf} from '../../rulebook/laws.ts'

export default class ConsentPurge extends BaseCommand {
  static override summary = 'Delete proof of consent whose time is over, and nothing that a law still wants kept.'
  static override description =
    'Looks at every person with consent events: until when each law that applies wants the proof kept, and whether the person may still be mailed. Deleted is only what is over under every law, of people who withdrew, refused, opted out, whose consent expired, or who are on no list. Of people never mailed from here the time counts from the day their record came in, since others may have mailed them. What was deleted leaves a tombstone: how much, its hashes, which law. Opt-outs stay for ever. On a terminal it shows the numbers and asks.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --dry-run',
    '<%= config.bin %> <%= command.id %> --list news --by "Yamada Hanako" --yes --json',
  ]

  static override flags = {
    'dry-run': Flags.boolean({summary: 'Show what may go and what must stay; change nothing.'}),
    list: Flags.string({summary: 'Only people on this list (default: everybody in the store).'}),
    by: Flags.string({summary: 'Who deletes, for the tombstone (default: the name of the account).'}),
    yes: Flags.boolean({char: 'y', summary: 'Do not ask; needed without a terminal.'}),
  }

  async run(): Promise<PurgeResult> {
    const {flags} = await this.parse(ConsentPurge)
    const {accountName} = await import('../../wiring/consents.ts')
    const {caseSettingOf, clock, offsetOf, showNeeds, workspace} = await import('../../wiring/workspace.ts')
    const place = await workspace(this.screen.lang)
    const {settings} = place
    const offsetMinutes = offsetOf(settings)
    const day = dayInJapan(clock.now())
    const command = `consent purge ${asTyped(this.argv)}`.trim()
    const setting = await caseSettingOf(place, {list: flags.list ?? null, purpose: null, lang: this.screen.lang})
    const needs = await showNeeds(place)
    const stop = catchStopSignals(() => this.screen.note(this.screen.t('consents.stopping')))
    const progress = startProgress(this.screen)
    try {
      const result = await purgeConsents(
        {
          ...{list: flags.list ?? null, isDryRun: flags['dry-run'], day, setting, offsetMinutes},
          by: flags.by === undefined ? await accountName() : requireText('--by', flags.by),
          choice: lawChoiceOf(settings.laws),
          audience: settings.audienceCountry,
          command: `todoke ${command}`,
          stop: stop.signal,
          onPreview: async (counts) => {
            progress.stop()
            if (flags.yes) return
            showPurgePreview(counts, day, this.screen)
            const question = this.screen.t('purge.ask', {count: counts.verdicts.deletable})
            await confirmConsents(question, command, this.screen)
          },
          onProgress: (people) => progress.show(() => this.screen.t('purge.progress', {people})),
        },
        needs,
      )
      progress.stop()
      showPurge(result, this.screen)
      return result
    } finally {
      progress.stop()
      stop.release()
      await needs.store.close()
    }
  }
}
