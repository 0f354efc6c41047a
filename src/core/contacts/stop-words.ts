/**
 * Words that say no in columns nobody took for a state: 備考, Tags, Segment, 会員種別, “Mailing list”. What is found there
 * is asked about, and until somebody answers such a row is not mailed.
 */
import {foldHeader, foldWord} from './fold-word.ts'
import {remember} from './remember.ts'
import {saysNothing, stopWords} from './status-words.ts'
import {readYesNo} from './words.ts'

/**
 * How a column is watched. words: for cells that speak of mail or of leaving and of nothing else (退会, unsubscribed).
 * remarks: its header speaks of the person (備考, 会員種別), so 不要 or NG alone is meant too, and a stop may stand beside
 * other words. answers: its header asks for mail and its cells are yes and no.
 */
export type StopWatch = 'words' | 'remarks' | 'answers'

/** Words that stop mail in a column of states, and in others may speak of an order, a bill or a seat. */
const OF_OTHER_THINGS = new Set(
  `撤回|撤回済|撤回済み|撤回する|取消|取消済|取消済み|取り消し|取り消し済み|登録取消|登録抹消|revoke|withdrew|withdraw|withdrawal|revocation|widerruf|철회
停止|停止中|停止済|停止済み|解除|解除済|解除済み|拒否|不可|不要|無効|対象外|除外|削除|削除済|削除済み|解約|解約済|解約済み|×|✕|✗|ng
同意しない|不同意|希望しない|希望しません|受け取らない|受け取りません|しない|否|禁止|許諾しない|非許諾|利用停止|利用停止中|inactive|blocked|disabled|deactivated|archived|deleted|removed|cancelled|canceled|declined
rejected|refused|denied|revoked|withdrawn|excluded|stop|stopped|closed|dnc|dne|suppressed|gesperrt|inaktiv|widerrufen|ausgetragen
inactif|bloque|baja|de baja|inactivo|cancelado|해지|차단|거부|已取消|spam|abuse|junk|fbl|苦情|クレーム|complain|complained
complaint|complaints|bounce|bounces|bounced|invalid|dropped|failed|error|cleaned|undelivered|undeliverable|エラー|不正|不達|宛先不明`.split(
    /\||\n/,
  ),
)
const ALL = new Set(stopWords())
const CLEAR = new Set([...ALL].filter((word) => !OF_OTHER_THINGS.has(word)))

const REMARKS =
  /^(備考|メモ|コメント|摘要|特記事項|注記|連絡事項|その他|フラグ|タグ|ラベル|セグメント|グループ|リスト|分類|種別|区分|種類|カテゴリー?|操作(内容|種別|区分)?|アクション|イベント(名|種別)?|異動(区分|内容)?|同意(状況|状態|操作)|(個人情報|プライバシーポリシー|規約|利用規約)(の取り?扱い)?(へ?の)?同意|gdpr|dsgvo|配信|送信|受信|(会員|読者|顧客|お客様|登録|配信|送信|受信|購読|メール|メルマガ|dm)(備考|メモ|種別|区分|種類|分類|ランク|タイプ|タグ|リスト|フラグ|設定|グループ|情報)|notes?|memo|remarks?|comments?|tags?|labels?|segments?|groups?|lists?|category|type|flags?|actions?(type|name)?|events?(type|name)?|activity(type)?|operation(type)?|(member|membership|customer|contact|subscriber|subscription|user|mail|email|mailing|newsletter)(notes?|memo|remarks?|comments?|type|category|tags?|labels?|lists?|groups?|segments?|flags?|level|tier|class|preferences?|settings?))欄?\d*$/
const ASKS_FOR_MAIL =
  /^(can|may|ok(ay)?to|receives?|wants?|sends?|get|allow)?(e?mail|newsletter|mailing|dm|marketing)|メール|メルマガ|ニュースレター|newsletter|mailing|subscri|contactable|okto(e?mail|contact)|購読|^(配信|送信|受信)|^dm/
/** What is told of mails and addresses without asking whether somebody wants any. */
const TELLS_OF_MAIL =
  /open|click|sent|delivered|count|number|date|time|address|domain|verified|valid|score|rating|format|html|type|plan|開封|クリック|回数|数$|件|率|アドレス|ドメイン|認証|確認|日時?$|形式|携帯|動画/
const OTHER_CHANNEL =
  /sms|phone|tel(ephone)?$|^tel|call|push|fax|whatsapp|postal|^line|郵送|郵便|はがき|ハガキ|葉書|電話|ファックス|カタログ|通話|訪問/

/** Header words are shorter; the expressions are not meant for a page. */
const LONGEST_HEADER = 100
/** Longer cells are text, and no state. */
const LONGEST = 60

/** cells: the column's first ones. Null where the column is about another channel than mail. */
export function watchOf(header: string, cells: readonly string[]): StopWatch | null {
  if (header.length > LONGEST_HEADER) return 'words'
  const folded = foldHeader(header)
  const asks = ASKS_FOR_MAIL.test(folded) && !TELLS_OF_MAIL.test(folded)
  if (!asks && OTHER_CHANNEL.test(folded)) return null
  if (asks && isMostlyAnswers(cells)) return 'answers'
  return REMARKS.test(folded) ? 'remarks' : 'words'
}

