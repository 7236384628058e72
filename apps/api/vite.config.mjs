import { readFileSync } from 'node:fs'
import { defineConfig } from 'vite'

/** Stands in every copy of a file as it was written, so that whoever has a copy can read it: it is put beside the program, not into it. */
const checkOfCopies = {
  name: 'check-of-copies',
  generateBundle() { this.emitFile({ type: 'asset', fileName: 'check-copy.js', source: readFileSync(new URL('src/copy/check-copy.js', import.meta.url), 'utf8') }) },
}

/** The examples of who may see what, which the privacy officer reads. */
const accessMatrix = {
  name: 'access-matrix',
  generateBundle() { this.emitFile({ type: 'asset', fileName: 'access-matrix.csv', source: readFileSync(new URL('../../libs/access/matrix.csv', import.meta.url), 'utf8') }) },
}

/** The demo region and its sign-in are loaded on demand, and lie in a folder of their own: what goes to production leaves it out. Of a region that was opened, production must know. */
const isOfDemo = (id) => /\/(?:apps\/api\/src\/demo|libs\/demo-region)\//.test(id) && !id.endsWith('/demo/region-state.ts')

export default defineConfig({
  root: import.meta.dirname,
  plugins: [checkOfCopies, accessMatrix],
  resolve: { conditions: ['@samenspel/source', 'node'] },
  ssr: { noExternal: [/^@samenspel\//], resolve: { conditions: ['@samenspel/source', 'node'] } },
  build: {
    ssr: true, outDir: 'dist', emptyOutDir: true, target: 'esnext', sourcemap: true, minify: false,
    rolldownOptions: {
      // The threads of the event store, of verify and of the planner look for their own file beside the main one.
      input: {
        main: 'src/main.ts',
        start: 'src/start.ts',
        schema: 'src/schema.cli.ts',
        samenspel: 'src/operations/samenspel.cli.ts',
        'writer.worker': '../../libs/event-store-sqlite/src/writer.worker.ts',
        'audit-range.worker': 'src/integrity/audit-range.worker.ts',
        'bundling.worker': '../../libs/bundling/src/bundling.worker.ts',
      },
      output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: ({ moduleIds }) => moduleIds.some(isOfDemo) ? 'demo/[name]-[hash].js' : '[name]-[hash].js' },
    },
  },
})
