import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {showInDoubt, showStatus} from '../../cli/show-send.ts'
import {sendStatus} from '../../flows/send-status.ts'

export default class SendStatus extends BaseCommand {
  static override summary = 'Where a send stands: every contact of its audience is in exactly one state.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> 2026-11-news',
    '<%= config.bin %> <%= command.id %> 2026-11-news --in-doubt',
    '<%= config.bin %> <%= command.id %> 2026-11-news --json',
  ]

  static override args = {name: Args.string({required: true, ignoreStdin: true, description: 'Name of the send.'})}
  static override flags = {'in-doubt': Flags.boolean({summary: 'List the mails that are in doubt, addresses masked.'})}

  async run() {
    const {args, flags} = await this.parse(SendStatus)
    const {clock, isRunning, storeOf, workspace} = await import('../../wiring.ts')
    const place = await workspace(this.screen.lang)
    const store = await storeOf(place)
    try {
      const {send, ...status} = await sendStatus(args.name, {store})
      showStatus(send, status, this.screen, clock.now())
      if (flags['in-doubt']) await showInDoubt(store.sends.inDoubt(send.id, !(await isRunning(place))), this.screen)
      return {
        name: send.name,
        audience: send.audience,
        toSend: send.toSend,
        state: send.lastEvent,
        plannedAt: send.plannedAt,
        startedAt: send.startedAt,
        finishedAt: send.finishedAt,
        ...status,
      }
    } finally {
      await store.close()
    }
  }
}
