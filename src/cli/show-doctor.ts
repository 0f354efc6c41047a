/** A sending domain on the screen: what DNS says of it, mechanism by mechanism, then what is to be mended; and as JSON. */
import type {Asked, MxRecord} from '../core/dns-records/answer.ts'
import {questionOf, recordsOf} from '../core/dns-records/answer.ts'
import {foreignText} from '../core/dns-records/foreign-text.ts'
import {tlsReportAmong} from '../core/dns-records/tls-report.ts'
import type {DkimView, DomainView, SpfView} from '../core/lint/domain-view.ts'
import {policyFor} from '../core/lint/domain-view.ts'
import type {DoctorReport} from '../core/reports/doctor-report.ts'
import type {Lang} from '../i18n/text.ts'
import type {Screen} from './screen.ts'
import {findingAsJson, showFindings} from './show-findings.ts'
import {cut, wrap} from './table.ts'

export function showDoctor(
  {view, questions, findings, errors, warnings, notAssessed}: DoctorReport,
  screen: Screen,
): void {
  const {t, out, paint, width} = screen
  const {domain, returnPath, dmarc} = view
  out(paint.bold(t('doctor.title', {domain})))
  if (returnPath.domain !== domain) out(`  ${t('doctor.return-path', {domain: returnPath.domain})}`)
  if (dmarc.organisation !== null && dmarc.organisation !== domain)
    out(`  ${t('doctor.organisation', {domain: dmarc.organisation})}`)
  for (const [mechanism, parts] of mechanismsOf(view, screen)) showMechanism(mechanism, parts, screen)
  if (findings.length === 0) out(`\n${paint.green('✔')} ${t('doctor.clean')}`)
  else showFindings(findings, screen)
  out()
  out(wrap(t('doctor.summary', {questions: questions.length, errors, warnings, notAssessed}), width))
}

/** A question with the records that answer it, and what is to be said of them. */
interface Part {
  readonly question: string
  readonly records: readonly string[]
  readonly notes: readonly string[]
}

const NAME_CELLS = 9

function showMechanism(mechanism: string, parts: readonly Part[], {out, paint, width}: Screen): void {
  out()
  for (const [at, {question, records, notes}] of parts.entries()) {
    const pad = ' '.repeat(NAME_CELLS + 2)
    out(
      `  ${at === 0 ? paint.bold(mechanism.padEnd(NAME_CELLS)) : ' '.repeat(NAME_CELLS)}${cut(question, width - NAME_CELLS - 2)}`,
    )
    for (const record of records) out(pad + paint.cyan(cut(foreignText(record, 400), width - pad.length)))
    if (notes.length > 0) out(paint.dim(wrap(notes.join(' · '), width, pad.length)))
  }
}

function mechanismsOf(view: DomainView, screen: Screen): readonly (readonly [string, readonly Part[]])[] {
  const {spf, dkim, dmarc, mtaSts, tlsReport, bimi, mail} = view
  const {t} = screen
  const spfParts = [spf.from, ...(spf.returnPath === spf.from ? [] : [spf.returnPath])].map((each) =>
    spfPart(each, screen),
  )
  const optional = (name: string, asked: Asked<string>, among: readonly string[], notes: readonly string[] = []) =>
    among.length === 0 && asked.answer.state !== 'unanswered'
      ? []
      : ([[name, [partOf(asked, among, notes, name, screen)]]] as const)
  return [
    ['MX', [mxPart(mail, screen)]],
    ['SPF', spfParts],
    [
      'DKIM',
      dkim === null
        ? [{question: `*._domainkey.${view.domain} TXT`, records: [], notes: [t('doctor.dkim.unknown')]}]
        : dkim.map((each) => dkimPart(each, view.domain, screen)),
    ],
    ['DMARC', [dmarcPart(dmarc, view.domain, screen)]],
    ...optional('MTA-STS', mtaSts.asked, mtaSts.texts, stsNotes(mtaSts, screen)),
    ...optional('TLS-RPT', tlsReport, tlsReportAmong(recordsOf(tlsReport))),
    ...optional(
      'BIMI',
      bimi,
      recordsOf(bimi).filter((text) => text.startsWith('v=BIMI1')),
    ),
  ]
}

/** What stands there, or which kind of nothing. among: the records that are of the mechanism. */
function partOf(
  asked: Asked<unknown>,
  among: readonly string[],
  notes: readonly string[],
  mechanism: string,
  {t}: Screen,
): Part {
  const {answer} = asked
  const question = questionOf(asked)
  if (among.length > 0) return {question, records: among, notes}
  if (answer.state === 'unanswered') return {question, records: [], notes: [t('doctor.unanswered', {why: answer.why})]}
  if (answer.state === 'found')
    return {question, records: [], notes: [t('doctor.other-records', {mechanism, count: answer.records.length})]}
  const alias = answer.leadsTo === undefined ? [] : [t('doctor.alias', {name: foreignText(answer.leadsTo)})]
  return {question, records: [], notes: [...alias, t(`doctor.${answer.state}`)]}
}

