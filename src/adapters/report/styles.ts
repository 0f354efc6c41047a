/**
 * The style sheet of the report page: light, dark and paper. Text reaches a contrast of 4.5 and shapes 3 against their
 * ground in both; every state has a texture too (svg.ts), so colour is never alone. No values of a report stand here.
 */

/** Colours of the states: blue for what was taken, warm for trouble, greys for what was not mailed on purpose. */
const LIGHT = `
--ground:#f4f6f8;--card:#ffffff;--text:#16202b;--soft:#52606f;--line:#dde3ea;--code:#f1f4f7;
--good:#0b6b4f;--good-ground:#e6f4ee;--bad:#a5231b;--bad-ground:#fdecea;--doubt-line:#8a4fa3;--texture:#ffffff;
--accepted:#1c6fb5;--rejected:#c2410c;--deferred:#b47800;--in-doubt:#8a4fa3;--suppressed:#465361;--held:#6b7987;
--dropped:#858f9b;--skipped:#858f9b;--planned:#5d93b8;--attempting:#3d87a8;`

const DARK = `
--ground:#0f141a;--card:#182029;--text:#e7edf3;--soft:#a5b3c2;--line:#2c3845;--code:#10171e;
--good:#67d3a8;--good-ground:#12302a;--bad:#ff9a8d;--bad-ground:#3a1b1a;--doubt-line:#c293d8;--texture:#182029;
--accepted:#4ba3e6;--rejected:#f2764a;--deferred:#edb140;--in-doubt:#c293d8;--suppressed:#94a2b1;--held:#7d8b9a;
--dropped:#707e8c;--skipped:#707e8c;--planned:#7fb2d3;--attempting:#63aecb;`

const STATES = [
  'accepted',
  'rejected',
  'deferred',
  'in-doubt',
  'suppressed',
  'held',
  'dropped',
  'skipped',
  'planned',
  'attempting',
]

