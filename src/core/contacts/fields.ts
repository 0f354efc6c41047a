/**
 * The fields an import knows, and the header words that name them in Japanese and English. A column no word names
 * becomes an attribute under its own header, ready for `{{header}}` in a template.
 */

export const FIELDS = [
  'address',
  'name',
  'country',
  'locale',
  'time_zone',
  'consent',
  'basis',
  'consent_at',
  'consent_method',
  'consent_source',
  'consent_wording',
  'consent_topic',
  'purpose',
  'withdrawn_at',
  'opt_out',
  'special_care_consent_at',
  'card_received_at',
  'received_by',
  'last_transaction_at',
  'published_url',
  'published_checked_at',
  'attribute',
  'ignore',
] as const
export type Field = (typeof FIELDS)[number]

/** Evidence columns are kept with the consent event under their field name. */
export const EVIDENCE_FIELDS = [
  'card_received_at',
  'received_by',
  'last_transaction_at',
  'published_url',
  'published_checked_at',
] as const satisfies readonly Field[]

/** First match wins; headers are compared in NFKC, lower case, blanks, _ and - removed. */
const HEADER_WORDS: readonly (readonly [Field, RegExp])[] = [
  ['ignore', /^todoke(line|reason)$/],
  ['special_care_consent_at', /^(要配慮(個人)?情報(の)?(取得)?同意(日|日時)|specialcareconsentat)$/],
  [
    'withdrawn_at',
    /^((同意)?撤回(日時?|年月日)|((メール|メルマガ|配信|受信|購読)*(停止|解除|拒否|中止)|退会|解約|オプトアウト)(登録|受付|希望|申請)?(日時?|年月日)|withdrawn(at|on|date)|unsub(scribe|scribed)?(at|on|date|time|timestamp)|opt(ed)?out(at|on|date|time|timestamp)|cancell?edat)$/,
  ],
  [
    'opt_out',
    /^(((メール|メルマガ|配信|受信|購読)*(停止|解除|拒否|中止)|退会|解約|オプトアウト|配信不要)(済み?|希望|フラグ|区分|状態|ステータス|有無)?|(メール|メルマガ)?(配信|受信|送信)(可否|状態|ステータス|フラグ|区分)|(メール|メルマガ)配信|unsub(scribe|scribed)?(flag|status)?|opt(ed)?out(flag|status)?|suppressed|bounced|complained|donot(contact|e?mail)|status|(subscription|subscriber|e?mail|member)status)$/,
  ],
  [
    'consent_at',
    /^(同意(日時|日|年月日)|承諾(日時|日)|登録(日時|日|年月日)|申込(日時|日)|購読(開始)?日|オプトイン(日時|日)?|consent(ed)?(at|on|date|time)|optin(at|date|time)?|subscribed(at|on)|signup(date|at|time)?|signedupat|registered(at|on)|registration(date)?|confirmed(at|on)|confirmtime|optintime|createdat|dateadded)$/,
  ],
  [
    'consent_source',
    /^(登録(経路|元|フォーム|url|ページ)|取得(元|経路|先)|流入(元|経路)|経路|source|origin|form(id|url|name)?|channel|leadsource|utmsource|signupsource|referr?er|acquisition)$/,
  ],
  ['consent_method', /^(取得方法|同意方法|登録方法|consentmethod|method|collectedvia)$/],
  [
    'consent_wording',
    /^(同意文言|文言(版)?|規約(バージョン|版)|プライバシーポリシー版|wording(id|version)?|consenttext|consentwordingid|termsversion|policyversion|formsnapshot)$/,
  ],
  ['consent_topic', /^(配信(種別|トピック)|購読(種別|トピック)|topic|consenttopic)$/],
  ['basis', /^(同意区分|配信根拠|法的根拠|根拠|取得区分|basis|legalbasis|lawfulbasis|consenttype|consentbasis)$/],
  [
    'consent',
    /^(メール(配信)?(の)?同意|配信同意|メルマガ(の)?(同意|希望|購読)|メール(配信)?(の)?希望|同意(有無|の有無|フラグ)?|承諾|オプトイン(フラグ)|consent(given)?|optedin|optinflag|marketingconsent|emailconsent|subscribed|acceptsmarketing|newsletter)$/,
  ],
  ['purpose', /^(利用目的|purposes?|使用目的)$/],
  ['card_received_at', /^(名刺(交換|受領|取得)日|cardreceivedat)$/],
  ['received_by', /^(名刺(受領|交換)者|受領者|receivedby)$/],
  ['last_transaction_at', /^(最終(購入|取引|注文)日|lasttransactionat|lastpurchaseat|lastpurchasedate|lastorderdate)$/],
  ['published_url', /^(公開url|掲載url|publishedurl)$/],
  ['published_checked_at', /^(公開確認日|掲載確認日|publishedcheckedat)$/],
  [
    'address',
    /^((pc|携帯|連絡先|お客様|会員)?(e|電子)?メール(アドレス)?(1|１)?|(e-?)?mail(address|addr)?1?|email(address|addr)?1?|address|メアド|addresse?mail|correo|courriel|adressee?mail|이메일|邮箱|電郵)$/,
  ],
  ['name', /^(氏名|お?名前|姓名|会員名|お客様名|顧客名|担当者(名|氏名)?|name|fullname|displayname|customername)$/],
  ['country', /^(国|国名|国コード|country(code)?)$/],
  ['locale', /^(言語|語|lang(uage)?|locale)$/],
  ['time_zone', /^(タイムゾーン|time ?zone|tz)$/],
]

/** The field a header names; 'attribute' when no word fits. */
export function fieldOfHeader(header: string): Field {
  const folded = header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-・.]/g, '')
  for (const [field, words] of HEADER_WORDS) if (words.test(folded)) return field
  return 'attribute'
}
