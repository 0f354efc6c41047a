import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {showInDoubt} from '../../cli/show-in-doubt.ts'
import {showStatus} from '../../cli/show-send.ts'
import {sendStatus} from '../../flows/send-status.ts'

export default class SendStatus extends BaseCommand {
  static override summary = 'Where a send stands: every contact of its audience is in exactly one state.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> 2026-11-news',
    '<%= config.bin %> <%= command.id %> 2026-11-news --in-doubt',
    '<%= config.bin %> <%= command.id %> 2026-11-news --json',
  ]

  static override args = {name: Args.string({required: true, ignoreStdin: true, description: 'Name of the send.'})}
  static override flags = {
    'in-doubt': Flags.boolean({summary: 'List the mails that are in doubt, with Message-ID, addresses masked.'}),
  }

  async run() {
    const {args, flags} = await this.parse(SendStatus)
    const {isRunning, messageIdsOf} = await import('../../wiring/sends.ts')
    const {storeOf, workspace} = await import('../../wiring/workspace.ts')
    const place = await workspace(this.screen.lang)
    const store = await storeOf(place)
    try {
      const {send, ...status} = await sendStatus(args.name, {store})
      const isLive = await isRunning(place)
      showStatus(send, status, this.screen, isLive)
      const inDoubt = flags['in-doubt']
        ? await showInDoubt(store.sends.inDoubt(send.id, !isLive), await messageIdsOf(place, send), this.screen)
        : null
      return {
        name: send.name,
        segment: send.segment,
        audience: send.audience,
        toSend: send.toSend,
        state: send.lastEvent,
        plannedAt: send.plannedAt,
        startedAt: send.startedAt,
        finishedAt: send.finishedAt,
        isRunning: isLive,
        ...status,
        ...(inDoubt === null ? {} : {inDoubt}),
      }
    } finally {
      await store.close()
    }
  }
}
