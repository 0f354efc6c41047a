/** What people write when they want no more mail, in their own words: in a subject, in a reply. Meant for folded text. */

/** The whole subject or the whole mail. */
export const COMMANDS = {
  ja: [
    '(メール|メルマガ)?(の)?(配信)?(停止|解除|中止|拒否|不要)(希望)?',
    '退会(希望)?',
    '配信(の)?(停止|解除)(希望|依頼)?',
    'いりません',
    '不要です?',
  ],
  en: ['un-?subscribe( me)?', 'stop', 'remove( me)?', 'opt[- ]?out', 'cancel', 'quit'],
  de: ['abmeld(en|ung)', 'abbestell(en|ung)', 'austragen', 'stopp?', 'kündigen', 'löschen', 'entfernen'],
  fr: ['d[ée]sabonn(er|ement|ez-moi)', 'd[ée]sinscri(re|ption|vez-moi)', 'stop', 'arr[êe]t(er|ez)?'],
  es: ['(dar(me)? de )?baja', 'cancelar( suscripci[oó]n)?', 'desuscribir(me)?', 'eliminar(me)?', 'parar'],
  ko: ['수신\\s*거부', '구독\\s*(취소|해지|해제|중지)', '그만', '(메일\\s*)?(수신\\s*)?(중단|중지)'],
  zh: ['退[订訂]', '取消[订訂][阅閱]', '拒收', 'TD'],
} as const

/** A request, somewhere in what the person wrote. */
export const REQUESTS = {
  ja: [
    '(配信|購読|受信|送信|メルマガ|メール|登録|ニュース)(の|を|は)?(全て|すべて)?(停止|解除|中止|終了|拒否|取り?消し?|ストップ|やめ|止め|削除)(を|の)?(して|し?て?(くだ|下)さい|お願い|おねがい|希望|したい|ねが|願い|頼|手続き)',
    '(解除|退会|停止|登録削除)(を|の)?(して|お願い|おねがい|希望します|希望いたします|したい|させてください|手続きを)',
    '(送ら|送信し|配信し|送って来|送ってこ|よこさ)ないで',
    '(メール|メルマガ|ご?案内|お知らせ|配信|ニュースレター)(は|が|も)?.{0,6}(不要|要りません|いりません|要らない|いらない|結構です|必要ありません|迷惑です)',
    '(もう|今後)(は|一切)?.{0,10}(不要です|結構です|いりません|要りません|お断り)',
    '(リスト|名簿|宛先|アドレス)(から|を)(私を?)?(外し|削除し|消し|除外し)て',
    '(やめて|止めて|とめて)(くだ|下)さい',
  ],
  en: [
    "(please|kindly|pls|want to|wish to|would like to|['’]d like to|asked you to|ask you to|need to) (be )?(un-?subscribe|remove[d]?|stop|opt[- ]?out|delete|taken off|take me off|cancel)",
    '(un-?subscribe|remove|delete|take) (me|us|my|our|this (e-?mail )?address|myself)\\b',
    '\\bstop (sending|mailing|e-?mailing|contacting|writing|spamming|these|this|the|your|all|any)\\b',
    "(do not|don['’]?t|never|no longer) (send|mail|e-?mail|contact|write)( to)? (me|us|this|any)",
    "(do not|don['’]?t|no longer) (want|wish) (to (get|receive|hear)|(these|this|your|any|more|such|further)\\b)",
    'no (more|further) (e-?mails?|mails?|newsletters?|messages|advertising|ads|marketing)',
    '(take|get) me off',
    '\\bleave me alone\\b',
    'i (hereby )?(opt[- ]?out|unsubscribe|withdraw my consent|object to)',
  ],
  de: [
    '(bitte|möchte|will|wünsche|hiermit|wollen).{0,60}(abmeld|abbestell|austrag|entfern|lösch|streich|kündig|nicht mehr|keine)',
    '(melden|tragen|nehmen|streichen|löschen|entfernen) sie (mich|uns|meine|diese)',
    '(keine|nicht mehr).{0,30}(mails?|e-?mails?|newsletter|werbung|nachrichten).{0,40}(zusend|zuschick|schick|send|erhalten|bekommen|wünsch|mehr)',
    'widerspreche',
    'widerrufe',
    'hören sie auf',
    'lassen sie mich in ruhe',
  ],
  fr: [
    "(merci|veuillez|je (veux|souhaite|voudrais|d[ée]sire)|pri[èe]re|svp|s['’]il vous pla[iî]t).{0,60}(d[ée]sabonn|d[ée]sinscri|retir|supprim|arr[êe]t|ne plus|cesser)",
    '(d[ée]sabonnez|d[ée]sinscrivez|retirez|supprimez|enlevez|rayez)[- ](moi|nous|mon|mes|cette)',
    "(ne|n['’]) ?(m['’]|me |nous )?(envoyez|envoyer|[ée]crivez|contactez)[- ]?(moi |nous )?plus",
    'je ne (veux|souhaite|d[ée]sire) plus',
    "arr[êe]tez (de|d['’]|vos|ces|les)",
    "je m['’]oppose",
  ],
  es: [
    '(por favor|quiero|deseo|quisiera|solicito|ruego|les? pido).{0,60}(baja|borr|elimin|cancel|desuscri|no recib|dejen|dejar de)',
    '(denme|dadme|deme|me den|darme|dame) de baja',
    '(elim[ií]nen?(me|nos)|b[óo]rren?(me|nos)|qu[íi]ten?(me|nos)|s[áa]quen?(me|nos)|elimin[ae]d?me)',
    'no (me|nos) (env[íi]en?|manden?|escriban?|contacten?)( m[áa]s)?',
    'no (quiero|deseo) (recibir|m[áa]s)',
    'dejen? de (enviar|mandar|escribir|molestar)',
  ],
  ko: [
    '(수신|구독|메일|이메일|발송|광고|뉴스레터)\\s*(을|를|은|는)?\\s*(거부|취소|해지|해제|중지|중단|그만)\\s*(해|하|부탁|요청|바랍|원)',
    '(보내지|발송하지|연락하지)\\s*(마|말)',
    '(그만|더\\s*이상|더는)\\s*.{0,8}(보내|받고|원하지)',
    '(삭제|제외|빼)\\s*(해|하여)?\\s*(주|달)',
    '받고\\s*싶지\\s*않|받지\\s*않겠|원하지\\s*않',
  ],
  zh: [
    '(请|請|麻烦|麻煩|我要|我想|希望|要求|申请|申請).{0,12}(退[订訂]|取消[订訂][阅閱]|停止|移除|删除|刪除|拒收|不要)',
    '(不要|别|別|勿|停止|不必)(再|继续|繼續)?(给|給|向)?(我|我们|我們)?(再)?([发發]送?|寄|传|傳|推送|打扰|打擾)',
    '(不想|不愿|不願|不希望)(意)?(再|继续|繼續)?(收到|接收|收)',
    '(把|将|將)我.{0,10}(移除|删除|刪除|去掉)',
  ],
} as const

