import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {confirmSettle} from '../../cli/confirm-send.ts'
import {requireSend} from '../../flows/run-send.ts'

export default class SendSettle extends BaseCommand {
  static override summary = 'Decide about mails in doubt, once you know from the relay what became of them.'
  static override description =
    'sent: they count as accepted. unsent: the next run sends them. The decision is recorded; what happened before stays in the ledger.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> 2026-11-news --assume sent',
    '<%= config.bin %> <%= command.id %> 2026-11-news --assume unsent --yes',
  ]

  static override args = {name: Args.string({required: true, ignoreStdin: true, description: 'Name of the send.'})}
  static override flags = {
    assume: Flags.string({required: true, summary: 'What to take them for.', options: ['sent', 'unsent']}),
    yes: Flags.boolean({char: 'y', summary: 'Do not ask; needed without a terminal.'}),
  }

  async run() {
    const {args, flags} = await this.parse(SendSettle)
    const {clock, storeOf, workspace} = await import('../../wiring/workspace.ts')
    const {takeLock} = await import('../../wiring/sends.ts')
    const place = await workspace(this.screen.lang)
    const store = await storeOf(place)
    try {
      const send = await requireSend(args.name, store)
      const lock = await takeLock(place, args.name)
      try {
        // What a killed run left open is in doubt too.
        await store.sends.ledger(send, clock.now()).closeUnfinished(clock.now())
        const assume = flags.assume as 'sent' | 'unsent'
        const count = (await store.sends.totals(send.id))['in-doubt']
        if (count === 0) {
          this.screen.out(this.screen.t('sending.settled-none', {name: send.name}))
          return {name: send.name, settled: 0, assume}
        }
        if (!flags.yes) await confirmSettle(send.name, count, assume, this.screen)
        const settled = await store.sends.settle(send.id, assume, clock.now())
        this.screen.out(
          this.screen.t(assume === 'sent' ? 'sending.settled-sent' : 'sending.settled-unsent', {
            count: settled,
            name: send.name,
          }),
        )
        return {name: send.name, settled, assume}
      } finally {
        lock.release()
      }
    } finally {
      await store.close()
    }
  }
}
