import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {confirmSend} from '../../cli/confirm-send.ts'
import {startProgress} from '../../cli/progress.ts'
import {showFolder} from '../../cli/show-folder.ts'
import {showPullOnTheWay} from '../../cli/show-pull.ts'
import {runProgress, showRun, showRunStart, withStanding} from '../../cli/show-send.ts'
import {catchStopSignals} from '../../cli/stop-signals.ts'
import {AppError} from '../../errors.ts'
import type {RunResult} from '../../flows/run-send.ts'
import {requireSend, runSend} from '../../flows/run-send.ts'
import {sendToFolder} from '../../flows/send-to-folder.ts'

export default class SendRun extends BaseCommand {
  static override summary = 'Carry a planned send out, or go on with one that was stopped.'
  static override description =
    'Marks each recipient durably before the mail is released, checks opt-outs in the same step, and records every outcome. Ctrl-C finishes what is open; running again goes on. Mails whose last reply was lost are in doubt: they are listed and never silently sent again.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> 2026-11-news',
    '<%= config.bin %> <%= command.id %> 2026-11-news --confirm 2026-11-news:17400',
    '<%= config.bin %> <%= command.id %> 2026-11-news --confirm 2026-11-news:17400 --json',
    '<%= config.bin %> <%= command.id %> 2026-11-news --to-folder out --sample 20',
  ]

  static override args = {name: Args.string({required: true, ignoreStdin: true, description: 'Name of the send.'})}

  static override flags = {
    confirm: Flags.string({
      summary: 'Says that this many real mails are meant; needed without a terminal.',
      helpValue: 'NAME:COUNT',
    }),
    'to-folder': Flags.string({
      summary: 'Send nothing: write the mails that would go out as .eml files into this folder, new or empty.',
      helpValue: 'FOLDER',
      exclusive: ['confirm'],
    }),
    limit: Flags.integer({summary: 'With --to-folder: only the first so many.', min: 1, exclusive: ['sample']}),
    sample: Flags.integer({
      summary: 'With --to-folder: so many by chance, of one send always the same.',
      min: 1,
    }),
  }

  async run() {
    const {args, flags} = await this.parse(SendRun)
    if (flags['to-folder'] !== undefined) return this.toFolder(args.name, flags['to-folder'], flags)
    for (const flag of ['limit', 'sample'] as const)
      if (flags[flag] !== undefined)
        throw new AppError('FLAG_MISSING', {
          flag: '--to-folder',
          usage: `send run NAME --to-folder FOLDER --${flag} ${flags[flag]}`,
          command: 'send run',
        })
    const {clock, storeOf, workspace} = await import('../../wiring/workspace.ts')
    const {runNeeds, takeLock} = await import('../../wiring/sends.ts')
    const place = await workspace(this.screen.lang)
    const store = await storeOf(place)
    try {
      const send = await requireSend(args.name, store)
      const before = await store.sends.totals(send.id)
      const left = before.planned + before.deferred
      await confirmSend(send, left, flags.confirm ?? null, place.settings, this.screen)
      const lock = await takeLock(place, args.name)
      const stop = catchStopSignals(() => this.screen.note(this.screen.t('sending.stopping')))
      const progress = startProgress(this.screen)
      let cutShort: RunResult | null = null
      try {
        showRunStart(send, place.settings, this.screen)
        const support = await runNeeds(place, store, this.screen.lang, {
          onTesting: (records) => this.screen.note(this.screen.t('dkim.testing', {records: records.join(', ')})),
          onPull: showPullOnTheWay(this.screen, progress),
        })
        const result = await runSend(
          {
            send,
            stop: stop.signal,
            perSecond: place.settings.limits.perSecond,
            onProgress: runProgress(progress, send, await store.sends.totals(send.id), this.screen),
            onCutShort: (standing) => {
              cutShort = standing
            },
          },
          {store, clock, ...support},
        )
        progress.stop()
        showRun(result, this.screen)
        const {rejected, deferred, 'in-doubt': inDoubt} = result.totals
        if (rejected + deferred + inDoubt > 0) this.exitWithFailures()
        const {send: _, ...rest} = result
        return {name: send.name, audience: send.audience, ...rest}
      } catch (error) {
        progress.stop()
        if (cutShort === null) throw error
        showRun(cutShort, this.screen)
        throw withStanding(error, cutShort, this.screen)
      } finally {
        progress.stop()
        stop.release()
        lock.release()
      }
    } finally {
      await store.close()
    }
  }

  private async toFolder(
    name: string,
    folder: string,
    {
      limit = null,
      sample = null,
    }: {readonly limit?: number | null | undefined; readonly sample?: number | null | undefined},
  ) {
    const {storeOf, workspace} = await import('../../wiring/workspace.ts')
    const {folderNeeds} = await import('../../wiring/sends.ts')
    const place = await workspace(this.screen.lang)
    const store = await storeOf(place)
    const stop = catchStopSignals(() => this.screen.note(this.screen.t('sending.folder-stopping')))
    const progress = startProgress(this.screen)
    try {
      const send = await requireSend(name, store)
      const onProgress = (count: number) => progress.show(() => this.screen.t('sending.folder-progress', {count}))
      const ask = {send, folder, limit, sample, stop: stop.signal, onProgress}
      const result = await sendToFolder(ask, {store, ...(await folderNeeds(place, this.screen.lang))})
      progress.stop()
      showFolder(result, name, this.screen)
      if (Object.keys(result.unfillable).length > 0) this.exitWithFailures()
      return {name, audience: send.audience, ...result}
    } finally {
      progress.stop()
      stop.release()
      await store.close()
    }
  }
}
