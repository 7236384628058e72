/**
 * What somebody takes along to a meeting about the plan, on paper (K-11): one page for each who is asked. It holds what that person may
 * read; printed for somebody else, of that only what whoever prints reads as well, so that nobody learns by a page what opens to another.
 * It is taken along, so the log says that it was.
 */
import { findMember } from '@samenspel/family-case'
import type { FamilyId, Id, PersonId } from '@samenspel/kernel'
import { Refused } from '../graphql/refused.ts'
import type { MeetingPack } from '../graphql/types/plan-meetings.ts'
import type { Session } from '../sessions/sessions.ts'
import { coordinatesHere, look, readerFor, type DisclosingParts } from './disclosing.ts'
import { factsOf } from './facts.ts'
import { open, shown, type Shown } from './gate.ts'
import { exportLines } from './log-lines.ts'
import { forBoth } from './on-paper.ts'
import { refuse } from './refuse.ts'
import { askingOf } from './viewer.ts'
import { attendeesView, momentOf, pointsOf, reportOf } from './views/plan-meetings.ts'
import { actionsView, goalsView, guidingQuestionView } from './views/plan.ts'
import { actorName, nameOf } from './views/reader.ts'

export type MeetingPacks = {
  /** @throws Refused `not-found`, `not-coordinator`, `not-asked` */
  readonly of: (session: Session, family: FamilyId, meeting: Id, person: PersonId) => Promise<MeetingPack>
}

export const openMeetingPacks = (parts: DisclosingParts): MeetingPacks => ({
  of: async (session, family, meetingId, person) => {
    const looked = await look(parts, await askingOf(session, parts.files), family, 'meetingPack')
    if (looked === undefined) throw new Refused('not-found')
    const { occasion } = looked
    const { record, now, asking } = occasion
    const meeting = shown(looked.opened, 'meeting').find(({ item }) => item.id === meetingId)
    if (meeting === undefined) return refuse(parts, occasion, 'export', 'not-found')
    const isOwn = person === session.person
    if (!isOwn && !coordinatesHere(record, asking, now)) return refuse(parts, occasion, 'export', 'not-coordinator')
    const isKnown = attendeesView(looked.reader, meeting.item.value).some(({ id }) => id === person)
    if (!isKnown) return refuse(parts, occasion, 'export', 'not-asked')
    const isOfFamily = findMember(record.file.family, person) !== undefined
    const other: Session = { person, role: isOfFamily ? 'familyMember' : 'professional', app: isOfFamily ? 'parent' : 'desk', language: session.language, key: '', secondFactor: true }
    const theirs = isOwn ? asking : await askingOf(other, parts.files)
    const opened = isOwn ? looked.opened : open(record, theirs, factsOf(record, theirs), now)
    if (opened === undefined) return refuse(parts, occasion, 'export', 'not-asked')
    const pack = forBoth(opened, looked.opened, isOfPack(meetingId))
    const reader = await readerFor(parts, theirs, record, pack, now)
    const [own] = shown(pack, 'meeting').filter(({ item }) => item.id === meetingId)
    if (own === undefined) return refuse(parts, occasion, 'export', 'not-asked')
    await parts.log.write(family, exportLines(occasion, pack))
    const { purpose, order } = own.item.value
    const when = momentOf(reader, own)
    const question = guidingQuestionView(reader)?.text
    const before = shown(pack, 'meeting').filter(({ item }) => item.value.closed !== undefined).map(({ item }) => reportOf(reader, item.id)?.agreed ?? '').filter((text) => text !== '').at(-1)
    return {
      id: `${meetingId} ${person}`, attendee: nameOf(reader, person), isOfFamily, purpose, attendees: attendeesView(reader, own.item.value).map(({ name }) => name),
      points: pointsOf(reader, meetingId, order).map(({ text, by }) => ({ text, by: actorName(reader, by), isParents: by.role === 'familyMember' })),
      inputs: shown(pack, 'meetingInput').filter(({ item }) => item.value.meetingId === meetingId).map(({ item: { by, value: { text } } }) => ({ text, by: actorName(reader, by), isParents: false })),
      goals: goalsView(reader).map(({ title, levels, current, start }) => {
        const level = levels.find(({ value }) => value === (current ?? start))?.text
        return { title, ...(level !== undefined && { now: level }) }
      }),
      actions: actionsView(reader).filter(({ done }) => !done), agreedBefore: before === undefined ? [] : [before],
      ...(when !== undefined && { when }), ...(question !== undefined && { guidingQuestion: question }),
    }
  },
})

const inPack: ReadonlySet<string> = new Set(['guidingQuestion', 'goal', 'goalScore', 'action', 'meetingReport', 'appointment'])

/** What belongs to this meeting and to the plan. */
const isOfPack = (meetingId: Id) => ({ item }: Shown): boolean => {
  switch (item.kind) {
    case 'meeting': return item.id === meetingId || item.value.closed !== undefined
    case 'meetingPoint':
    case 'meetingInput': return item.value.meetingId === meetingId
    default: return inPack.has(item.kind)
  }
}