/** Four of five filled cells are a yes or a no. */
export function isMostlyAnswers(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => !saysNothing(cell))
  const answers = filled.filter((cell) => cell.length <= LONGEST && readYesNo(cell) !== null)
  return filled.length > 0 && answers.length >= filled.length * 0.8
}

/** The word that says no in a cell, folded, or null. Cheap for a million cells, be they all distinct. */
export function makeStopFinder(watch: StopWatch): (cell: string) => string | null {
  if (watch === 'remarks') {
    const read = remember(inRemark)
    return (cell) => (cell.length <= LONGEST && (mayBeAny(cell) || MAY_HOLD.test(cell)) ? read(cell) : null)
  }
  if (watch === 'answers') {
    const read = remember((cell) => (readYesNo(cell) === false ? foldWord(cell) : known(cell, ALL)))
    return (cell) => (cell.length <= LONGEST ? read(cell) : null)
  }
  const read = remember((cell) => known(cell, CLEAR))
  return (cell) => (cell.length <= LONGEST && mayBeClear(cell) ? read(cell) : null)
}

function known(cell: string, words: ReadonlySet<string>): string | null {
  const word = foldWord(cell)
  return words.has(word) ? word : null
}

const BRACKETS = '【】「」『』()[]<>〈〉※*■●★☆◆→:。.!'
const AROUND = /^[\s【】「」『』()[\]<>〈〉※*■●★☆◆→:。.!-]+|[\s【】「」『』()[\]<>〈〉※*■●★☆◆→:。.!-]+$/g
const DATE = /(令和|平成|昭和)?\d[\d/.:年月日時分秒\s-]*/g
const PARTS = /[,;|、/・\n()【】[\]]+/

/** 【退会】, 2024/4/1 退会, “vip, unsubscribed”; beside other words only what speaks of mail or of leaving. */
function inRemark(cell: string): string | null {
  const text = cell.normalize('NFKC')
  const whole = known(text, ALL) ?? known(bare(text), ALL)
  if (whole !== null) return whole
  for (const part of text.replace(DATE, '\n').split(PARTS)) {
    const word = known(bare(part), CLEAR) ?? known(bare(part).replace(MANNERS, ''), CLEAR)
    if (word !== null && !(word.startsWith('dm') && WANTS_MAIL.test(text))) return word
  }
  return null
}

/** What people write around the word: メール不要とのこと, 退会しました, please unsubscribe. */
const MANNERS =
  /^(please|pls|kindly)\s+|(とのこと(です)?|との(ご?連絡|申し?出)(あり)?|の(ご?依頼|ご?連絡|ご?要望|申し?出)(あり)?|を?(ご?依頼|ご?要請|ご?希望)(あり|です)?|です|しました|します|したい(です)?|してください|になりました|\s+(please|requested|request))$/gi

/** “DM不要、メールのみ” refuses paper and asks for mail. */
const WANTS_MAIL = /メール(のみ|だけ|は?(可|ok|希望|○))|e-?mail (only|is fine|ok)/i

function bare(part: string): string {
  return part.replace(AROUND, '').replace(/^(付けで?|付で?|より|から|にて|に|で)/, '')
}

/** Whether a clear word may stand in a cell among others; one in wide or half-width letters is always read. */
const MAY_HOLD = new RegExp(
  `[\uff01-\uff9f]|${[...CLEAR].map((word) => word.replace(/[.*+?^$()|[\]{}\\]/g, '\\$&').replaceAll(' ', '[\\s_-]+')).join('|')}`,
  'i',
)
const mayBeClear = edgeTest(CLEAR, '')
const mayBeAny = edgeTest(ALL, BRACKETS)

/** Whether a cell begins and ends like one of the words, in any case and width: all that most cells have to be asked. */
function edgeTest(words: ReadonlySet<string>, around: string): (cell: string) => boolean {
  const begins = new Uint8Array(1 << 16)
  const ends = new Uint8Array(1 << 16)
  const mark = (edges: Uint8Array, code: number) => {
    edges[code] = 1
    if (code > 0x20 && code < 0x7f) edges[code + 0xfee0] = 1
  }
  for (const word of words)
    for (const form of [word, word.toUpperCase()]) {
      mark(begins, form.charCodeAt(0))
      mark(ends, form.charCodeAt(form.length - 1))
    }
  for (const character of `_- ${around}`) for (const edges of [begins, ends]) mark(edges, character.charCodeAt(0))
  // Half-width kana, and letters with accents, which fold to others.
  for (const [from, to] of [
    [0xff61, 0xff9f],
    [0xc0, 0x17f],
  ] as const)
    for (const edges of [begins, ends]) edges.fill(1, from, to + 1)
  return (cell) => begins[cell.charCodeAt(0)] === 1 && ends[cell.charCodeAt(cell.length - 1)] === 1
}
