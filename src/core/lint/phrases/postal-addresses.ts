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
const BLOCK_JP = `(?:(?<![\\d-])[1-9]\\d{0,4}${HYPHEN}[1-9]\\d{0,4}(?:${HYPHEN}\\d{1,4})?(?![\\d月日時分人名円%歳年階点週回])|[\\d〇一二三四五六七八九十]{1,6}\\s*(?:丁目|番地|番(?!組|目|の)|号(?!外|限定)))`
const STREET_EN =
  "\\b\\d{1,6}[A-Za-z]?\\s+(?:[NSEW]\\.?\\s+)?[A-Z0-9][\\w.'’ -]{0,40}\\s(?:St(?:reet)?|Ave(?:nue)?|Blvd|Boulevard|R(?:oa)?d|Dr(?:ive)?|L(?:a)?n(?:e)?|Way|Pkwy|Parkway|Court|Ct|Plaza|Place|Pl|Sq(?:uare)?|Terrace|Crescent|Close|Gardens|Hill|Highway|Hwy|Broadway)\\b"
/** Suites and boxes within a building. */
const UNIT_EN = '(?:\\b(?:Suite|Ste|Apt|Apartment|Unit|Floor|Fl|Room|Rm|PMB|Office)\\b\\.?|#)\\s*[A-Z]?\\d[\\w-]{0,8}'
const BOX_EN = '\\bP\\.?\\s?O\\.?\\s?Box\\s+\\d+'
const ZIP_US =
  '\\b(?:A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]),?\\s+\\d{5}(?:-\\d{4})?\\b'

const STATES_US =
  '\\b(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|(?:North|South) (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)\\b'
/** Where addresses are written in English; for those whose postcode is written in many ways or not at all. */
const COUNTRIES_EN =
  '\\b(?:USA|U\\.S\\.A\\.|United States|UK|U\\.K\\.|United Kingdom|England|Scotland|Wales|Ireland|Canada|Australia|New Zealand|India|Hong Kong|Singapore|Malaysia|Philippines|South Africa|Israel|United Arab Emirates|UAE)\\b'
/** Street and number: Lindenstr. 12a, Am Sportplatz 7. */
const STREET_DE =
  '(?:[A-ZÄÖÜ][\\p{L}.-]{0,40}(?:str(?:\\.|aße|asse)|Str(?:\\.|aße|asse)|platz|Platz|weg|Weg|allee|Allee|gasse|ring|Ring|damm|Damm|ufer|Ufer|markt|Markt|hof|Hof|chaussee|steig)|(?:Am|An der|An den|Auf dem|Auf der|Im|In der|Zum|Zur|Unter den|Alter|Alte|Neue|Neuer|Großer|Große)\\s[A-ZÄÖÜ][\\p{L}-]{1,40})\\s*\\d{1,4}\\s?[a-z]?\\b'
const STREET_FR =
  '\\b\\d+,?\\s*(?:bis|ter|quater)?,?\\s*(?:rue|avenue|av\\.|boulevard|bd\\.?|place|all[ée]es?|chemin|quai|cours|impasse|route|square|passage|faubourg|esplanade|rond-point)\\b'
const STREET_ES =
  '(?:\\b[Cc]/|\\b(?:[Cc]alle|[Aa]vda?\\.?|[Aa]v\\.|[Aa]venida|[Pp]laza|[Pp]za\\.?|[Pp]aseo|[Pp][ºo]\\.?|[Rr]onda|[Cc]arretera|[Cc]tra\\.?|[Cc]amino|[Gg]ran [Vv][ií]a|[Bb]lvd\\.?|[Cc]arrera|[Cc]ra\\.?)\\s)[^\\n]{1,40}?\\d'
