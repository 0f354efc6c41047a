/**
 * What the words of a state column say about mailing, in the languages and services lists come from. A word nobody
 * knows is 'unknown', never 'active': whoever reads it must not mail on it.
 *
 * Seen in exports, help pages and public import code: the words of Mailchimp, HubSpot, listmonk, Amazon SES,
 * Blastmail (配信中 配信停止 エラー停止 解除). By memory (unverified): those of Constant Contact's and Brevo's states,
 * Cuenote, 配配メール, and the German, French, Spanish, Korean and Chinese ones.
 */
import {foldWord} from './fold-word.ts'

/** silent: the cell says nothing. unconfirmed: asked, but not (yet) agreed. */
export type Meaning = 'active' | 'optout' | 'complaint' | 'bounce' | 'unconfirmed' | 'unknown' | 'silent'
export type StopReason = 'optout' | 'complaint' | 'bounce'

/** What the user says of words this file does not know. Compared like every other word, by foldWord. */
export interface StatusWords {
  readonly active: readonly string[]
  readonly stopped: readonly string[]
}

/** What stands in a cell that says nothing: dashes, a database's null, its date of zeros. */
const NOTHING = /^([-‐‑–—―ー_*]+|null|nil|none|n\/a|\\n|未|未設定|該当なし|0000[ /.]?00[ /.]?00.*)$/

/** True for an empty cell and for what stands in one: -, NULL, 0000-00-00. */
export function saysNothing(cell: string): boolean {
  const word = foldWord(cell)
  return word === '' || NOTHING.test(word)
}

