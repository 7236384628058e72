import { trustedDocuments } from '@samenspel/graphql-documents/trusted-documents'
import { compiledTexts } from '@samenspel/intl/compiled-texts'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** What the first page needs: one file compresses best. The other pages come after it. */
const inFirstLoad = /node_modules|libs\/(?:ui|graphql-documents)\/|libs\/intl\/src\/[\w-]+\.ts|apps\/parent\/src\/(?:[\w-]+\.tsx?|family|proposal|shell|today)/
const forLaterPages = /node_modules\/graphql-ws\/|ui\/src\/(?:dialog|draft|field|list|mail)\b|use-draft|use-week|save-file|graphql-documents\/src\/(?:generated\/)?(?:mail|parent-pages)|intl\/src\/mail\.ts/
const firstLoad = (id) => inFirstLoad.test(id) && !forLaterPages.test(id)

/** Lets the browser fetch the Dutch texts and the letters beside the script, instead of after it. */
const earlyHints = () => ({
  name: 'samenspel-early-hints',
  transformIndexHtml: (_html, { bundle }) => Object.values(bundle ?? {}).flatMap((file) => {
    const href = `/parent/${file.fileName}`
    if (file.type === 'chunk' && file.facadeModuleId?.endsWith('/intl/src/nl/parent-app.ts')) return { tag: 'link', attrs: { rel: 'modulepreload', href }, injectTo: 'head' }
    if (/figtree-latin-wght-normal.*woff2$/.test(file.fileName)) return { tag: 'link', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href }, injectTo: 'head' }
    return []
  }),
})

export default defineConfig({
  root: import.meta.dirname,
  base: '/parent/',
  plugins: [react(), compiledTexts(), trustedDocuments(['parent', 'parent-pages', 'mail']), earlyHints()],
  resolve: {
    conditions: ['@samenspel/source', 'module', 'browser', 'development|production'],
    // React 19 has what this shim brings to older ones.
    alias: [{ find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: 'react' }],
  },
  css: { modules: { generateScopedName: '[hash:base64:5]' } },
  server: { proxy: { '/graphql': 'http://127.0.0.1:3000', '/demo': 'http://127.0.0.1:3000', '/sign-out': 'http://127.0.0.1:3000', '/sign-in': 'http://127.0.0.1:3000' } },
  build: {
    outDir: 'dist', emptyOutDir: true, target: 'es2022', modulePreload: false, cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', test: firstLoad }] } } },
  },
})
