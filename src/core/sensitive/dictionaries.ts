/**
 * Words that tell what a column holds: header words and value words per category, with their traps excluded
 * (障害報告日 is no disability, a hearing aid no disease, a member card no credit card). Data only; ordered so that
 * the narrower category comes first. Source: rulebook G.8.1 and G.8.2, APPI art. 2(2), 2(3), Order art. 1 and 2.
 */
import type {IdentifierCategory, SpecialCareCategory} from './column-judgement.ts'

/** Patterns of one category. Headers arrive in NFKC, once as written and once split into words. */
export interface Words<Category> {
  readonly category: Category
  /** A header that matches speaks for itself. */
  readonly header: RegExp
  /** A header that matches raises the question only. */
  readonly weakHeader?: RegExp
  /** A cell that matches, in NFKC; absent where no words are safe enough. */
  readonly value?: RegExp
}

export const SPECIAL_CARE_WORDS: readonly Words<SpecialCareCategory>[] = [
  {
    category: 'biometric',
    header:
      /指紋|顔(特徴|認証|画像)|虹彩|声紋|静脈|掌紋|歩容|生体認証|(?<!\b(?:browser|device|key|ssh|ssl|tls|cert|certificate|file|canvas|sha1|sha256|gpg|pgp|audio) )\bfinger ?prints?\b|\b(face ?(id|print|template)|iris (scan|code|template|data)|voice ?print|biometrics?)\b/iu,
  },
  {
    category: 'sexLife',
    header:
      /性的指向|性自認|性生活|LGBT|^SOGI$|同性愛|性別違和|\b(sexual (orientation|preference|life)|gender identity|transgender)\b|\b(sexuelle orientierung|orientation sexuelle|orientaci[oó]n sexual)\b|성적\s*지향|性取向|性傾向/iu,
    value:
      /同性愛|レズビアン|バイセクシュアル|トランスジェンダー|性同一性障害|性別違和|LGBT|\b(gay|lesbian|bisexual|transgender|homosexual|heterosexual)\b/iu,
  },
  {
    category: 'crimeVictim',
    header: /犯罪被害|被害(者|届|歴)|DV被害|性被害|\b(crime )?victim(s|isation|ization)?\b/iu,
    value: /犯罪被害|DV被害|性被害|ストーカー被害|(詐欺|暴行|傷害|窃盗)(の)?被害/iu,
  },
  {
    category: 'juvenile',
    header:
      /(?<!青)少年(事件|院|審判|保護)|保護観察|家庭裁判所|非行|\b(juvenile (record|offen[cs]e|offender|court)|youth offender|(on|criminal|juvenile) probation|probation officer)\b/iu,
    value: /(?<!青)少年院|保護観察|家庭裁判所|家裁送致|非行歴/iu,
  },
  {
    category: 'criminalProcedure',
    header: /刑事手続|被疑者|被告人|捜査|勾留|家宅捜索|差押|\b(criminal suspect|defendant|search warrant|detained)\b/iu,
    value: /被疑者|被告人|勾留|起訴(猶予|され|中)|不起訴|家宅捜索|刑事裁判/iu,
  },
  {
    category: 'criminal',
    header:
      /犯罪(の)?(経歴|歴)|前科|(?<!職務?)前歴(?!換算)|逮捕|起訴|有罪|刑罰|服役|執行猶予|\b(criminal (record|history|background)|convict(ed|ions?)|arrest(ed|s| record)?|prosecut(ed|ion)|felon(y|ies)|misdemeanou?rs?|prison|parole)\b|\b(vorstrafen?|straftat|führungszeugnis)\b|\bcasier judiciaire\b|\bantecedentes penales\b|범죄|전과|犯罪记录/iu,
    weakHeader: /反社|暴力団/u,
    value:
      /前科|犯罪歴|有罪判決|執行猶予|服役|懲役|禁錮|拘禁刑|書類送検|逮捕(歴|され)|\b(convicted of|felony|on parole|criminal record|ex-convict)\b/iu,
  },
  {
    category: 'disability',
    header:
      /(?<!システム|システムの|回線|通信|機器|ネットワーク|サーバー?|ネット|サービス|設備)障害(?!報告|発生|対応|情報|通知|連絡|復旧|保険|内容|番号|件数|管理|票|レベル|履歴|日|時|原因|箇所|チケット|受付|窓口|検知|ログ)|障がい|身体障害|知的障害|精神障害|発達障害|療育手帳|難病|要介護|介護度|特別支援(?!金)|\b(disabilit(y|ies)|disabled (person|people|parking|badge|status|veteran)|handicapped|autis(m|tic)|adhd|(visual|hearing|physical|cognitive|mobility) impairments?)\b|\b((schwer)?behinderung|schwerbehindert|grad der behinderung|discapacidad)\b|장애|残疾|殘障/iu,
    weakHeader: /(?<!\bgolf )\bhandicap\b(?! (index|golf|score))/iu,
    value:
      /障(害|がい)者?手帳|(身体|知的|精神|発達)障(害|がい)|(聴覚|視覚|肢体)障(害|がい)|肢体不自由|自閉症|ADHD|ダウン症|療育手帳|要介護[1-5]|要支援[12]|難病|車(椅子|いす)(利用|使用)|障害[1-7]級|\b(autis(m|tic)|wheelchair user|(visually|hearing) impaired)\b/iu,
  },
  {
    category: 'testResult',
    header:
      /健康診断|(?<!保)健診|人間ドック|(?<!製品|商品|出荷|受入|品質|完成|車両|工程|設備|電気|消防|水質)検査結果|(?<!車)検診|血液検査|ストレスチェック|遺伝子(検査|情報)|ゲノム|血糖|コレステロール|腫瘍マーカー|\b((medical|blood|lab|covid|covid 19|pcr|urine|hiv|drug|health|genetic|dna) tests?|(lab|blood|health check|screening) results?|health screening|stress check|genetic (data|info|information|profile)|genom(e|ic)|dna|biomarkers?|bmi|blood (pressure|sugar|glucose)|cholesterol)\b|\b(medical|health|dental|annual) check ?-?up\b|(?<!\b(?:a b|ab|split|speed|email|e mail|spam|exam|aptitude|placement|language|english|skills?|driving|road|load|unit|api|send) )\btest results?\b/iu,
    value:
      /HbA1c|γ-?GTP|血糖値|コレステロール値|腫瘍マーカー|(健診|健康診断|検診|血液検査|PCR検査)[^、。]{0,8}(異常|陽性|陰性|再検|要精密|[A-E]判定)|要精密検査|要再検査|BMI\s?[:=]?\s?\d/iu,
  },
  {
    category: 'guidance',
    header:
      /保健指導|診療(?!所|科|科目|時間|案内|圏|報酬)|調剤(?!薬局)|処方箋|カルテ|お薬手帳|\b(health guidance|dispensing|pharmacy record|patient chart)\b/iu,
    value: /保健指導|投薬治療|調剤済|診療(中|記録)|処方(薬|中|され)/iu,
  },
  {
    category: 'medical',
    header:
      /病歴|既往|持病|疾患|疾病|病名|病気|傷病|(?<!経営|企業|性格|適性|耐震|肌|髪|無料|簡易|住宅|建物|運勢|相性|省エネ|セキュリティ|サイト|DX)診断(名|結果|書|病)|(?<!故障|不具合|機器|製品|異常)症状(?!分類|区分|コード)|通院|入院(?!.{0,4}保険)|手術|投薬|服薬|薬歴|処方(?!箋)|治療(?!院|家)|がん(?!ば|保険)|癌(?!保険)|(?<![a-z])HIV(?![a-z])|エイズ|精神疾患|うつ(病|状態)|鬱|アレルギー(?!表示|対応|フリー|物質)|妊娠|不妊|メンタル(不調|疾患|ヘルス(?!研修|セミナー|講座|マネジメント))|(?<!\b(?:account|customer|client|list|system|service|site|api) )\bhealth (condition|status|history|issues?|problems?|records?|info|information|data)\b|\bmedical (record|history|condition|information|info|data|notes?|treatment|leave|diagnosis)s?\b|\b(diagnos(is|es|ed)|diseases?|illness(es)?|symptoms?(?! (code|class|category))|allerg(y|ies)|medications?|prescriptions?|under treatment|treatment (plan|history)|surger(y|ies)|hospital(ization|isation|ized|ised)|cancer|hiv|(?<!(?:hearing|visual|sales|teaching|training) )aids|depress(ion|ed)|mental (health|illness|disorder|condition|state)|pregnan(t|cy))\b|\b(krank(heit|akte)?|diagnose|gesundheit(szustand)?|allergien?|medikamente?)\b|\b(sant[ée]|maladies?)\b|\b(salud|enfermedad|alergias?)\b|병력|질병|진단|病史|健康状(況|态|態)/iu,
    weakHeader: /^診断$|^健康$|^体調$|^medical$|^health$/iu,
    value:
      /既往|持病|糖尿病|高血圧|喘息|ぜんそく|(うつ|鬱)(病|状態)|双極性|統合失調症|てんかん|パニック障害|適応障害|不眠症|白血病|(胃|肺|乳|大腸|肝|肝臓|子宮|膵|前立腺|甲状腺)(がん|癌)|(がん|癌)(治療|患者|の手術|闘病)|心筋梗塞|脳(梗塞|卒中|出血)|腎不全|人工透析|透析(中|患者)|リウマチ|潰瘍性大腸炎|クローン病|パーキンソン病|認知症|アトピー|花粉症|アレルギー(あり|有|性)|(食物|薬物|薬剤|小麦|卵|そば|えび|ピーナッツ|乳)アレルギー|HIV(陽性|感染)|エイズ|[BC]型肝炎|妊娠(中|\d)|不妊治療|通院(中|歴)|入院(中|歴)|手術(歴|済|を受け|後)|投薬中|服薬(中|歴)|\b(diabet(es|ic)|asthma|hypertension|cancer (patient|survivor|treatment)|hiv[ -]?positive|schizophreni\w{1,4}|bipolar disorder|epileps?y|dementia|pregnant)\b/iu,
  },
  {
    category: 'race',
    header:
      /人種|民族|エスニシティ|アイヌ|(?<![滞不現存駐所])在日(?!数|時|付|程)|\brace\b(?! (name|date|day|no|id|number|time|result|results|event|distance|category|entry|course|type|class|bib|kit|pace|registration))(?<!\b(?:last|next|first|half|foot|boat|bike|horse|road|relay|fun|cycle) race)|\b(ethnic(ity| origin| group)?|tribe|caste)\b|\b(rasse|ethnie|ethnische)\b|\borigine ethnique\b|\b(raza|etnia)\b|인종|민족|种族|種族/iu,
    value:
      /アイヌ民族|在日(韓国|朝鮮|コリアン)|\b(african[ -]american|caucasian|hispanic|latin[oax]|asian[ -]american|native american|pacific islander)\b/iu,
  },
  {
    category: 'creed',
    header:
      /信条|宗教(?!法人|団体)|信仰|宗派|教会|(?<!設計|開発)思想|支持政党|政治(的)?(信条|思想|意見)|政党|\b(religions?|religious|faith|beliefs?|creed|church|political (opinions?|part(y|ies)|affiliation|views?)|philosoph(y|ical beliefs?))\b|\b(konfession|kirchensteuer|glaube|politische (meinung|überzeugung))\b|\b(opinions? politiques?|croyances?)\b|종교|신념|政治面貌/iu,
    value:
      /仏教|キリスト教|カトリック|プロテスタント|イスラム教|ムスリム|創価学会|幸福の科学|神道|天理教|エホバの証人|真言宗|浄土(真)?宗|曹洞宗|日蓮宗|ユダヤ教|ヒンドゥー教|無宗教|(自民|公明|立憲民主|共産|社民|国民民主)党(員|支持)|\b(catholic|protestant|muslim|buddhist|hindu|jewish|atheist|jehovah'?s witness(es)?)\b/iu,
  },
  {
    category: 'socialStatus',
    header: /社会的身分|門地|被差別部落|同和(?!火災)|出自|嫡出|\b(social status|buraku|social origin)\b/iu,
    weakHeader: /身分(?!証|確認|区分|種別|コード)/u,
    value: /被差別部落|部落出身|非嫡出|同和地区/u,
  },
  {
    category: 'unionEtc',
    header:
      /労働組合|労組|\b(trade union|labou?r union|union member(ship)?)\b|\bgewerkschaft\b|\bsyndicat\b|노동조합|(?<!商)工会(?!議所)/iu,
    weakHeader:
      /(?<!生協|協同|共済|農協|漁協|管理|健康保険|健保|信用)組合(加入|員(?!番号|コード|ナンバー|no|id|名|証))/iu,
    value: /労働組合(員|加入)|労組(員|加入)|\b(trade )?union member\b/iu,
  },
]

export const IDENTIFIER_WORDS: readonly Words<IdentifierCategory>[] = [
  {
    category: 'mynumber',
    header:
      /マイナンバー(?!カード?(の)?(有無|取得|保有|所持|申請|交付)|制度|セミナー|通知書)|(?<!法人)個人番号|\bmy ?numbers?\b|\bkojin ?bango\b/iu,
  },
  {
    category: 'card',
    header:
      /クレジット(カード)?番号|クレカ番号|(?<!会員|お客様|顧客|優待|特典|ハウス|ポイント|メンバーズ|メンバー|IC|名刺|図書|社員|従業員|職員|入館|セキュリティ|タイム|学生|ギフト|プリペイド|診察|保険|在留|スタンプ|シール|SIM)カード番号|(?<!\b(?:member|membership|loyalty|points?|gift|business|id|identity|identification|national|citizen|voter|pan|residence|medicare|health|insurance|employee|staff|student|customer|discount|bonus|fuel|phone|calling|time|library|sim|rewards?|store|access|key|report|score|club|vip|name|visiting) )\bcard ?(no|num|number)\b|\bcredit ?card( ?(no|num|number))?\b(?! (type|brand|expiry|expiration|company|name|holder))|\bcc ?(no|num|number|cvc|cvv)\b|\b(cvv2?|cvc2?)\b/iu,
  },
  {
    category: 'password',
    header:
      /パスワード(?!.{0,6}(日|時|回数|有無|済|期限|ポリシー))|\b(password|passwd)s?\b(?! .{0,12}(at|on|date|time|reset|changed?|updated|expir|set|count|policy|strength))(?<!\b(?:has|reset|changed?|last|forgot|no) password)|\b(hashed|encrypted) ?(password|pwd)\b|\bpwd( ?hash)?\b|\bpass ?(code|phrase)\b|パスコード|暗証番号|^pass$|^pin$|\bpin (no|number)\b|秘密の質問|\bsecret question\b/iu,
    value: /(パスワード|password|passwd)\s?[:=]\s?\S{4}/iu,
  },
  {
    category: 'residence',
    header: /住民票コード|在留カード|\bresidence card\b/iu,
  },
  {
    category: 'passport',
    header:
      /パスポート(番号|no|ナンバー)?(?!.{0,3}(有無|期限|名))|旅券番号|旅券no|\bpassport\b(?! (expiry|country|plan))|\b(reise)?pass ?(nummer|nr)\b|\breisepass\b|\b(pasaporte|passaporto|passeport)\b|여권 ?번호|护照号|護照號/iu,
  },
  {
    category: 'licence',
    header:
      /(運転|自動車)免許証?(の)?(番号|no|ナンバー)|免許証(の)?(番号|no|ナンバー)|^(運転|自動車)免許証$|\bdriv(er'?s?|ing) licen[cs]e( (no|num|number|id))?\b(?! (type|class|expiry))|\bf(ü|ue)hrerschein ?(nummer|nr)\b|\b(numero (della )?patente|patente di guida|permis de conduire|permiso de conducir)\b|운전면허 ?번호/iu,
  },
  {
    category: 'pension',
    header: /(基礎)?年金(の)?(番号|no)|\bpension (no|number|id)\b/iu,
  },
  {
    category: 'insurance',
    header:
      /(?<!損害|生命|自動車|火災|旅行)(被)?保険者?(証)?(の)?(番号|記号)|(?<!\b(?:social|national|car|auto|motor|travel|life|home|pet) )\b(health )?insurance (card )?(no|number|id)\b|\bmedicare (card )?(no|number|id)\b|\bmedicare beneficiary id(entifier)?\b|\b(nhs|health card) (no|number)\b|\bkranken(versicherungs|versicherten|kassen) ?(nummer|nr)\b|\bversicherten ?(nummer|nr)\b|\bkvnr\b/iu,
  },
  {
    category: 'nationalId',
    header:
      /社会保障番号|\bssn\b|\bsocial (security|insurance)( (no|number))?\b|\bsocial (no|number)\b|\bnational insurance\b|\bnational id( (no|number))?\b|\bnino\b|주민등록번호|身份证|身分證|\bcpf\b|\baadhaar\b|\bsteuer ?-?id\b|\bsozialversicherungsnummer\b|\bsv ?nummer\b|\bnumero de securite sociale\b|\b(identity card|id card) (no|number)\b|\bcarta d ?['’]? ?identit(à|a)|\bcarta identita\b|주민번호|เลขประจําตัวประชาชน|\bt ?c kimlik\b|\bn[uú]mero nie\b/iu,
  },
  {
    category: 'bank',
    header:
      /口座番号|口座no|\biban\b|\bbank account( (no|num|number))?\b(?! (type|name|holder))|\b(bank )?routing (no|number)\b|\baba routing\b|\bsort code\b/iu,
  },
  {
    category: 'birthDate',
    header:
      /生年月日|誕生日(?!.{0,6}(クーポン|特典|メール|配信|割引))|\bbirth ?(date|day)\b(?! (coupon|mail|email|offer|sent))|\bdate ?of ?birth\b|\bdob\b/iu,
  },
]

/** Headers of consent about such data, e.g. 病歴の取得への同意日: the consent is not the data. */
export const CONSENT_HEADER = /(同意|承諾)(書)?(の)?(有無|日時?|年月日|フラグ|済み?|状況)?$|\bconsent(ed)?\b/iu

/** Columns that name organisations, goods, places or people: medical or religious words in their cells say nothing. */
export const NAMING_HEADER =
  /会社|法人|企業|団体|組織|勤務先|所属|部署|役職|活動|プロジェクト|テーマ|クラブ|サークル|大会|大学|高校|書籍|作品|本$|(者|生|徒|児|童|客|員|人|様)名$|肩書|店舗|支店|商品|製品|品名|サービス|コース|講座|セミナー|イベント|タイトル|件名|キャンペーン|住所|所在地|都道府県|市区町村|建物|番地|氏名|^姓|名前|^名$|かな$|カナ$|フリガナ|ふりがな|ニックネーム|職業|業種|業界|学部|学科|学校|\b(company|organi[sz]ation|employer|department|title|position|job|industry|occupation|products?|items?|services?|courses?|events?|campaigns?|subject|address|street|city|state|prefecture|(first|last|full|given|family|nick)? ?name|^(guest|donor|player|runner|pupil|student|attendee|participant|passenger|driver|contact|owner|author)s?$|url|website|e ?-?mail|school|university)\b/iu

/** Columns whose long numbers are known to be something else: a few that pass a check digit by chance say nothing. */
export const OTHER_NUMBER_HEADER =
  /電話|携帯|ファ(ッ)?クス|日時|日付|年月日|時刻|[日時]$|注文|受注|発注|伝票|請求|領収|追跡|送り状|問い?合わ?せ番号|商品|型番|品番|会員|顧客|法人番号|会社法人|登記|免許|\b(tel|phone|fax|mobile|cell|date|time|timestamp|at|order|invoice|tracking|receipt|sku|jan|ean|upc|isbn|gtin|product|customer|member|transaction|created|updated)\b/iu
