/** The page's looks: readable on a phone, in the light and in the dark. */
export const pageStyle = `
:root { color-scheme: light dark; --paper: #f7f5f1; --card: #fff; --ink: #1d1a16; --soft: #6b645b; --line: #e5dfd6; --accent: #b0441a; --yes: #2f6b3c; --no: #a3341f; }
@media (prefers-color-scheme: dark) { :root { --paper: #141310; --card: #1e1c18; --ink: #f0ebe3; --soft: #a69d91; --line: #35312a; --accent: #f39a6a; --yes: #86c894; --no: #f0907c; } }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
body { background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK JP", sans-serif; max-width: 1240px; margin: 0 auto; padding: clamp(1.25rem, 4vw, 3rem) clamp(1rem, 4vw, 2.5rem) 5rem; overflow-wrap: anywhere; }
.brand { color: var(--accent); font-weight: 700; letter-spacing: -.01em; }
.brand span { color: var(--soft); font-weight: 400; }
h1 { font-size: clamp(1.5rem, 4vw, 2.1rem); line-height: 1.2; letter-spacing: -.025em; margin: .35rem 0 .4rem; }
h2 { font-size: 1.15rem; letter-spacing: -.01em; margin: 2.75rem 0 .9rem; }
h2 small { color: var(--soft); font-weight: 400; font-size: .9rem; margin-left: .25rem; }
h3 { font-size: 1rem; line-height: 1.35; }
.lead { color: var(--soft); }
.counts { display: flex; flex-wrap: wrap; gap: 1px; margin-top: 1.5rem; background: var(--line); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
.counts div { flex: 1 1 130px; background: var(--card); padding: .8rem 1rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.counts dt { color: var(--soft); font-size: .85rem; line-height: 1.3; }
.counts dd { font-size: 1.6rem; font-weight: 650; line-height: 1.25; letter-spacing: -.02em; font-variant-numeric: tabular-nums; }
.counts a { color: inherit; text-decoration: none; }
.counts a:hover { color: var(--accent); text-decoration: underline; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 290px), 1fr)); gap: .85rem; }
article { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: .95rem 1.1rem 1rem; display: flex; flex-direction: column; gap: .45rem; }
.off h3, .off > .titles, .off > .prices, .off > div { opacity: .65; }
.head { display: flex; justify-content: space-between; align-items: baseline; gap: .75rem; }
.head code { flex: none; }
code { font: .8rem/1.4 ui-monospace, "SF Mono", Menlo, Consolas, monospace; color: var(--soft); }
td code { font-size: .76rem; }
.titles { list-style: none; color: var(--soft); font-size: .9rem; }
.titles li { display: flex; gap: .5rem; align-items: baseline; }
abbr { font-size: .68rem; text-transform: uppercase; letter-spacing: .06em; color: var(--soft); min-width: 1.3rem; }
.note { color: var(--soft); font-size: .88rem; }
.prices b { color: var(--accent); font-weight: 650; font-variant-numeric: tabular-nums; }
.prices small, td small { color: var(--soft); font-size: .82rem; }
.facts { list-style: none; display: flex; flex-wrap: wrap; gap: .1rem .9rem; margin-top: auto; padding-top: .55rem; border-top: 1px solid var(--line); font-size: .82rem; color: var(--soft); }
.yes { color: var(--yes); }
.no { color: var(--no); }
ol { list-style: none; margin-top: .1rem; }
ol > li { display: grid; grid-template-columns: 1.6rem 1fr auto; gap: .3rem .4rem; padding: .5rem 0; border-top: 1px solid var(--line); }
ol > li:last-child { padding-bottom: 0; }
ol .prices { text-align: right; }
ol .prices small { display: block; }
.at { color: var(--soft); font-variant-numeric: tabular-nums; }
.ids { color: var(--soft); font-size: .8rem; }
.ids code + code::before { content: "· "; }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .45rem .75rem; white-space: nowrap; }
tr + tr td, tbody td { border-top: 1px solid var(--line); }
th { color: var(--soft); font-weight: 500; }
.empty { color: var(--soft); border: 1px dashed var(--line); border-radius: 12px; padding: 1.75rem; text-align: center; }
`;
