/** How a copy looks, on a screen and on paper. Everything stands in the file itself: no font, no picture comes from elsewhere. */
export const style = `
:root { --paper: #faf7f1; --surface: #fff; --ink: #1d2b2a; --soft: #4b5957; --brand: #0f5c56; --brand-deep: #0a433f; --thread: #c2562d; --line: #d9d1c1; --halo: #ffd34d; --ok: #1f6b3a; --ok-tint: #e5f1e7; --wait: #8a5a00; --wait-tint: #fbf1dc; --stop: #9d2b3a; --stop-tint: #f9e9ea }
* { box-sizing: border-box }
html { scroll-behavior: smooth; scroll-padding-block-start: 1rem }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 1.0625rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; -webkit-text-size-adjust: 100%; overflow-wrap: anywhere }
.page { display: grid; gap: 2rem; max-inline-size: 76rem; margin-inline: auto; padding: clamp(1rem, 4vw, 2.5rem) }
h1, h2, h3, p, dl, dd, ul { margin: 0 }
h1 { font-size: clamp(1.6rem, 5vw, 2.1rem); line-height: 1.2; text-wrap: balance }
h2 { font-size: 1.4rem; line-height: 1.25 }
h3 { font-size: 1.0625rem; line-height: 1.35 }
a { color: var(--brand) }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; box-shadow: 0 0 0 6px var(--halo); border-radius: 4px }
.brand { display: flex; align-items: center; gap: .6rem; color: var(--brand); font-weight: 700 }
.brand svg { inline-size: 2rem; block-size: 2rem }
header { display: grid; gap: .6rem }
header p { max-inline-size: 62ch }
.lead { font-size: 1.2rem }
.soft { color: var(--soft) }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none }
nav a { display: inline-block; min-block-size: 2.75rem; line-height: 2.75rem }
nav h2, .check h2, .seal h2 { font-size: 1.2rem }
main { display: grid; gap: 2.25rem; min-inline-size: 0 }
section { display: grid; gap: .75rem }
section > h2 { display: flex; align-items: center; gap: .6rem }
section > h2::before { content: ''; inline-size: .7rem; block-size: .7rem; border-radius: 50%; background: var(--thread) }
article { display: grid; gap: .5rem; padding: 1rem 1.15rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--surface) }
article p { max-inline-size: 70ch; white-space: pre-line }
article dl { display: grid; gap: .4rem }
article dt { color: var(--soft); font-size: .9375rem }
article dd { max-inline-size: 70ch; white-space: pre-line }
article > p + p { margin-block-start: -.3rem }
article > .aside { color: var(--soft); font-size: .9375rem }
article.differs { border: 3px solid var(--stop); background: var(--stop-tint) }
.check { display: grid; align-content: start; gap: .75rem; padding: 1.25rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--surface) }
button { justify-self: start; min-block-size: 3rem; padding: .6rem 1.4rem; border: 0; border-radius: .375rem; background: var(--brand); color: #fff; font: inherit; font-weight: 600; cursor: pointer }
button:hover { background: var(--brand-deep) }
button[aria-disabled] { background: var(--soft); cursor: default }
.outcome:empty { display: none }
.outcome { display: grid; gap: .5rem; padding: .9rem 1rem; border-inline-start: 5px solid var(--wait); background: var(--wait-tint) }
.outcome.fine { border-color: var(--ok); background: var(--ok-tint) }
.outcome.fine h3 { color: var(--ok) }
.outcome.wrong { border-color: var(--stop); background: var(--stop-tint) }
.outcome.wrong h3 { color: var(--stop) }
.outcome ul { padding-inline-start: 1.2rem }
.outcome a { color: var(--stop); font-weight: 600 }
.seal { display: grid; gap: .5rem; padding-block-start: 1.25rem; border-block-start: 3px solid var(--line) }
.seal dt { margin-block-start: .5rem; font-weight: 600 }
code { font: 400 .95rem/1.6 ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace }
.on-paper { display: none }
@media (min-width: 46rem) {
  article dl > div { display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: 1rem; align-items: baseline }
}
@media (min-width: 68rem) {
  .page { grid-template-columns: minmax(0, 1fr) 21rem; column-gap: 3rem; align-items: start }
  header, .seal { grid-column: 1 / -1 }
  main { grid-column: 1; grid-row: 2 }
  .side { grid-column: 2; grid-row: 2; position: sticky; inset-block-start: 1.5rem }
  nav ul { flex-direction: column }
}
.side { display: grid; gap: 1.5rem }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto } }
@media print {
  @page { margin: 18mm 16mm }
  html { font-size: 10pt }
  body { background: none; font-size: 10.5pt; line-height: 1.4 }
  .page { display: block; padding: 0 }
  header { margin-block-end: 8mm }
  nav, .check button, .check .on-screen { display: none }
  .check { padding: 0; border: 0; margin-block-end: 6mm }
  .on-paper { display: block }
  h1 { font-size: 18pt } h2 { font-size: 14pt; break-after: avoid } h3 { font-size: 11pt; break-after: avoid }
  section { display: block; margin-block-end: 8mm }
  section > h2 { margin-block-end: 2mm }
  article dl { gap: .2rem; margin-block: 1mm }
  article { display: block; padding: 2.5mm 0; border: 0; border-block-start: .3mm solid #999; border-radius: 0; break-inside: avoid-page }
  article dl > div { display: grid; grid-template-columns: 38mm minmax(0, 1fr); gap: 4mm; break-inside: avoid }
  .seal { break-inside: avoid }
}
`
