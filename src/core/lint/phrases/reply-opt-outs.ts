/** Sentences that offer refusing by a reply (rulebook jp/optout-notice, 16 CFR 316.5), and those that say nobody reads one. */

export const REPLY_WORDS = {
  ja: ['(ご)?返信(して|いただ|下さ|くださ|を|にて|で|願|ください|すれば|すると)', '(この|本)メールに.{0,30}返信'],
  en: ['\\breply(ing)? (to (this|the)|with|by)\\b', '\\b(reply|respond|send) .{0,40}\\bsubject\\b', '\\breplying\\b'],
  de: ['\\bantworten sie\\b', '\\bantwort auf diese\\b', '\\bauf diese e-?mail\\b.{0,20}\\bantworten\\b'],
  fr: ['\\br[ée]pon(dez|dre|dant)\\b'],
  es: ['\\brespond(a|er|iendo|e)\\b'],
  ko: ['회신|답장'],
  zh: ['回[复覆復]'],
} as const

export const REPLY_UNREAD = {
  ja: [
    '送信専用',
    '返信(いただ|し|され|頂).{0,20}(ません|できかね|できない|致しかね|いたしかね)',
    '返信(は|には|を)?.{0,20}(受け付け|お答え|お受け|対応).{0,12}(ません|かね|ない)',
    '返信(は|には)?(なさら|し|され)ないで',
  ],
  en: [
    "(do not|don['’]t|please do not|cannot|can['’]t|unable to) (reply|respond)",
    '\\bno-?reply\\b',
    'repl(y|ies) .{0,40}(not|never|un)\\s?(monitored|read|answered)',
    'unmonitored|not monitored',
  ],
  de: ['(nicht|bitte nicht).{0,20}antworten|antworten .{0,20}nicht', 'no-?reply'],
  fr: ['ne (pas )?r[ée]pond(ez|re)( pas)?', 'no-?reply'],
  es: ['no respond', 'no-?reply'],
  ko: ['발신\\s*전용', '회신.{0,10}(되지|불가|않)'],
  zh: ['(请|請)?勿(直接)?回[复覆復]', '不要回[复覆復]'],
} as const
