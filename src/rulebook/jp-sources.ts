/** Where Japanese duties are written: each law by article, with the address of its text. */
import type {Source} from '../core/lint/finding.ts'

const egov =
  (title: string, id: string) =>
  (article: string, confidence: Source['confidence'] = 'verified'): Source => ({
    title: `${title} ${article}`,
    url: `https://laws.e-gov.go.jp/law/${id}`,
    confidence,
  })

export const mailAct = egov('特定電子メール法', '414AC0100000026')
export const mailOrdinance = egov('特定電子メール法施行規則', '414M60000008066')
export const salesAct = egov('特定商取引法', '351AC0000000057')
export const salesOrdinance = egov('特定商取引法施行規則', '351M50000400089')
export const privacyAct = egov('個人情報保護法', '415AC0000000057')
export const privacyOrder = egov('個人情報保護法施行令', '415CO0000000507')
export const privacyRules = egov('個人情報保護法施行規則', '428M60020000003')
export const numberAct = egov('番号法', '425AC0000000027')

/** The ministries' guideline on the Specified E-mail Act; known to us by summaries. */
export const mailGuideline: Source = {
  title: '特定電子メールの送信等に関するガイドライン',
  url: 'https://www.soumu.go.jp/main_sosiki/joho_tsusin/d_syohi/pdf/m_mail_081114_1.pdf',
  confidence: 'secondary',
}
