import {Flags} from '@oclif/core'
import {BaseCommand} from '../cli/base-command.ts'
import {failOnFlag} from '../cli/flags.ts'
import {doctorAsJson, showDoctor} from '../cli/show-doctor.ts'
import {probeAsJson, showProbe} from '../cli/show-probe.ts'
import {plain} from '../cli/table.ts'
import {ruleFlag, weightsOf} from '../cli/weights.ts'
import {dayInJapan} from '../core/lint/day.ts'
import {worstOf} from '../core/lint/finding.ts'
import {diagnoseDomain, domainAsked} from '../flows/diagnose-domain.ts'
import {probeOptOut} from '../flows/probe-opt-out.ts'
import {LAWS, lawsNamed} from '../rulebook/laws.ts'

export default class Doctor extends BaseCommand {
  static override summary = 'Look at a sending domain in DNS: SPF, DKIM, DMARC, alignment, MX, MTA-STS.'
  static override description =
    'Asks DNS for the records of the domain and of what they include, and reports what receivers would hold against its mail, with the record to publish. Inside a workspace the domain, the return path and the DKIM keys come from todoke.yaml. Asks nobody but DNS, unless --mta-sts-policy is given; sends and changes nothing. Exit code 1 on errors, 75 when no DNS server answers. With --unsubscribe it looks at the opt-out address instead: GET, HEAD and prefetch must change nothing, one POST must be enough, no redirect, TLS 1.2 or newer with a valid certificate, and links of the oldest key must still work. The links that are tried belong to nobody.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --domain example.jp --selector s2026',
    '<%= config.bin %> <%= command.id %> --domain example.jp --return-path bounce.example.jp --dns 192.0.2.53 --format json',
    '<%= config.bin %> <%= command.id %> --unsubscribe https://mail.example.jp/optout',
  ]

  static override flags = {
    unsubscribe: Flags.string({
      summary: 'Prove the opt-out address instead: the URL below which each reader’s link stands.',
      helpValue: 'URL',
      exclusive: ['domain', 'selector', 'return-path', 'dns', 'mta-sts-policy', 'rule'],
    }),
    domain: Flags.string({
      summary: 'Domain of the From address (default: that of sender.from in the settings).',
      helpValue: 'DOMAIN',
    }),
    selector: Flags.string({
      summary: 'Selector of a DKIM key; may be given several times (default: the keys of the settings).',
      helpValue: 'NAME',
      multiple: true,
      multipleNonGreedy: true,
    }),
    'return-path': Flags.string({
      summary: 'Domain that bounces go to (default: that of bounces.address in the settings, else --domain).',
      helpValue: 'DOMAIN',
    }),
    'mta-sts-policy': Flags.boolean({
      summary: 'Fetch the policy file of MTA-STS over https as well, if the domain has one.',
    }),
    dns: Flags.string({
      summary: 'DNS server to ask instead of those of the system.',
      helpValue: 'HOST[:PORT]',
      aliases: ['resolver'],
    }),
    timeout: Flags.integer({
      summary: 'How long one question, or one request, may take.',
      helpValue: 'SECONDS',
      min: 1,
      max: 60,
      default: 6,
    }),
    rule: ruleFlag,
    'fail-on': failOnFlag,
    strict: Flags.boolean({
      summary: 'Exit with 1 also when something could not be judged.',
    }),
    format: Flags.string({
      summary: 'How the answer is printed.',
      options: ['stylish', 'json'],
      default: 'stylish',
    }),
  }

  async run() {
    const {flags} = await this.parse(Doctor)
    const {lang, t} = this.screen
    const {findWorkspace} = await import('../wiring/workspace.ts')
    const {doctorNeeds} = await import('../wiring/dns.ts')
    const place = await findWorkspace(lang)
    if (flags.unsubscribe !== undefined) return this.#probe(flags.unsubscribe, flags, place)
    const ask = {
      domain: flags.domain ?? null,
      returnPath: flags['return-path'] ?? null,
      selectors: flags.selector ?? [],
      settings: place?.settings ?? null,
      day: dayInJapan(Date.now()),
      weights: weightsOf(flags.rule ?? [], 'doctor', lang),
    }
    const how = {
      server: flags.dns ?? null,
      timeoutMs: flags.timeout * 1000,
      withPolicyFile: flags['mta-sts-policy'],
    }
    const needs = await doctorNeeds(place, how, lang)
    const server = flags.dns ?? t('doctor.servers.system')
    this.screen.note(t('doctor.asking', {server, domain: domainAsked(ask)}))
    const report = await diagnoseDomain(ask, needs)
    const answer = doctorAsJson(report, flags.dns ?? null, lang)
    if (flags.format === 'json') this.screen.out(JSON.stringify(answer, null, 2))
    else showDoctor(report, this.screen)
    if (flags.strict && report.notAssessed > 0) {
      this.screen.note(t('doctor.strict', {count: report.notAssessed}))
      this.exitWithFailures()
    }
    this.exitWith(worstOf(report.findings), flags['fail-on'])
    return answer
  }

  async #probe(
    url: string,
    flags: {readonly timeout: number; readonly format: string; readonly strict: boolean; readonly 'fail-on': string},
    place: Awaited<ReturnType<typeof import('../wiring/workspace.ts')['findWorkspace']>>,
  ) {
    const {probeNeeds} = await import('../wiring/probes.ts')
    const {asker, keys} = await probeNeeds(place, flags.timeout * 1000)
    this.screen.note(this.screen.t('probe.asking', {url: plain(url)}))
    const laws = lawsNamed(place?.settings.laws ?? LAWS.map(({id}) => id))
    const report = await probeOptOut({url, keys, laws, now: Date.now()}, {asker})
    const answer = probeAsJson(report, this.screen.lang)
    if (flags.format === 'json') this.screen.out(JSON.stringify(answer, null, 2))
    else showProbe(report, this.screen)
    if (flags.strict && report.open > 0) this.exitWithFailures()
    this.exitWith(report.errors > 0 ? 'error' : report.warnings > 0 ? 'warning' : null, flags['fail-on'])
    return answer
  }
}
