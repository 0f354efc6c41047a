import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../cli/base-command.ts'
import {showSendReport} from '../cli/show-report.ts'
import {buildReport} from '../flows/send-status.ts'

export default class Report extends BaseCommand {
  static override summary = 'Who was mailed, who was not and why, how fast, and what the relay said.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> 2026-11-news',
    '<%= config.bin %> <%= command.id %> 2026-11-news --html report.html --lang ja',
    '<%= config.bin %> <%= command.id %> 2026-11-news --json',
  ]

  static override args = {name: Args.string({required: true, ignoreStdin: true, description: 'Name of the send.'})}
  static override flags = {
    html: Flags.string({summary: 'Write one self-contained page with pictures to this file.', helpValue: 'FILE'}),
    overwrite: Flags.boolean({summary: 'Replace the file when it is there.'}),
  }

  async run() {
    const {args, flags} = await this.parse(Report)
    const {clock, storeOf, workspace} = await import('../wiring/workspace.ts')
    const {isRunning, reportPage} = await import('../wiring/sends.ts')
    const {writeFileWhole} = await import('../wiring/files.ts')
    const place = await workspace(this.screen.lang)
    const store = await storeOf(place)
    try {
      const report = await buildReport(
        {
          name: args.name,
          version: this.config.version,
          isRunning: await isRunning(place),
          audience: place.settings.audienceCountry,
        },
        {store, clock},
      )
      if (flags.html === undefined) showSendReport(report, this.screen)
      else {
        const render = await reportPage()
        await writeFileWhole(flags.html, render(report, this.screen.lang), flags.overwrite)
        this.screen.out(this.screen.t('sending.report-written', {file: flags.html}))
      }
      if (!report.sumHolds) this.exitWithFailures()
      return report
    } finally {
      await store.close()
    }
  }
}
