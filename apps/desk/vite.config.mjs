import optimizeLocales from '@react-aria/optimize-locales-plugin'
import { trustedDocuments } from '@samenspel/graphql-documents/trusted-documents'
import { compiledTexts } from '@samenspel/intl/compiled-texts'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { groups, names } from './chunks.mjs'

const api = 'http://127.0.0.1:3000'

export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  plugins: [react(), compiledTexts(), trustedDocuments(['desk', 'mail']), { ...optimizeLocales.vite({ locales: ['nl-NL', 'en-US'] }), enforce: 'pre' }],
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
