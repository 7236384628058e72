/**
 * The port for whoever looks for viruses in files before they are kept. Without one, files are kept as they are; a clamd that is named
 * in the settings is asked about each.
 */
import { connect } from 'node:net'

/** @returns whether nothing dangerous was found. @throws when nobody could look: then nothing is kept. */
export type ScanFile = (bytes: Buffer) => Promise<boolean>

export type ScannerAddress = { readonly host: string; readonly port: number }

/** Milliseconds that a look may take. */
const longestScan = 30_000
const chunkBytes = 64 * 1024

/** Asks a clamd by its command INSTREAM: the length of each chunk before it, an empty one at the end. */
export const askClamd = ({ host, port }: ScannerAddress): ScanFile => (bytes) => new Promise((resolve, reject) => {
  const socket = connect({ host, port })
  let answer = ''
  const stop = (error: Error): void => { socket.destroy(); reject(error) }
  socket.setTimeout(longestScan, () => { stop(new Error('the scanner gave no answer')) })
  socket.setEncoding('utf8')
  socket.on('error', stop)
  socket.on('connect', () => {
    socket.write('zINSTREAM\0')
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      const chunk = bytes.subarray(at, at + chunkBytes)
      socket.write(lengthOf(chunk.length))
      socket.write(chunk)
    }
    socket.write(lengthOf(0))
  })
  socket.on('data', (text: string) => { answer += text })
  socket.on('end', () => {
    socket.destroy()
    if (/^stream: OK\0?\s*$/u.test(answer)) resolve(true)
    else if (/FOUND\0?\s*$/u.test(answer)) resolve(false)
    else reject(new Error('the scanner gave another answer'))
  })
})

const lengthOf = (length: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  return bytes
}
