/** The writer's thread: a commit waits for the disk here, so that no request of anybody else waits with it. It does nothing else, and sleeps between. */
import { parentPort, workerData } from 'node:worker_threads'
import { openAnswering } from './hand-over.ts'
import { openWriter } from './writer.ts'

const { memory, ...settings } = workerData as Parameters<typeof openWriter>[0] & { readonly memory: SharedArrayBuffer }
const writer = openWriter(settings)
const answering = openAnswering(memory, parentPort!)

for (;;) {
  const asked = answering.next(writer.prepareNext())
  if (asked === 'close') break
  if (asked !== undefined) answering.answer(writer.write(asked))
}
writer.close()
