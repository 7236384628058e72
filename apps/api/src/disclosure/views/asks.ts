import { isOpenAsk, isStandingAsk, type FamilyAsk } from '@samenspel/family-case'
import { covers } from '@samenspel/kernel'
import type { FamilyAsk as FamilyAskView } from '../../graphql/types/asks.ts'
import { shown } from '../gate.ts'
import { actorName, dayIn, firstName, professional, type Reader } from './reader.ts'

/** Newest first. @param coordinates whether this reader coordinates, or stands in */
export const asksView = (reader: Reader, coordinates: boolean): readonly FamilyAskView[] =>
  shown(reader.opened, 'ask').map(({ item: { id, value, by, at, addressees } }): FamilyAskView => {
    const { kind, parent, about, through, words, passedAt, answer, withdrawnAt } = value
    const isOpen = isOpenAsk(value)
    const isAsked = !reader.isPortal && isOpen && addressees.includes(reader.person)
    return {
      id, kind, parent: { id: parent, firstName: firstName(reader, parent) }, askedOn: dayIn(reader, at), ...(about !== undefined && { about: professional(reader, about) }), ...(words !== undefined && { words }),
      ...(by.person !== parent && { notedBy: actorName(reader, by) }), readers: addressees.map((person) => professional(reader, person)),
      status: withdrawnAt !== undefined ? 'withdrawn' : isOpen ? 'open' : 'answered',
      ...(answer !== undefined && { answer: { outcome: answer.outcome, words: answer.words, by: actorName(reader, answer.by), on: dayIn(reader, answer.at) } }),
      isComing: answer?.outcome === 'another' && withdrawnAt === undefined && isStillThere(reader, value), isYours: parent === reader.person,
      mayAnswer: isAsked && coordinates, mayPassOn: isAsked && !coordinates && through === reader.person && passedAt === undefined, mayWithdraw: parent === reader.person && isStandingAsk(value), mayNoteWithdrawal: !reader.isPortal && isStandingAsk(value),
    }
  }).reverse()

/** Whether from whom a parent wants to change still does what it was about, as far as the reader knows. */
const isStillThere = ({ opened, today }: Reader, { kind, about }: FamilyAsk): boolean => kind === 'otherCoordinator' ? opened.head.coordinator === about
  : shown(opened, 'teamMember').some(({ item: { value } }) => value.practitionerId === about && covers(value, today) && value.until === undefined)
