/**
 * Words of a link that leads out (rulebook G.1). refusal: the words say by themselves that mail can be refused;
 * settings: a page where it can be done, but the words alone do not tell the reader so.
 */

export const REFUSAL_WORDS = {
  ja: [
    '配信(の|を)?(ご)?(停止|解除|中止|終了|拒否|不要)',
    '(受信|送信)(の|を)(ご)?(停止|中止|解除)|送信(ご)?停止',
    '(メール|メルマガ)(の|を)?(ご停止|お?止め)|お?知らせメールの(停止|解除)',
    'お?受け?取り?(に)?(なりたく|たく)(ない|ありません)',
    '(購読|登録|メルマガ|メールマガジン|メール(の)?(配信|受信)|会員登録|ニュースレター)(の|を)?(解除|停止|中止|取り?消し?|解約|退会|キャンセル|やめ|止め|ストップ|削除)',
    '(メルマガ|メールマガジン|お?知らせ|ご?案内|メール|ニュースレター)(の|を|は|が)?(ご)?(不要|いらない|必要のない|希望されない|希望しない)',
    '退会',
    // 解除はこちら: only as a label, for other things are released as well.
    '(?:^|[\\s■▼◆●・※【\\[(|｜])(停止|解除)(する|(の)?(ご)?(希望|手続き?|フォーム|申請|方法)|は|・|(?=[\\s】\\])|｜:：→]|$))',
    '(一覧|リスト|名簿|登録)から(の)?(削除|除外)',
    // 受信拒否設定 is the reader's spam filter, not our opt-out.
    '受信(の)?(拒否(?!設定)|停止|解除)',
    'オプト[・ ]?アウト',
    '配信(を|が)?(ご?希望されない|ご不要|不要)',
    '(今後|以後|以降).{0,20}(配信|メール|ご案内).{0,20}(希望(されない|しない)|不要|停止|お断り)',
    '配信先?(の)?(変更・?停止|変更・?解除)',
    'アンサブスクライブ',
    'ワンクリック(で)?(解除|停止|退会)',
  ],
  en: [
    'un-?subscri(be|bing|ption)',
    'not interested any ?more',
    '\\bopt(ing)?[- ]?out',
    'remove (me|yourself|(my|your) (address|e-?mail|name|details))\\b',
    '(be|get) (\\w+ )?(removed|deleted|taken off) (from )?(this|our|the|my|all|any|future)\\b.{0,40}(list|mailing|newsletter)',
    '(stop|no longer (wish|want) to) (receiv|gett?)(e|ing)',
    "(don['’]?t|do not|no longer|never) (want|wish|care) (to (get|receive|hear)|(these|this|our|any|more|such|further)\\b)",
    "((['’]d|would) (rather|prefer)( it if you)?( did)? not|prefer not) (to )?(get|receive|hear|have)",
    '(cancel|end|stop|discontinue) (your |my |this |the )?(subscription|e-?mails?|newsletters?|mailings?)',
    '(leave|quit|exit|get off|come off) (this|the|our) ((e-?mail|mailing) )?list',
    '(turn off|switch off|disable|mute|stop) ((all |these |this |such )?(e-?mails|notifications)|(these|such) (alerts|reminders|updates|messages))',
  ],
  de: [
    'abmeld(en|ung|elink)(?! (ihres|ihrer|des|der|eines|einer) (?!newsletters?|mailings?|e-?mails?|verteilers?))',
    'abbestell(en|ung)',
    'austragen',
    'newsletter (kündigen|abbestellen|abmelden)',
    '(keine|nicht mehr).{0,30}(newsletter|e-?mails|werbung).{0,20}(erhalten|empfangen|wünschen|möchten)',
    'widerspr(echen|uch)',
    'einwilligung widerrufen',
    '(abo|abonnement|newsletter|verteiler)s? (beenden|kündigen|stornieren|löschen)',
    '(vom|aus dem) (newsletter|verteiler) (entfernen|streichen|löschen)',
  ],
  fr: [
    '(se|me|vous) d[ée]s(abonn|inscri)\\p{L}*',
    'd[ée]sabonne(ment|r|z-vous)',
    'd[ée]sinscri(ption|re|vez-vous)',
    'ne plus recevoir',
    'ne (voulez|souhaitez|désirez) plus (de|recevoir)',
    "(ne|n['’]) ?[^.]{0,25}plus (recevoir|être)",
    '(vous |me |se )?(désabonn|désinscri|desabonn|desinscri)\\p{L}*',
    "(annuler|résilier|arrêter) (l['’]|mon |votre )?(abonnement|inscription|réception|envoi)",
    'se retirer de (la|cette) liste',
  ],
  es: [
    'dar(se|te|me)? de baja',
    'date de baja',
    'no (quieres|quiere|deseas|desea) (recibir )?m[aá]s (correos|e-?mails|mensajes)|desuscr[ií]b(ete|ase)',
    'cancelar (la |tu |su )?suscripci[oó]n',
    'anular (la )?suscripci[oó]n',
    'no (deseo|desea|quiero) (seguir )?recib(ir|iendo)',
    'desuscribir(se|te|me)?|desuscripci[oó]n|desinscribir(se|te|me)?',
    'dejar de recibir|no (desea|deseas|quiere|quieres) (seguir |m[aá]s )?recib',
  ],
  pt: [
    'cancelar (a |sua |minha )?(inscri[cç][aã]o|assinatura|subscri[cç][aã]o)',
    'descadastr(ar|e|o)(-se)?',
    'sair da lista',
    'n[aã]o (quero|desejo|deseja|quer) (mais )?receber',
    'remover (meu |o seu )?e-?mail',
    'anular (a )?subscri[cç][aã]o',
  ],
  it: [
    'cancella(re|ti|zione).{0,15}(iscrizione|newsletter)',
    'disiscri(viti|versi|zione)',
    "annulla(re)? (l['’])?iscrizione",
    '(non (desideri|vuoi|desidera|vuole)) (più )?ricevere',
  ],
  nl: ['uitschrijv(en|ing)', 'afmeld(en|ing)', 'abonnement opzeggen', '(geen|niet langer) .{0,30}(ontvangen)'],
  ko: [
    '수신\\s*(을|를)?\\s*거부',
    '수신\\s*(을|를)?\\s*원하지\\s*않',
    '구독\\s*(을|를)?\\s*(취소|해지|해제|중지|중단|그만)',
    '수신\\s*(동의)?\\s*(철회|해지|해제|중단)',
    '메일\\s*(수신)?\\s*(중단|거부|그만)',
    '받고\\s*싶지\\s*않|받지\\s*않으',
  ],
  zh: [
    // 退订 of a ticket or room is another matter.
    '(?<![票店房单單])退\\s*[订訂](?!票|单|單|金|款)',
    '取消\\s*[订訂][阅閱]',
    '取消[关關]注',
    '(停止|不再|拒[绝絕])(接收|收到|[发發]送|寄送)',
    '拒收',
    '(取消|退[订訂])電子[报報]',
    '不(想|希望|愿|願)(意)?(再|继续|繼續)?(收到|接收|收取)',
  ],
} as const

