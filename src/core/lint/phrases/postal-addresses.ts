/**
 * What a postal address looks like, by country (rulebook G.4). Each form lists patterns that must all stand near each
 * other: a number that merely looks like a postcode (an order, a phone, a coupon) is not an address.
 */

const PREFECTURES =
  '(?:北海道|青森県|岩手県|宮城県|秋田県|山形県|福島県|茨城県|栃木県|群馬県|埼玉県|千葉県|東京都|神奈川県|新潟県|富山県|石川県|福井県|山梨県|長野県|岐阜県|静岡県|愛知県|三重県|滋賀県|京都府|大阪府|兵庫県|奈良県|和歌山県|鳥取県|島根県|岡山県|広島県|山口県|徳島県|香川県|愛媛県|高知県|福岡県|佐賀県|長崎県|熊本県|大分県|宮崎県|鹿児島県|沖縄県)'
/** Large cities are commonly written without their prefecture. */
const CITIES =
  '(?:札幌市|仙台市|さいたま市|千葉市|横浜市|川崎市|相模原市|新潟市|静岡市|浜松市|名古屋市|京都市|大阪市|堺市|神戸市|岡山市|広島市|北九州市|福岡市|熊本市)'
const PREFECTURES_LATIN =
  '\\b(?:Hokkaido|Aomori|Iwate|Miyagi|Akita|Yamagata|Fukushima|Ibaraki|Tochigi|Gunma|Saitama|Chiba|Tokyo|Kanagawa|Niigata|Toyama|Ishikawa|Fukui|Yamanashi|Nagano|Gifu|Shizuoka|Aichi|Mie|Shiga|Kyoto|Osaka|Hyogo|Nara|Wakayama|Tottori|Shimane|Okayama|Hiroshima|Yamaguchi|Tokushima|Kagawa|Ehime|Kochi|Fukuoka|Saga|Nagasaki|Kumamoto|Oita|Miyazaki|Kagoshima|Okinawa)\\b'
const HYPHEN = '[-‐‑–−ー]'
/** 1-2-3, 1丁目2番, 千代田一丁目; not a date range, a phone number or a count of people. */
const BLOCK_JP = `(?:(?<![\\d-])[1-9]\\d{0,4}${HYPHEN}[1-9]\\d{0,4}(?:${HYPHEN}\\d{1,4})?(?![\\d月日時分人名円%歳年階点週回])|[\\d〇一二三四五六七八九十]+\\s*(?:丁目|番地|番(?!組|目|の)|号(?!外|限定)))`
const STREET_EN =
  "\\b\\d{1,6}[A-Za-z]?\\s+(?:[NSEW]\\.?\\s+)?[A-Z0-9][\\w.'’ -]{0,40}\\s(?:St(?:reet)?|Ave(?:nue)?|Blvd|Boulevard|R(?:oa)?d|Dr(?:ive)?|L(?:a)?n(?:e)?|Way|Pkwy|Parkway|Court|Ct|Plaza|Place|Pl|Sq(?:uare)?|Terrace|Crescent|Close|Gardens|Hill|Highway|Hwy|Broadway)\\b"
const BOX_EN = '\\bP\\.?\\s?O\\.?\\s?Box\\s+\\d+'
const ZIP_US =
  '\\b(?:A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]),?\\s+\\d{5}(?:-\\d{4})?\\b'

