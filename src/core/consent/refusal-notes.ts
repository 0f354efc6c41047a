/** Notes beside an address that refuse advertising mail (rulebook jp/businesscard-basis, jp/published-basis). */
import {remember} from '../contacts/remember.ts'
import {MOST_READ} from './read-evidence.ts'

/** Each stretch is bounded, so that no note takes long. */
const PATTERNS = [
  '広告.{0,40}(不要|お断り|御断り|ご遠慮|禁止|拒否)',
  '営業(メール|目的).{0,40}(禁止|お断り|御断り|ご遠慮|不要|拒否)',
  '営業メールお断り',
  '(特定電子メール|メルマガ|メールマガジン|ＤＭ|DM|宣伝|販促メール).{0,40}(拒否|お断り|御断り|ご遠慮|不要|禁止)',
  "\\b(no|not|never|don['’]?t)\\b.{0,30}\\b(unsolicited|marketing|advertis\\w*|commercial e?-?mails?|promotion\\w*|spam)\\b",
  '\\b(keine|kein)\\b.{0,20}\\b(werbung|werbe-?mails?|newsletter)\\b',
  '\\b(pas de|aucune?)\\b.{0,20}\\b(publicit\\w*|prospection|d[ée]marchage)',
  '광고.{0,20}(거부|사절|금지)',
]
const REFUSES = new RegExp(PATTERNS.join('|'), 'iu')

export const refusesAdvertising: (note: string) => boolean = remember((note) =>
  REFUSES.test(note.slice(0, MOST_READ).normalize('NFKC')),
)