export const SETTINGS_WORDS = {
  ja: [
    '(受信|配信|購読|メール|通知|メルマガ)(の)?(設定|管理)(の|を)?(変更)?',
    '(配信|登録)(内容|情報|状況|先)(の|を)?(変更|確認)',
    'マイページ.{0,15}(配信|受信|メール).{0,8}(設定|停止|変更)',
  ],
  en: [
    '(manage|change|update|edit|modify|adjust|review|set|customi[sz]e) ((your|my|these|this|the|all|e-?mail|subscription|communication|notification|newsletter|mailing|marketing|list) )*(preferences|settings|subscriptions?|notifications|options|profile)',
    '(e-?mail|communication|subscription|notification|newsletter|contact|marketing|mailing|subscriber) (preferences|settings|options|centre|center|changes)',
    '(preference|subscription) (centre|center|management|page)',
    'unsubscribe preferences',
  ],
  de: [
    '(e-?mail|newsletter|benachrichtigungs|abo|versand)-?(einstellungen|präferenzen)',
    '(einstellungen|profil|abonnement|abo|präferenzen|daten) (ändern|verwalten|anpassen|bearbeiten)',
  ],
  fr: [
    '(g[ée]rer|modifier|mettre à jour) (vos|mes|ses|tes|votre|mon) (pr[ée]f[ée]rences|abonnements?|notifications|inscriptions?|profil)',
    "pr[ée]f[ée]rences (e-?mail|de communication|d['’]abonnement)",
  ],
  es: [
    '(gestionar|gestiona|administrar|administra|actualizar|actualiza|modificar|cambiar) (tus|sus|mis|tu|su|mi|las) (preferencias|suscripci[oó]n|suscripciones|notificaciones|perfil)',
    'preferencias de (correo|suscripci[oó]n|comunicaci[oó]n)',
  ],
  pt: ['(gerenciar|gerir|atualizar|alterar) (as |suas |minhas )?(prefer[eê]ncias|assinaturas?)'],
  it: ['(gestisci|gestire|modifica|aggiorna) (le |tue |il )*(preferenze|iscrizion[ei]|profilo)'],
  nl: ['(voorkeuren|profiel|abonnement) (wijzigen|aanpassen|beheren)'],
  ko: ['(메일|수신|구독|알림|이메일)\\s*(수신)?\\s*(설정|관리)'],
  zh: [
    '(管理|更改|修改|更新)(您的|你的)?(电子邮件|電子郵件|邮件|郵件|[订訂][阅閱]|[电電]子[报報])?(偏好|[设設][置定]|[订訂][阅閱])',
  ],
} as const

/** Link texts that mean nothing by themselves: the words around them count. */
export const HERE_WORDS = {
  ja: [
    'こちら',
    'コチラ',
    'ここ',
    '下記',
    '以下',
    'リンク',
    'URL',
    'ページ',
    'フォーム',
    'クリック',
    'お?手続き?',
    'アドレス',
    '専用',
  ],
  en: [
    '\\bhere\\b',
    '\\bclick\\b',
    '\\blink\\b',
    '\\bform\\b',
    '\\bpage\\b',
    '\\bthis\\b',
    '\\bbelow\\b',
    '\\brequest\\b',
  ],
  de: ['\\bhier\\b', '\\bklick', '\\bseite\\b', '\\bdiesen\\b'],
  fr: ['\\bici\\b', '\\bcliqu', '\\blien\\b', '\\bpage\\b'],
  es: ['aqu[ií]', '\\bclic\\b', '\\benlace\\b', '\\bp[áa]gina\\b'],
  ko: ['여기', '이곳', '링크', '클릭'],
  zh: ['[这這此]', '点击|點擊|連結|链接'],
} as const
