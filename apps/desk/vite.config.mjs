import optimizeLocales from '@react-aria/optimize-locales-plugin'
import { trustedDocuments } from '@samenspel/graphql-documents/trusted-documents'
import { compiledTexts } from '@samenspel/intl/compiled-texts'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { early, groups, names } from './chunks.mjs'

const base = '/desk/'
const api = 'http://127.0.0.1:3000'

/** Lets the browser run what asks for the rest as soon as it has come, beside the program and not behind it, and fetch the letters before something is drawn with them. */
const runEarly = () => ({
  name: 'samenspel-run-early',
  apply: 'build',
  transformIndexHtml: (_html, { filename, bundle }) => filename.endsWith('/index.html') ? Object.values(bundle).flatMap(({ type, name, fileName }) => {
    if (type === 'chunk' && name === early) return { tag: 'script', attrs: { type: 'module', async: true, crossorigin: true, src: base + fileName }, injectTo: 'head-prepend' }
    if (/figtree-latin-wght-normal.*woff2$/.test(fileName)) return { tag: 'link', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: base + fileName }, injectTo: 'head' }
    return []
  }) : [],
  /** What runs early opens the desk: another page that took anything from it would open the desk in its own stead. */
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk')
    const opens = ({ imports }) => imports.some((file) => bundle[file]?.name === early || (bundle[file]?.type === 'chunk' && opens(bundle[file])))
    for (const chunk of chunks) if (chunk.isEntry && chunk.name !== 'index' && opens(chunk)) this.error(`${chunk.name} takes something from what runs early at the desk: give that a place in chunks.mjs`)
  },
})

export default defineConfig({
  root: import.meta.dirname,
  base,
  plugins: [react(), compiledTexts(), trustedDocuments(['desk', 'mail']), { ...optimizeLocales.vite({ locales: ['nl-NL', 'en-US'] }), enforce: 'pre' }, runEarly()],
  resolve: {
    conditions: ['@samenspel/source', 'module', 'browser', 'development|production'],
    // React 19 has what this shim brings to older ones.
    alias: [{ find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: 'react' }],
  },
  server: { proxy: { '/graphql': { target: api, ws: true }, '/demo': api, '/sign-out': api, '/sign-in': api, '/tablet-door': api, '/front-door': api } },
  build: {
    outDir: 'dist', emptyOutDir: true, sourcemap: true, modulePreload: { polyfill: false },
    // The tablet of a group is a page of its own: what somebody had open there is gone with it. So is the front door, for who has no account.
    rolldownOptions: {
      input: ['index.html', 'tablet.html', 'verwijzen.html'].map((page) => `${import.meta.dirname}/${page}`),
      output: { codeSplitting: { groups: groups() }, ...names },
    },
  },
})
