/** Hosts that hide where a link leads behind a short address which anybody may make (rulebook G.10 and the services' own pages). */
export const SHORTENERS: ReadonlySet<string> = new Set(
  `adf.ly amzn.to bit.ly bitly.com bl.ink buff.ly clck.ru cutt.ly dlvr.it goo.gl hyperurl.co ift.tt is.gd j.mp lnk.to
  lnkd.in onl.la onl.sc ow.ly p.tl qr.ae rb.gy rebrand.ly s.id short.io shorturl.at snip.ly soo.gd t.co t.ly tiny.cc
  tiny.one tinyurl.com trib.al u.to ur0.work ur2.link urx.nu urx.space urx2.nu urx3.nu ux.nu v.gd x.gd`.split(/\s+/),
)
