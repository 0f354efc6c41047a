import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {asTyped, confirmConsents} from '../../cli/confirm-consents.ts'
import {lawFlag, requireText, whereFlag} from '../../cli/flags.ts'
import {startProgress} from '../../cli/progress.ts'
import {purposeNamed} from '../../cli/purpose-flag.ts'
import {showFindings} from '../../cli/show-findings.ts'
import {showPullOnTheWay} from '../../cli/show-pull.ts'
import {showRequest} from '../../cli/show-request.ts'
import {runProgress, showRun, showRunStart, withStanding} from '../../cli/show-send.ts'
import {showStrayOrigins} from '../../cli/show-stray-origins.ts'
import {catchStopSignals} from '../../cli/stop-signals.ts'
import {dayInJapan} from '../../core/lint/day.ts'
import type {PlanResult} from '../../flows/plan-send.ts'
import {requestConsent} from '../../flows/request-consent.ts'
import type {RunResult} from '../../flows/run-send.ts'
import {lawChoiceOf, lawsOf} from '../../rulebook/laws.ts'

export default class ConsentRequest extends BaseCommand {
  static override summary = 'Ask people of a list once, by mail, whether you may send them mail.'
  static override description =
    'The one mail that Japan’s law allows without consent (Anti-Spam Act art. 3(1)(ii), Ordinance art. 2(1)(ii)): only to people who gave you their address themselves, once for ever, with no advertising in it. Bought lists and addresses of third parties are refused, and so are people under laws that count such a mail as advertising (Canada, the EU …), people who opted out or refused, and reminders. The mail carries a link; `todoke serve` shows the form text there and records the consent when the person confirms. Shows the count with the reasons and asks; each mail is marked before it leaves, so that nobody is asked twice. Exit 3 when nobody may be asked.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> fair --wording booth-form --dry-run',
    '<%= config.bin %> <%= command.id %> fair --wording booth-form',
    '<%= config.bin %> <%= command.id %> fair --wording booth-form --template templates/ask --yes --json',
  ]

  static override args = {
    list: Args.string({required: true, ignoreStdin: true, description: 'Name of the list.'}),
  }

  static override flags = {
    wording: Flags.string({
      required: true,
      summary: 'Name of the form text that the link shows and that is agreed to (`consent wording add`).',
    }),
    template: Flags.string({
      summary: 'Template of class consent-request with {{confirm_url}} (default: one of ours, in Japanese or English).',
    }),
    where: whereFlag,
    purpose: Flags.string({summary: 'What for; must be a purpose of the settings (default: the first).'}),
    topic: Flags.string({summary: 'What the mail may be about later (default: all mail).'}),
    law: lawFlag,
    'dry-run': Flags.boolean({summary: 'Only count whom it would ask, with the reasons; nothing is sent or kept.'}),
    yes: Flags.boolean({char: 'y', summary: 'Do not ask; needed without a terminal.'}),
  }

  async run() {
    const {args, flags} = await this.parse(ConsentRequest)
    const {screen} = this
    const {caseSettingOf, offsetOf, workspace} = await import('../../wiring/workspace.ts')
    const {planNeeds, runNeeds, takeLock} = await import('../../wiring/sends.ts')
    const place = await workspace(screen.lang)
    const {settings} = place
    const named = flags.law?.split(',').map((name) => name.trim().toLowerCase()) ?? settings.laws
    const command = `consent request ${asTyped(this.argv)}`
    const onTesting = (records: readonly string[]) =>
      screen.note(screen.t('dkim.testing', {records: records.join(', ')}))
    const progress = startProgress(screen)
    const onPull = showPullOnTheWay(screen, progress)
    const needs = await planNeeds(place, screen.lang, onTesting, onPull)
    const stop = catchStopSignals(() => screen.note(screen.t('sending.stopping')))
    await showStrayOrigins(settings, needs.store, screen)
    let cutShort: RunResult | null = null
    let counted: ReturnType<typeof runProgress> | null = null
    try {
      const {plan, run} = await requestConsent(
        {
          list: args.list,
          wording: requireText('--wording', flags.wording),
          template: flags.template ?? null,
          language: named[0] === 'jp' ? 'ja' : 'en',
          where: flags.where ?? null,
          offsetMinutes: offsetOf(settings),
          purpose: purposeNamed(settings.purposes, flags.purpose, screen.lang)?.name ?? null,
          topic: flags.topic ?? null,
          ...{laws: lawsOf(named), choice: lawChoiceOf(named), day: dayInJapan(Date.now()), settings},
          setting: await caseSettingOf(place, {list: args.list, purpose: null, lang: screen.lang}),
          isDryRun: flags['dry-run'],
          onFindings: (findings) => {
            progress.stop()
            showFindings(
              findings.filter(({severity}) => severity !== 'info'),
              screen,
            )
          },
          onProgress: (contacts) => progress.show(() => screen.t('sending.planning', {contacts})),
          onPlanned: async (planned: PlanResult) => {
            progress.stop()
            showRequest(planned, screen)
            if (planned.send.toSend > 0 && !flags.yes)
              await confirmConsents(screen.t('request.ask', {count: planned.send.toSend}), command, screen)
          },
          run: {
            stop: stop.signal,
            perSecond: settings.limits.perSecond,
            onProgress: (now) => counted?.(now),
            onCutShort: (standing) => {
              cutShort = standing
            },
          },
        },
        {
          ...needs,
          startRun: async ({send}) => {
            const lock = await takeLock(place, send.name)
            showRunStart(send, settings, screen)
            counted = runProgress(progress, send, await needs.store.sends.totals(send.id), screen)
            return {
              ...(await runNeeds(place, needs.store, screen.lang, {onTesting, onPull})),
              release: () => lock.release(),
            }
          },
        },
      )
      progress.stop()
      if (run === null) showRequest(plan, screen)
      else {
        showRun(run, screen)
        const {rejected, deferred, 'in-doubt': inDoubt} = run.totals
        if (rejected + deferred + inDoubt > 0) this.exitWithFailures()
      }
      const {name, audience, toSend} = plan.send
      const {totals, reasons} = plan
      return {
        ...{dryRun: flags['dry-run'], name: flags['dry-run'] ? null : name, audience, toSend, reasons},
        totals: run === null ? totals : run.totals,
      }
    } catch (error) {
      progress.stop()
      if (cutShort === null) throw error
      showRun(cutShort, screen)
      throw withStanding(error, cutShort, screen)
    } finally {
      progress.stop()
      stop.release()
      await needs.store.close()
    }
  }
}
