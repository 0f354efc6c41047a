import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {asTyped, confirmConsents} from '../../cli/confirm-consents.ts'
import {pastDayFlag} from '../../cli/day-flags.ts'
import {datesFlag, requireText, whereFlag} from '../../cli/flags.ts'
import {startProgress} from '../../cli/progress.ts'
import {purposeNamed} from '../../cli/purpose-flag.ts'
import {showDeclared, showDeclarePreview} from '../../cli/show-declare.ts'
import {catchStopSignals} from '../../cli/stop-signals.ts'
import type {Basis} from '../../core/contacts/consent.ts'
import {BASES} from '../../core/contacts/consent.ts'
import type {DateReading} from '../../core/contacts/read-moment.ts'
import type {DeclareResult} from '../../flows/declare-consents.ts'
import {declareConsents} from '../../flows/declare-consents.ts'

export default class ConsentDeclare extends BaseCommand {
  static override summary = 'State for many people at once under which form text their consent came.'
  static override description =
    'For lists without a record per person: one append-only statement, with the form text that was shown (Ordinance under the Anti-Spam Act, art. 4(1)(ii)). Whoever refused, withdrew or opted out is left alone; so is whoever was asked and never answered, had a consent that ran out, came from a bought or collected list, or has a full record of their own. Such a consent is weak until `consent wording add` keeps the text that covers its day. On a terminal it shows the number and asks.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> news --where "consent is empty" --basis consent --wording news-form --at-column 登録日 --by "Yamada Hanako"',
    '<%= config.bin %> <%= command.id %> fair --basis card --wording booth-form --at 2025-10-03 --method paper --by "Yamada Hanako" --yes',
  ]

  static override args = {
    list: Args.string({required: true, ignoreStdin: true, description: 'Name of the list.'}),
  }

  static override flags = {
    where: whereFlag,
    basis: Flags.string({required: true, summary: 'Why mailing is allowed.', options: [...BASES]}),
    wording: Flags.string({required: true, summary: 'Name of the form text that was shown.'}),
    purpose: Flags.string({summary: 'What the data was collected for (default: the first purpose of the settings).'}),
    method: Flags.string({summary: 'How consent came, e.g. web_form, paper.'}),
    source: Flags.string({summary: 'Where it came, e.g. the address of the form or the name of a fair.'}),
    at: Flags.string({summary: 'The day, where it is the same for all.', helpValue: 'DATE', exclusive: ['at-column']}),
    'at-column': Flags.string({summary: "Column of the list that holds each one's day.", helpValue: 'COLUMN'}),
    dates: datesFlag,
    by: Flags.string({required: true, summary: 'Who states it.'}),
    yes: Flags.boolean({char: 'y', summary: 'Do not ask; needed without a terminal.'}),
  }

  async run(): Promise<DeclareResult> {
    const {args, flags} = await this.parse(ConsentDeclare)
    const {caseSettingOf, clock, offsetOf, showNeeds, workspace} = await import('../../wiring/workspace.ts')
    const place = await workspace(this.screen.lang)
    const offsetMinutes = offsetOf(place.settings)
    const {origin} = await caseSettingOf(place, {list: args.list, purpose: null, lang: this.screen.lang})
    const at = pastDayFlag('--at', flags.at, {offsetMinutes, now: clock.now()})
    const purpose = purposeNamed(place.settings.purposes, flags.purpose, this.screen.lang)?.name ?? null
    const by = requireText('--by', flags.by)
    const said = {basis: flags.basis as Basis, by, wording: requireText('--wording', flags.wording)}
    const command = `consent declare ${asTyped(this.argv)}`
    const needs = await showNeeds(place)
    const stop = catchStopSignals(() => this.screen.note(this.screen.t('consents.stopping')))
    const progress = startProgress(this.screen)
    try {
      const result = await declareConsents(
        {
          ...{list: args.list, origin, where: flags.where ?? null, ...said, at, atColumn: flags['at-column'] ?? null},
          purpose,
          method: flags.method ?? null,
          source: flags.source ?? null,
          dates: (flags.dates as DateReading | undefined) ?? 'ymd',
          offsetMinutes,
          command: `todoke ${command}`,
          stop: stop.signal,
          onPreview: async (preview) => {
            progress.stop()
            if (flags.yes) return
            showDeclarePreview(preview, said, this.screen)
            await confirmConsents(this.screen.t('declare.ask'), command, this.screen)
          },
          onProgress: (contacts) => progress.show(() => this.screen.t('declare.progress', {contacts})),
        },
        needs,
      )
      progress.stop()
      showDeclared(result, said, this.screen)
      return result
    } finally {
      progress.stop()
      stop.release()
      await needs.store.close()
    }
  }
}
