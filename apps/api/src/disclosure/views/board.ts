import { addDays, type IsoDate } from '@samenspel/kernel'
import type { FreeTime } from '../../graphql/types/appointments.ts'
import type { BoardFamily, BoardMoment } from '../../graphql/types/board.ts'
import { bundlesView, changeRequestsView, isAppointment, needsView, partsOf } from './appointments.ts'
import { overloadSignalsView } from './overload.ts'
import { membersView } from './people.ts'
import { proposalsView } from './proposals.ts'
import type { Reader } from './reader.ts'

/** One family on the board: its moments in a period, and what is still to be planned whenever that is. */
export const boardFamilyView = (reader: Reader, from: IsoDate, until: IsoDate): BoardFamily => {
  const { head, proposals } = reader.opened
  const parts = partsOf(reader).filter(({ date }) => date >= from && date <= until)
  const open = proposals.filter(({ progress }) => progress.status === 'sent' || progress.status === 'confirming')
  // What was called off, or moved, leaves its place on the board; the family's file still tells of it.
  const standing = bundlesView(reader, parts.filter((part) => isAppointment(part) && part.status !== 'cancelled' && part.status !== 'moved')).map((bundle): BoardMoment => ({ id: `${bundle.id} ${bundle.date}`, bundle }))
  const proposed = open.flatMap(({ proposalId }) => bundlesView(reader, parts.filter((part) => part.proposalId === proposalId)).map((bundle): BoardMoment => ({ id: `${bundle.id} ${bundle.date}`, proposalId, bundle })))
  return {
    id: head.familyId, name: head.name, zone: reader.zone, members: membersView(reader), moments: [...standing, ...proposed],
    needs: needsView(reader).filter(({ status, deadline }) => (status === 'open' || status === 'proposed') && deadline > reader.today),
    proposals: proposalsView(reader), changeRequests: changeRequestsView(reader).filter(({ isOpen }) => isOpen),
    overloadSignals: overloadSignalsView(reader).filter(({ answeredAt }) => answeredAt === undefined),
  }
}

/** What several families may ask of the same professionals, each time once. */
export const freeTimeTogether = (times: readonly FreeTime[]): readonly FreeTime[] => {
  const byDay = Map.groupBy([...times].sort((a, b) => a.from < b.from ? -1 : 1), ({ professional, date }) => `${date} ${professional.id}`)
  return [...byDay.values()].flatMap((sameDay) => sameDay.reduce<readonly FreeTime[]>((together, next) => {
    const last = together.at(-1)
    return last === undefined || last.to < next.from ? [...together, next] : [...together.slice(0, -1), { ...last, to: last.to > next.to ? last.to : next.to }]
  }, [])).sort((a, b) => a.date + a.from < b.date + b.from ? -1 : 1)
}

/** The day some weeks before. */
export const weeksBefore = (date: IsoDate, weeks: number): IsoDate => addDays(date, -7 * weeks)
