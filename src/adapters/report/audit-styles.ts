/** What the style sheet of an audit page has beyond that of every page (styles.ts): findings, targets, plain tables. */
export const AUDIT_STYLES = `
.target{font-size:1.5rem;margin:2.5rem 0 0}
.amounts li{grid-template-columns:14rem 1fr 15rem}
.amounts .row-count{column-gap:.625rem}
.plain{margin:0}
.plain td,.plain th{padding-left:0}
.findings>li{border-top:1px solid var(--line);padding:1rem 0 1rem 1rem;border-left:4px solid transparent;break-inside:avoid}
.findings>li:first-child{border-top:0}
.findings .f-error{border-left-color:var(--rejected)}
.findings .f-warning{border-left-color:var(--deferred)}
.findings .f-info{border-left-color:var(--planned)}
.f-head{font-weight:600}
.f-weight{display:inline-block;min-width:4.5rem;margin-right:.5rem}
.f-column{font-weight:700}
.f-count,.f-known{color:var(--soft);font-weight:400;white-space:nowrap}
.f-known{border:1px solid var(--line);border-radius:99px;padding:0 .5rem;font-size:.8125rem;margin-left:.5rem}
.f-more{display:grid;grid-template-columns:6rem 1fr;gap:.25rem 1rem;margin-top:.5rem;font-size:.9375rem}
.f-more dt{color:var(--soft)}
.f-firm{color:var(--soft);font-style:italic}
a{color:inherit;text-decoration-thickness:1px;text-underline-offset:.15em}
.steps{list-style:decimal;padding-left:1.5rem}
.steps li{padding:.25rem 0}
@media (max-width:44.99rem){
.amounts li{grid-template-columns:1fr auto}
.f-more{grid-template-columns:1fr;gap:0}
.f-more dd{margin-bottom:.375rem}
.target{margin-top:1.75rem;font-size:1.25rem}
}
@media print{a{text-decoration:none}}`