const WORDS: Readonly<Record<'active' | 'optout' | 'complaint' | 'bounce' | 'unconfirmed', string>> = {
  active: `subscribed|subscriber|active|enabled|confirmed|opted in|opt in|optin|explicit|express|implied|member|valid|ok
    marketing contact|配信|配信中|配信する|配信可|配信可能|配信対象|可|可能|する|有効|購読|購読中|購読する|会員|本会員|正会員|本登録|登録
    登録中|登録済|登録済み|○|〇|◯|通常|正常|希望|希望する|希望します|受信|受信する|受信します|受け取る|受け取ります|許可|許可する|許諾|許諾する|許諾済|許諾済み|要|必要|利用中|同意|同意済|同意済み|継続|継続中|対象
    オプトイン|オプトイン済|オプトイン済み|aktiv|angemeldet|abonniert|bestatigt|abonne|actif|inscrit|activo|suscrito|alta
    수신|수신동의|구독|구독중|정상|활성|已订阅|订阅|订阅中|正常|有效|已訂閱|訂閱|有效`,
  optout: `停止|停止中|停止済|停止済み|配信停止|配信停止中|配信停止済|配信停止済み|配信中止|購読停止|購読中止|購読解除|メール停止
    解除|解除済|解除済み|配信解除|拒否|受信拒否|配信拒否|退会|退会済|退会済み|退会者|脱会|解約|解約済|解約済み|不可|配信不可|送信不可
    退会会員|退会員|元会員|配信停止希望|配信拒否希望|退会希望|メール不要|メルマガ不要|メール拒否|メルマガ停止|メルマガ解除|メルマガ退会
    dm不要|dm停止|dm拒否|案内不要|送付不要|連絡不要|メール送信不可|メール配信不可
    配信しません|受信しません|受け取りません|希望しません|しない|否|禁止|配信禁止|送信禁止|許諾しない|非許諾|利用停止|利用停止中
    配信しない|受信しない|受け取らない|希望しない|不要|配信不要|無効|対象外|配信対象外|除外|配信除外|未購読|非購読|削除|削除済|削除済み
    撤回|撤回済|撤回済み|撤回する|同意撤回|同意撤回済|同意撤回済み|同意の撤回|同意を撤回|同意取消|同意取り消し|同意の取消|同意を取り消し
    取消|取消済|取消済み|取り消し|取り消し済み|配信取消|登録取消|登録抹消
    ブラックリスト|オプトアウト|オプトアウト済|オプトアウト済み|同意しない|不同意|×|✕|✗|ng
    unsubscribe|unsubscribed|un subscribed|suppressed|inactive|opt out|opted out|optout|optedout|opt outs|blocked|blocklist
    blocklisted|block listed|blacklist|blacklisted|disabled|deactivated|do not contact|do not email|do not mail|dnc|dne
    non subscribed|nonsubscribed|not subscribed|archived|deleted|removed|cancelled|canceled|declined|rejected|refused|denied
    revoked|revoke|withdrawn|withdrew|withdraw|withdrawal|consent withdrawn|consent withdrawal|withdrawn consent|withdrew consent
    withdraw consent|consent revoked|revoked consent|revoke consent|revocation|consent refused|consent denied|excluded|stop|stopped|global unsubscribe|global unsubscribed|group unsubscribe|unsubscribed all
    unsubscribed from all|unsubscribed from all email|former member|ex member|no email|no emails|no mail|no newsletter
    email opt out|email opted out|closed|abgemeldet|abbestellt|ausgetragen|gesperrt|inaktiv|widerrufen|widerruf|einwilligung widerrufen|consentement retire|consentimiento retirado
    desabonne|desinscrit|inactif|bloque|baja|de baja|dado de baja|inactivo|cancelado
    수신거부|탈퇴|해지|차단|거부|동의철회|동의 철회|철회|撤销同意|撤回同意|撤銷同意|退订|已退订|取消订阅|已取消|拒收|退訂|已退訂|取消訂閱`,
  complaint: `complain|complained|complaint|complaints|spam|spam report|spam reported|spamreport|reported spam|reported as spam
    marked as spam|spam complaint|abuse|abuse report|junk|fbl|苦情|クレーム|迷惑メール|迷惑メール報告|迷惑メール登録`,
  bounce: `bounce|bounced|bounces|hard bounce|hard bounced|hardbounce|hardbounced|soft bounce|soft bounced|softbounced|cleaned
    invalid|invalid email|undeliverable|undelivered|dropped|failed|error|エラー|エラー停止|エラー停止中|配信エラー|送信エラー|不達
    不達停止|宛先不明|宛先エラー|アドレス不明|無効アドレス|不正アドレス|不正`,
  unconfirmed: `pending|unconfirmed|not confirmed|unverified|not verified|pending confirmation|awaiting confirmation
    waiting for confirmation|pending opt in|double opt in pending|confirmation pending|transactional|non marketing
    non marketing contact|not set|temp hold|temporary hold|on hold|paused|snoozed|仮登録|仮会員|未確認|未承認|未認証|承認待ち
    確認待ち|認証待ち|登録待ち|本登録待ち|保留|保留中|一時停止|休止|休止中|休会|休会中|未登録|unbestatigt|ausstehend|en attente|non confirme
    pendiente|no confirmado|대기|미인증|미확인|待确认|未确认|待確認|未確認`,
}

const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  (Object.keys(WORDS) as (keyof typeof WORDS)[]).flatMap((meaning) =>
    WORDS[meaning].split(/\||\n/).map((word): [string, Meaning] => [word.trim(), meaning]),
  ),
)
const SWITCHED_ON = new Set([
  '1',
  'true',
  'yes',
  'y',
  'on',
  'はい',
  '希望',
  '希望する',
  '受け取る',
  '受信する',
  'あり',
  '有',
])
const SWITCHED_OFF = new Set(['0', 'false', 'no', 'n', 'off', 'いいえ', 'なし', '無'])

/** A clear no in a column that asks whether mail is stopped. */
const NOT_STOPPED = new Set(
  `0|false|no|n|off|いいえ|無|なし|無し|×|✕|✗|していない|しない|未退会|未停止|未解除|未配信停止|非該当|nein|non|아니오|否|not blocklisted
subscribed|active|enabled|confirmed|opted in|opt in|配信|配信中|配信可|購読|購読中|会員|継続`.split(/\||\n/),
)
/** Words that speak of mail and of nothing else: enough of them make a state column, whatever its header. */
const OF_MAIL = new Set(
  `subscribed|unsubscribed|non subscribed|nonsubscribed|not subscribed|opted in|opted out|opt in|opt out|bounced|hard bounced
hard bounce|soft bounced|cleaned|complained|spam complaint|spam report|blocklisted|blacklisted|suppressed|do not email
do not contact|配信中|配信停止|配信停止中|配信解除|配信可|配信不可|配信拒否|配信エラー|購読中|購読解除|購読停止|受信拒否|エラー停止
オプトアウト|オプトイン|退会|退会済|退会済み|迷惑メール報告|수신거부|退订|已退订|取消订阅|退訂|取消訂閱|abgemeldet|desabonne|dado de baja`.split(
    /\||\n/,
  ),
)

