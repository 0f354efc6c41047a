/**
 * The proof a consent may have (rulebook E.4 and the evidence of single bases) and the header words that name it: one
 * table for lists and for files of consent events.
 */
import {foldHeader} from './fold-word.ts'

/** Proof kept under its own name. moment: text that a date reader reads; yes-no: kept as yes or no. */
export const EVIDENCE = {
  card_received_at: 'moment',
  received_by: 'text',
  last_transaction_at: 'moment',
  published_url: 'text',
  published_checked_at: 'moment',
  controller: 'text',
  channel: 'text',
  checkbox_default: 'checkbox',
  bundled: 'yes-no',
  ip: 'text',
  user_agent: 'text',
  notice_version: 'text',
  form_sha256: 'text',
  doi_sent_at: 'moment',
  doi_confirmed_at: 'moment',
  doi_ip: 'text',
  doi_message_id: 'text',
  operator: 'text',
  collector: 'text',
  collector_acquired_how: 'text',
  provision_record_id: 'text',
  received_at: 'moment',
  // A yes, or why no publication was needed.
  ppc_published: 'text',
  express: 'yes-no',
  refusal_offered: 'yes-no',
  collected_in_sale_at: 'moment',
  last_purchase_at: 'moment',
  relationship_end_at: 'moment',
  inquiry_at: 'moment',
  transaction_end_at: 'moment',
  reconfirmed_at: 'moment',
  last_contact_at: 'moment',
  subscriber_type: 'subscriber',
  role_relevance: 'text',
  note: 'text',
  express_prior_authorization_at: 'moment',
  parental_consent_at: 'moment',
  similar_goods: 'yes-no',
  origin: 'text',
  jurisdiction: 'text',
  record_id: 'text',
  withdrawn_via: 'text',
  withdrawn_until: 'moment',
} as const satisfies Readonly<Record<string, 'text' | 'moment' | 'yes-no' | 'checkbox' | 'subscriber'>>
export type EvidenceName = keyof typeof EVIDENCE
export const EVIDENCE_NAMES = Object.keys(EVIDENCE) as readonly EvidenceName[]

/**
 * Their names are headers of ordinary columns too (a CRM's record_id, a form's ip): by these alone a list means no
 * proof, with consent_ in front it does.
 */
const ORDINARY: ReadonlySet<EvidenceName> = new Set([
  ...(['controller', 'channel', 'bundled', 'ip', 'user_agent', 'operator', 'collector', 'express'] as const),
  ...(['received_at', 'last_contact_at', 'note', 'origin', 'jurisdiction', 'record_id'] as const),
])

/** The header that surely names it, in a list as in a file of events. */
export function sureHeader(name: EvidenceName): string {
  return ORDINARY.has(name) ? `consent_${name}` : name
}

/**
 * Folded, parted by blanks, beside the header of its own. sure: in a list too. events: only in a file of consent
 * events, where a list may mean something else.
 */
const WORDS: Readonly<Partial<Record<EvidenceName, {readonly sure?: string; readonly events?: string}>>> = {
  controller: {events: '事業者 事業者名 送信者 送信者名 管理者名'},
  channel: {events: '媒体 連絡手段'},
  checkbox_default: {
    sure: 'チェックボックス初期値 チェックボックスの初期値 チェックの初期値 初期チェック checkboxpreticked checkboxprechecked',
  },
  bundled: {sure: 'bundledconsent 抱き合わせ同意', events: '抱き合わせ 一括同意'},
  ip: {sure: '同意時ipアドレス 同意時のipアドレス', events: 'ipaddress ipアドレス'},
  user_agent: {
    sure: '同意時ユーザーエージェント 同意時のユーザーエージェント',
    events: 'ユーザーエージェント ブラウザ ブラウザー',
  },
  notice_version: {sure: '告知版 プライバシー通知版', events: 'privacyversion noticeid 通知版'},
  form_sha256: {sure: 'formhash formsnapshotsha256 フォームハッシュ 文言ハッシュ'},
  doi_sent_at: {
    sure: 'doubleoptinsentat 仮登録日時 仮登録日 同意確認メール送信日時 同意確認メール送信日',
    events: 'confirmationsentat 確認メール送信日時 確認メール送信日',
  },
  doi_confirmed_at: {
    sure: 'doubleoptinconfirmedat optinconfirmedat 本登録日時 本登録日 同意確認日時 同意確認日',
    events: 'confirmedat 確認日時 確認完了日時',
  },
  operator: {events: '入力者 登録担当者 記録者'},
  collector: {sure: '取得元事業者', events: '取得者 収集者 提供元'},
  collector_acquired_how: {sure: '取得経緯 取得の経緯'},
  provision_record_id: {sure: '提供記録番号 確認記録番号', events: '提供記録'},
  received_at: {sure: '提供を受けた日 提供年月日', events: '受領日 受領年月日'},
  ppc_published: {sure: 'ppc公表 個人情報保護委員会の公表', events: '委員会公表 委員会の公表'},
  express: {sure: 'expressconsent 明示の同意', events: '明示'},
  refusal_offered: {sure: '拒否の機会 拒否機会'},
  collected_in_sale_at: {sure: '販売時取得日'},
  last_purchase_at: {events: '最終お買い上げ日'},
  relationship_end_at: {sure: '関係終了日 取引関係終了日'},
  inquiry_at: {sure: '問い合わせ日 お問い合わせ日 問合せ日 問合わせ日 inquirydate'},
  transaction_end_at: {sure: '取引終了日'},
  reconfirmed_at: {sure: '再同意日 同意再確認日 同意の再確認日', events: '再確認日'},
  last_contact_at: {events: '最終接触日 最終連絡日'},
  subscriber_type: {sure: '個人法人 個人法人区分 個人法人の別 法人個人区分'},
  role_relevance: {sure: '職務との関係 職務との関連'},
  note: {events: '備考 メモ 注記'},
  express_prior_authorization_at: {sure: '事前明示同意日'},
  parental_consent_at: {sure: '保護者同意日 保護者の同意日 親権者同意日 法定代理人同意日'},
  similar_goods: {sure: '類似商品 類似の商品'},
  jurisdiction: {events: '適用法域 法域'},
  record_id: {events: '記録番号 記録id'},
}

/** Folded headers of lists that surely name proof. */
export const SURE_EVIDENCE = wordsOf((name) => [sureHeader(name), ...listed(WORDS[name]?.sure)])
/** Folded headers that name it in a file of consent events. */
export const EVENT_EVIDENCE = wordsOf((name) => {
  const words = WORDS[name]
  return [name, sureHeader(name), ...listed(words?.sure), ...listed(words?.events)]
})

/** Columns beside an address in which somebody may have written that no advertising is wanted. */
export function isNoteHeader(header: string): boolean {
  return header.length <= 100 && NOTE.test(foldHeader(header))
}

const NOTE =
  /^((名刺|公開|掲載|公表|連絡|顧客|お客様|担当者)?(備考|メモ|注記|注意事項|特記事項|コメント|摘要|連絡事項|注意書き)|(card|contact|customer|lead)?(notes?|memo|remarks?|comments?))欄?\d*$/

function listed(words: string | undefined): readonly string[] {
  return words === undefined ? [] : words.split(' ')
}

function wordsOf(headersOf: (name: EvidenceName) => readonly string[]): ReadonlyMap<string, EvidenceName> {
  return new Map(EVIDENCE_NAMES.flatMap((name) => headersOf(name).map((header) => [foldHeader(header), name] as const)))
}
