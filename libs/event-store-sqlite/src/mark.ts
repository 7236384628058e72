import { closeSync, constants, existsSync, fdatasyncSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'

/**
 * The high-water mark: how many events a log has had, remembered in a file beside it. SQLite drops a damaged end of its
 * write-ahead log without a word; who remembers how far the log was, sees it.
 */
export type Mark = {
  /** Remembers a position of which the disk has the event. Costs a write to memory. */
  readonly note: (sequence: number) => void
  /** The disk has what was noted, once a note has waited for a second. To be called after each note. @returns milliseconds after which to call it again; Infinity when nothing waits */
  readonly syncWhenDue: () => number
  /** The disk has what was noted. */
  readonly close: () => void
}

const fileOf = (file: string) => `${file}.mark`

/**
 * Two places, written in turn, each in a sector of its own: whatever a crash leaves half of the one, the other is whole.
 * A note is a line that a person can read.
 */
const places = [0, 512] as const
const line = /^position (\d{1,16}) check ([0-9a-f]{8})\n/
const checkOf = (sequence: number) => crc32(`position ${sequence}`).toString(16).padStart(8, '0')
const lineOf = (sequence: number) => `position ${sequence} check ${checkOf(sequence)}\n`.padEnd(64, ' ')

/** Milliseconds after which at the latest the disk has a note. */
const longestUnsynced = 1_000

/** @returns the furthest position noted; nothing where there is no note, or none that can be read: then nothing is known. */
export const readMark = (file: string): number | undefined => {
  if (!existsSync(fileOf(file))) return undefined
  const notes = notesIn(readFileSync(fileOf(file), 'latin1')).filter(note => note !== undefined)
  return notes.length === 0 ? undefined : Math.max(...notes)
}

const notesIn = (text: string): readonly (number | undefined)[] => places.map(place => {
  const [, position, check] = line.exec(text.slice(place)) ?? []
  const sequence = Number(position)
  return check !== undefined && check === checkOf(sequence) ? sequence : undefined
})

/** Sets the mark to where the log ends, durably; also back, after a loss was accepted. */
export const setMark = (file: string, sequence: number): void => {
  const mark = openSync(fileOf(file), constants.O_RDWR | constants.O_CREAT, 0o600)
  try {
    for (const place of places) {
      writeSync(mark, lineOf(sequence), place, 'latin1')
      // One after the other: a crash between the two leaves one of them whole.
      fsyncSync(mark)
    }
  } finally {
    closeSync(mark)
  }
  const folder = openSync(dirname(fileOf(file)), constants.O_RDONLY)
  fsyncSync(folder)
  closeSync(folder)
}

/** Goes on from a mark that stands where the log ends (`setMark`). */
export const openMark = (file: string): Mark => {
  const mark = openSync(fileOf(file), constants.O_RDWR)
  let turn = 0
  /** When the oldest note was made that the disk may not have. */
  let waiting: number | undefined
  return {
    note: sequence => {
      writeSync(mark, lineOf(sequence), places[turn], 'latin1')
      turn = 1 - turn
      waiting ??= performance.now()
    },
    syncWhenDue: () => {
      if (waiting === undefined) return Infinity
      const left = waiting + longestUnsynced - performance.now()
      if (left > 0) return left
      fdatasyncSync(mark)
      waiting = undefined
      return Infinity
    },
    close: () => {
      fdatasyncSync(mark)
      closeSync(mark)
    },
  }
}
