/** What all answers to the link in a mail have in common, whatever stands behind the server: the sender, and what is said in trouble. */
import type {PageLanguage} from '../core/serving/page-language.ts'
import {pageLanguage} from '../core/serving/page-language.ts'
import type {OptOutAnswer, OptOutDeed, PageSender, TroublePage} from '../ports/web-server.ts'

export interface OptOutSite {
  readonly sender: PageSender
  readonly mailto: string
  /** Of readers who say none. */
  readonly language: PageLanguage
  readonly signUpUrl: string | null
  readonly offsetMinutes: number
}

export interface OptOutWatch {
  onDeed(deed: OptOutDeed): void
  /** Why a request could not be answered as it should; the reader was asked to try again. */
  onTrouble(error: unknown): void
}

export function optOutGround(site: OptOutSite, {onDeed, onTrouble}: OptOutWatch) {
  const ground = (accepted: string, locale: string | null = null) => ({
    language: pageLanguage(locale, accepted, site.language),
    sender: site.sender,
  })
  const trouble = (kind: TroublePage['kind'], accepted: string): TroublePage => ({
    ...{kind, ...ground(accepted)},
    mailto: site.mailto,
  })
  async function orBusy(work: Promise<OptOutAnswer>, accepted: string): Promise<OptOutAnswer> {
    try {
      const answer = await work
      onDeed(answer.deed)
      return answer
    } catch (error) {
      onTrouble(error)
      onDeed('failed')
      return {page: trouble('busy', accepted), deed: 'failed'}
    }
  }
  return {ground, trouble, orBusy}
}
