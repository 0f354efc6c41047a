/** What the style sheet of a lint page has beyond that of every page (styles.ts) and of findings (audit-styles.ts). */
export const LINT_STYLES = `
.f-place{color:var(--soft);font-weight:400;font-size:.875rem;margin-right:.625rem;white-space:nowrap}
.frame{display:flex;margin:.5rem 0 0;padding:.5rem .875rem;line-height:1.5}
.frame code{white-space:pre-wrap;min-width:0}
.frame .line{color:var(--soft);font:.9375rem/1.6 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;user-select:none;margin-right:.875rem}
.frame mark{background:var(--bad-ground);color:inherit;border-bottom:2px solid var(--rejected)}
.file{color:var(--soft);font-size:.9375rem;font-weight:600;margin:0 0 .5rem}
.findings+.file{margin-top:1.75rem}
@media (max-width:44.99rem){.f-place{display:block}}`
