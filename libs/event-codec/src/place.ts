import { repeatedJsonText, type RecordedEvent } from '@samenspel/event-store'

export type Place = Pick<RecordedEvent, 'stream' | 'revision' | 'type' | 'version'>

/** Where a sealed content belongs; anywhere else it doesn't open. */
export const placeOf = ({ stream, revision, type, version }: Place): string => `[${streamText(stream)},${revision},${typeText(type)},${version}]`
const streamText = repeatedJsonText()
const typeText = repeatedJsonText()
