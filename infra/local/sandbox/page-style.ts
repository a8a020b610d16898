/** The page's looks: readable on a phone, in the light and in the dark. */
export const pageStyle = `
:root { color-scheme: light dark; --paper: #faf8f5; --card: #fff; --ink: #1f1b16; --soft: #6f675d; --line: #e6dfd5; --accent: #a8431b; }
@media (prefers-color-scheme: dark) { :root { --paper: #16140f; --card: #211e18; --ink: #f1ece4; --soft: #a59c8f; --line: #37322a; --accent: #f2935f; } }
* { box-sizing: border-box; margin: 0; }
body { background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans CJK JP", sans-serif; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem; max-width: 1280px; margin: 0 auto; }
h1 { font-size: 1.6rem; letter-spacing: -.02em; }
header p { color: var(--soft); max-width: 60ch; margin-top: .3rem; }
header b { color: var(--ink); }
h2 { font-size: 1.1rem; margin: 2.2rem 0 .8rem; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(250px, 1fr)); gap: .8rem; }
article { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .9rem 1rem; overflow-wrap: anywhere; }
article.off { opacity: .6; }
h3 { font-size: 1rem; line-height: 1.3; }
.other { color: var(--soft); font-size: .9rem; }
.other span { font-size: .7rem; text-transform: uppercase; letter-spacing: .05em; border: 1px solid var(--line); border-radius: 4px; padding: 0 .3rem; margin-right: .2rem; }
.price { color: var(--accent); font-weight: 600; margin-top: .4rem; font-variant-numeric: tabular-nums; }
.quiet, .facts { color: var(--soft); font-size: .85rem; margin-top: .4rem; }
code { font: .8rem ui-monospace, "SF Mono", Menlo, Consolas, monospace; color: var(--soft); }
ol { padding-left: 1.6rem; margin-top: .5rem; }
li { padding: .15rem 0; }
li::marker { color: var(--soft); font-size: .8rem; }
li b { color: var(--accent); font-weight: 600; margin: 0 .5rem; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; }
th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
th { color: var(--soft); font-weight: 500; }
.empty { color: var(--soft); border: 1px dashed var(--line); border-radius: 10px; padding: 1.5rem; text-align: center; }
`;