/**
 * flag: the header itself says stop (配信停止). state: it asks for a state. topics: a list of topics with their states.
 * moment: it only says when the rest of the row came true.
 */
export interface StopColumn {
  readonly kind: 'flag' | 'state' | 'topics' | 'moment'
  /** What a bare yes in a flag means. */
  readonly reason: StopReason
  /** True when the column speaks of one topic only (Opted out of email: Newsletter). */
  readonly isTopic: boolean
}

export function stopColumnOf(header: string): StopColumn {
  const text = header.normalize('NFKC').trim()
  const isTopic = /^opted[ _-]?out[ _-]?of[ _-]?email\s*:|^topic[ _-]?preferences./i.test(text)
  const reason = /complain|spam|abuse|苦情|迷惑/i.test(text)
    ? 'complaint'
    : /bounce|clean|undeliver|エラー|不達/i.test(text)
      ? 'bounce'
      : 'optout'
  if (/^topic[ _-]?preferences$/i.test(text)) return {kind: 'topics', reason, isTopic: true}
  const kind = FLAG.test(text) ? 'flag' : 'state'
  return {kind, reason, isTopic}
}

const FLAG =
  /^(?:no[ _-]?(?:e[ _-]?)?mails?|dnm|dne|deleted|disabled|削除フラグ|バウンス|invalid ?email)$|停止|拒否|解除|退会|脱会|解約|不要|不可|除外|オプトアウト|ブラックリスト|エラー|不達|苦情|unsub|opt(ed)?[ _-]?out|suppress|bounce|complain|spam[ _-]?report|do[ _-]?not|(block|black)[ _-]?list|abgemeldet|abbestellt|d[eé]sabonn|d[eé]sinscri|baja|수신거부|탈퇴|退订|退訂|取消(订阅|訂閱)/i

/**
 * What a cell of a state or flag column says. In a flag any word but a clear no means stopped: whoever wrote something
 * there wanted no mail. said: what the user knows; it settles words unknown here and can stop any word, but never
 * makes a word that is known to stop mail mean anything else.
 */
export function readStatus(cell: string, column: StopColumn, said: StatusWords | null = null): Meaning {
  if (saysNothing(cell)) return 'silent'
  const word = foldWord(cell)
  if (said?.stopped.some((each) => foldWord(each) === word)) return column.reason
  const known = MEANINGS.get(word)
  if (known === 'complaint' || known === 'bounce') return known
  if (column.kind === 'topics') return readTopics(word)
  const isSaidActive = said?.active.some((each) => foldWord(each) === word) === true
  if (column.kind === 'flag') {
    if (NOT_STOPPED.has(word)) return 'active'
    return isSaidActive && known !== 'optout' && !SWITCHED_ON.has(word) ? 'active' : column.reason
  }
  if (known !== undefined) return known === 'unconfirmed' && isSaidActive ? 'active' : known
  if (SWITCHED_ON.has(word)) return 'active'
  if (SWITCHED_OFF.has(word)) return column.reason
  return isSaidActive ? 'active' : 'unknown'
}

/** Amazon SES: [{"TopicName":"news","SubscriptionStatus":"OPT_OUT"}]. One topic refused is a stop. */
function readTopics(word: string): Meaning {
  if (/opt ?out/.test(word)) return 'optout'
  if (/opt ?in/.test(word)) return 'active'
  return /^[[\]{}\s]*$/.test(word) ? 'silent' : 'unknown'
}

/** All words that stop mail, folded. */
export function stopWords(): readonly string[] {
  return [...MEANINGS].flatMap(([word, meaning]) => (STOPS.has(meaning) ? [word] : []))
}

const STOPS: ReadonlySet<Meaning> = new Set<Meaning>(['optout', 'complaint', 'bounce'])

/** True for a word that tells a mail state wherever it stands. */
export function isWordOfMail(cell: string): boolean {
  return OF_MAIL.has(foldWord(cell))
}