/** Beside a request they make it doubtful: a question, the contrary, or somebody else's. */
export const DOUBTS = {
  ja: [
    'しないで',
    '(停止|解除|退会)(でき|した)(ない|ません|のに|はず)',
    '方法',
    'どう(やって|すれば)',
    '間違(え|って)',
    '再開',
    'でしょうか',
    '[?？]',
    '取り?消しの取り?消し',
  ],
  en: [
    '\\bhow (do|can|to|could|would)\\b',
    "(did not|didn['’]?t|never|not) (mean|want|ask|wish|intend)( to)? (un-?subscribe|be removed)",
    "(do not|don['’]?t|please don['’]?t) (un-?subscribe|remove) me",
    'by (mistake|accident)|accidental',
    're-?subscribe|subscribe (me )?again|back on',
    '\\bunless\\b|\\bif you\\b',
    '\\?',
  ],
  de: ['\\bwie (kann|melde|bestelle)', 'versehentlich|aus versehen', 'wieder anmelden', 'nicht abmelden', '\\?'],
  fr: ['\\bcomment\\b', 'par erreur', 'r[ée]abonn|r[ée]inscri', 'ne me (d[ée]sabonnez|d[ée]sinscrivez) pas', '\\?'],
  es: ['\\bc[óo]mo\\b', 'por error', 'volver a (suscrib|recib)', 'no me (d[ée]n?|elimin)', '[?¿]'],
  ko: ['어떻게|방법', '실수|잘못', '다시\\s*(구독|신청)', '하지\\s*마', '\\?'],
  zh: ['怎(么|麼|样|樣)|如何', '误|誤', '重新(订|訂)', '[?？]|吗|嗎'],
} as const

