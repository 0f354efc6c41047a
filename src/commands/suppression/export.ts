import {Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {checkExportFlags} from '../../cli/show-export.ts'
import {checkSuppressionExport, showSuppressionExport} from '../../cli/show-suppression-export.ts'
import type {ExportService} from '../../core/suppression/export-forms.ts'
import {EXPORT_SERVICES} from '../../core/suppression/export-forms.ts'
import type {HashAlgorithm} from '../../core/suppression/hash-forms.ts'
import {HASH_ALGORITHMS} from '../../core/suppression/hash-forms.ts'
import {exportSuppressions} from '../../flows/export-suppressions.ts'

export default class SuppressionExport extends BaseCommand {
  static override summary = 'Write the opt-outs: plain, hashed, or as a service takes them in.'
  static override description =
    'To standard output, or with --out to a file that only you can read. Each address is written in every spelling the store knows of the person, since services match exactly. Where a form has no place for domains and hashes, the contacts they bind are written by address, and how many entries were left out is told. With --since MARK only what changed after an export before, with a column that says added or removed; the mark for the next time is printed. A hash is still personal data: SHA-256 unless the other side wants another.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --out optouts.csv',
    '<%= config.bin %> <%= command.id %> --for mailchimp --out mailchimp.csv',
    '<%= config.bin %> <%= command.id %> --hashed sha256 --topic sale --out partner.csv',
    '<%= config.bin %> <%= command.id %> --since 120.3.5f0e8c1a --out changes.csv --json',
  ]

  static override flags = {
    out: Flags.string({
      summary: 'File to write, readable by you alone; it appears when it is whole (default: standard output).',
      helpValue: 'FILE',
    }),
    overwrite: Flags.boolean({summary: 'Replace the file when it is there.'}),
    for: Flags.string({summary: 'The columns that this service takes in.', options: [...EXPORT_SERVICES]}),
    hashed: Flags.string({
      summary: 'One column of hashes of the addresses in lower case.',
      options: [...HASH_ALGORITHMS],
    }),
    topic: Flags.string({
      summary: 'What holds for mail of this topic, opt-outs of all mail included.',
      helpValue: 'NAME',
    }),
    since: Flags.string({summary: 'Only what changed since the export that printed this mark.', helpValue: 'MARK'}),
    raw: Flags.boolean({summary: 'Write cells as they are, also those a spreadsheet would run as formulas.'}),
  }

  async run() {
    const {flags} = await this.parse(SuppressionExport)
    const {exportNeeds} = await import('../../wiring/lists.ts')
    const {offsetOf, workspace} = await import('../../wiring/workspace.ts')
    const out = flags.out ?? null
    checkExportFlags({out, encoding: 'utf-8', bom: false, isJson: this.jsonEnabled()})
    checkSuppressionExport(flags)
    const place = await workspace(this.screen.lang)
    const needs = await exportNeeds(place)
    try {
      const result = await exportSuppressions(
        {
          out,
          overwrite: flags.overwrite,
          encoding: 'utf-8',
          hasBom: false,
          delimiter: ',',
          service: (flags.for ?? null) as ExportService | null,
          hashed: (flags.hashed ?? null) as HashAlgorithm | null,
          topic: flags.topic ?? null,
          since: flags.since ?? null,
          offsetMinutes: offsetOf(place.settings),
          raw: flags.raw,
        },
        needs,
      )
      showSuppressionExport(result, this.screen)
      return result
    } finally {
      await needs.store.close()
    }
  }
}