/** Patterns for folded text, case kept; near: at most that many characters apart, in any order. */
export const ADDRESS_FORMS: readonly {
  readonly country: string
  readonly near: number
  readonly all: readonly string[]
}[] = [
  {country: 'JP', near: 0, all: ['〒\\s*\\d{3}[-‐‑–−ー]?\\d{4}(?!\\d)']},
  {
    country: 'JP',
    near: 60,
    all: [`(?<![\\d-])\\d{3}${HYPHEN}\\d{4}(?![\\d-])`, `${PREFECTURES}[^\\s\\d]{1,12}?[市区町村郡]`],
  },
  {
    country: 'JP',
    near: 0,
    all: [
      `(?:${PREFECTURES}|${CITIES})[^、。！？!?「」\\n]{0,24}?[市区町村郡][^、。！？!?「」:：\\n]{0,24}?${BLOCK_JP}`,
    ],
  },
  {
    country: 'JP',
    near: 80,
    all: [
      PREFECTURES_LATIN,
      `(?<![\\d-])(?:\\d{3}-\\d{4}|[1-9]\\d{0,3}-\\d{1,4}(?:-\\d{1,4})?)(?![\\d-])`,
      '\\b[A-Z][a-z]+(?:-(?:ku|shi|cho|machi|gun)\\b|,)',
    ],
  },
  {
    country: 'US',
    near: 120,
    all: [ZIP_US, `(?:${STREET_EN}|${BOX_EN}|\\b\\d{1,6}\\s+(?:[NSEW]\\.?\\s+)?[A-Z][\\w.'’-]+)`],
  },
  {country: 'US', near: 0, all: [BOX_EN]},
  {
    country: 'CA',
    near: 120,
    all: [
      '\\b[ABCEGHJ-NPRSTVXY]\\d[A-Z] ?\\d[A-Z]\\d\\b',
      `(?:${STREET_EN}|\\b\\d{1,5}[ ,]+(?:rue|avenue|boulevard)\\b)`,
    ],
  },
  {
    country: 'GB',
    near: 120,
    all: [
      '\\b(?:GIR 0AA|[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2})\\b',
      `(?:${STREET_EN}|\\b(?:House|Road|Street|Lane|Floor|Building|Court|Park|Row|Wharf|Quay|Yard|Mews|London|Manchester)\\b)`,
    ],
  },
  {
    country: 'DE',
    near: 60,
    all: [
      '\\b\\d{5}\\s+[A-ZÄÖÜ][a-zäöüß-]+',
      '[A-ZÄÖÜ][\\p{L}.-]*(?:str(?:\\.|aße|asse)|Str(?:\\.|aße|asse)|platz|Platz|weg|Weg|allee|Allee|gasse|ring|damm|ufer)\\s*\\d+',
    ],
  },
  {
    country: 'FR',
    near: 80,
    all: [
      "\\b\\d{5}\\s+[A-ZÀ-Ý][\\p{L}' -]+",
      '\\b\\d+,?\\s*(?:bis|ter)?\\s*(?:rue|avenue|boulevard|place|all[ée]e|chemin|quai|cours|impasse)\\b',
    ],
  },
  {
    country: 'ES',
    near: 80,
    all: [
      '\\b\\d{5},?\\s+[A-ZÁÉÍÓÚ]\\p{L}+',
      '(?:\\b[Cc]/|\\b(?:[Cc]alle|[Aa]vda?\\.?|[Aa]venida|[Pp]laza|[Pp]aseo)\\s)',
    ],
  },
  {country: 'AU', near: 120, all: ['\\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\\s+\\d{4}\\b', `(?:${STREET_EN}|${BOX_EN})`]},
  {country: 'SG', near: 0, all: ['\\bSingapore\\s+\\d{6}\\b']},
  {
    country: 'KR',
    near: 0,
    all: [
      '(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충청?[남북]|전[라]?[남북]|경상?[남북]|제주)[^\\s]{0,8}\\s.{0,30}(?:시|군|구|읍|면|로|길)\\s?\\d+',
    ],
  },
  {
    country: 'CN',
    near: 0,
    all: ['\\p{sc=Han}{2,9}(?:省|市|自治[区區])[\\p{sc=Han}\\d]{0,30}?(?:路|街|道)\\d+\\s*[号號]'],
  },
  {country: 'BR', near: 0, all: ['\\bCEP:?\\s*\\d{5}-?\\d{3}\\b']},
]
