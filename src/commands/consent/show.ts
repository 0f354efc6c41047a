import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {consentAnswerAsJson, momentsAsIso} from '../../cli/consent-json.ts'
import {dayFlag} from '../../cli/day-flags.ts'
import {showConsentAnswer} from '../../cli/show-consent.ts'
import {dayInJapan} from '../../core/lint/day.ts'
import {showConsent} from '../../flows/show-consent.ts'
import {lawChoiceOf} from '../../rulebook/laws.ts'

export default class ConsentShow extends BaseCommand {
  static override summary = 'Why did you mail this person? Everything recorded of one address, judged by each law.'
  static override description =
    'Shows who agreed when, how, where and under which wording, the imports and statements it came by, lists, opt-outs that hold, the mails that were sent, what each law that applies makes of it with its source, and until when the proof must be kept. Exit code 1 when a law says no, an opt-out holds, or nothing is known. --as-of judges by the law and the record of a day gone by.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> taro@example.jp',
    '<%= config.bin %> <%= command.id %> taro@example.jp --as-of 2025-06-01 --json',
  ]

  static override args = {address: Args.string({required: true, ignoreStdin: true, description: 'The address.'})}

  static override flags = {
    'as-of': Flags.string({summary: 'Judge as it was on that day (default: now).', helpValue: 'DATE'}),
  }

  async run() {
    const {args, flags} = await this.parse(ConsentShow)
    const {caseSettingOf, clock, offsetOf, showNeeds, workspace} = await import('../../wiring/workspace.ts')
    const place = await workspace(this.screen.lang)
    const {settings} = place
    const offsetMinutes = offsetOf(settings)
    const said = dayFlag('--as-of', flags['as-of'], offsetMinutes)
    const asOf = said ?? clock.now()
    const setting = await caseSettingOf(place, {list: null, purpose: null, lang: this.screen.lang})
    const needs = await showNeeds(place)
    try {
      const answer = await showConsent(
        {
          ...{address: args.address, asOf, isPast: said !== null, setting, offsetMinutes},
          day: dayInJapan(asOf),
          choice: lawChoiceOf(settings.laws),
          audience: settings.audienceCountry,
        },
        needs,
      )
      showConsentAnswer(answer, offsetMinutes, this.screen)
      const isStopped = answer.suppressions.some(({scope}) => scope === 'all')
      const isFine = answer.verdict === 'valid' || answer.verdict === 'weak'
      if (answer.record === null || isStopped || !isFine) this.exitWithFailures()
      return momentsAsIso(consentAnswerAsJson(answer, this.screen.lang), offsetMinutes)
    } finally {
      await needs.store.close()
    }
  }
}
