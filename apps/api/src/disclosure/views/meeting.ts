import type { Meeting } from '../../graphql/types/appointments.ts'
import type { Part } from './part.ts'
import { professional, type Reader } from './reader.ts'

/**
 * How a talk by picture begins, for who is in it. A family gets the link on the day itself: before, there is nothing to press by
 * mistake, and a link that was changed meanwhile is nowhere. With it goes the number to call when it fails.
 */
export const meetingView = (reader: Reader, part: Part): Meeting | undefined => {
  const { meeting: way, status, modalityKind, attendees, asked, practitioners, date, isMeetingGiven } = part
  if (status !== 'confirmed' || modalityKind !== 'digital' || ![...attendees, ...asked, ...practitioners].includes(reader.person)) return undefined
  const phone = practitioners.map((id) => professional(reader, id).phone).find((one) => one !== undefined)
  const isOpen = !reader.isPortal || date === reader.today
  return { kind: way?.kind ?? 'none', isForThisOne: isMeetingGiven === true, ...(way?.kind === 'link' && isOpen && { url: way.url }), ...(phone !== undefined && { phone }) }
}
