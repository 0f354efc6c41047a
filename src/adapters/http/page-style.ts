/** The one style sheet of the pages: for phones first, light and dark, without anything that is loaded from elsewhere. */
export const PAGE_STYLE = `:root {
  color-scheme: light dark;
  --ground: #f4f5f3; --card: #fff; --text: #1d2423; --soft: #56605e; --line: #d5dad7;
  --accent: #0b6157; --accent-deep: #084c44; --on-accent: #fff; --chosen: #eef6f4; --done: #0b6157;
  --edge: #7b8583; --fault: #a3211b; --told: #fbeeed; --field: #fff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #121615; --card: #1c2221; --text: #e8edeb; --soft: #a5b0ad; --line: #38413f;
    --accent: #7fd1c3; --accent-deep: #a4e2d7; --on-accent: #06231f; --chosen: #22302d; --done: #7fd1c3;
    --edge: #7d8885; --fault: #ff9c93; --told: #33211f; --field: #121615;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; min-height: 100vh; min-height: 100dvh; display: flex; flex-direction: column; align-items: center;
  padding: 24px 16px; background: var(--ground); color: var(--text); overflow-wrap: anywhere;
  font: 16px/1.65 system-ui, -apple-system, "Segoe UI", Roboto, "Hiragino Sans", "Noto Sans CJK JP", "Yu Gothic UI", Meiryo, sans-serif;
}
body:lang(ko) { word-break: keep-all; font-family: system-ui, -apple-system, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", sans-serif; }
body:lang(zh) { font-family: system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { width: 100%; max-width: 34rem; margin-block: auto 0; padding: 28px 24px; background: var(--card); border: 1px solid var(--line); border-radius: 14px; }
.sender { margin: 0 0 4px; color: var(--soft); font-size: 0.9375rem; font-weight: 600; }
h1 { margin: 0 0 12px; font-size: 1.5rem; line-height: 1.35; text-wrap: balance; }
h2 { margin: 0 0 12px; font-size: 1.0625rem; line-height: 1.4; }
p { margin: 0 0 14px; }
p, small, li { text-wrap: pretty; }
body:lang(ja) { word-break: auto-phrase; }
bdi { font-weight: 600; }
fieldset { min-width: 0; margin: 20px 0; padding: 0; border: 0; }
legend { padding: 0; margin-bottom: 8px; font-weight: 600; }
.choice { display: flex; gap: 12px; align-items: flex-start; padding: 13px 14px; border: 1px solid var(--line); border-radius: 10px; cursor: pointer; }
.choice + .choice { margin-top: 8px; }
.choice:hover { border-color: var(--accent); }
.choice:has(input:checked) { border-color: var(--accent); background: var(--chosen); box-shadow: inset 0 0 0 1px var(--accent); }
.choice input { flex: none; width: 20px; height: 20px; margin: 3px 0 0; accent-color: var(--accent); }
.choice b { display: block; font-weight: 600; line-height: 1.5; }
.choice small { display: block; font-size: 0.9rem; line-height: 1.5; color: var(--soft); }
button, .go {
  display: block; width: 100%; min-height: 48px; padding: 12px 16px; border: 0; border-radius: 10px; background: var(--accent); color: var(--on-accent);
  font: inherit; font-weight: 600; line-height: 24px; text-align: center; text-decoration: none; cursor: pointer;
}
button:hover, .go:hover { background: var(--accent-deep); }
.go.quiet { background: none; color: var(--accent); border: 1px solid var(--accent); line-height: 22px; }
.go.quiet:hover { background: var(--chosen); color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
.field { margin: 0 0 16px; }
.field label { display: block; margin-bottom: 6px; font-weight: 600; }
.field small { font-size: 0.875rem; font-weight: 400; color: var(--soft); }
.field input { width: 100%; min-height: 48px; padding: 10px 12px; border: 1px solid var(--edge); border-radius: 10px; background: var(--field); color: var(--text); font: inherit; }
.field input[aria-invalid] { border-color: var(--fault); box-shadow: inset 0 0 0 1px var(--fault); }
.choice:has([aria-invalid]) { border-color: var(--fault); }
.fault { display: block; margin-top: 6px; font-size: 0.9375rem; color: var(--fault); }
.fault::before { content: "▲ "; content: "▲ " / ""; font-size: 0.75em; }
.told { padding: 12px 14px; border-left: 4px solid var(--fault); border-radius: 4px 10px 10px 4px; background: var(--told); }
.wording { margin: 0 0 12px; padding: 12px 14px; border: 1px solid var(--line); border-radius: 10px; background: var(--ground); font-size: 0.9375rem; white-space: pre-line; }
.wording + form { margin-top: 20px; }
h2:not(:first-child) { margin-top: 24px; }
.again h2 { margin-top: 0; }
.wording + .choice + button, .wording + .choice + .fault + button { margin-top: 20px; }
.trap { position: absolute; left: -10000px; width: 1px; height: 1px; margin: 0; overflow: hidden; }
.note { margin: 16px 0 0; font-size: 0.875rem; color: var(--soft); }
.mark { display: block; width: 40px; height: 40px; margin: 0 0 14px; border-radius: 50%; background: var(--done); position: relative; }
.mark::after { content: ""; position: absolute; left: 15px; top: 9px; width: 9px; height: 16px; border: solid var(--card); border-width: 0 3px 3px 0; transform: rotate(45deg); }
.holds { margin: 0 0 14px; padding: 0; list-style: none; font-size: 1.0625rem; }
.holds li + li { margin-top: 6px; }
.again { margin-top: 24px; padding-top: 20px; border-top: 1px solid var(--line); }
.again p:last-child { margin-bottom: 0; }
footer { width: 100%; max-width: 34rem; margin-block: 20px auto; padding: 0 24px; font-size: 0.8125rem; line-height: 1.6; color: var(--soft); }
footer p { margin: 0; }
a { color: var(--accent); }
@media (max-width: 30rem) {
  body { padding: 0; background: var(--card); }
  main { border: 0; border-radius: 0; padding: 28px 20px 8px; margin-block: 0; }
  footer { padding: 16px 20px 28px; margin-block: 16px 0; border-top: 1px solid var(--line); }
}
@media (forced-colors: active) {
  .choice:has(input:checked) { outline: 2px solid; }
  button, .go { border: 1px solid; }
}
`