const BASE = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.6 -apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue","Liberation Sans",Arial,system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere;print-color-adjust:exact;-webkit-print-color-adjust:exact}
:lang(ja) body,body:lang(ja){font-family:"Hiragino Sans","Yu Gothic UI","Yu Gothic",Meiryo,"Noto Sans JP","Noto Sans CJK JP",system-ui,sans-serif;line-height:1.75;line-break:strict;word-break:auto-phrase}
main{max-width:60rem;margin:0 auto;padding:3rem 2rem 2rem}
h1,h2,h3,p,ul,ol,dl,dd,figure{margin:0;padding:0}
ul,ol{list-style:none}
h1{font-size:2.25rem;line-height:1.2;letter-spacing:-.015em}
h2{font-size:1.25rem;line-height:1.35;margin-bottom:1.25rem}
h3{font-size:.875rem;font-weight:600;color:var(--soft);display:flex;justify-content:space-between;gap:1rem;padding-bottom:.375rem;border-bottom:1px solid var(--line);margin-bottom:.5rem}
small{font-size:.8125rem;color:var(--soft)}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:2rem;margin-top:1.5rem}
.empty{color:var(--soft)}
.row-name,h2{text-wrap:balance}
.lead,.when,figcaption,.note{text-wrap:pretty}
.textures{position:absolute}`

const TOP = `
.top{padding-bottom:1rem}
.eyebrow{font-size:.875rem;font-weight:600;color:var(--soft);margin-bottom:.25rem}
.name{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1rem;margin-bottom:1rem}
.run{font-size:.875rem;font-weight:600;padding:.125rem .75rem;border-radius:99px;border:1px solid currentColor;white-space:nowrap;color:var(--soft)}
.run-finished{color:var(--good)}
.run-stopped{color:var(--bad)}
.lead{font-size:1.125rem;max-width:46rem}
.when{color:var(--soft);margin-top:.25rem}
.tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:1rem;margin-top:2rem}
.tiles li{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1.125rem 1.25rem;display:flex;flex-direction:column}
.tile-name{display:flex;align-items:center;gap:.5rem;color:var(--soft);font-size:.9375rem}
.tile-count{font-size:1.75rem;font-weight:700;line-height:1.35;letter-spacing:-.01em}
.tile-share{color:var(--soft);font-size:.875rem}
.facts{display:flex;flex-wrap:wrap;gap:.75rem 2.5rem;margin-top:1.5rem}
.facts dt,.inline-facts dt{color:var(--soft);font-size:.8125rem}
.facts dd{font-size:.9375rem}
.equation{display:flex;flex-wrap:wrap;gap:.375rem 1rem;align-items:baseline;font-size:1.125rem}
.equation li{white-space:nowrap}
.equation b{font-size:1.3125rem}
.equation .sign{color:var(--soft);font-size:1.3125rem;margin-right:.25rem}
.equation .term{color:var(--soft);font-size:1rem;margin-left:.125rem}
.equation .swatch{margin-right:.375rem}
.verdict{display:flex;align-items:baseline;gap:.625rem;margin-top:1.25rem;padding:.625rem 1rem;border-radius:10px;font-weight:600}
.mark{font-weight:700}
.holds{color:var(--good);background:var(--good-ground)}
.off{color:var(--bad);background:var(--bad-ground)}
.doubt{border-color:var(--doubt-line)}
.doubt h2{display:flex;align-items:center;gap:.625rem;margin-bottom:.625rem}
pre{margin:1rem 0 0;padding:.75rem 1rem;background:var(--code);border-radius:10px;white-space:normal}
.word{display:inline-block;max-width:100%}
code,.code,q{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.9375rem}`

const PICTURES = `
svg{display:block}
.bar{border-radius:5px}
.swatch{flex:none;display:inline-block;vertical-align:-.125em}
.edge{stroke:var(--card);stroke-width:1}
.area{stroke:var(--card);stroke-width:.5}
.line{stroke:var(--texture);stroke-width:1.5;opacity:.6;fill:none}
.dot{fill:var(--texture);opacity:.65}
.subtitle{font-size:.9375rem;font-weight:600;color:var(--soft);margin:1.25rem 0 .5rem}
.plot{width:100%;height:auto;overflow:visible}
.narrow{display:none;max-width:30rem;margin:0 auto}
.grid{stroke:var(--line);stroke-width:1}
.axis{stroke:var(--soft);stroke-width:1}
.tick{fill:var(--soft);font-size:12.5px}
figcaption,.note{color:var(--soft);font-size:.875rem;margin-top:1rem}
.plot~figcaption{text-align:center;margin-top:.25rem}
.groups{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:1.5rem 3rem;margin-top:1.75rem}
.legend li{display:grid;grid-template-columns:auto 1fr auto 4rem;gap:.625rem;align-items:center;padding:.1875rem 0}
.legend-count{font-weight:600}
.legend-share{text-align:right;color:var(--soft)}
.keys{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin-bottom:1.25rem;color:var(--soft);font-size:.9375rem}
.keys li,.badge{display:inline-flex;align-items:center;gap:.4375rem}
.badge{white-space:nowrap}
.inline-facts{display:flex;flex-wrap:wrap;gap:.75rem 2.5rem;margin-bottom:1rem}
.inline-facts dd{font-size:1.125rem;font-weight:600}
.rows li{display:grid;grid-template-columns:14rem 1fr 12rem;gap:0 1.25rem;align-items:center;padding:.4375rem 0}
.rows .row-count{grid-column:3;grid-row:1}
.rows .row-bar{grid-column:2;grid-row:1}
.row-count{display:grid;grid-template-columns:5.25rem 1fr;align-items:baseline;text-align:right;white-space:nowrap}
.row-count b{font-weight:600}
.reasons li{grid-template-columns:1fr 18rem 9rem;padding:.75rem 0;border-top:1px solid var(--line)}
.reasons li:first-child{border-top:0;padding-top:0}
.row-note{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:.125rem 1rem;color:var(--soft);font-size:.875rem}`

const TABLES = `
table{border-collapse:collapse;width:100%}
th,td{text-align:left;font-weight:400;padding:.4375rem .75rem;border-top:1px solid var(--line);vertical-align:top}
thead th{border-top:0;color:var(--soft);font-size:.875rem;font-weight:600}
.figure{text-align:right;white-space:nowrap}
details{margin-top:1.5rem;border-top:1px solid var(--line);padding-top:.875rem}
summary{cursor:pointer;color:var(--soft);font-size:.9375rem;width:fit-content}
.scroll{overflow:auto;max-height:26rem;margin-top:.75rem;font-size:.9375rem;overflow-wrap:normal}
.scroll th.words{min-width:8rem}
:focus-visible{outline:2px solid var(--accepted);outline-offset:2px}
.replies th:first-child,.replies td:first-child{padding-left:0}
.replies td:last-child,.replies th:last-child{padding-right:0}
.replies tbody th,.replies tbody td{padding-top:.75rem;padding-bottom:.75rem}
.code{white-space:nowrap;width:7rem}
.said .meaning{display:block;font-weight:600}
.said q{display:block;quotes:none;color:var(--soft);font-size:.8125rem;line-height:1.55;margin:.125rem 0 .25rem}
.said .badge{font-size:.875rem;color:var(--soft)}
.amount{width:14rem;text-align:right}
.head-count{text-align:right}
.amount .bar{margin-top:.375rem}
footer{max-width:60rem;margin:0 auto;padding:0 2rem 3rem;color:var(--soft);font-size:.875rem}`

const PHONE = `
@media (max-width:44.99rem){
main{padding:1.75rem 1rem 1rem}
footer{padding:0 1rem 2rem}
.card{padding:1.25rem;margin-top:1rem;border-radius:12px}
h1{font-size:1.75rem}
.lead{font-size:1rem}
.tiles{grid-template-columns:1fr 1fr;gap:.625rem;margin-top:1.5rem}
.tiles li{padding:.75rem .875rem;border-radius:12px}
.tile-count{font-size:1.375rem}
.facts{gap:.625rem 1.75rem}
.equation{font-size:1rem;gap:.125rem 1rem}
.wide{display:none}
.narrow{display:block}
.groups{grid-template-columns:1fr}
.rows li,.reasons li{grid-template-columns:1fr auto;gap:.25rem .75rem}
.rows .row-count{grid-column:2;align-self:start}
.rows .row-bar{grid-column:1/-1;grid-row:auto}
.row-count{display:flex;gap:.5rem}
.reasons .row-count small{min-width:2.625rem}
.replies,.replies tbody,.replies tr,.replies td,.replies th{display:block;width:auto}
.replies thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.replies tr{display:grid;grid-template-columns:1fr auto;gap:.125rem .75rem;padding:.75rem 0;border-top:1px solid var(--line)}
.replies tbody tr:first-child{border-top:0;padding-top:0}
.replies tbody th,.replies tbody td{border:0;padding:0}
.said{grid-column:1/-1;grid-row:2}
.amount{text-align:right}
.amount .bar,.replies~.note{display:none}
}`

const PAPER = `
@media print{
@page{margin:14mm}
body{font-size:10.5pt;background:#fff}
main{padding:0;max-width:none}
footer{padding:1rem 0 0;max-width:none}
.card,.tiles li{break-inside:avoid}
.card{padding:1.25rem}
.reasons li,.replies tr{break-inside:avoid}
.wide{display:block}
.narrow{display:none}
details:not([open]){display:none}
.scroll{max-height:none;overflow:visible}
}`

const FILLS = STATES.map((state) => `.c-${state}{fill:var(--${state})}`).join('\n')

/** Paper is always light. */
export const STYLES = [
  `:root{color-scheme:light dark;${LIGHT}}`,
  `@media screen and (prefers-color-scheme:dark){:root{${DARK}}}`,
  BASE,
  TOP,
  PICTURES,
  FILLS,
  TABLES,
  PHONE,
  PAPER,
].join('\n')
