import {Args} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {safe} from '../../cli/flag-errors.ts'
import {asOfFlag} from '../../cli/flags.ts'
import {rulebookAsk} from '../../cli/rulebook-ask.ts'
import {explainedAsJson, showExplained} from '../../cli/show-rule.ts'
import {AppError} from '../../errors.ts'
import {explainRule} from '../../flows/show-rules.ts'

export default class RulesExplain extends BaseCommand {
  static override summary = 'Explain a duty or a check: what is demanded, why it weighs so much, and the way out.'
  static override description =
    'Takes the id that a finding shows (jp/consent-record) or the name of a check (consent-record): what the law demands and since when, what is looked at, what the findings say and what to do, which fact must be declared, the penalties, and the sources with their addresses.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> jp/consent-record',
    '<%= config.bin %> <%= command.id %> opt-out-link',
    '<%= config.bin %> <%= command.id %> in/dpdp --as-of 2027-06-01 --json',
  ]

  static override args = {
    id: Args.string({required: true, ignoreStdin: true, description: 'Id of a duty, or name of a check.'}),
  }

  static override flags = {'as-of': asOfFlag}

  async run() {
    const {args, flags} = await this.parse(RulesExplain)
    const explained = explainRule(args.id, await rulebookAsk(flags['as-of'], this.screen.lang))
    if (explained.kind === 'unknown') {
      const details = explained.near.map((name) => this.screen.t('help.guess', {name}))
      throw new AppError('RULE_UNKNOWN', {given: safe(args.id)}, {details})
    }
    showExplained(explained, this.screen)
    return explainedAsJson(explained, this.screen)
  }
}
