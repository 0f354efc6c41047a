import {Flags} from '@oclif/core'
import {BaseCommand} from '../cli/base-command.ts'
import {asOfFlag} from '../cli/flags.ts'
import {rulebookAsk} from '../cli/rulebook-ask.ts'
import {showRules} from '../cli/show-rules.ts'
import type {RulesAnswer} from '../flows/show-rules.ts'
import {showRules as rulesOf} from '../flows/show-rules.ts'

export default class Rules extends BaseCommand {
  static override summary = 'What is checked, and which duties of which law want it; and what is only told.'
  static override description =
    'A rule is a check that knows no law; a duty is what a law demands, and says which rule looks after it. `rules explain` takes the name of either. Works without a workspace.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --law jp,us --checked',
  ]

  static override flags = {
    law: Flags.string({
      summary: 'Only duties of these laws, by short name, separated by commas (default: all).',
      helpValue: 'jp,us',
    }),
    checked: Flags.boolean({summary: 'Only what a machine checks, without the duties that are told.'}),
    'as-of': asOfFlag,
  }

  async run(): Promise<RulesAnswer> {
    const {flags} = await this.parse(Rules)
    const ask = await rulebookAsk(flags['as-of'], this.screen.lang)
    const laws = flags.law?.split(',').map((name) => name.trim()) ?? null
    const answer = rulesOf({...ask, laws, onlyChecked: flags.checked})
    showRules(answer, this.screen)
    return answer
  }
}
