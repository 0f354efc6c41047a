/** Words of offers, and words of notices on a reader's own order or account (rulebook G.3), for telling what a mail is for. */

export const OFFER_WORDS = {
  ja: [
    'セール(?!ス)',
    'クーポン(?!(を|の)?(ご)?(利用|使用|適用|割引))',
    'キャンペーン',
    '特価|半額|大特価|お買い得|お得',
    '(\\d+|[一二三四五六七八九]+)\\s*(%|割)\\s*(OFF|オフ|引き|引)',
    'ポイント\\s*\\d+\\s*倍',
    '新商品|新作|新発売|先行(販売|予約)',
    'プレゼント中|もれなく|今だけ|期間限定|数量限定|送料無料',
  ],
  en: [
    '\\b(sale|discounts?|coupons?|deals?|promo(tion)? codes?|special offers?|limited[- ]time|free shipping|bargains?|save (up to )?[$€£]?\\d+)\\b',
    '\\b\\d+ ?% off\\b',
    '\\bnew arrivals?\\b|\\bshop (now|the)\\b|\\bbuy now\\b',
  ],
  de: [
    '\\b(rabatt\\p{L}*|gutschein\\p{L}*|sonderangebot\\p{L}*|schnäppchen|aktion(en|spreis)?|ausverkauf)\\b',
    '\\d+ ?% (rabatt|reduziert|sparen)',
  ],
  fr: ['\\b(soldes|promotion(s|nel|nelle)?|r[ée]duction(s)?|code promo|offre sp[ée]ciale|bon plan)\\b'],
  es: ['\\b(rebajas|descuento(s)?|cup[oó]n(es)?|oferta(s)?|promoci[oó]n(es)?)\\b'],
  ko: ['세일|할인|쿠폰|특가|이벤트|무료\\s*배송|프로모션'],
  zh: ['促[销銷]|折扣|[优優]惠|特[价價]|打折|免[运運]'],
} as const

export const NOTICE_WORDS = {
  ja: [
    '注文(番号|内容|確認|日|を?(承|受)|の?確定)|ご注文ありがとう',
    '(発送|出荷|配送|お届け)(完了|済み|のお知らせ|予定|日|いたしました|しました|先)',
    '領収(書|証)|請求(書|額|金額)|お支払い|ご入金|お振込|決済',
    '予約(番号|内容|確認|日時|完了)|チケット番号',
    '(登録|変更|解約|申込|申し込み|手続き?)(が|を)?(完了|受け付け|承り)',
    'パスワード(の)?(再設定|変更)|認証コード|確認コード|ログイン通知',
  ],
  en: [
    '\\b(order|invoice|receipt|booking|reservation|tracking|confirmation|ticket) (number|no\\.?|id|#|confirmation|details|summary|has been)|\\border #',
    '\\b(your|the) (order|payment|booking|reservation|subscription|parcel|package|delivery|account|password)\\b',
    '\\b(has|have) (been )?(shipped|dispatched|confirmed|received|delivered)\\b|\\bthank you for your (order|purchase|payment|booking)\\b',
    '\\b(verification|security) code\\b|\\breset your password\\b',
  ],
  de: [
    '\\b(bestell(ung|nummer)|rechnung(snummer)?|lieferung|versand(bestätigung)?|buchung(snummer)?|zahlung|passwort)\\b',
  ],
  fr: ['\\b(commande|facture|livraison|exp[ée]di[ée]e?|r[ée]servation|paiement|mot de passe)\\b'],
  es: ['\\b(pedido|factura|env[ií]o|reserva|pago|contraseña)\\b'],
  ko: ['주문\\s*(번호|내역|확인)|배송|결제|영수증|예약|비밀번호'],
  zh: ['[订訂][单單]|[发發]票|[发發][货貨]|付款|[预預][订訂約约]|密[码碼]'],
} as const

/** Subjects that pass for a notice about money, an account or a danger. */
export const ALARMING_SUBJECTS = {
  ja: [
    '(ご?注文|お支払い|ご請求|請求書|領収書|未払い|アカウント|口座|カード).{0,12}(確認|完了|停止|制限|手続|お知らせ|の件|について)',
    '(当選|重要(なお知らせ)?|至急|緊急).{0,20}(確認|手続|連絡|お支払い)',
    '^[【\\[](重要|至急|緊急)[】\\]]',
  ],
  en: [
    '\\b(invoice|payment (failed|declined|due|overdue)|security alert|account (suspended|locked|limited|on hold)|final notice|order confirmation|your receipt|action required)\\b',
  ],
  de: [
    '\\b(rechnung|mahnung|zahlungserinnerung|konto gesperrt|letzte warnung|bestellbestätigung|sicherheitshinweis)\\b',
  ],
  fr: [
    '\\b(facture|paiement refus[ée]|compte (suspendu|bloqu[ée])|alerte de s[ée]curit[ée]|confirmation de commande)\\b',
  ],
  es: ['\\b(factura|pago rechazado|cuenta (suspendida|bloqueada)|alerta de seguridad|confirmaci[oó]n de pedido)\\b'],
  ko: ['청구서|미납|결제\\s*(실패|오류)|계정.{0,6}(정지|제한)|보안\\s*경고|주문\\s*확인'],
  zh: ['[账帳][单單]|付款失[败敗]|[账帳][户戶號号].{0,6}([冻凍][结結]|停用)|安全警[报報告]|[订訂][单單][确確][认認]'],
} as const

/** Marks of an answer or of something passed on, at the start of a subject; a title such as Re:ゼロ is none. */
export const ANSWER_MARKS =
  /^\s*(?:(?:re|fw|fwd|aw|wg|tr|rv)\s*(?:\[\d+\]|\(\d+\))?\s*[:：](?!\s?(?:ゼロ|zero\b|born\b|vive\b))|(?:返信|転送)\s*[:：]|(?:回复|回覆|答复|转发|轉寄)\s*[:：]|(?:회신|답장|전달)\s*[:：])/iu

/** Deadlines that must be true (rulebook us/state-laws). */
export const URGENT_SUBJECTS = {
  ja: ['(本日|今日)(まで|限り|中)', '残りわずか|最終日|まもなく終了|ラストチャンス', 'あと\\s*\\d+\\s*(時間|日)'],
  en: [
    '\\b(ends? (today|tonight|soon)|last (chance|day|call)|final (hours?|day)|only today|today only|hours left|expires (today|tonight))\\b',
  ],
  de: ['\\b(nur (noch )?heute|letzte chance|endet heute|letzter tag)\\b'],
  fr: ["\\b(derni[èe]re chance|dernier jour|aujourd['’]hui seulement|derni[èe]res heures)\\b"],
  es: ['(últim[ao] (oportunidad|día|horas)|solo hoy|termina hoy)'],
  ko: ['오늘(만|까지)|마감\\s*임박|마지막\\s*(기회|날)'],
  zh: ['[仅僅只][限剩]今[天日]|最[后後](机会|機會|一天)|今[天日]截止'],
} as const
