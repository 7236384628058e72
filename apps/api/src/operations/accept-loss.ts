/** What an operator does after events or lines of the access log were found missing, and could not be put back from a backup. */
import { positionOf } from '@samenspel/event-store'
import { acceptLoss, otherLogKnown, setOtherLogKnown, type Loss } from '@samenspel/event-store-sqlite'
import { explained, storeFiles } from '../composition/stores.ts'
import type { Settings } from '../settings.ts'

/** For the operator, at each start until the loss was accepted. */
export const lossSentence = ({ file, missing, left }: Loss): string =>
  `${file} misses its last ${missing} of ${left + missing} events. What is left can be read, and nothing is recorded until the loss is accepted or a backup is put back: docs/operate/faults.md.`

/**
 * Gives up what is missing in this data folder, so that the next start records again, after the last event that is left. It can't be
 * undone; tables are made anew by themselves. Keep a copy of the data folder before. The application must be stopped.
 * @returns what was given up, by file; nothing when nothing was missing
 * @throws StartProblem when the application runs, or when a file can't be read at all: then only a backup helps
 */
export const acceptLosses = ({ dataFolder, masterKeyFile }: Pick<Settings, 'dataFolder' | 'masterKeyFile'>): readonly Loss[] => {
  const { events, accessLog } = storeFiles(dataFolder)
  try {
    const ofEvents = acceptLoss(events, otherLogKnown(accessLog))
    const ofAccessLog = acceptLoss(accessLog)
    // The access log knows how far the events were: from now on they begin where they were left.
    if (ofEvents !== undefined) setOtherLogKnown(accessLog, positionOf(ofEvents.left))
    return [ofEvents, ofAccessLog].filter((loss) => loss !== undefined)
  } catch (error) {
    throw explained(error, dataFolder, masterKeyFile)
  }
}
