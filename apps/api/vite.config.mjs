import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ['@samenspel/source', 'node'] },
  ssr: { noExternal: [/^@samenspel\//], resolve: { conditions: ['@samenspel/source', 'node'] } },
  build: {
    ssr: true, outDir: 'dist', emptyOutDir: true, target: 'esnext', sourcemap: true, minify: false,
    rolldownOptions: {
      // The threads of the event store, of verify and of the planner look for their own file beside the main one.
      input: {
        main: 'src/main.ts',
        schema: 'src/schema.cli.ts',
        samenspel: 'src/operations/samenspel.cli.ts',
        'writer.worker': '../../libs/event-store-sqlite/src/writer.worker.ts',
        'audit-range.worker': 'src/integrity/audit-range.worker.ts',
        'bundling.worker': '../../libs/bundling/src/bundling.worker.ts',
      },
      output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
