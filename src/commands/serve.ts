import {Flags} from '@oclif/core'
import {BaseCommand} from '../cli/base-command.ts'
import {startProgress} from '../cli/progress.ts'
import {serveProgress, showDetached, showListening, showServed} from '../cli/show-serve.ts'
import {showTrouble} from '../cli/show-trouble.ts'
import {catchStopSignals} from '../cli/stop-signals.ts'
import type {ServeAsk} from '../flows/serve-opt-outs.ts'
import {serveDetached, serveOptOuts} from '../flows/serve-opt-outs.ts'
import type {DetachedChoice} from '../wiring/detached.ts'
import type {ServeChoice} from '../wiring/serve.ts'

export default class Serve extends BaseCommand {
  static override summary =
    'Answer the links in the mails and the sign-up forms: one click for the reader, safe from scanners.'
  static override description =
    'Looking at a link changes nothing; the button of a mail program (RFC 8058) or of the page records the opt-out, and the answer comes when it is on the disk. It holds from that moment on, also in a send that is running. Forms named under signUp answer at /f/NAME; their sign-ups count once they are confirmed by the link of a mail, which goes out through the relay of the settings. Runs until SIGTERM or Ctrl-C, and then finishes what has come in. Put a proxy with TLS in front and name it in serve.trustedProxies, or name certificate and key in serve.tls. /healthz tells whether it works, /metrics has figures for Prometheus. With --detached it runs on a host without the list: with the file that `todoke key serve export` made it answers the opt-out links and writes opt-outs into a journal, which `todoke suppression pull` takes over; it takes opt-outs alone: sign-up forms and confirmation links want a `todoke serve` beside the list.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --port 8080 --access-log access.log',
    '<%= config.bin %> <%= command.id %> --detached detached.json --journal journal',
    '<%= config.bin %> <%= command.id %> --json',
  ]

  static override flags = {
    port: Flags.integer({summary: 'Port to listen on (default: serve.port, else 8470).', min: 1, max: 65535}),
    'access-log': Flags.string({
      summary: 'Append a line of JSON for each answer to this file; without tokens and full addresses.',
      helpValue: 'FILE',
    }),
    detached: Flags.string({
      summary: 'Serve without list and workspace, with this file of `todoke key serve export`.',
      helpValue: 'FILE',
    }),
    journal: Flags.string({
      summary: 'With --detached: folder of the journal (default: journal).',
      helpValue: 'FOLDER',
      dependsOn: ['detached'],
    }),
  }

  async run() {
    const {flags} = await this.parse(Serve)
    const {screen} = this
    const progress = startProgress(screen)
    const stop = catchStopSignals(() => screen.note(screen.t('serve.stopping')))
    const choice = {
      port: flags.port ?? null,
      accessLog: flags['access-log'] ?? null,
      lang: screen.lang,
      onLogLost: () => screen.note(screen.t('serve.log-lost', {file: flags['access-log'] ?? ''})),
    }
    const watch = {
      stop: stop.signal,
      onCount: serveProgress(progress, screen),
      onTrouble: showTrouble(screen),
      onConfirm: (service: string, url: string) => screen.note(screen.t('serve.confirm', {service, url})),
    }
    try {
      const counts =
        flags.detached === undefined
          ? await this.#beside(choice, watch)
          : await this.#detached({...choice, file: flags.detached, journal: flags.journal ?? 'journal'}, watch)
      progress.stop()
      showServed(counts, screen)
      return counts
    } finally {
      progress.stop()
      stop.release()
    }
  }

  /** Beside the list. */
  async #beside(choice: ServeChoice, watch: Watch) {
    const {workspace} = await import('../wiring/workspace.ts')
    const {serveNeeds, siteOf} = await import('../wiring/serve.ts')
    const place = await workspace(this.screen.lang)
    const needs = await serveNeeds(place, choice)
    try {
      const {serve, laws, optOut} = place.settings
      const onListening: ServeAsk['onListening'] = (url, forms) =>
        showListening(url, {links: optOut.url, forms}, serve, this.screen)
      return await serveOptOuts({...watch, site: siteOf(place), laws, onListening}, needs)
    } finally {
      await needs.close()
    }
  }

  async #detached(choice: DetachedChoice, watch: Watch) {
    const {serveDetachedNeeds} = await import('../wiring/detached.ts')
    const needs = await serveDetachedNeeds(choice)
    try {
      const {site, serve} = needs.host
      const onListening = (url: string) => {
        showListening(url, {links: site.url, forms: []}, serve, this.screen)
        showDetached(choice.journal, needs.journal.torn, this.screen)
      }
      return await serveDetached({...watch, site, onListening}, needs)
    } finally {
      await needs.close()
    }
  }
}

type Watch = Pick<ServeAsk, 'stop' | 'onCount' | 'onTrouble' | 'onConfirm'>
