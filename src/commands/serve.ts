import {Flags} from '@oclif/core'
import {BaseCommand} from '../cli/base-command.ts'
import {startProgress} from '../cli/progress.ts'
import {serveProgress, showListening, showServed} from '../cli/show-serve.ts'
import {showTrouble} from '../cli/show-trouble.ts'
import {catchStopSignals} from '../cli/stop-signals.ts'
import {serveOptOuts} from '../flows/serve-opt-outs.ts'

export default class Serve extends BaseCommand {
  static override summary =
    'Answer the links in the mails and the sign-up forms: one click for the reader, safe from scanners.'
  static override description =
    'Looking at a link changes nothing; the button of a mail program (RFC 8058) or of the page records the opt-out, and the answer comes when it is on the disk. It holds from that moment on, also in a send that is running. Forms named under signUp answer at /f/NAME; their sign-ups count once they are confirmed by the link of a mail, which goes out through the relay of the settings. Runs until SIGTERM or Ctrl-C, and then finishes what has come in. Put a proxy with TLS in front and name it in serve.trustedProxies, or name certificate and key in serve.tls. /healthz tells whether it works, /metrics has figures for Prometheus.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --port 8080 --access-log access.log',
    '<%= config.bin %> <%= command.id %> --json',
  ]

  static override flags = {
    port: Flags.integer({summary: 'Port to listen on (default: serve.port, else 8470).', min: 1, max: 65535}),
    'access-log': Flags.string({
      summary: 'Append a line of JSON for each answer to this file; without tokens and full addresses.',
      helpValue: 'FILE',
    }),
  }

  async run() {
    const {flags} = await this.parse(Serve)
    const {workspace} = await import('../wiring/workspace.ts')
    const {serveNeeds, siteOf} = await import('../wiring/serve.ts')
    const {screen} = this
    const place = await workspace(screen.lang)
    const progress = startProgress(screen)
    const stop = catchStopSignals(() => screen.note(screen.t('serve.stopping')))
    const needs = await serveNeeds(place, {
      port: flags.port ?? null,
      accessLog: flags['access-log'] ?? null,
      lang: screen.lang,
      onLogLost: () => screen.note(screen.t('serve.log-lost', {file: flags['access-log'] ?? ''})),
    })
    try {
      const counts = await serveOptOuts(
        {
          site: siteOf(place),
          laws: place.settings.laws,
          stop: stop.signal,
          onListening: (url, forms) => showListening(url, forms, place, screen),
          onCount: serveProgress(progress, screen),
          onTrouble: showTrouble(screen),
        },
        needs,
      )
      progress.stop()
      showServed(counts, screen)
      return counts
    } finally {
      progress.stop()
      stop.release()
      await needs.close()
    }
  }
}
