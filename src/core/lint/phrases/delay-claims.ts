/**
 * What "it may take N days" looks like (rulebook G.7), for folded text. Each pattern names the numbers `from` and `to`
 * and a unit; PROCESSING are the words that tell such a time from one of delivery, trial or opening.
 */

const NUMBER_JA = '[0-9一二三四五六七八九十]{1,3}'
const NUMBER_EN = '\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|fourteen|fifteen|twenty|thirty'
const range = (number: string, between: string) => `(?<from>${number})(?:\\s?(?:${between})\\s?(?<to>${number}))?`

export const DURATIONS = {
  // 3営業日前 is a deadline, 24時間いつでも an opening time.
  ja: `${range(NUMBER_JA, '[〜~～\\-–―ー]|から|乃至')}\\s?(?<unit>営業日|業務日|平日|日間|日|週間|か月|ヶ月|カ月|ケ月|ヵ月|時間)(?!前|目|付|本|\\s?(?:いつでも|受付|対応|営業|365|年中))`,
  en: `\\b${range(NUMBER_EN, '-|–|to|or')}(?:\\s?\\(\\d{1,3}\\))?[\\s-](?<unit>(?:business|working|full|calendar)?\\s?(?:days?|weeks?|months?|hours?))\\b(?!\\s(?:a day|before|prior|free))`,
  de: `\\b${range('\\d{1,3}', '-|–|bis')}\\s(?<unit>werktag\\p{L}*|arbeitstag\\p{L}*|tag\\p{L}*|woche\\p{L}*|monat\\p{L}*|stunde\\p{L}*)(?!\\s(?:vor|gratis))`,
  fr: `\\b${range('\\d{1,3}', '-|–|à')}\\s(?<unit>jours?(?: ouvr(?:é|able)s?)?|semaines?|mois|heures?)(?!\\savant)`,
  es: `\\b${range('\\d{1,3}', '-|–|a')}\\s(?<unit>días?(?: hábil(?:es)?| laborables?)?|semanas?|meses|mes|horas?)(?!\\santes)`,
  ko: `${range('\\d{1,3}', '[~\\-–]|에서')}\\s?(?<unit>영업일|일|주|개월|시간)(?=\\s?(?:이내|정도|가량|내|까지|이|가|의|후|소요|걸))`,
  zh: `${range('\\d{1,3}', '[~\\-–至到]')}\\s?(?<unit>个?個?工作日|个?個?工作天|天|日|周|週|个月|個月|小时|小時)(?!前)`,
} as const

/** Times without a number: some days. */
export const SOME_DAYS = {
  ja: ['数日', '数営業日', '数週間', '数時間'],
  en: ['\\b(?:a few|several|some) (?:business |working )?(?:days|weeks|hours)\\b'],
  de: ['\\beinige (?:tage|wochen|stunden)\\b'],
  fr: ['\\bquelques (?:jours|semaines|heures)\\b'],
  es: ['\\b(?:unos|algunos|varios) días\\b'],
  ko: ['며칠'],
  zh: ['[数數几幾][天日]'],
} as const

/** Words that say a request takes that time. */
export const PROCESSING = {
  ja: [
    '反映',
    '(停止|解除|処理|手続き?|退会|削除|完了).{0,12}(まで|には?|完了)',
    '(お時間|日数|時間)(を|が)?(いただ|頂|かか|要)',
    'かか(る|り|ります)',
    '(お待ち|ご?了承|ご容赦)',
    '(以内|程度|ほど|後)(に|で).{0,10}(停止|解除|反映|処理|完了|対応|削除)',
    '(配信|お届け|届).{0,10}(場合|こと)が',
  ],
  en: [
    '\\b(allow|takes?|taking)\\b',
    '\\b(process|honou?r|effective|take effect|complete|reflect|remove|remov|implement|action)\\p{L}*',
    '\\b(may|might|could|will) (still|continue)\\b',
  ],
  de: [
    'dauer',
    'wirksam',
    'bearbeit',
    'umgesetzt',
    'umsetz',
    'berücksichtig',
    'entfern',
    'gelöscht',
    'noch.{0,20}erhalten',
  ],
  fr: ['pris(e|es)? en compte', 'trait(er|é|ée|ement)', 'prendre effet', 'effecti(f|ve)', 'peut prendre', 'délai'],
  es: ['tard(a|ar|ará)', 'proces(ar|ará|amos|ada)', 'efectiv[ao]', 'surti(r|rá) efecto', 'tramit', 'plazo'],
  ko: ['소요', '걸(릴|립|리)', '처리', '반영', '적용', '완료'],
  zh: ['处理', '處理', '生效', '需要', '完成', '反映'],
} as const
