/**
 * The fields of a consent event in files (rulebook E.4) and the header words that name them; those of its proof stand in
 * core/contacts/evidence-words.ts. Compared in the form foldHeader gives, so `event_at`, `eventAt` and `Event At` are one.
 */
import type {EvidenceName} from '../contacts/evidence-words.ts'
import {EVIDENCE_NAMES} from '../contacts/evidence-words.ts'
import type {Field} from '../contacts/fields.ts'

const OTHERS = [
  'address',
  'event',
  'event_at',
  'basis',
  'method',
  'source',
  'wording',
  'purpose',
  'topic',
  'withdrawn_at',
  'withdrawn_scope',
] as const
export type EventField = (typeof OTHERS)[number] | EvidenceName
export const EVENT_FIELDS: readonly EventField[] = [...OTHERS, ...EVIDENCE_NAMES]

/** Other names of fields, folded, parted by blanks. What lists call their columns comes on top (FROM_LIST). */
export const EVENT_WORDS: Readonly<Partial<Record<(typeof OTHERS)[number], string>>> = {
  address: 'emailraw email mail mailaddress subject',
  event: 'eventtype eventkind eventstate kind 出来事 イベント イベント種別 同意状態 同意の状態 同意種別 状態 区分',
  event_at: 'at date datetime timestamp eventtime eventdate occurredat 日時 日付 発生日時 発生日 年月日',
  method: 'how 方法 経路区分',
  source: 'where 場所 経路 フォーム フォームid',
  wording: 'form formsnapshot formversion wordingversion 文言 同意文 同意文面 フォーム版 画面 画面名',
  purpose: '目的',
  topic: '種別 トピック 配信種別',
  withdrawn_at: '撤回日 撤回日時 同意撤回日 同意撤回日時',
  withdrawn_scope: '撤回範囲 撤回の範囲',
}

/** What a header of a list means in a file of events. */
export const FROM_LIST: Readonly<Partial<Record<Field, EventField>>> = {
  address: 'address',
  consent: 'event',
  basis: 'basis',
  consent_at: 'event_at',
  consent_method: 'method',
  consent_source: 'source',
  consent_wording: 'wording',
  consent_topic: 'topic',
  purpose: 'purpose',
  withdrawn_at: 'withdrawn_at',
}

/**
 * Words of the event itself beside those of the rulebook, folded as cells are. That a record was imported or updated
 * (更新) says of nobody that they agreed.
 */
export const KIND_WORDS: Readonly<Record<string, string>> = {
  requested: 'requested|request|asked|unknown|依頼|同意依頼|照会|仮登録|pending',
  given: 'given|consent given|granted|同意|承諾|登録|申込|同意済|同意済み',
  confirmed: 'confirmed|double opt in|doi|確認|確認済|確認済み|本登録|同意確認',
  reaffirmed: 'reaffirmed|renewed|reconfirmed|再同意|再確認',
  refused: 'refused|declined|denied|拒否|不同意|同意しない|辞退',
  withdrawn: 'withdrawn|revoked|撤回|同意撤回|取消|取り消し|解除|停止|配信停止|退会|オプトアウト',
  expired: 'expired|terminated|invalidated|失効|期限切れ|終了',
}
