import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {lawFlag, whereFlag} from '../../cli/flags.ts'
import {startProgress} from '../../cli/progress.ts'
import {purposeNamed} from '../../cli/purpose-flag.ts'
import type {Screen} from '../../cli/screen.ts'
import {messageOf, showFindings} from '../../cli/show-findings.ts'
import {showPullOnTheWay} from '../../cli/show-pull.ts'
import {showPlan} from '../../cli/show-send.ts'
import {showStrayOrigins} from '../../cli/show-stray-origins.ts'
import {dayInJapan} from '../../core/lint/day.ts'
import type {Finding} from '../../core/lint/finding.ts'
import {AppError} from '../../errors.ts'
import {planSend} from '../../flows/plan-send.ts'
import {lawChoiceOf, lawsOf} from '../../rulebook/laws.ts'

export default class SendPlan extends BaseCommand {
  static override summary = 'Decide who gets a mail and who does not, with the reason, and freeze it. Sends nothing.'
  static override description =
    'Lints the template, judges every contact of the list, and stores the verdicts and the content. Exit 3 when the template breaks a duty.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> 2026-11-news --template templates/news-ja --list news',
    '<%= config.bin %> <%= command.id %> sale --template sale.html --list news --subject "Winter sale" --purpose newsletter',
    '<%= config.bin %> <%= command.id %> tokyo --template templates/news-ja --list news --where \'pref = "Tokyo"\'',
    '<%= config.bin %> <%= command.id %> 2026-11-news --template templates/news-ja --list news --replace --json',
  ]

  static override args = {
    name: Args.string({required: true, ignoreStdin: true, description: 'Name of the send, e.g. 2026-11-news.'}),
  }

  static override flags = {
    template: Flags.string({required: true, summary: 'Folder with template.yaml, or one .html, .txt or .mjml file.'}),
    list: Flags.string({required: true, summary: 'The list.'}),
    where: whereFlag,
    purpose: Flags.string({summary: 'What for; must be a purpose of the settings (default: the first).'}),
    topic: Flags.string({summary: "What the mail is about; opt-outs of that topic count (default: the template's)."}),
    subject: Flags.string({summary: 'Subject, when the template brings none or another is wanted.'}),
    law: lawFlag,
    replace: Flags.boolean({summary: 'Replace a plan of that name that has not started.'}),
  }

  async run() {
    const {args, flags} = await this.parse(SendPlan)
    const {caseSettingOf, offsetOf, workspace} = await import('../../wiring/workspace.ts')
    const {planNeeds} = await import('../../wiring/sends.ts')
    const place = await workspace(this.screen.lang)
    const named = flags.law?.split(',').map((name) => name.trim().toLowerCase()) ?? place.settings.laws
    const progress = startProgress(this.screen)
    const needs = await planNeeds(
      place,
      this.screen.lang,
      (records) => this.screen.note(this.screen.t('dkim.testing', {records: records.join(', ')})),
      showPullOnTheWay(this.screen, progress),
    )
    await showStrayOrigins(place.settings, needs.store, this.screen)
    let found: readonly Finding[] = []
    try {
      const plan = await planSend(
        {
          name: args.name,
          template: flags.template,
          list: flags.list,
          where: flags.where ?? null,
          offsetMinutes: offsetOf(place.settings),
          purpose: purposeNamed(place.settings.purposes, flags.purpose, this.screen.lang)?.name ?? null,
          topic: flags.topic ?? null,
          subject: flags.subject ?? null,
          laws: lawsOf(named),
          choice: lawChoiceOf(named),
          day: dayInJapan(Date.now()),
          settings: place.settings,
          setting: await caseSettingOf(place, {list: flags.list, purpose: null, lang: this.screen.lang}),
          replace: flags.replace,
          request: null,
          onFindings: (findings) => {
            const worth = findings.filter(isWorthSaying)
            found = [...found, ...worth]
            progress.stop()
            showFindings(worth, this.screen)
          },
          onProgress: (contacts) => progress.show(() => this.screen.t('sending.planning', {contacts})),
        },
        needs,
      )
      progress.stop()
      showPlan(plan, place.settings, this.screen)
      const {send, ...rest} = plan
      return {
        send: {
          name: send.name,
          segment: send.segment,
          audience: send.audience,
          toSend: send.toSend,
          // A plan of nobody is nothing to run.
          confirm: send.toSend === 0 ? null : `${send.name}:${send.toSend}`,
        },
        ...rest,
      }
    } catch (error) {
      // On the screen the findings stand above already; one JSON object has to hold them itself.
      if (this.jsonEnabled() && error instanceof AppError && error.code === 'PLAN_REFUSED')
        throw new AppError(error.code, error.values, {
          cause: error,
          details: found.map((each) => lineOf(each, this.screen)),
        })
      throw error
    } finally {
      progress.stop()
      await needs.store.close()
    }
  }
}

function lineOf(finding: Finding, screen: Screen): string {
  const {where, duty} = finding
  const place = where.kind === 'template' ? `${where.file}:${where.line}:${where.column}` : where.of
  return `${place}  ${duty}  ${messageOf(finding, screen.lang)}`
}

function isWorthSaying(finding: Finding): boolean {
  return finding.severity !== 'info'
}
