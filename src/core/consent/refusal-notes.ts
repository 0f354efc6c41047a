/** Notes beside an address that refuse advertising mail (rulebook jp/businesscard-basis, jp/published-basis). */
import {remember} from '../contacts/remember.ts'
import {MOST_READ} from './read-evidence.ts'

const ADVERTISING =
  '広告|宣伝|営業|勧誘|販促|特定電子メール|メルマガ|メールマガジン|ニュースレター|DM|ダイレクトメール|(ご|御)案内|案内(メール|状)'
/** Mail of any kind, save answers and addresses: what is said of those is no word on advertising. */
const MAIL = '(?<!返信|確認|携帯)メール(?!アドレス)'
/** "feel free" (ご遠慮なく) refuses nothing. */
const REFUSED =
  '不要|無用|お断り|御断り|断り|遠慮(?!な[くき]|せず)|禁止|拒否|お控え|控えて|不可|NG|[い要]りません|[い要]らない|必要(は|が)?(ありません|ない|無い|なし)|希望(いた)?しません|希望しない|望みません|送らない|送付しない|送信しない|しないで|やめて|止めて|(配信|送信|送付|配布)(は|を|の)?(停止|中止)|は(もう)?結構'
/** Within one statement, of no other means of contact and without a wish for mail; a comma may follow its topic. */
const between = (most: number): string =>
  `(?:(?!電話|TEL|訪問|来訪|FAX|ファックス|郵送|返信|返事|添付|転送|希望|代理店)(?:[^、。,.;；\\n]|(?<=[はも])[、,])){0,${most}}`

const NOUN = 'unsolicited|spam|advertis\\w*|marketing|promotion\\w*|newsletters?|commercial e?-?mails?'
const VERB = 'send|e-?mail|mail|contact|use|want|wish|like|add|receive|subscribe|accept|write|spam'

/** Each stretch is bounded, so that no note takes long. */
const PATTERNS = [
  `(${ADVERTISING})${between(40)}(${REFUSED})`,
  `${MAIL}${between(12)}(${REFUSED})`,
  // "no" directly before what is refused, so that "No. 2 in Marketing" is none.
  `\\bno\\s+((more|further|other)\\s+)?((${NOUN}|sales|bulk)\\s+){0,2}(${NOUN}|(?<=(${NOUN}|sales|bulk)\\s)(e-?mails?|mailings?|messages?|offers?))\\b(?!\\s+(team|department|dept|manager|director))`,
  '\\bno\\s+(more\\s+)?e-?mails?(?=\\s*(please|pls|[.!,;]|$))',
  `\\b(do(es)?\\s+not|don['’]?t|doesn['’]?t|never|not\\s+to)\\b[^.,;!?]{0,20}\\b(${VERB})\\b[^.;!?]{0,40}\\b(${NOUN}|mailing list|offers)\\b`,
  "\\b(do\\s+not|don['’]?t|never)\\s+(e-?mail|spam|send\\s+((me|us|any|more)\\s+){0,3}e-?mails?)\\b",
  '\\bnot\\s+for\\s+(unsolicited|marketing|advertis\\w*|commercial|promotion\\w*)\\b',
  '\\b(keine|kein)\\b[^.,;]{0,20}\\b(werbung|werbe-?mails?|newsletter)\\b',
  '\\b(pas de|aucune?)\\b[^.,;]{0,20}\\b(publicit\\w*|prospection|d[ée]marchage)',
  '광고.{0,20}(거부|사절|금지)',
]
const REFUSES = new RegExp(PATTERNS.join('|'), 'iu')

export const refusesAdvertising: (note: string) => boolean = remember((note) =>
  REFUSES.test(note.slice(0, MOST_READ).normalize('NFKC')),
)

/** As much of a note as refuses advertising mail by itself, null where nothing does. */
export const refusalIn: (note: string) => string | null = remember((note) => {
  const words = REFUSES.exec(note.slice(0, MOST_READ).normalize('NFKC'))?.[0] ?? null
  return words === null || refusesAdvertising(words) ? words : note.slice(0, MOST_READ)
})
