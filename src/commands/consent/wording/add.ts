import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../../cli/base-command.ts'
import {momentsAsIso} from '../../../cli/consent-json.ts'
import {dayFlag, startOfDay} from '../../../cli/day-flags.ts'
import {showKeptWording} from '../../../cli/show-wordings.ts'
import {keepWording} from '../../../flows/keep-wording.ts'

export default class ConsentWordingAdd extends BaseCommand {
  static override summary = 'Keep the text of a form as it was shown, with its hash and its days.'
  static override description =
    'Consents name the form text they were given under; kept here it can be shown when somebody asks. The same text again changes nothing. Another text under the same name needs --from: the version before then ends on that day.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> forms/news.html --name news-form --from 2024-04-01',
    '<%= config.bin %> <%= command.id %> forms/news-2026.html --name news-form --from 2026-01-15 --language ja',
  ]

  static override args = {
    file: Args.string({required: true, ignoreStdin: true, description: 'The text or HTML file, as it was shown.'}),
  }

  static override flags = {
    name: Flags.string({required: true, summary: 'What consents call it.'}),
    from: Flags.string({summary: 'First day on which it was shown (default: today).', helpValue: 'DATE'}),
    until: Flags.string({summary: 'First day on which it was not shown any more.', helpValue: 'DATE'}),
    language: Flags.string({summary: 'Language of the text, e.g. ja or en.'}),
  }

  async run() {
    const {args, flags} = await this.parse(ConsentWordingAdd)
    const {clock, offsetOf, workspace} = await import('../../../wiring/workspace.ts')
    const {wordingNeeds} = await import('../../../wiring/consents.ts')
    const place = await workspace(this.screen.lang)
    const offsetMinutes = offsetOf(place.settings)
    const from = dayFlag('--from', flags.from, offsetMinutes)
    const until = dayFlag('--until', flags.until, offsetMinutes)
    const needs = await wordingNeeds(place, this.screen.lang)
    try {
      const today = startOfDay(clock.now(), offsetMinutes)
      const language = flags.language ?? null
      const kept = await keepWording(
        {file: args.file, name: flags.name, from, until, language, today, offsetMinutes},
        needs,
      )
      showKeptWording(kept, from !== null, offsetMinutes, this.screen)
      const {text: _, ...wording} = kept.wording
      return {
        added: kept.isNew,
        wording: momentsAsIso(wording, offsetMinutes),
        ended: kept.ended === null ? null : kept.ended.sha256,
      }
    } finally {
      await needs.store.close()
    }
  }
}
