import optimizeLocales from '@react-aria/optimize-locales-plugin'
import { compiledTexts } from '@samenspel/intl/compiled-texts'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  plugins: [react(), compiledTexts(), { ...optimizeLocales.vite({ locales: ['nl-NL', 'en-US'] }), enforce: 'pre' }],
  resolve: { conditions: ['@samenspel/source', 'module', 'browser', 'development|production'] },
  server: { proxy: Object.fromEntries(['/graphql', '/sign-out', '/demo'].map((path) => [path, { target: 'http://127.0.0.1:3000', ws: path === '/graphql' }])) },
  build: { outDir: 'dist', emptyOutDir: true, sourcemap: true, modulePreload: { polyfill: false } },
})
