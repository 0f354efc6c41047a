/**
 * The mail domains most private people have: what a misspelt one is compared with, and real ones that look
 * misspelt. Carriers of Japan stand in carrier-domains.ts. Collected by hand, 2026-11.
 */

const words = (list: string) => list.trim().split(/\s+/)

/**
 * What a typo may have meant, as name/ending. Names of four letters and less are left out: too much that is real
 * lies one letter away from aol.com or ocn.ne.jp.
 */
export const MEANT: readonly {readonly name: string; readonly ending: string}[] = words(`
  docomo/ne.jp ezweb/ne.jp softbank/ne.jp i.softbank/jp ymobile/ne.jp uqmobile/jp rakumail/jp yahoo/co.jp
  hotmail/co.jp outlook/jp nifty/com biglobe/ne.jp so-net/ne.jp excite/co.jp infoseek/jp plala/or.jp
  asahi-net/or.jp jcom.home/ne.jp hi-ho/ne.jp
  gmail/com googlemail/com yahoo/com outlook/com hotmail/com icloud/com protonmail/com proton/me rocketmail/com
  comcast/net verizon/net sbcglobal/net bellsouth/net earthlink/net btinternet/com rediffmail/com yandex/com
  naver/com hanmail/net foxmail/com hotmail/co.uk yahoo/co.uk t-online/de wanadoo/fr
`).map((entry) => {
  const [name, ending] = entry.split('/') as [string, string]
  return {name, ending}
})

/** Frequent mistakes that are more than a slip of the finger. */
export const MISTAKEN_FOR: ReadonlyMap<string, string> = new Map(
  words(`
    docomo.co.jp=docomo.ne.jp docomo.or.jp=docomo.ne.jp docomo.ne=docomo.ne.jp
    ezweb.co.jp=ezweb.ne.jp ezweb.or.jp=ezweb.ne.jp ezweb.jp=ezweb.ne.jp ezweb.com=ezweb.ne.jp ezweb.ne=ezweb.ne.jp
    softbank.or.jp=softbank.ne.jp softbank.ne=softbank.ne.jp i.softbank.ne.jp=i.softbank.jp
    i.softbank.co.jp=i.softbank.jp i.softbank.com=i.softbank.jp
    yahoo.jp=yahoo.co.jp yahoo.or.jp=yahoo.co.jp yahoo.com.jp=yahoo.co.jp yahoo.co=yahoo.com yahoo.co.jo=yahoo.co.jp
    gmail.jp=gmail.com gmail.co.jp=gmail.com gmail.ne.jp=gmail.com gmail.or.jp=gmail.com gmail.com.jp=gmail.com
    gmail.net=gmail.com gmail.org=gmail.com
    icloud.jp=icloud.com icloud.co.jp=icloud.com icloud.ne.jp=icloud.com icloud.com.jp=icloud.com
    hotmail.jp=hotmail.co.jp hotmail.ne.jp=hotmail.co.jp hotmail.com.jp=hotmail.co.jp
    outlook.co.jp=outlook.jp outlook.ne.jp=outlook.jp outlook.com.jp=outlook.jp live.co.jp=live.jp
    otmail.com=hotmail.com utlook.com=outlook.com
  `).map((entry) => entry.split('=') as [string, string]),
)

