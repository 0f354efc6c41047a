import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../cli/base-command.ts'
import {failOnFlag, formatFlag, lawFlag} from '../cli/flags.ts'
import {lintAsJson, showLint} from '../cli/show-lint.ts'
import {dayAt} from '../core/lint/day.ts'
import {worstOf} from '../core/lint/finding.ts'
import {offeredColumns} from '../core/templates/offered-names.ts'
import {lintTemplates} from '../flows/lint-templates.ts'
import {lawsOf} from '../rulebook/laws.ts'

export default class Lint extends BaseCommand {
  static override summary = 'Check templates: opt-out link and notice, sender’s name, address, contact, placeholders.'
  static override description =
    'Reads .html, .txt and .mjml files, or folders with template.yaml, and reports what a law or our own standard finds missing, with line and column. Inside a workspace the sender and the laws come from todoke.yaml; elsewhere from the flags. Changes nothing.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> templates/news',
    '<%= config.bin %> <%= command.id %> mail.html mail.txt --sender-name 株式会社サンプル',
    '<%= config.bin %> <%= command.id %> mail.html --law jp,us --columns 氏名,会社名 --format json',
  ]

  static override strict = false
  static override args = {
    files: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'Files or template folders; several may be named.',
    }),
  }

  static override flags = {
    law: lawFlag,
    'sender-name': Flags.string({summary: 'Legal name of the sender (default: sender.name of the settings).'}),
    'sender-address': Flags.string({summary: 'Postal address of the sender, on one line.'}),
    'sender-contact': Flags.string({summary: 'Phone, mail address or URL for complaints.'}),
    'address-page': Flags.string({summary: 'Page that shows the postal address, when the mail links to it.'}),
    columns: Flags.string({
      summary: 'Names the list offers, separated by commas; a tag with any other name is then an error.',
      helpValue: 'NAME,…',
    }),
    'fail-on': failOnFlag,
    format: formatFlag,
  }

  async run() {
    const {argv, flags} = await this.parse(Lint)
    const {findWorkspace} = await import('../wiring/workspace.ts')
    const {lintNeeds} = await import('../wiring/sends.ts')
    const settings = (await findWorkspace(this.screen.lang))?.settings ?? null
    const ask = {
      paths: argv as string[],
      laws: lawsOf(namesIn(flags.law) ?? settings?.laws ?? ['jp']),
      sender: {
        name: flags['sender-name'] ?? settings?.sender.name ?? '',
        address: flags['sender-address'] ?? settings?.sender.address ?? '',
        contact: flags['sender-contact'] ?? settings?.sender.contact ?? '',
        addressPage: flags['address-page'] ?? '',
      },
      knownNames: flags.columns === undefined ? null : offeredColumns(namesIn(flags.columns, 'as-written')!),
      day: dayAt(Date.now(), 'Asia/Tokyo'),
    }
    const result = await lintTemplates(ask, await lintNeeds(this.screen.lang))
    const answer = lintAsJson(result, this.screen.lang)
    if (flags.format === 'json') this.screen.out(JSON.stringify(answer, null, 2))
    else showLint(result, this.screen)
    this.exitWith(worstOf(result.templates.flatMap(({findings}) => findings)), flags['fail-on'])
    return answer
  }
}

function namesIn(list: string | undefined, letters: 'lower' | 'as-written' = 'lower'): readonly string[] | undefined {
  const names = list
    ?.split(',')
    .map((name) => name.trim().normalize('NFC'))
    .filter((name) => name !== '')
  return letters === 'lower' ? names?.map((name) => name.toLowerCase()) : names
}
