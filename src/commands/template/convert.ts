import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {checkOut, renamesOf} from '../../cli/convert-flags.ts'
import {convertAsJson, showConvert} from '../../cli/show-convert.ts'
import {SYSTEMS} from '../../core/templates/convert/reading.ts'
import {convertTemplate} from '../../flows/convert-template.ts'

export default class TemplateConvert extends BaseCommand {
  static override summary = 'Turn merge tags of other sending systems into those of Todoke.'
  static override description =
    'Reads files or template folders with tags such as *|FNAME|*, %%name%%, [[name]], {{ contact.NAME }}, {% if x %} or <%= x %> and writes them with ours: values, defaults, conditions, loops, the opt-out address, the sender. What has no counterpart stays as it is, is reported with its place and what to do, and makes exit code 1; `send plan` takes no such template. One file goes to standard output unless --out names a file or folder; what was read is never changed.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> mailchimp.html --dry-run',
    '<%= config.bin %> <%= command.id %> mailchimp.html --out templates/news/body.html',
    '<%= config.bin %> <%= command.id %> old-templates --from brevo --map FNAME=name --out templates/brevo',
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
    from: Flags.option({
      summary: 'The system the tags are of (default: the one that most tags are of).',
      options: SYSTEMS,
      helpValue: 'SYSTEM',
    })(),
    out: Flags.string({
      summary: 'File or folder to write, made where missing; a folder keeps its structure.',
      helpValue: 'PATH',
    }),
    map: Flags.string({
      summary: 'Give a name of the tags another one, e.g. that of the list’s column; may be given several times.',
      helpValue: 'OLD=NEW',
      multiple: true,
      multipleNonGreedy: true,
    }),
    'dry-run': Flags.boolean({summary: 'Show each replacement with its line, write nothing.'}),
    overwrite: Flags.boolean({summary: 'Replace files that are there.'}),
  }

  async run() {
    const {argv, flags} = await this.parse(TemplateConvert)
    const {convertNeeds} = await import('../../wiring/templates.ts')
    const paths = argv as string[]
    const isDry = flags['dry-run']
    const rename = renamesOf(flags.map ?? [])
    const needs = await convertNeeds(this.screen.lang)
    const out = flags.out ?? null
    if (!isDry) await checkOut(paths, out, needs.files)
    const result = await convertTemplate(
      {paths, from: flags.from ?? null, out: isDry ? null : out, overwrite: flags.overwrite, rename},
      needs,
    )
    const how = {isDry, isToScreen: out === null && !isDry, isSaid: flags.from !== undefined}
    showConvert(result, how, this.screen)
    if (result.kept > 0) this.exitWithFailures()
    return convertAsJson(result, how, this.screen)
  }
}
