/**
 * Signs that a text tells who speaks, when nobody declared the sender's name: patterns for folded text, case kept. A
 * capital, a letter of a script without capitals or the beginning of a tag opens a name.
 */

const NAME = '(?:the |The )?(?!All [Rr]ights)[\\p{Lu}\\p{Lo}\\[{<%*]'
const WORDS =
  "[\\p{Lu}\\[{][\\p{L}\\d.&'’\\]}-]{0,30}(?: (?:[\\p{Lu}&\\[{\\d][\\p{L}\\d.&'’\\]}-]{0,30}|of|and|for|the)){0,4}"

/** Who claims the rights in a mail speaks in it. NFKC makes ⓒ a c. */
const RIGHTS = `(?:©|\\([Cc]\\)|[Cc]opyright|COPYRIGHT)(?: ?(?:©|\\([Cc]\\)|c(?= )|[Bb]y|\\d{4}|[-–,]|(?:\\{\\{|\\*\\|)[\\w. ]{1,30}(?:\\}\\}|\\|\\*))){0,8} ?${NAME}`

export const SENDER_SIGNS = {
  all: [RIGHTS, '(?:\\(SM\\)|(?<=\\p{Ll})TM\\b)'],
  ja: [
    '(?:配信|発行|運営|送信|発信|編集|制作|主催|販売|提供)(?:元|者|人|会社|業者|責任者)?\\s?[:/／】」]\\s?\\S',
    '(?:屋号|店舗名|会社名|法人名|団体名|差出人|担当(?:者)?)\\s?[:/／]\\s?\\S',
    '[\\p{L}\\p{N}ー・&]{1,20}(?:編集部|編集室|事務局|運営局|実行委員会|委員会|商店|書店|書房|事務所|医院|病院|クリニック|大学|学校|学園|協会|連盟|組合|財団|校友会|同窓会|役所|役場|銀行|新聞社|出版|工房|農園|旅館|ホテル|ストア|ショップ|本舗|百貨店|市場|サポートセンター|カスタマーセンター|運営チーム|スタッフ一同|ニュース|通信|だより|便り|マガジン)',
    '(?:こんにちは|こんばんは|おはようございます|お世話になって(?:おり|い)ます|はじめまして)[。、!\\s]{0,3}[\\p{L}ー・& ]{1,20}(?:の[\\p{L}]{1,8})?です(?=[。!\\s]|$)',
    '(?:こちらは|いつも)[\\p{L}\\p{N}ー・& ]{2,20}(?:です|をご(?:利用|愛顧))',
    '[\\p{Lo}\\p{Lu}][\\p{L}\\p{N}ー・&. ]{1,20}(?:より|から)(?:の)?(?:お知らせ|ご案内|ご連絡|メール|お届け|配信)',
    '[\\p{Lo}\\p{Lu}\\w][\\p{L}\\p{N}ー・&. ]{1,20}(?:を(?:ご利用|お選び|ご購読)|にご(?:登録|入会|加入)|への(?:ご登録|ご入会))',
  ],
  en: [
    `(?:[Tt]he|[Yy]our) ${WORDS},? [Tt]eam\\b`,
    `${WORDS}[ -]Team\\b|\\w{3,30}-Team\\b|[Tt]he team at ${NAME}`,
    '[-–—]{1,2} ?The \\p{Lu}\\p{L}{2,30}(?=\\s|$)',
    `(?:[Ss]ent|[Pp]ublished|[Pp]roduced|[Ww]ritten|[Ee]dited|[Ii]ssued|[Bb]rought to you|[Pp]resented) by:? ${NAME}`,
    `(?:[Aa] )?(?:publication|service|product|newsletter|division|brand) of ${NAME}`,
    `\\b(?:[Ee]ditor|[Pp]ublisher|[Dd]irector|[Ff]ounder|CEO)(?: and [Pp]ublisher)?(?:: | of | at )${NAME}|${WORDS}, (?:[Ee]ditor|[Pp]ublisher|[Ff]ounder)\\b`,
    `(?:[Gg]reetings|[Hh]ello|[Hh]i|[Nn]ews|[Nn]ewsletters?|[Uu]pdates?|[Dd]igest|[Nn]otes|[Ll]etter|[Mm]essages?|[Pp]icks|[Aa]lerts|[Pp]osting|comic|e?-?mails?) (?:from|by) ${NAME}`,
    `(?:[Ww]elcome to|WELCOME TO|[Nn]ew [Mm]essage on) ${NAME}`,
    `(?:[Tt]hanks|[Tt]hank you) for (?:choosing|using|shopping (?:with|at)|signing up (?:with|for|to)|trying(?: out)?|joining|visiting|subscribing to|supporting|being (?:a|part of)|your (?:order|purchase) (?:with|from|at)|contacting) ${NAME}`,
    `(?:[Ss]igned up (?:for|with|to|at)|[Ss]ubscribed to|[Rr]egistered (?:with|at|on)|[Mm]ember of|[Jj]oined) ${NAME}`,
    `(?:[Yy]our|[Tt]he|[Aa]|'s|HTML version of the) ${WORDS} (?:account|newsletter|subscription|mailing list|topic|e-?zine|bulletin|digest|receipt|trial)\\b|HTML version of the ${NAME}`,
    `${WORDS} (?:[Nn]ewsletter|NEWSLETTER|JOURNAL|Journal|Digest|Bulletin|Gazette|Letter|Weekly|Daily|eNews|E-Zine|[Mm]ailing list)\\b`,
    `${WORDS} (?:Foundation|Association|Academy|University|College|School|Institute|Society|Club|Trust|Bank|Group|Groups|Studios?|Press|Publish(?:ers|ing)|Books|Store|Shop|Services|Solutions|Party|Museum|Gallery|Hotel|Restaurant|Café|Cafe|Coffee|Wines|Apparel|Broadband|Careers|Labs|Media|Networks?)\\b`,
    // Welcome to cron.weekly issue #146.
    `[Ww]elcome to [\\w.]{3,30} (?:issue|edition|no\\.|#)`,
    `\\b(?:is sent by|is owned by|operated by|on behalf of) ${NAME}`,
  ],
  de: [
    `(?:Ihr|Euer|Dein|Das)e? ?(?:[Tt]eam )?(?:von |vom |der |des )?${WORDS}(?:[- ]Team)?(?=\\s|$)`,
    `(?:Redaktion|Team|Verein|Praxis|Kanzlei|Buchhandlung|Hotel|Gasthof|Museum) ${NAME}`,
    'Impressum',
  ],
  fr: [
    `(?:[Ll]['’](?:é|e)quipe(?: de| du)?|Association|Maison|Librairie|Atelier|Mus(?:é|e)e|Banque|Mairie) ${NAME}`,
    `[Mm]erci d['’](?:avoir choisi|utiliser) ${NAME}`,
  ],
  es: [
    `(?:[Ee]quipo(?: de)?|[Mm]useo|[Aa]cademia|[Bb]anco|[Ll]ibrer[ií]a|[Pp]apeler[ií]a|[Ff]undaci[oó]n|[Aa]sociaci[oó]n)(?: del?| la| los)* ${NAME}`,
    `[Gg]racias por (?:comprar|confiar|elegir|registrarte|suscribirte)(?: en| a)? ${NAME}`,
  ],
  ko: ['[\\p{sc=Hangul}\\w]{2,20}\\s?(?:드림|올림|뉴스레터|편집부|고객센터|운영팀)'],
  zh: [
    '\\p{sc=Han}{2,20}(?:[编編][辑輯]部|[团團][队隊]|工作室|公司|集[团團]|出版社|[银銀]行|大[学學]|[协協][会會]|基金[会會]|敬上|谨上|謹上|官方|商城|旗[舰艦]店)|[感谢謝]{1,2}您?(?:使用|[选選][择擇]|[订訂][阅閱])\\p{L}',
  ],
} as const

