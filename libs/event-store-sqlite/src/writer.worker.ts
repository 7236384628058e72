/** The writer's thread: a commit waits for the disk here, so that no request of anybody else waits with it. */
import { parentPort, workerData } from 'node:worker_threads'
import { openWriter, type AppendGroup } from './writer.ts'

const writer = openWriter(workerData as Parameters<typeof openWriter>[0])

parentPort!.on('message', (message: AppendGroup | 'close') => {
  if (message !== 'close') {
    parentPort!.postMessage(writer.write(message))
    return writer.prepareNext()
  }
  writer.close()
  parentPort!.close()
})
