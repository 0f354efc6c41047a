/** Statements that refusing is possible (rulebook G.2), made a little stricter where they caught other matters. */

export const OPT_OUT_NOTICES = {
  ja: [
    '配信(の|を)?(停止|解除|不要).{0,12}(希望|場合|する(方|に)).{0,24}(こちら|下記|以下|URL|返信|クリック|お?手続き)',
    '(停止|解除|退会|受信拒否)(を|の)?.{0,6}(希望|場合).{0,24}(こちら|下記|以下|URL|返信|クリック|お?手続き)',
    // Without the word for mail, "領収書が不要な方は" would count.
    '(配信|メール|メルマガ|案内|お知らせ|受信|購読|ニュース).{0,16}(不要|希望されない|希望しない|必要のない)(な|の)?(方|場合|お客様)',
    'いつでも.{0,10}(停止|解除|退会|受信拒否).{0,6}(でき|可能|いただけ)',
    '受信拒否(の)?(通知|旨|連絡)',
    '(配信|受信|購読|登録|メール|メルマガ|会員).{0,8}(停止|解除|拒否|退会|中止)(を|の)?(ご)?希望(される|する|の)(方|場合|お客様)',
    '(停止|解除|退会)を(ご)?希望(される|の)(方|場合|お客様)は',
    '(配信|受信|購読|メルマガ).{0,6}(停止|解除|拒否|退会).{0,12}(することができ|していただけ|いただけ|できます|可能です)',
    '(配信|受信|購読|メルマガ|メール|案内|お知らせ).{0,6}(停止|解除|拒否|退会|不要|中止).{0,30}(ご連絡|ご返信|返信|お申し付け|お申し出|お手続き)',
  ],
  en: [
    "(you (may|can|could)|if you (no longer|do not|don['’]t) (wish|want)|if you['’]d (like|rather|prefer)).{0,60}(unsubscribe|\\bopt[- ]?out|stop receiving)",
    '\\b(to|please) (\\w+ ){0,2}(unsubscribe|opt[- ]?out|stop (receiving|getting))',
    '\\b(be|get) (\\w+ )?(removed|deleted|taken off) (from )?(this|our|the|my|all|any|future)\\b.{0,40}(list|mailing|newsletter)',
    // As a button or a sentence of its own; in prose others unsubscribe from other things.
    '(^|[\\n.!?|•·]\\s{0,3})(unsubscribe|opt[- ]out)( here| now)?\\s{0,3}(?=[.!|•·\\n]|$)',
    'at any time.{0,40}(unsubscribe|opt[- ]?out|withdraw)',
    '(unsubscribe|opt[- ]?out).{0,20}at any time',
    'click (here|below).{0,40}(unsubscribe|opt[- ]?out)',
    "(no longer|do not|don['’]?t) (wish|want) (to (receive|get|hear)|(these|this|our|any|more)( more)? (e-?mail|newsletter|message|update|alert))",
    '(rather|prefer) not (to )?(receive|get|hear)',
    '\\bleave (this|the|our) ((e-?mail|mailing) )?list',
  ],
  de: [
    'jederzeit.{0,60}(widersprechen|widerrufen|abmelden|abbestellen)',
    '(wenn|falls) sie (keine|nicht mehr|sich|den|diesen) .{0,60}(wünschen|möchten|erhalten|abmelden|abbestellen)',
    '(möchten|wollen) sie (keine|nicht (mehr|länger)|den newsletter|sich) .{0,60}(erhalten|bekommen|abmelden|abbestellen)',
    '(hier|newsletter|verteiler).{0,20}(abmelden|abbestellen)|sie können .{0,60}(abmelden|abbestellen)',
    'ohne dass .{0,60}(kosten|übermittlungskosten).{0,40}(basistarif|entstehen)',
  ],
  fr: [
    '[àa] tout moment.{0,60}(d[ée]sinscrire|d[ée]sabonner|opposer)',
    'si vous ne (souhaitez|voulez|désirez) plus (recevoir|être)',
    '(pour|vous pouvez) (vous )?(d[ée]sinscrire|d[ée]sabonner)',
    "droit d['’]opposition",
  ],
  es: [
    'en cualquier momento.{0,60}(baja|cancelar|oponer)',
    'si (ya )?no (desea|deseas|quieres|quiere) (seguir |m[aá]s )?recib',
    '(puede|puedes|para) (cancelar|anular|darte|darse|dar) .{0,30}(suscripci[oó]n|baja)',
    'derecho de oposici[oó]n',
  ],
  ko: [
    '(수신|메일|구독)을? ?(더 이상 )?원(하지|치)\\s*않',
    '받고 싶지 않',
    '(수신\\s*거부|구독\\s*(취소|해지)).{0,10}(하시려면|원하시면|가능|할 수)',
    '본 메일은.{0,40}수신',
    '수신거부.{0,20}(클릭|눌러)',
  ],
  zh: [
    '(如|若)(果|您|你|欲|需|要|想){0,3}(取消[订訂][阅閱]|退[订訂])',
    '(如|若)(果)?(您|你)?不(想|希望|愿|願)(再|继续|繼續)?(收到|接收|收取)',
    '[点點](击|擊|选).{0,10}退[订訂]',
  ],
} as const
