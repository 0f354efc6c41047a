/** The countries of ISO 3166-1: alpha-2 and alpha-3 codes, two by two. XK and XKX stand for Kosovo by common use. */
export const COUNTRY_CODES = `AD AND AE ARE AF AFG AG ATG AI AIA AL ALB AM ARM AO AGO AQ ATA AR ARG AS ASM AT AUT AU AUS AW ABW
AX ALA AZ AZE BA BIH BB BRB BD BGD BE BEL BF BFA BG BGR BH BHR BI BDI BJ BEN BL BLM BM BMU BN BRN BO BOL BQ BES BR BRA BS BHS
BT BTN BV BVT BW BWA BY BLR BZ BLZ CA CAN CC CCK CD COD CF CAF CG COG CH CHE CI CIV CK COK CL CHL CM CMR CN CHN CO COL CR CRI
CU CUB CV CPV CW CUW CX CXR CY CYP CZ CZE DE DEU DJ DJI DK DNK DM DMA DO DOM DZ DZA EC ECU EE EST EG EGY EH ESH ER ERI ES ESP
ET ETH FI FIN FJ FJI FK FLK FM FSM FO FRO FR FRA GA GAB GB GBR GD GRD GE GEO GF GUF GG GGY GH GHA GI GIB GL GRL GM GMB GN GIN
GP GLP GQ GNQ GR GRC GS SGS GT GTM GU GUM GW GNB GY GUY HK HKG HM HMD HN HND HR HRV HT HTI HU HUN ID IDN IE IRL IL ISR IM IMN
IN IND IO IOT IQ IRQ IR IRN IS ISL IT ITA JE JEY JM JAM JO JOR JP JPN KE KEN KG KGZ KH KHM KI KIR KM COM KN KNA KP PRK KR KOR
KW KWT KY CYM KZ KAZ LA LAO LB LBN LC LCA LI LIE LK LKA LR LBR LS LSO LT LTU LU LUX LV LVA LY LBY MA MAR MC MCO MD MDA ME MNE
MF MAF MG MDG MH MHL MK MKD ML MLI MM MMR MN MNG MO MAC MP MNP MQ MTQ MR MRT MS MSR MT MLT MU MUS MV MDV MW MWI MX MEX MY MYS
MZ MOZ NA NAM NC NCL NE NER NF NFK NG NGA NI NIC NL NLD NO NOR NP NPL NR NRU NU NIU NZ NZL OM OMN PA PAN PE PER PF PYF PG PNG
PH PHL PK PAK PL POL PM SPM PN PCN PR PRI PS PSE PT PRT PW PLW PY PRY QA QAT RE REU RO ROU RS SRB RU RUS RW RWA SA SAU SB SLB
SC SYC SD SDN SE SWE SG SGP SH SHN SI SVN SJ SJM SK SVK SL SLE SM SMR SN SEN SO SOM SR SUR SS SSD ST STP SV SLV SX SXM SY SYR
SZ SWZ TC TCA TD TCD TF ATF TG TGO TH THA TJ TJK TK TKL TL TLS TM TKM TN TUN TO TON TR TUR TT TTO TV TUV TW TWN TZ TZA UA UKR
UG UGA UM UMI US USA UY URY UZ UZB VA VAT VC VCT VE VEN VG VGB VI VIR VN VNM VU VUT WF WLF WS WSM XK XKX YE YEM YT MYT ZA ZAF
ZM ZMB ZW ZWE`

/** Names in use beside those of CLDR, folded as foldWord does; by the alpha-2 code. */
export const OTHER_NAMES: Readonly<Record<string, string>> = {
  JP: '日本国|nippon|nihon',
  US: 'u.s.|u.s.a.|united states of america|america|アメリカ|米国|米|美国|美國|미국',
  GB: 'uk|u.k.|great britain|england|scotland|wales|northern ireland|イギリス|英国|イングランド|スコットランド|ウェールズ|連合王国',
  KR: 'korea|republic of korea|korea, republic of|south korea|大韓民国|韓国|한국',
  KP: "dprk|democratic people's republic of korea|korea, democratic people's republic of|朝鮮民主主義人民共和国",
  CN: "people's republic of china|prc|中華人民共和国|中华人民共和国",
  TW: 'taiwan, province of china|中華民国|台灣|臺灣',
  HK: 'hong kong|hongkong|hong kong sar|香港',
  MO: 'macau|macao|マカオ|澳門|澳门',
  RU: 'russian federation|ロシア連邦',
  NL: 'holland|the netherlands',
  CZ: 'czech republic|チェコ共和国',
  TR: 'turkey|turkiye',
  MM: 'burma|myanmar|ミャンマー|ビルマ',
  CI: "ivory coast|cote d'ivoire|côte d'ivoire",
  CD: 'dr congo|drc|democratic republic of the congo|congo, the democratic republic of the|congo, democratic republic of the|コンゴ民主共和国',
  CG: 'congo|republic of the congo|コンゴ共和国',
  VN: 'viet nam|vietnam|ベトナム社会主義共和国',
  LA: "lao people's democratic republic|lao pdr",
  IR: 'iran, islamic republic of|islamic republic of iran',
  SY: 'syrian arab republic',
  MD: 'moldova, republic of|republic of moldova',
  TZ: 'tanzania, united republic of|united republic of tanzania',
  VE: 'venezuela, bolivarian republic of',
  BO: 'bolivia, plurinational state of',
  FM: 'micronesia, federated states of|federated states of micronesia',
  PS: 'palestine, state of|state of palestine|palestine',
  VA: 'holy see|holy see (vatican city state)|vatican',
  BN: 'brunei darussalam',
  CV: 'cape verde',
  SZ: 'swaziland',
  MK: 'macedonia|macedonia, the former yugoslav republic of',
  TL: 'east timor',
  VG: 'virgin islands, british',
  VI: 'virgin islands, u.s.',
  FK: 'falkland islands (malvinas)',
  GR: 'el',
  AE: 'uae|u.a.e.|アラブ首長国連邦',
  DE: 'federal republic of germany|brd',
  IN: 'インド共和国',
  TH: 'タイ王国',
}