/** Tags and words that are filled in with the sender's name. */
export const SENDER_TAG =
  /\[\s?(?:your )?(?:sender|company|product|brand|organi[sz]ation|business|store|shop|site|app|project|team)[ _-]?(?:name|title)[^\]\n]{0,20}\]|\b(?:your )?(?:company|business|brand|organi[sz]ation) name\b|\byour company\b|\{\{\{?[~#\s]{0,3}(?:[\w]{1,20}[._])?(?:sender|company|product|brand|organi[sz]ation|business|store|shop|site|app|project|team|account|merchant)(?:[._]?(?:name|title|company))?\s*(?:\|[^{}]{0,40})?\}?\}\}|<%[-=]?\s*\w*(?:app|site|company|brand|product)_?(?:title|name)\s*%>|\*\|(?:LIST:COMPANY|USER:COMPANY|LIST:NAME)\|\*|%%(?:member_busname|company_?name|sender_?name|shop_?name|発行者名|会社名|店舗名|差出人名)%%|%SENDER-INFO(?:-SINGLELINE)?%|\{\$(?:account_company|company)\}|##(?:sender|company)_?name##|\[\[?(?:company|sender)_?name\]\]?/iu

/** Names that many mails show and that do not speak in them. */
export const PLATFORMS = new Set(
  'facebook twitter instagram linkedin youtube google pinterest tiktok github gitlab codepen apple itunes whatsapp telegram discord slack medium vimeo spotify amazon microsoft mailchimp sendgrid mailgun placehold placeholder example domain click email mail news newsletter link links track tracking online secure store shop'.split(
    ' ',
  ),
)