const WARDS_JP =
  '(?:千代田|中央|港|新宿|文京|台東|墨田|江東|品川|目黒|大田|世田谷|渋谷|中野|杉並|豊島|北|荒川|板橋|練馬|足立|葛飾|江戸川)区'

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
  // One lot number in the country: 神奈川県愛甲郡愛川町中津7287.
  {
    country: 'JP',
    near: 0,
    all: [
      `${PREFECTURES}[\\p{sc=Han}ヶケのノ々]{1,12}[町村][\\p{sc=Han}ヶケのノ々甲乙丙]{1,8}\\d{2,5}(?![\\d年月日時分人名円%歳階点週回件部台個,.])`,
    ],
  },
  // Without a prefecture: a ward of Tokyo, or any town with three numbers.
  {country: 'JP', near: 0, all: [`${WARDS_JP}[\\p{sc=Han}ヶケのノ々]{1,8}${BLOCK_JP}`]},
  {
    country: 'JP',
    near: 0,
    all: [
      `\\p{sc=Han}{1,6}[市区町村][\\p{sc=Han}ヶケのノ々]{1,10}(?:\\d{1,4}${HYPHEN}\\d{1,4}${HYPHEN}\\d{1,4}|[\\d〇一二三四五六七八九十]{1,6}丁目\\s*\\d+)(?!\\d)`,
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
  {country: 'US', near: 60, all: [STREET_EN, `(?:${STATES_US}(?:,?\\s+\\d{5}\\b|,\\s+U\\.?S)|${COUNTRIES_EN})`]},
  // A box number by itself leads there: 1234 Street Rd. Suite 1234.
  {country: 'US', near: 0, all: [`${STREET_EN}\\.?,?\\s{0,2}${UNIT_EN}`]},
  // Street, town and five digits, the state left out or spelt as a word.
  {country: 'US', near: 0, all: [`${STREET_EN}[^\\n\\d]{1,40}\\s\\d{5}(?:-\\d{4})?(?![\\w-])`]},
  {
    country: 'US',
    near: 0,
    all: [
      "\\b\\d{1,5}(?:\\s[A-Z][\\w.'’]{0,20}){1,4}, [A-Z][a-z.]{1,20}(?:\\s[A-Z][a-z.]{1,20}){0,2},? \\d{5}(?![\\w-])",
    ],
  },
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
    country: 'IE',
    near: 80,
    all: [
      '\\b[AC-FHKNPRTV-Y]\\d[\\dW] [\\dAC-FHKNPRTV-Y]{4}\\b',
      `(?:${STREET_EN}|\\b(?:Dublin|Cork|Galway|Limerick|Waterford|Co\\.?|County|Road|Street|Centre|Park|House|Quay|Lane)\\b)`,
    ],
  },
  {country: 'DE', near: 60, all: ['\\b(?:D-)?\\d{5}\\s+[A-ZÄÖÜ][a-zäöüß-]+', `(?:${STREET_DE}|\\bPostfach\\s+\\d)`]},
  {
    country: 'CH',
    near: 0,
    all: [
      '\\b[A-ZÄÖÜ][\\p{L}-]{3,40} \\d{1,4}[a-z]?, (?:(?:CH-|A-|D-)\\d{4,5}|(?!19|20)\\d{4}|\\d{5}) [A-ZÄÖÜ][a-zäöüß]{2,30}',
    ],
  },
  // Austria and Switzerland, where a year may look like the postcode: street and town follow each other.
  {country: 'CH', near: 0, all: [`${STREET_DE}[,;·|•\\s-]{1,4}(?:CH-|A-)?\\d{4}\\s+[A-ZÄÖÜ][a-zäöüß-]+`]},
  {
    country: 'FR',
    near: 80,
    all: ["\\b\\d{5}\\s+[A-ZÀ-Ý][\\p{L}' -]{1,40}", `(?:${STREET_FR}|\\b(?:BP|CS|TSA)\\s?\\d{2,5}\\b)`],
  },
  {country: 'ES', near: 80, all: ['\\b\\d{5},?\\s+[A-ZÁÉÍÓÚ]\\p{L}+', STREET_ES]},
  {country: 'MX', near: 100, all: ['\\bC\\.?P\\.?:?\\s*\\d{4,5}\\b', STREET_ES]},
  {
    country: 'IT',
    near: 60,
    all: ['\\b\\d{5}\\s+[A-Z][a-zà-ú]+', '\\b(?:[Vv]ia|[Vv]iale|[Cc]orso|[Pp]iazza|[Ll]argo)\\s[^\\n]{1,40}?\\d'],
  },
  {
    country: 'NL',
    near: 60,
    all: [
      '\\b\\d{4}\\s?[A-Z]{2}\\s+[A-Z][a-z]+',
      '\\b[A-Z][a-zé]+(?:straat|weg|laan|gracht|plein|kade|dijk|singel|dreef)\\s\\d+',
    ],
  },
  {
    country: 'PT',
    near: 80,
    all: [
      '\\b\\d{4,5}-\\d{3}\\s+[A-ZÁÉÍÓÚ]\\p{L}+',
      '\\b(?:[Rr]ua|[Aa]v\\.|[Aa]venida|[Pp]ra[çc]a|[Tt]ravessa|[Ll]argo|[Aa]lameda)\\s',
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
    all: [
      '(?:\\p{sc=Han}{2,9}(?:省|市|[县縣]|自治[区區])|香港|九[龍龙]|新界|澳[門门])[\\p{sc=Han}\\d]{0,30}?(?:路|街|道|巷|里)(?:[一二三四五六七八九十]段)?(?:\\d+[巷弄])*\\d+(?:[-之]\\d+)?\\s*[号號]',
    ],
  },
  {country: 'BR', near: 0, all: ['\\bCEP:?\\s*\\d{5}-?\\d{3}\\b']},
]

/** What stands before the address of somebody else: of the reader, of a venue. */
export const OTHERS_ADDRESS =
  /お?届け?先|配[送達]先|送付先|請求先|会場|開催(?:場所|地)|集合場所|\b(?:ship(?:ped|ping)?|deliver(?:y|ed|ing)?) to\b|\b(?:shipping|delivery|billing) address|\bvenue\b|liefer(?:adresse|anschrift)|rechnungs(?:adresse|anschrift)|veranstaltungsort|adresse de (?:livraison|facturation)|\blieu\b|direcci[oó]n de (?:env[ií]o|entrega|facturaci[oó]n)|배송지|받는\s*(?:곳|분)|[收送][货貨]地址|寄送地址|[会會][场場]/iu

/** Words in brackets, and names of tags, that stand for the sender's address in no system in particular; our own tag is the rule's matter. */
export const ADDRESS_PLACEHOLDER =
  /\[(?:(?:your|company|street|mailing|postal|business|physical|office|full) ){0,3}address(?: line)?(?: ?\d)?\]|\{\{\{?\s*(?!sender\.address\b)(?:sender|company|organi[sz]ation|business|shop|store|account|site|brand|merchant)[._]?\w{0,12}address\w{0,12}\s*\}?\}\}|[[{%<]{1,3}\s?(?:会社|送信者|発行元|店舗|事業者)の?住所\s?[\]}%>]{1,3}/iu
