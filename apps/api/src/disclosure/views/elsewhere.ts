/** Appointments that were made elsewhere, in the agenda beside those that were planned here. */
import { isAdult } from '@samenspel/family-case'
import { minutesOf, timeOf } from '@samenspel/kernel'
import type { Appointment, Bundle } from '../../graphql/types/appointments.ts'
import { shown } from '../gate.ts'
import type { ElsewhereWhen, ItemOf } from '../items.ts'
import { placeView } from './appointments.ts'
import { actorName, known, type Reader } from './reader.ts'

/** An appointment made elsewhere, as it opened for the reader; `when` only for who may know it. */
export type ElsewhereItem = ItemOf<'elsewhere'>['value'] & { readonly when: ElsewhereWhen | undefined }

/** Those that stand, and those that were removed. */
export const elsewhereOf = ({ opened }: Pick<Reader, 'opened'>): readonly ElsewhereItem[] =>
  shown(opened, 'elsewhere').map(({ item: { value }, place }) => ({ ...value, when: place?.elsewhere }))

/** Each is a moment of its own: nobody bundled it. */
export const elsewhereBundles = (reader: Reader): readonly Bundle[] => elsewhereOf(reader).filter(({ isRemoved }) => !isRemoved).map((one) => {
  const part = elsewhereView(reader, one)
  const travel = travelOf(reader, one)
  return {
    id: part.id, kind: one.modalityKind === 'onsite' ? 'visit' : one.modalityKind, date: part.date, parts: [part],
    ...(one.when !== undefined && { start: one.when.start, end: one.when.end }), ...(travel !== undefined && { travel }),
  }
})

const elsewhereView = (reader: Reader, one: ElsewhereItem): Appointment => {
  const { when } = one
  const place = when?.place.kind === 'known' ? placeView(reader, when.place.place) : undefined
  const { coordinator, substitute } = reader.opened.head
  return {
    id: one.appointmentId, bundleId: one.appointmentId, label: one.label, professionals: [], attendees: known(reader, one.attendees), date: one.date, modality: one.modalityKind, isEvening: false,
    status: 'confirmed', cancelledLate: false, canBecomeDigital: false, canCancel: false,
    ...(when !== undefined && { start: when.start, end: when.end }), ...(place !== undefined && { place }),
    elsewhere: {
      enteredBy: actorName(reader, one.by), selfArranged: one.selfArranged, category: one.category,
      canChange: when !== undefined && (one.by.person === reader.person || coordinator === reader.person || substitute === reader.person),
      ...(when?.place.kind === 'written' && { place: when.place.text }), ...(when !== undefined && { travelMinutes: when.homeMinutes }),
    },
  }
}

/** Only where an adult of the family goes along. */
const travelOf = ({ opened }: Reader, { when, modalityKind, attendees }: ElsewhereItem): Bundle['travel'] => {
  const goes = [...opened.named.values()].some((member) => isAdult(member) && attendees.includes(member.memberId))
  if (when === undefined || modalityKind !== 'onsite' || !goes) return undefined
  const within = (minutes: number) => timeOf(Math.min(Math.max(minutes, 0), 24 * 60 - 1))
  return { leaveAt: within(minutesOf(when.start) - when.homeMinutes), backAt: within(minutesOf(when.end) + when.homeMinutes), minutes: 2 * when.homeMinutes }
}
