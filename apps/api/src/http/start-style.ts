/** The mark: one thread with beads, the third of another shape. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0f5c56"/><path d="M5 21c5-9 8 3 12-5s6-6 10-7" fill="none" stroke="#e9b79f" stroke-width="2.5" stroke-linecap="round"/><circle cx="7" cy="18" r="3.2" fill="#fff"/><circle cx="16" cy="17.5" r="3.2" fill="#fff"/><path d="m25 6 3.6 3.6L25 13.2l-3.6-3.6z" fill="#fff"/></svg>`

export const style = `
@font-face { font-family: Figtree; src: url(/start/figtree.woff2) format('woff2'); font-weight: 300 900; font-display: swap }
:root { --paper: #faf7f1; --surface: #fff; --ink: #1d2b2a; --ink-2: #4b5957; --brand: #0f5c56; --brand-deep: #0b4540; --thread: #c2562d; --line: #d9d1c1; --border: #857c6b; --halo: #ffd34d }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 17px/1.55 Figtree, system-ui, sans-serif; -webkit-text-size-adjust: 100% }
a { color: var(--brand) }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; box-shadow: 0 0 0 5px var(--halo); border-radius: 6px }
header, main, footer { max-width: 72rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 3rem) }
header { padding-block: clamp(1.5rem, 5vw, 3.5rem) 1rem }
.bar { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5rem 1.5rem }
.brand { display: flex; align-items: center; gap: .75rem; font-weight: 700; font-size: 1.25rem }
.brand img { inline-size: 2.5rem; block-size: 2.5rem; display: block }
.languages { display: flex; gap: 1rem; margin: 0; padding: 0; list-style: none; font-size: 1rem }
.languages a { display: inline-block; min-block-size: 2.75rem; line-height: 2.75rem; padding-inline: .25rem }
.languages [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none }
h1 { margin: 1.75rem 0 .5rem; max-width: 22ch; font-size: clamp(1.75rem, 4.5vw, 2.5rem); line-height: 1.2; font-weight: 700; text-wrap: balance }
.lead { margin: 0; max-width: 60ch; color: var(--ink-2) }
h2 { margin: 2.5rem 0 1rem; font-size: 1.25rem; line-height: 1.3 }
h2 + p { margin: -.5rem 0 1rem; max-width: 60ch; color: var(--ink-2) }
.people { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); gap: 1rem; margin: 0; padding: 0; list-style: none }
.people form { block-size: 100% }
.person { display: flex; flex-direction: column; inline-size: 100%; block-size: 100%; padding: 1.1rem 1.25rem 1.2rem; border: 1px solid var(--border); border-radius: 12px; background: var(--surface); color: inherit; font: inherit; text-align: start; cursor: pointer; transition: background-color .12s, border-color .12s }
.person:hover { border-color: var(--brand); background: #f2f7f5 }
.person strong { font-size: 1.125rem; line-height: 1.35 }
.person .role { color: var(--ink-2); font-size: .95rem; line-height: 1.4 }
.person .try { margin-block: .75rem 1rem }
.person .go { margin-block-start: auto; color: var(--brand); font-weight: 600 }
.person .go::after { content: ' →' }
.familyMember .person { border-inline-start: 5px solid var(--thread) }
.story { border-block-start: 1px solid var(--line) }
.story:last-of-type { border-block-end: 1px solid var(--line) }
.story summary { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 0 1rem; padding: .75rem .25rem; min-block-size: 3.5rem; cursor: pointer }
.story summary::-webkit-details-marker { display: none }
.story summary strong { font-size: 1.125rem; line-height: 1.35 }
.story summary span { grid-row: 2; color: var(--ink-2); line-height: 1.4 }
.story summary::after { content: ''; grid-area: 1 / 2 / 3; inline-size: .6rem; block-size: .6rem; margin-inline-end: .5rem; border: solid var(--brand); border-width: 0 2.5px 2.5px 0; rotate: 45deg }
.story[open] summary::after { rotate: 225deg }
.story summary:hover strong { color: var(--brand) }
.story .people { padding-block: .25rem 1.25rem }
a.person { text-decoration: none }
.mail h2 { margin-block: 0 .5rem }
.note { margin: 2.5rem 0 0; padding: 1rem 1.25rem; border-inline-start: 4px solid var(--thread); background: var(--surface); max-width: 66ch }
.note p { margin: 0 } .note p + p { margin-block-start: .5rem }
.doors { display: flex; flex-wrap: wrap; gap: 1rem; margin-block-start: 2rem }
.doors a { display: inline-block; padding: .85rem 1.5rem; border-radius: 6px; background: var(--brand); color: #fff; font-weight: 600; text-decoration: none }
.doors a:hover { background: var(--brand-deep) }
ul.plain { padding: 0; list-style: none }
.code { display: grid; gap: .5rem; max-width: 26rem; margin-block-start: 1.5rem }
.code label { font-weight: 600 }
.code input { inline-size: 100%; min-block-size: 3rem; padding: .5rem .75rem; border: 1px solid var(--border); border-radius: 6px; background: var(--surface); color: inherit; font: inherit; letter-spacing: .08em; text-transform: uppercase }
.code button, .sessions button { justify-self: start; min-block-size: 2.75rem; padding: .6rem 1.25rem; border: 0; border-radius: 6px; background: var(--brand); color: #fff; font: inherit; font-weight: 600; cursor: pointer }
.wrong { margin: 0; padding: .75rem 1rem; border-inline-start: 4px solid var(--thread); background: var(--surface) }
.sessions { display: grid; gap: 1rem; margin: 1.5rem 0; padding: 0; max-width: 40rem; list-style: none }
.sessions li { padding: 1rem 1.25rem; border: 1px solid var(--border); border-radius: 12px; background: var(--surface) }
.sessions p { margin-block: .25rem .75rem; color: var(--ink-2) }
footer { padding-block: 2.5rem 3rem; color: var(--ink-2); font-size: .95rem }
@media (prefers-reduced-motion: reduce) { * { transition: none } }
`
