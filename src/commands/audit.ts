import {Args} from '@oclif/core'
import {BaseCommand} from '../cli/base-command.ts'
import {encodingFlag, failOnFlag, formatFlag, lawFlag, mapFlag, sheetFlag, whereFlag} from '../cli/flags.ts'
import {auditAsJson, showAudit} from '../cli/show-audit.ts'
import {dayAt} from '../core/lint/day.ts'
import {worstOf} from '../core/lint/finding.ts'
import {auditContacts} from '../flows/audit.ts'
import {lawsOf} from '../rulebook/laws.ts'

export default class Audit extends BaseCommand {
  static override summary =
    'Check a list or a CSV file: may these people be mailed, and which columns must not be there?'
  static override description =
    'Counts per contact which basis is recorded (consent, card, trade, published), checks its proof, and looks for sensitive columns by header and values. Works on a list of the workspace or straight on a file, without a workspace. Changes nothing; values are never shown.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> news',
    '<%= config.bin %> <%= command.id %> subscribers.csv --law jp --fail-on warning',
    '<%= config.bin %> <%= command.id %> news --where "consent_at < 2020-01-01"',
    '<%= config.bin %> <%= command.id %> subscribers.csv --map "連絡先=address" --format json',
  ]

  static override args = {
    target: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'Name of a list, or path of a file (CSV, .gz, .zip, .xlsx); - reads standard input.',
    }),
  }

  static override flags = {
    law: lawFlag,
    'fail-on': failOnFlag,
    format: formatFlag,
    encoding: encodingFlag,
    sheet: sheetFlag,
    map: mapFlag,
    where: whereFlag,
  }

  async run() {
    const {args, flags} = await this.parse(Audit)
    const {auditSource} = await import('../wiring.ts')
    const {encoding, sheet, map, where} = flags
    const source = await auditSource(args.target, {encoding, sheet, map, where, lang: this.screen.lang})
    const laws = lawsOf(namesIn(flags.law) ?? source.settings?.laws ?? ['jp'])
    const audit = await auditContacts({laws, day: dayAt(Date.now(), 'Asia/Tokyo')}, source)
    const answer = auditAsJson(audit, this.screen.lang)
    if (flags.format === 'json') this.screen.out(JSON.stringify(answer, null, 2))
    else showAudit(audit, this.screen)
    this.exitWith(worstOf(audit.findings), flags['fail-on'])
    return answer
  }
}

function namesIn(law: string | undefined): readonly string[] | undefined {
  return law?.split(',').map((name) => name.trim().toLowerCase())
}
