/** What can't go on as it stands, for who plans: since somebody is away then, or a place is closed. */
import { hasCome, momentOf } from '@samenspel/kernel'
import type { FellAway } from '../../graphql/types/appointments.ts'
import { isPlaced, partsOf } from './appointments.ts'
import { nameOf, type Reader } from './reader.ts'

export const fellAwayView = (reader: Reader): readonly FellAway[] => {
  const { directory, text, zone, now } = reader
  return partsOf(reader).filter(isPlaced).filter(({ status, date, when }) => (status === 'proposed' || status === 'confirmed') && !hasCome(momentOf(date, when.start, zone), now))
    .flatMap(({ appointmentId, status, date, when, need }): readonly FellAway[] => {
      const because = directory.fallen(appointmentId)
      return because === undefined ? [] : [{
        id: appointmentId, label: need.label, date, start: when.start, isConfirmed: status === 'confirmed',
        because: because.kind === 'away' ? text('fell.away', { name: nameOf(reader, because.practitioner) }) : text('fell.closed', { place: directory.place(because.place)?.name ?? text('fell.place') }),
      }]
    }).sort((a, b) => a.date + a.start < b.date + b.start ? -1 : 1)
}
