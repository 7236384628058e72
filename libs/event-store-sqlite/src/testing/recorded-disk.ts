/** What a program did to its disk, as `disk.c` recorded it, and what a power cut at any moment may leave of it. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type DiskAct =
  | { readonly kind: 'write'; readonly name: string; readonly offset: number; readonly data: Buffer }
  | { readonly kind: 'cut'; readonly name: string; readonly length: number }
  | { readonly kind: 'sync'; readonly name: string }

/** Builds the shim. @returns nothing when this machine has no compiler */
export const buildDisk = (folder: string): string | undefined => {
  const library = join(folder, 'disk.so')
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, join(import.meta.dirname, 'disk.c'), '-ldl'], { stdio: 'ignore' })
    return library
  } catch {
    return undefined
  }
}

export const readActs = (log: string): readonly DiskAct[] => {
  const bytes = readFileSync(log)
  const acts: DiskAct[] = []
  for (let at = 0; at + 25 <= bytes.length;) {
    const kind = String.fromCharCode(bytes[at]!)
    const [offset, nameLength, length] = [1, 9, 17].map(place => Number(bytes.readBigUInt64LE(at + place))) as [number, number, number]
    const name = bytes.toString('utf8', at + 25, at + 25 + nameLength)
    const data = bytes.subarray(at + 25 + nameLength, at + 25 + nameLength + length)
    acts.push(kind === 'w' ? { kind: 'write', name, offset, data } : kind === 't' ? { kind: 'cut', name, length: offset } : { kind: 'sync', name })
    at += 25 + nameLength + length
  }
  return acts
}

type Change = Exclude<DiskAct, { readonly kind: 'sync' }>
type File = { content: Buffer; length: number; pending: Change[] }

export type Disk = {
  readonly apply: (act: DiskAct) => void
  /** What a power cut leaves of each file now: what was synced, and of each later write nothing, a part, or all. @param random from 0 to 1 */
  readonly afterPowerCut: (random: () => number) => ReadonlyMap<string, Buffer>
}

/** @param honours whether a sync of this file reaches the disk; a disk or a setting that lies about one does not */
export const emptyDisk = (honours: (name: string) => boolean): Disk => {
  const files = new Map<string, File>()
  const fileOf = (name: string): File => {
    const file = files.get(name) ?? { content: Buffer.alloc(0), length: 0, pending: [] }
    files.set(name, file)
    return file
  }
  return {
    apply: act => {
      const file = fileOf(act.name)
      if (act.kind !== 'sync') file.pending.push(act)
      else if (honours(act.name)) for (const change of file.pending.splice(0)) make(file, change)
    },
    afterPowerCut: random => new Map([...files].map(([name, { content, length, pending }]) => {
      const left: File = { content: Buffer.from(content.subarray(0, length)), length, pending: [] }
      for (const change of pending) for (const part of partsThatStay(change, random)) make(left, part)
      return [name, left.content.subarray(0, left.length)]
    })),
  }
}

const make = (file: File, change: Change): void => {
  if (change.kind === 'cut') { file.length = change.length; file.content.fill(0, change.length); return }
  const end = change.offset + change.data.length
  if (end > file.content.length) file.content = Buffer.concat([file.content, Buffer.alloc(Math.max(end * 2, 65_536) - file.content.length)])
  change.data.copy(file.content, change.offset)
  file.length = Math.max(file.length, end)
}

const sectorBytes = 512

/** A sector is written whole or not at all; a write of many may stay in part, and in any order. */
const partsThatStay = (change: Change, random: () => number): readonly Change[] => {
  const luck = random()
  if (luck < 0.3) return []
  if (luck < 0.6 || change.kind === 'cut') return [change]
  const parts: Change[] = []
  for (let at = 0; at < change.data.length; at += sectorBytes) {
    if (random() < 0.5) parts.push({ ...change, offset: change.offset + at, data: change.data.subarray(at, at + sectorBytes) })
  }
  return parts
}
