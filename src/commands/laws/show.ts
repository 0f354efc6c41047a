import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {asOfFlag} from '../../cli/flags.ts'
import {rulebookAsk} from '../../cli/rulebook-ask.ts'
import {showLaw} from '../../cli/show-law.ts'
import type {LawPage} from '../../flows/show-laws.ts'
import {showLawPages} from '../../flows/show-laws.ts'

export default class LawsShow extends BaseCommand {
  static override summary = 'A law in full: consent, deadlines, proof, penalties, and every duty with its source.'
  static override description =
    'Facts first, then the duties by what they are about, each with its weight, since when it holds, how sure its source is, and whether it is checked or told only. Duties that depend on a fact nobody declared say so. A country code works as well as a name (GB, IT).'
  static override examples = [
    '<%= config.bin %> <%= command.id %> jp',
    '<%= config.bin %> <%= command.id %> de eu --full',
    '<%= config.bin %> <%= command.id %> ca --as-of 2020-01-01 --json',
  ]

  static override strict = false
  static override args = {
    laws: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'Laws by short name or country code; several may be named.',
    }),
  }

  static override flags = {
    'as-of': asOfFlag,
    full: Flags.boolean({summary: 'Also what each duty demands, in full.'}),
  }

  async run(): Promise<{readonly laws: readonly LawPage[]}> {
    const {argv, flags} = await this.parse(LawsShow)
    const names = (argv as string[]).flatMap((arg) => arg.split(',')).filter((name) => name !== '')
    const laws = showLawPages(names, await rulebookAsk(flags['as-of'], this.screen.lang))
    for (const [i, page] of laws.entries()) {
      if (i > 0) this.screen.out('\n')
      showLaw(page, flags.full, this.screen)
    }
    return {laws}
  }
}
