import {Flags} from '@oclif/core'
import {BaseCommand} from '../cli/base-command.ts'
import {showDemoEnd, showDemoStart, showDemoStep} from '../cli/show-demo.ts'
import {catchStopSignals} from '../cli/stop-signals.ts'
import type {DemoResult} from '../flows/run-demo.ts'
import {runDemo} from '../flows/run-demo.ts'

export default class Demo extends BaseCommand {
  static override summary =
    'Watch the whole journey on invented people: list, audit, opt-outs, lint, plan, send, report.'
  static override description =
    'Makes a temporary workspace with a Shift_JIS list full of everyday faults, runs the real commands against a relay on this machine, and proves at the end what the relay saw. Nothing leaves the machine.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --contacts 2000 --lang ja',
  ]

  static override flags = {
    contacts: Flags.integer({summary: 'Rows of the invented list.', default: 20_000, min: 100, max: 1_000_000}),
    folder: Flags.string({summary: 'Where the workspace is made (default: a new temporary folder).'}),
  }

  async run(): Promise<DemoResult> {
    const {flags} = await this.parse(Demo)
    const {demoNeeds} = await import('../wiring/start.ts')
    const stop = catchStopSignals(() => this.screen.note(this.screen.t('demo.stopping')))
    const needs = await demoNeeds(
      this.screen.lang,
      flags.folder ?? null,
      stop.signal,
      this.jsonEnabled() ? 'stderr' : 'stdout',
    )
    try {
      showDemoStart(needs.folder, flags.contacts, this.screen)
      const result = await runDemo(
        {contacts: flags.contacts, stop: stop.signal, onStep: (step) => showDemoStep(step, this.screen)},
        needs,
      )
      showDemoEnd(result, this.screen)
      if (!result.isProven) this.exitWithFailures()
      return result
    } finally {
      stop.release()
      await needs.close()
    }
  }
}
