/** A send report as one HTML page: the headline, the sum of promise 2, and the pictures with their figures. */

import {markup} from '../../core/markup.ts'
import type {SendReport} from '../../core/reports/send-report.ts'
import type {Lang} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import {domainsSection} from './chart-domains.ts'
import {rateSection} from './chart-rate.ts'
import {reasonsSection} from './chart-reasons.ts'
import {repliesSection} from './chart-replies.ts'
import {statesSection} from './chart-states.ts'
import {doubtSection, headline, sumSection} from './headline.ts'
import {optOutsSection} from './opt-outs-section.ts'
import {page} from './page.ts'
import {clean, localZone, moment, zoneWords} from './words.ts'

/**
 * zone: IANA name of the zone in which moments are shown, this machine's where not said. The same report, language and
 * zone give the same bytes. Names, subjects, domains and replies may hold anything; all are escaped. Never throws for
 * a report whose moments are valid.
 */
export function renderSendReport(report: SendReport, lang: Lang, zone: string = localZone()): string {
  const wording = {lang, zone}
  const body = markup`${headline(report, wording)}
${sumSection(report, wording)}
${doubtSection(report, wording)}
${statesSection(report, wording)}
${reasonsSection(report, wording)}
${rateSection(report, wording)}
${domainsSection(report, wording)}
${repliesSection(report, wording)}
${optOutsSection(report, wording)}`
  const footer = text(lang, 'report.footer', {
    when: moment(report.madeAt, wording),
    zone: zoneWords(report.madeAt, wording),
    version: clean(report.version),
  })
  return page(lang, text(lang, 'report.title', {name: clean(report.send.name)}), body, footer)
}
