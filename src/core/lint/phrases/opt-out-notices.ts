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
    '(配信|受信|購読).{0,6}(停止|解除|拒否).{0,12}(することができ|していただけ|いただけ|できます|可能です)',
  ],
  en: [
    "(you (may|can)|\\bto\\b|if you (no longer|do not|don['’]t) (wish|want)).{0,60}(unsubscribe|opt[- ]?out|stop receiving)",
    'at any time.{0,40}(unsubscribe|opt[- ]?out|withdraw)',
    '(unsubscribe|opt[- ]?out).{0,20}at any time',
    'click (here|below).{0,40}(unsubscribe|opt[- ]?out)',
    "(no longer|do not|don['’]t) (wish|want) to (receive|get|hear)",
  ],
  de: [
    'jederzeit.{0,60}(widersprechen|widerrufen|abmelden|abbestellen)',
    '(wenn|falls) sie (keine|nicht mehr) .{0,60}(wünschen|möchten|erhalten)',
    'ohne dass .{0,60}(kosten|übermittlungskosten).{0,40}(basistarif|entstehen)',
  ],
  fr: [
    '[àa] tout moment.{0,60}(d[ée]sinscrire|d[ée]sabonner|opposer)',
    'si vous ne (souhaitez|voulez) plus recevoir',
    "droit d['’]opposition",
  ],
  es: [
    'en cualquier momento.{0,60}(baja|cancelar|oponer)',
    'si no (desea|quieres|quiere) (seguir )?recib',
    'derecho de oposici[oó]n',
  ],
  ko: ['수신을? 원하(지)?\\s*(않|치 않)', '본 메일은.{0,40}수신', '수신거부.{0,20}(클릭|눌러)'],
  zh: ['如(果)?(您|你)?不(想|希望|愿)(再|继续|繼續)?(收到|接收)', '[点點](击|擊|选).{0,10}退[订訂]'],
} as const
