/** A sending domain as the rest of the world sees it: everything that DNS says of it, gathered for the rules. */
import {isUnanswered, recordsOf} from '../core/dns-records/answer.ts'
import type {PublishedKey} from '../core/dns-records/dkim-record.ts'
import {readPublishedKey} from '../core/dns-records/dkim-record.ts'
import type {DmarcRecord} from '../core/dns-records/dmarc-record.ts'
import {readStsPolicy, stsAmong} from '../core/dns-records/mta-sts.ts'
import type {DkimView, DmarcView, DomainView, MailHosts, StsPolicyAnswer, StsView} from '../core/lint/domain-view.ts'
import type {DkimKey} from '../core/sending/dkim/key.ts'
import {judgeRecord, recordName, recordOf} from '../core/sending/dkim/record.ts'
import type {FetchPolicy} from '../ports/dns.ts'
import type {DomainQuestions} from './domain-questions.ts'
import {lookUpDmarc, organisationIn} from './walk-dmarc.ts'
import {lookUpSpf} from './walk-spf.ts'

export interface DomainAsk {
  /** All domains as A-labels in lower case. */
  readonly domain: string
  readonly returnPath: string
  /** Null = nobody said. */
  readonly signers: readonly Signer[] | null
  readonly relayHost: string | null
}

export interface Signer {
  readonly domain: string
  readonly selector: string
  /** The key of the settings; null where only its name is known. */
  readonly key: DkimKey | null
}

/** fetchPolicy: null = the file is not asked for. Never throws. */
export async function lookAtDomain(
  ask: DomainAsk,
  {questions, fetchPolicy}: {readonly questions: DomainQuestions; readonly fetchPolicy: FetchPolicy | null},
): Promise<DomainView> {
  const {domain, relayHost} = ask
  const [dmarc, mail, spf, mtaSts, tlsReport, bimi] = await Promise.all([
    lookUpDmarc(domain, questions),
    lookUpMail(domain, questions),
    lookUpSpf(domain, questions),
    lookUpSts(domain, questions, fetchPolicy),
    questions.txt(`_smtp._tls.${domain}`),
    questions.txt(`default._bimi.${domain}`),
  ])
  const align = aligner(domain, dmarc, questions)
  const [returnPath, returnPathSpf, dkim] = await Promise.all([
    questions.mx(ask.returnPath),
    ask.returnPath === domain ? spf : lookUpSpf(ask.returnPath, questions),
    ask.signers === null ? null : Promise.all(ask.signers.map((each) => lookUpKey(each, align, questions))),
  ])
  return {
    domain,
    mail,
    returnPath: {domain: ask.returnPath, mx: returnPath, isAligned: await align(ask.returnPath, 'spfMode')},
    spf: {from: spf, returnPath: returnPathSpf},
    dkim,
    dmarc,
    mtaSts,
    tlsReport,
    bimi,
    relayHost,
  }
}

type Align = (other: string, mode: 'dkimMode' | 'spfMode') => Promise<boolean | null>

/** Whether another domain speaks for the From domain (RFC 9989 section 4.10.2); null where DNS left it open. */
function aligner(domain: string, {applied, organisation}: DmarcView, questions: DomainQuestions): Align {
  return async (other, mode) => {
    if (other === domain) return true
    const record: DmarcRecord | undefined = applied?.record
    if (record?.[mode] === 'strict') return false
    const home = await organisationIn(other, questions)
    return home === null || organisation === null ? null : home === organisation
  }
}

/** More hosts than a domain has. */
const MOST_TARGETS = 10

async function lookUpMail(domain: string, questions: DomainQuestions): Promise<MailHosts> {
  const mx = await questions.mx(domain)
  const hosts = [...new Set(recordsOf(mx).map(({exchange}) => exchange))].filter((host) => host !== '')
  return {
    mx,
    addresses: recordsOf(mx).length > 0 || isUnanswered(mx) ? null : await questions.addresses(domain),
    targets: await Promise.all(hosts.slice(0, MOST_TARGETS).map((host) => questions.addresses(host))),
  }
}

async function lookUpKey({domain, selector, key}: Signer, align: Align, questions: DomainQuestions): Promise<DkimView> {
  const asked = await questions.txt(recordName({domain, selector}))
  const published = readPublishedKey(recordsOf(asked))
  return {
    domain,
    selector,
    asked,
    key: key === null ? published : comparedWith(key, recordsOf(asked), published),
    expected: key === null ? null : recordOf(key),
    isAligned: await align(domain, 'dkimMode'),
  }
}

function comparedWith(key: DkimKey, texts: readonly string[], published: PublishedKey): PublishedKey {
  return {...published, state: judgeRecord(texts, key)}
}

async function lookUpSts(
  domain: string,
  questions: DomainQuestions,
  fetchPolicy: FetchPolicy | null,
): Promise<StsView> {
  const asked = await questions.txt(`_mta-sts.${domain}`)
  const texts = stsAmong(recordsOf(asked))
  return {
    asked,
    texts,
    policy:
      texts.length === 0 || fetchPolicy === null
        ? {state: 'not-asked'}
        : await policyOf(domain, questions, fetchPolicy),
  }
}

async function policyOf(
  domain: string,
  questions: DomainQuestions,
  fetchPolicy: FetchPolicy,
): Promise<StsPolicyAnswer> {
  const host = `mta-sts.${domain}`
  const {asked, state} = await questions.addresses(host)
  if (state !== 'found') {
    const {answer} = asked
    return {state: 'failed', why: answer.state === 'unanswered' ? answer.why : 'ENOTFOUND'}
  }
  const answer = await fetchPolicy(host, recordsOf(asked))
  if ('why' in answer) return {state: 'failed', why: answer.why}
  const policy = readStsPolicy(answer.text)
  return typeof policy === 'string' ? {state: 'broken', at: policy} : {state: 'read', policy}
}
