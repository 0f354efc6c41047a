import {describe, expect, it} from 'vitest'
import {fieldOfHeader} from '../../../src/core/contacts/field-of-header.ts'
import type {Field} from '../../../src/core/contacts/fields.ts'

const HEADERS: Readonly<Partial<Record<Field, readonly string[]>>> = {
  address: [
    'メールアドレス', 'ﾒｰﾙｱﾄﾞﾚｽ', 'メール', 'Eメール', 'Ｅメール', 'Ｅ－ｍａｉｌ', '電子メールアドレス', '携帯メールアドレス', 'PCメールアドレス', '会員メールアドレス', 'メアド',
    'メールアドレス1', 'メールアドレス(必須)', 'E-Mail-Adresse', 'adresse e-mail', 'correo electrónico', '이메일', '邮箱', '電子郵件', 'email', 'E-mail', 'Email Address', 'EMAIL_ADDRESS', 'e_mail', 'mail', 'mailaddress', 'Mail Addr', 'Address',
  ],
  name: ['氏名', 'お名前', '名前', '姓名', '会員名', 'お客様名', '担当者名', 'Name', 'Full Name', 'display_name', 'Customer Name'],
  country: ['国', '国名', '国コード', 'Country', 'country_code'],
  locale: ['言語', 'Language', 'lang', 'locale'],
  time_zone: ['タイムゾーン', 'time zone', 'TimeZone', 'tz'],
  consent: [
    'OPT_IN', 'DOUBLE_OPT-IN', 'accepts email marketing', 'confirmed', 'メルマガ購読希望', 'Einwilligung', 'consentement', '수신동의',
    '同意', '同意有無', '同意の有無', 'メール配信同意', 'メルマガ希望', 'メルマガ購読', 'メール配信希望', '承諾', 'consent', 'Opted In', 'marketing_consent',
    'accepts_marketing', 'subscribed', 'newsletter',
  ],
  consent_at: [
    '会員登録日', '入会日', 'Create Date', 'ADDED_TIME', 'CreatedDate', 'Anmeldedatum', "date d'inscription", 'fecha de alta', '가입일', '注册时间',
    '登録日', '登録日時', '同意日', '同意日時', '申込日', '購読開始日', 'オプトイン日', 'consent_at', 'Consented At', 'opt_in_date', 'OPTIN_TIME', 'signup date',
    'registered_at', 'created_at', 'Date Added', 'CONFIRM_TIME', 'subscribed_at',
  ],
  consent_source: ['登録経路', '登録元', '取得元', '流入経路', '経路', 'Source', 'origin', 'form_id', 'Lead Source', 'utm_source', 'signup source', 'Referrer'],
  consent_method: ['取得方法', '同意方法', '登録方法', 'consent_method', 'collected via'],
  consent_wording: ['同意文言', '規約バージョン', 'プライバシーポリシー版', 'consent text', 'terms_version'],
  consent_topic: ['配信種別', '購読トピック', 'topic'],
  basis: ['同意区分', '配信根拠', '法的根拠', 'basis', 'Legal Basis', 'lawful_basis', 'consent_type'],
  purpose: ['利用目的', '使用目的', 'purpose'],
  withdrawn_at: [
    'CLEAN_TIME', 'EmailBouncedDate', 'Confirmed Opt-Out Date', '購読解除日時', '不達日', 'Abmeldedatum', 'fecha de baja', '수신거부일', '退订时间',
    '退会日', '退会日時', '同意撤回日', '配信停止日', '配信停止日時', 'メール配信停止日', '解約日', 'オプトアウト日', '受信拒否日', 'withdrawn_at', 'Unsubscribed At',
    'unsubscribe_date', 'UNSUB_TIME', 'opt_out_date', 'opted_out_at', 'OPTOUT_TIME',
  ],
  opt_out: [
    'HasOptedOutOfEmail', 'Email Opt Out', 'IsEmailBounced', 'EmailBouncedReason', 'Unsubscribed from all email', 'Email hard bounce reason', 'Opted out of email: Newsletter',
    'EMAIL_BLOCKLISTED', 'blacklisted', 'UnsubscribeAll', 'topicPreferences.Sports', 'subscription_status', 'UNSUB_REASON', 'Email permission status', 'Portal Bounce', 'Portal Unsubscribe',
    '状態', 'ステータス', '会員状態', '購読状態', '配信状況', '購読解除', 'エラー停止', '不達', 'DM不要', '送信不可', '退会理由', 'abgemeldet', 'désinscrit', 'dado de baja', '수신거부', '退订状态', '退訂',
    '停止', '配信停止', '配信停止フラグ', '配信停止区分', 'メール配信停止', 'メルマガ停止', 'メルマガ配信停止', '配信停止希望', '配信停止済', '受信拒否', 'メール受信拒否', '配信拒否', '配信解除',
    '退会', '退会フラグ', '解約', '解約済み', 'オプトアウト', '配信不要', '配信可否', 'メール配信可否', '配信状態', '配信ステータス', '配信フラグ', '送信可否', '受信可否', 'メール配信',
    'unsubscribed', 'Unsubscribe', 'Opted Out', 'opt-out', 'opted_out_flag', 'suppressed', 'bounced', 'complained', 'do_not_contact', 'Do Not Email',
    'status', 'Subscription Status', 'email_status', 'Member Status',
  ],
  special_care_consent_at: ['要配慮個人情報同意日', '要配慮個人情報の取得同意日時', '要配慮情報同意日', 'special_care_consent_at'],
  card_received_at: ['名刺交換日', '名刺受領日', 'card_received_at'],
  received_by: ['名刺受領者', '受領者', 'received_by'],
  last_transaction_at: ['最終購入日', '最終取引日', 'last_purchase_date', 'last order date'],
  published_url: ['公開URL', '掲載ＵＲＬ', 'published_url'],
  published_checked_at: ['公開確認日', 'published_checked_at'],
  checkbox_default: ['checkbox_default', 'チェックボックス初期値'],
  bundled: ['consent_bundled', '抱き合わせ同意'],
  ip: ['consent_ip', '同意時IPアドレス'],
  user_agent: ['consent_user_agent', '同意時ユーザーエージェント'],
  notice_version: ['notice_version', 'プライバシー通知版'],
  doi_sent_at: ['doi_sent_at', 'DOI Sent At', '仮登録日時'],
  doi_confirmed_at: ['doi_confirmed_at', 'double-opt-in confirmed at', '本登録日時'],
  operator: ['consent_operator'],
  collector: ['consent_collector', '取得元事業者'],
  collector_acquired_how: ['collector_acquired_how', '取得の経緯'],
  provision_record_id: ['provision_record_id', '提供記録番号'],
  express: ['express_consent', '明示の同意'],
  refusal_offered: ['refusal_offered', '拒否の機会'],
  collected_in_sale_at: ['collected_in_sale_at', '販売時取得日'],
  last_purchase_at: ['last_purchase_at'],
  relationship_end_at: ['relationship_end_at', '取引関係終了日'],
  inquiry_at: ['inquiry_at', 'お問い合わせ日'],
  transaction_end_at: ['transaction_end_at', '取引終了日'],
  reconfirmed_at: ['reconfirmed_at', '再同意日'],
  last_contact_at: ['consent_last_contact_at'],
  subscriber_type: ['subscriber_type', '個人法人区分'],
  role_relevance: ['role_relevance', '職務との関係'],
  note: ['consent_note'],
  similar_goods: ['similar_goods', '類似商品'],
  origin: ['consent_origin'],
  express_prior_authorization_at: ['express_prior_authorization_at'],
  ignore: ['todoke_line', 'todoke_reason'],
  attribute: [
    '', '都道府県', '会員種別', 'フリガナ', '生年月日', '住所', '電話番号', '備考', '会社名', '部署', 'メモ', 'ポイント', 'company', 'first_name', 'phone', 'ip_address',
    'DoNotCall', 'HasOptedOutOfFax', 'エラー回数', 'SMS', 'LEID', 'attributes', 'Vorname', 'Nachname', '姓', '名', 'UNSUB_CAMPAIGN_TITLE', 'order_status', '注文状態', '会員区分',
    '最終連絡日', 'last_contact_at', 'Last Contacted', 'IPアドレス', 'ip', 'OPTIN_IP', 'ユーザーエージェント', 'user_agent', 'ブラウザ', 'note', 'notes', '注記', 'operator', '入力者', '登録担当者',
    'record_id', 'Record ID', '記録番号', 'jurisdiction', 'controller', '事業者名', '送信者名', 'collector', '提供元', 'received_at', '受領日', 'express', '明示', 'bundled', '一括同意', '確認日時', '再確認日',
    '確認メール送信日', 'confirmation sent at', 'Browser', '最終お買い上げ日', '連絡手段', 'customer type', '法人名', 'goods', '販売日', '問い合わせ内容', '取引開始日', 'transaction_id', 'purchase_count',
    'mailing list', 'email2', '__proto__', 'constructor', 'toString', '商品到着日', '配信',
  ],
} // biome-ignore format: words

describe('fieldOfHeader', () => {
  for (const [field, headers] of Object.entries(HEADERS))
    it.each(headers)(`%j names ${field}`, (header) => {
      expect(fieldOfHeader(header)).toBe(field)
    })
})