const MOST_SHOWN = 5

function mxPart({mx, addresses}: DomainView['mail'], screen: Screen): Part {
  const {t} = screen
  const records = [...recordsOf(mx)].sort((a, b) => a.priority - b.priority).map((each) => mxWords(each, screen))
  const more = records.length > MOST_SHOWN ? [t('doctor.more', {count: records.length - MOST_SHOWN})] : []
  const part = partOf(mx, records.slice(0, MOST_SHOWN), more, 'MX', screen)
  const address = addresses?.state === 'found' ? recordsOf(addresses.asked)[0]! : null
  return address === null ? part : {...part, notes: [t('doctor.mx.address', {address})]}
}

function mxWords({priority, exchange}: MxRecord, {t}: Screen): string {
  return `${priority} ${exchange === '' ? t('doctor.mx.null') : exchange}`
}

function spfPart({asked, texts, walk}: SpfView, screen: Screen): Part {
  const cost = walk === null ? [] : [screen.t('doctor.spf.cost', {count: walk.lookUps, voids: walk.voids.length})]
  return partOf(asked, texts.slice(0, MOST_SHOWN), cost, 'SPF', screen)
}

function dkimPart({asked, key, domain, isAligned, expected}: DkimView, from: string, screen: Screen): Part {
  const {t} = screen
  const kind = key.kind === null || key.bits === null ? [] : [t(`dkim.kind.${key.kind}`, {bits: key.bits})]
  const isOurs = key.state !== 'published' || expected !== null
  const state = key.state === 'missing' ? [] : [t(isOurs ? `dkim.record.${key.state}` : 'doctor.dkim.published')]
  const signs =
    domain === from || isAligned === null
      ? []
      : [t(isAligned ? 'doctor.dkim.aligned' : 'doctor.dkim.not-aligned', {domain: from})]
  return partOf(asked, recordsOf(asked).slice(0, MOST_SHOWN), [...kind, ...state, ...signs], 'DKIM', screen)
}

function dmarcPart({own, ownTexts, applied}: DomainView['dmarc'], domain: string, screen: Screen): Part {
  const {t} = screen
  if (applied === null) return partOf(own, ownTexts.slice(0, MOST_SHOWN), [], 'DMARC', screen)
  const policy = policyFor(domain, applied)
  const effect = policy === null ? [] : [t('doctor.dmarc.policy', {policy: t(`doctor.dmarc.policy.${policy}`)})]
  const inherited = applied.domain === domain ? [] : [t('doctor.inherited', {domain: applied.domain})]
  return {
    question: questionOf({name: `_dmarc.${applied.domain}`, type: 'TXT'}),
    records: [applied.record.text],
    notes: [...inherited, ...effect],
  }
}

function stsNotes({policy}: DomainView['mtaSts'], {t}: Screen): readonly string[] {
  if (policy.state === 'not-asked') return [t('doctor.sts.not-asked')]
  if (policy.state !== 'read') return []
  return [t('doctor.sts.read', {mode: policy.policy.mode, count: policy.policy.mx.length})]
}

/** server: that was named with --dns; null = those of the system. */
export function doctorAsJson(report: DoctorReport, server: string | null, lang: Lang) {
  const {view, rulebook, errors, warnings, notAssessed} = report
  const {dmarc, mtaSts} = view
  return {
    rulebook,
    domain: view.domain,
    returnPath: view.returnPath.domain,
    organisation: dmarc.organisation,
    dns: server,
    mx: recordsOf(view.mail.mx),
    spf: {
      from: spfAsJson(view.spf.from),
      returnPath: spfAsJson(view.spf.returnPath),
      isAligned: view.returnPath.isAligned,
    },
    dkim: view.dkim?.map(({domain, selector, key, isAligned}) => ({domain, selector, ...key, isAligned})) ?? null,
    dmarc:
      dmarc.applied === null
        ? null
        : {
            at: dmarc.applied.domain,
            record: dmarc.applied.record.text,
            policy: policyFor(view.domain, dmarc.applied),
            isTesting: dmarc.applied.record.isTesting,
          },
    mtaSts: {records: mtaSts.texts, policy: mtaSts.policy},
    questions: report.questions.map(({name, type, answer}) => ({name, type, ...answer})),
    findings: report.findings.map((finding) => findingAsJson(finding, lang)),
    errors,
    warnings,
    notAssessed,
  }
}

function spfAsJson({asked, texts, walk}: SpfView) {
  return {
    domain: asked.name,
    records: texts,
    lookUps: walk?.lookUps ?? null,
    voids: walk?.voids.length ?? null,
  }
}