/** Providers beside the ones above: never taken for a typo, and numbers in their addresses mean little. */
const OTHERS: readonly string[] = words(`
  live.com msn.com me.com mac.com aol.com ymail.com mail.com email.com gmx.com gmx.net gmx.de gmx.at gmx.ch web.de
  freenet.de arcor.de posteo.de mailbox.org fastmail.com zoho.com hey.com pm.me protonmail.ch tutanota.com duck.com
  orange.fr free.fr sfr.fr laposte.net libero.it virgilio.it tin.it alice.it telenet.be skynet.be ziggo.nl kpnmail.nl
  att.net cox.net charter.net optonline.net juno.com ntlworld.com sky.com bigpond.com optusnet.com.au shaw.ca rogers.com
  mail.ru bk.ru inbox.ru list.ru rambler.ru yandex.ru ya.ru ukr.net seznam.cz wp.pl o2.pl onet.pl interia.pl
  qq.com 163.com 126.com yeah.net sina.com sina.cn sohu.com 139.com 189.cn aliyun.com daum.net nate.com kakao.com
  uol.com.br bol.com.br terra.com.br t-online.hu wanadoo.es hotmail.ch
  live.jp aol.jp goo.jp mail.goo.ne.jp nifty.ne.jp biglobe.jp excite.jp infoseek.co.jp livedoor.com auone.jp
  ocn.ne.jp odn.ne.jp ybb.ne.jp dti.ne.jp dion.ne.jp zaq.jp jcom.zaq.ne.jp mineo.jp bbexcite.jp mopera.net mopera.ne.jp
  docomo.jp softbank.jp softbank.co.jp rakuten.jp t-com.ne.jp wakwak.com tiki.ne.jp kcn.ne.jp emobile.ne.jp mail.com.tr
`)

/** Real domains of other firms one slip away from a provider. */
const NEIGHBOURS: readonly string[] = words(`
  gail.com grail.com never.com
`)

const MEANT_DOMAINS: readonly string[] = MEANT.map(({name, ending}) => `${name}.${ending}`)
const PROVIDERS: ReadonlySet<string> = new Set([...MEANT_DOMAINS, ...OTHERS])
const NO_TYPO: ReadonlySet<string> = new Set([...PROVIDERS, ...NEIGHBOURS])
/** The big four have a domain for nearly every country: yahoo.fr, yahoo.com.br, hotmail.it, live.nl, outlook.co.id. */
const BY_COUNTRY =
  /^(?:yahoo|hotmail|outlook|live|msn|aol|yandex)\.(?:co\.(?:uk|in|id|nz|th|za|kr|il)|(?:com\.)?(?!co$|cm$|om$|jp$)[a-z]{2})$/

/** domain: A-label, lower case. True for domains whose many users choose their local parts freely. */
export function isProvider(domain: string): boolean {
  return PROVIDERS.has(domain) || BY_COUNTRY.test(domain)
}

/** True for domains that exist as they are, however much they look like another. */
export function isNoTypo(domain: string): boolean {
  return NO_TYPO.has(domain) || BY_COUNTRY.test(domain)
}

/** Endings that do not exist (looked up in the list of top-level domains, 2026-11), and what was meant. */
export const BROKEN_ENDINGS: ReadonlyMap<string, string> = new Map(
  words(`
    con=com cmo=com ocm=com vom=com xom=com cpm=com clm=com cim=com coml=com comm=com coom=com ccom=com comn=com
    dom=com cok=com copm=com
    ner=net nte=net nett=net nrt=net ney=net
    orgg=org ogr=org prg=org ort=org
    ip=jp jpp=jp jjp=jp jpn=jp jl=jp pj=jp ji=jp jpg=jp jpc=jp
  `).map((entry) => entry.split('=') as [string, string]),
)

/** Country codes of two letters (ISO 3166 and eu, uk, su, ac): another country's domain is another domain. */
export const COUNTRY_ENDINGS: ReadonlySet<string> = new Set(
  words(`
    ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd
    cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge
    gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh
    ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw
    mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb
    sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk
    us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw
  `),
)

/** Endings of more than two letters that many real domains have. Others next to a provider's name are slips. */
export const COMMON_ENDINGS: ReadonlySet<string> = new Set(
  words(`
    com net org info biz edu gov mil int name pro mobi asia tel xxx jobs travel cat coop museum aero
    app dev tech online site website space store shop blog cloud email live life world today group company work
    network news media digital agency studio design art club team plus one global center zone city tokyo osaka nagoya
    kyoto yokohama okinawa ryukyu london paris berlin nyc xyz top win vip fun icu bid ltd inc llc gmbh law bank
  `),
)
