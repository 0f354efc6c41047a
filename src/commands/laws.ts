import {BaseCommand} from '../cli/base-command.ts'
import {asOfFlag} from '../cli/flags.ts'
import {rulebookAsk} from '../cli/rulebook-ask.ts'
import {showLaws} from '../cli/show-laws.ts'
import type {LawsAnswer} from '../flows/show-laws.ts'
import {showLaws as lawsOf} from '../flows/show-laws.ts'

export default class Laws extends BaseCommand {
  static override summary = 'The laws we know: consent model, opt-out deadline, duties, and what will change.'
  static override description =
    'One line a law, and the changes announced for the next 12 months, so that no check turns stricter by surprise. `laws show` gives a law in full. Works without a workspace; in one, the laws of todoke.yaml are marked.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --as-of 2027-06-01 --json',
  ]

  static override flags = {'as-of': asOfFlag}

  async run(): Promise<LawsAnswer> {
    const {flags} = await this.parse(Laws)
    const answer = lawsOf(await rulebookAsk(flags['as-of'], this.screen.lang))
    showLaws(answer, this.screen)
    return answer
  }
}