/** Words that may mean it and are no request by themselves; the words of opt-out links count beside them. */
export const HINTS = {
  ja: ['迷惑(メール)?', '苦情', '個人情報.{0,12}(削除|消去|利用停止)', '(停止|解除|退会|拒否|削除)'],
  en: [
    '^no( thanks?| thank you)?[.!]?$',
    '\\bspam\\b',
    '\\bstop\\b',
    '\\bremove\\b',
    '\\bgdpr\\b',
    '\\b(delete|erase) (my|all)\\b',
    '\\bcancel\\b',
    '\\bcomplain',
  ],
  de: ['\\bspam\\b', '\\bstopp?\\b', 'dsgvo', 'lösch', 'beschwer', 'belästig'],
  fr: ['\\bspam\\b', '\\brgpd\\b', 'supprim', 'arr[êe]t', 'plainte', 'harc[eè]l'],
  es: ['\\bspam\\b', '\\brgpd\\b', 'elimin', '\\bbaja\\b', 'queja', 'molest'],
  ko: ['스팸', '중단|중지|거부|해지', '삭제', '신고'],
  zh: ['垃圾(邮件|郵件|信)', '停止', '删除|刪除', '投诉|投訴', '举报|舉報'],
} as const

/** Subjects that answering machines write. */
export const AUTOMATIC = {
  ja: ['^(自動(応答|返信|送信|回答)|不在|休暇|外出中|.{0,10}(不在|休業)の(お知らせ|ご連絡))'],
  en: [
    '^(re: )?(automatic|auto)[- ]?(reply|response|generated|answer)|^(re: )?out of (the )?office|^(i am |on )?(vacation|holiday|annual leave|away)\\b',
  ],
  de: [
    '^(automatische (antwort|r[üu]ckantwort)|abwesenheit|.{0,10}abwesenheitsnotiz|nicht im b[üu]ro|ich bin (im urlaub|abwesend))',
  ],
  fr: ["^(r[ée]ponse automatique|absence|message d['’]absence|absent)"],
  es: ['^(respuesta autom[áa]tica|fuera de (la )?oficina|ausente|de vacaciones)'],
  ko: ['^\\[?(자동\\s*(응답|회신)|부재\\s*중)'],
  zh: ['^(自[动動][回答应應]|外出|不在[办辦]公室|休假)'],
} as const

/** Subjects under which mail systems say that a mail did not arrive. */
export const UNDELIVERED = {
  all: [
    '^(undeliver(ed|able)|delivery (status notification|failure|has failed)|mail delivery (failed|subsystem)|returned mail|failure notice)',
    '^(配信(できません|エラー|不能)|送信エラー|メール配信エラー)',
    '^(unzustellbar|nicht zustellbar)',
    '^(non remis|[ée]chec de (la )?remise|message non distribu)',
    '^(no se puede entregar|error de entrega)',
    '^(배달되지|전송\\s*실패)',
    '^(退信|无法投递|無法投遞|系统退信)',
  ],
} as const

/** Lines below which stands what the person answers to. */
export const QUOTE_STARTS = [
  /^-{2,}\s*(original message|forwarded message|元のメッセージ|転送メッセージ|urspr[üu]ngliche nachricht|message d['’]origine|mensaje original|원본 메시지|原始邮件|原始郵件|转发邮件)/i,
  /^_{10,}$/,
  /^(from|差出人|送信者|von|de|보낸 사람|发件人|寄件者)\s*[:：].*[@＠]/i,
  /^begin forwarded message/i,
]

/** A line that introduces a quote: the lines below begin with >, or all that is left is the quote. */
export const QUOTE_HEADS =
  /^(on .{4,200} wrote|am .{4,200} schrieb.{0,120}|le .{4,200} a [ée]crit|el .{4,200} escribi[óo]|.{0,120}(に|、).{0,80}(書きました|のメール|wrote)|.{4,200}님이 작성|.{4,200}写道|.{4,200}寫道|\d{4}[年/.-].{4,160}<[^<>]{3,200}>)\s*[:：]?$/i
