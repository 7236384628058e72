import { defineConfig } from 'vite'

/** The program, and beside it the threads that it starts: the writer of events and the planner. */
const input = {
  main: 'src/main.ts',
  'writer.worker': '../../libs/event-store-sqlite/src/writer.worker.ts',
  'bundling.worker': '../../libs/bundling/src/bundling.worker.ts',
}
const conditions = ['@samenspel/source', 'node']

export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions },
  ssr: { noExternal: [/^@samenspel\//], resolve: { conditions } },
  build: {
    ssr: true, outDir: 'dist', emptyOutDir: true, target: 'esnext', sourcemap: true, minify: false,
    rolldownOptions: { input, output: { entryFileNames: '[name].js', format: 'esm' } },
  },
})
