/**
 * The header words that name each field: Japanese and English first, then German, French, Spanish, Korean, Chinese,
 * and the columns of mailing services. Data only; compared in the form foldHeader gives.
 *
 * Seen in real exports, help pages or public import code: Mailchimp (shared corpus and code), HubSpot, Constant
 * Contact, listmonk, SendGrid's suppressions, Salesforce objects, Amazon SES's API, Blastmail's reader list, Brevo's
 * ADDED_TIME. By memory (unverified): Brevo's blocklist columns, Cuenote, 配配メール, the words of the other languages.
 */
import type {Field} from './fields.ts'

export interface HeaderWords {
  readonly field: Field
  /** Exact words, parted by blanks. */
  readonly words?: string
  readonly pattern?: RegExp
}

/** First match wins. */
export const HEADER_WORDS: readonly HeaderWords[] = [
  {field: 'ignore', words: 'todokeline todokereason'},
  {field: 'special_care_consent_at', pattern: /^(要配慮(個人)?情報(の)?(取得)?同意(日|日時)|specialcareconsentat)$/},
  {
    field: 'withdrawn_at',
    pattern:
      /^((同意)?撤回(日時?|年月日)|((dm|メール|メルマガ|メールマガジン|配信|受信|購読|エラー|会員)*(停止|解除|拒否|中止|除外)|退会|脱会|解約|オプトアウト|不達)(登録|受付|希望|申請|処理)?(日時?|年月日|時刻)|withdrawn(at|on|date)|(email|global|list)?unsub(scribe|scribed|scription)?(at|on|date|time|timestamp|datetime)|(email|confirmed|global)?opt(ed)?out(at|on|date|time|timestamp|datetime)|(email)?(bounced?|hardbounced?|clean(ed)?|complain(ed|t)|spamreport(ed)?|(block|black)listed|suppressed)(at|on|date|time|timestamp)|cancell?edat|lastbouncedate|suppressiondate)$/,
    words:
      'abmeldedatum abgemeldetam datedesinscription datededesinscription datedesabonnement datededesabonnement fechadebaja fechabaja 탈퇴일 탈퇴일시 수신거부일 수신거부일시 해지일 退订时间 退订日期 退訂時間 退訂日期 取消订阅时间 取消訂閱時間',
  },
  {
    field: 'opt_out',
    pattern:
      /^(((dm|メール|メルマガ|メールマガジン|ニュースレター|案内|配信|受信|購読|送信)*(停止|解除|拒否|中止|不要|不可|除外|ng)|退会|脱会|解約|オプトアウト|ブラックリスト)(済み?|希望|フラグ|区分|状態|ステータス|有無|理由|者)?|(メール|配信|送信|アドレス)?(エラー|不達)(停止|フラグ|区分|状態|ステータス|理由|内容)?|(メール|メルマガ|dm)?(配信|受信|送信|購読|読者|会員|登録)(可否|状態|状況|ステータス)|(メール|メルマガ|dm)?(配信|受信|送信)(フラグ|区分)|(メール|メルマガ|dm)(可否|状態|ステータス)|(メール|メルマガ)配信|状態|ステータス|(is|has|email|mail|list|global|portal)*(unsub(scribed?|scription)?|opt(ed)?out)(all|flag|status|reason|reasonother|fromall|fromallemails?|of(all)?emails?)?|opted?outofemail.*|(is|email|mail|list|global|portal)*(suppressed|suppression|(hard|soft)?bounced?|cleaned|complained|complaint|spamreport(ed)?|(block|black)listed|invalid)(flag|status|reason)?|(is)?email(is)?((block|black)list(ed)?|bounced|invalid)|email(hard)?bounce(d)?reason|(confirmed)?optout(reason|source)|donot(contact|e?mail|sendemail)|(subscription|subscriber|subscribe|e?mail|member|contact|list|mailing|newsletter|marketing|optin|permission|confirmation|emailpermission|marketingcontact|emailmarketing|emailsubscription|membership)status|emailstatusemailaddress.*|emailpermissionstatus.*|emailmarketing|topicpreferences.*)$/,
    words:
      'メルマガ ニュースレター メールマガジン お知らせメール お知らせメールを受け取る メール受信設定 受信設定 dm 案内メール メール許諾 配信対象 配信対象フラグ 有効フラグ エラー状況 契約状態 メルマガ会員区分 メルマガフラグ メールオプトアウト 削除フラグ バウンス 迷惑メール報告 すべてのeメールの配信を停止 すべてのeメールの配信登録解除 hsemailoptout emailpermission canemail nomail noemail noemails allowemail emailallowed receivesnewsletter wantsnewsletter unsubscribedfrom reasonforsuppression spamcomplaint bouncetype deliverability invalidemail dnm dne isactive active enabled deleted status state unsubscribeall disabled archived abgemeldet abbestellt gesperrt abmeldung desabonne desinscrit desabonnement statut statutemail baja dadodebaja estado estadodesuscripcion 수신거부 수신거부여부 탈퇴 탈퇴여부 수신상태 구독상태 상태 회원상태 退订 退订状态 订阅状态 状态 取消订阅 退訂 退訂狀態 訂閱狀態 狀態 取消訂閱',
  },
  {
    field: 'consent_at',
    pattern:
      /^((メール|配信|受信)*(同意|承諾)(日時?|年月日)|(会員|読者|アドレス|新規|初回)?登録(日時?|年月日)|(申込|申し込み|入会|作成|追加)(日時?|年月日)|購読(開始|登録|申込)?日時?|オプトイン(日時?|年月日)|consent(ed)?(at|on|date|time|timestamp)|(double)?optin(at|on|date|time|timestamp|datetime)|subscribe(d)?(at|on|date)|subscription(date|time)|signup(date|at|time|timestamp)?|signedupat|registered(at|on|date)|registration(date|time)?|confirmed(at|on)|confirm(ation)?(time|date)|created?(at|date|on|time)|date(added|created|subscribed)|added(at|on|time|date)|joined(at|on|date)?|joindate)$/,
    words:
      'anmeldedatum angemeldetam registrierungsdatum einwilligungsdatum datedinscription dateinscription dateconsentement fechadealta fechaalta fechaderegistro fechadesuscripcion 가입일 가입일시 등록일 등록일시 동의일 동의일시 注册时间 注册日期 订阅时间 订阅日期 註冊時間 註冊日期 訂閱時間 訂閱日期',
  },
  {
    field: 'consent_source',
    pattern:
      /^((会員|読者)?登録(経路|元|フォーム|url|ページ)|取得(元|経路|先)|流入(元|経路)|(申込|入会|会員)?経路|source(name)?|origin|form(id|url|name)?|channel|leadsource|utmsource|(signup|optin|email|consent|contact|subscription|originaltraffic|originalemailupdate)source|emailupdatesource|referr?er|acquisition)$/,
    words: 'quelle herkunft origine fuente origen 가입경로 유입경로 등록경로 来源 注册来源 來源 註冊來源',
  },
  {field: 'consent_method', pattern: /^((同意|取得|登録|申込)方法|(consent|optin|signup)method|method|collectedvia)$/},
  {
    field: 'consent_wording',
    pattern:
      /^(同意文言|文言(版)?|規約(バージョン|版)|プライバシーポリシー版|wording(id|version)?|consent(text|wording|wordingid|language)|termsversion|policyversion|formsnapshot)$/,
  },
  {field: 'consent_topic', words: '配信種別 配信トピック 購読種別 購読トピック topic consenttopic'},
  {
    field: 'basis',
    words:
      '同意区分 配信根拠 法的根拠 根拠 取得区分 basis legalbasis lawfulbasis consenttype consentbasis legalbasisforprocessingcontactsdata rechtsgrundlage baselegale baselegal',
  },
  {
    field: 'consent',
    pattern:
      /^((dm|メール|メルマガ|メールマガジン|ニュースレター|案内|配信|受信|広告)*(配信|受信|購読|送信)?(の)?(同意|承諾|希望|購読)(の?有無|フラグ|区分)?|オプトイン(フラグ|状態)?|(email|marketing|newsletter|gdpr|mailing|emailmarketing)?consent(given|ed|status)?|(is|has)?(double)?opt(ed)?in(flag|status|confirmed)?|(is)?confirmed|accepts?(email)?marketing|(is)?subscribed|subscribe|newsletter|emailoptin|marketingoptin|newsletteroptin|doi)$/,
    words:
      'einwilligung zustimmung werbeeinwilligung consentement accordemail consentimiento aceptamarketing 수신동의 수신동의여부 마케팅동의 마케팅수신동의 동의여부 是否订阅 同意订阅 是否訂閱 同意訂閱 订阅 訂閱',
  },
  {field: 'purpose', words: '利用目的 使用目的 purpose purposes'},
  {field: 'card_received_at', pattern: /^(名刺(交換|受領|取得)日|cardreceivedat)$/},
  {field: 'received_by', pattern: /^(名刺(受領|交換)者|受領者|receivedby)$/},
  {
    field: 'last_transaction_at',
    pattern: /^(最終(購入|取引|注文)日|lasttransactionat|last(purchase|order)(date)?)$/,
  },
  {field: 'published_url', words: '公開url 掲載url publishedurl'},
  {field: 'published_checked_at', words: '公開確認日 掲載確認日 publishedcheckedat'},
  {
    field: 'address',
    pattern:
      /^((pc|携帯|連絡先|お客様|会員|読者|送信先|配信先|宛先|ご?担当者)?(e|電子)?メール(アドレス|ｱﾄﾞﾚｽ)?1?|(e?mail|subscriber|contact|customer|user|member|primary)*e?mail(address|addr|id)?1?(emailaddress)?1?|address|メルアド|メアド)$/,
    words:
      'adresseemail adressemail adressemel courriel adressecourriel mel mailadresse emailadresse correo correoelectronico direcciondecorreo direcciondecorreoelectronico direcciondeemail indirizzoemail 이메일 이메일주소 메일 메일주소 전자우편 邮箱 邮箱地址 电子邮箱 电子邮件 电子邮件地址 邮件地址 電郵 電郵地址 電子郵件 電子郵件地址 電子信箱 信箱',
  },
  {
    field: 'name',
    pattern:
      /^((ご|お)?(氏名|名前)|姓名|(会員|お客様|顧客|読者|宛)名|担当者(名|氏名)?|ご担当者(名|様|様名)?|(full|display|customer|contact|subscriber)?name)$/,
    words: 'vollstandigername nomcomplet nombrecompleto 이름 성명 고객명 姓名 客户姓名 客戶姓名',
  },
  {
    field: 'country',
    words:
      '国 国名 国コード 居住国 country countrycode countryhome mailingcountry cc land pays pais 국가 国家 國家 国家地区',
  },
  {field: 'locale', words: '言語 語 lang language locale preferredlanguage sprache langue idioma 언어 语言 語言'},
  {field: 'time_zone', words: 'タイムゾーン timezone tz zeitzone fuseauhoraire zonahoraria 시간대 时区 時區'},
]

/** Headers of consent_at that name the consent itself; 登録日 or Created At may be the record's own date. */
export const NAMES_CONSENT = /同意|承諾|オプトイン|購読|申込|consent|optin|confirm|subscri|einwilligung|동의|订阅|訂閱/
