/**
 * Words and addresses that make refusing harder than an address and a wish (rulebook G.10, 16 CFR 316.5, 施行規則 5条):
 * for folded text, looked for in the sentence that speaks of refusing.
 */

export const LOGIN_WORDS = {
  ja: [
    'ログイン(後|し|の(上|うえ|後)|が必要|いただ|画面)',
    'サインイン(後|し|の(上|うえ)|が必要)',
    'パスワードを(ご)?入力',
  ],
  en: ['\\b(log|sign)(ging|ning)?[- ]?(in|on)(to)?\\b', '\\byour password\\b'],
  de: [
    '\\beinloggen\\b|\\bloggen sie sich\\b',
    'melden sie sich .{0,40}(konto|kundenkonto|account) an',
    '\\banmeldedaten\\b|passwort',
  ],
  fr: ['connectez-vous|\\bse connecter\\b|identifiez-vous', 'mot de passe'],
  es: ['inici(e|a|ar) sesi[oó]n', 'contraseña'],
  pt: ['fa[cç]a login|fazer login|entre na sua conta', '\\bsenha\\b'],
  ko: ['로그인\\s?(후|하|이 필요)', '비밀번호'],
  zh: ['登[录錄入](后|後|您|到|账|帳|會|会)', '密[码碼]'],
} as const

export const ACCOUNT_WORDS = {
  ja: ['(マイページ|会員ページ|会員サイト|アカウント(ページ|設定))(に|へ|から|より|内|にて|で)'],
  en: ['\\b(in|from|through|via|under|visit) (your|the) (\\w+ )?(account|member page)\\b'],
  de: ['\\b(in|über) ihr(em|en)? (kunden)?konto\\b'],
  fr: ['\\bdans votre (compte|espace client)\\b'],
  es: ['\\b(en|desde) su cuenta\\b'],
  ko: ['마이\\s?페이지'],
  zh: ['(会员|會員|个人|個人)(中心|[页頁]面)'],
} as const

export const SURVEY_WORDS = {
  ja: ['アンケート(に|への|の|を)'],
  en: ['\\b(survey|questionnaire)\\b'],
  de: ['\\b(umfrage|fragebogen)\\b'],
  fr: ['\\b(sondage|questionnaire|enqu[eê]te)\\b'],
  es: ['\\b(encuesta|cuestionario)\\b'],
  pt: ['\\b(pesquisa|question[aá]rio)\\b'],
  ko: ['설문'],
  zh: ['[问問]卷'],
} as const

export const DATA_WORDS = {
  ja: [
    '(氏名|お?名前|電話番号|会員番号|会員ID|お客様番号|生年月日|ご?住所|年齢|ご職業)(と|、|・|および|及び|を|の|も).{0,30}(記入|入力|明記|お知らせ|記載|お書き|ご連絡|添え)',
  ],
  en: [
    '\\b(include|provide|enter|state|give|supply|tell us|with) (us )?(your |the )?(full |first |last |account |customer |membership |phone |telephone |e-?mail |address|,| and )*(name|phone|telephone|birth|customer number|account number|membership number)',
  ],
  de: ['(geben|teilen|nennen) sie .{0,40}(namen|telefonnummer|kundennummer|geburtsdatum)'],
  fr: ['(indiqu|pr[ée]cis|communiqu)(er|ez|ant) .{0,40}(nom|t[ée]l[ée]phone|num[ée]ro client|date de naissance)'],
  es: ['(indique|indicando|facilite|facilitando) .{0,40}(nombre|tel[ée]fono|número de cliente|fecha de nacimiento)'],
  pt: ['(inform|indiqu)(e|ar|ando) .{0,40}(nome|telefone|CPF|data de nascimento)'],
  ko: ['(성명|이름|전화번호|회원번호|생년월일).{0,20}(기재|입력|적어|알려)'],
  zh: ['(姓名|[电電][话話]|[会會][员員]号|生日).{0,20}(填[写寫]|[输輸]入|提供|注明)'],
} as const

export const FEE_WORDS = {
  ja: [
    '(手数料|解除料|停止料|費用|料金)(が|は|を|として).{0,12}(かかりま(す|した)|必要|発生し|いただきます|頂きます|円)',
  ],
  en: [
    '\\b(fee|charge) of\\b|\\b(a|an|the) [\\w ]{0,20}(fee|charge) (applies|is due|will be charged)',
    '\\bpremium[- ]rate\\b',
  ],
  de: ['gebühr(en)? (von|in höhe|fällt|fallen)'],
  fr: ['frais de (traitement|gestion)|num[ée]ro surtax[ée]'],
  es: ['(coste|tarifa|comisi[oó]n) de \\d'],
  pt: ['taxa de'],
  ko: ['수수료|유료'],
  zh: ['手[续續][费費]'],
} as const

/** A sentence that offers several ways burdens nobody with one of them; one that says "no login" burdens nobody. */
export const EITHER_OR = {
  ja: [
    'または|又は|もしくは|あるいは',
    '(不要|必要(は)?(あり|ござい)ません|せず|かかりません|ございません|なしで|無料|任意|よろしければ|差し支え)',
  ],
  en: ['\\b(or|alternatively)\\b', "\\b(no|without|not|don['’]t|free|optional|never)\\b"],
  de: ['\\boder\\b|\\bohne\\b|\\bkein(e|en)?\\b|\\bnicht\\b'],
  fr: ['\\bou\\b|\\bsans\\b|\\baucun'],
  es: ['\\bo\\b|\\bsin\\b|\\bning[uú]n'],
  pt: ['\\bou\\b|\\bsem\\b|\\bn[aã]o precisa'],
  ko: ['또는|혹은|없이|무료'],
  zh: ['或|[无無]需|不需|免[费費]'],
} as const

/** Only somebody who has an account and its password gets past these. */
export const LOGIN_PATH = /\/(?:login|log-in|log_in|signin|sign-in|sign_in)(?:[/.?#]|$)/i
/** Mostly behind a login; a token in the address can open them without. */
export const ACCOUNT_PATH = /\/(?:mypage|my-page|my_page|myaccount|my-account|account|member|members)(?:[/.?#]|$)/i
/** A page for refusing below the account's path, or a tag that carries who is asking. */
export const OPENED_BY_TOKEN =
  /unsub|opt-?_?out|haishin|kaijo|taikai|token|[?&](?:k|t|key|id|u|uid|hash|sig)=|\{\{|\*\||\*%7C|%%|\[\[/i
