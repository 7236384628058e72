import { isDate, nothingToDo, record, type Decider, type Decision, type IsoDate } from '@samenspel/kernel'
import { refuse } from '../refusals.ts'
import { restrictionGrounds, restrictionRefusals, type RequestCommand, type RequestEvent } from './events.ts'
import { evolveRequests, noRequests, partOf, type Requests, type Restriction } from './state.ts'

type As<Type extends RequestCommand['type']> = Extract<RequestCommand, { readonly type: Type }>

const ofTheCase = { kind: 'case' } as const

const decide = (command: RequestCommand, requests: Requests): Decision<RequestEvent> => {
  if (command.type === 'AskRestriction') return ask(command, requests)
  if (command.by.role !== 'privacyOfficer') return refuse('not-privacy-officer')
  return command.type === 'NoteRecipientsTold' ? noteTold(command) : decideRestriction(command, requests)
}

/** What families ask about their data, and how it is decided. Whether somebody may ask it of an entry is for the gate: who can't read it can't name it. */
export const requests: Decider<Requests, RequestCommand, RequestEvent> = { initial: noRequests, evolve: evolveRequests, decide }

/** By when a request must be answered: one month after it came (GDPR 12(3)); where that month has no such day, on its last. */
export const answerOn = (receivedOn: IsoDate): IsoDate => Temporal.PlainDate.from(receivedOn).add({ months: 1 }).toString()

/** Of one entry everybody asks for themselves: that somebody else asked before tells nobody anything. */
const ask = (command: As<'AskRestriction'>, { restrictions }: Requests): Decision<RequestEvent> => {
  const { by, at, requestId, ground, receivedOn } = command
  if (by.role !== 'familyMember') return refuse('not-of-the-family')
  if (restrictions.has(requestId)) return refuse('id-in-use')
  if (!restrictionGrounds.includes(ground)) return refuse('choice-unknown', { field: 'ground' })
  if (!isDate(receivedOn)) return refuse('date-impossible', { field: 'receivedOn' })
  if ([...restrictions.values()].some((one) => one.by.person === by.person && isUnderWay(one, command))) return refuse('restriction-underway')
  return record({ type: 'RestrictionAsked', subject: ofTheCase, by, at, requestId, ...partOf(command), ground, receivedOn, answerBy: answerOn(receivedOn) })
}

/** Of what somebody doesn't see they may ask again once there is an answer: another refusal would tell that something stays shut. */
const isUnderWay = ({ entryId, unseenOf, progress: { status } }: Restriction, asked: As<'AskRestriction'>): boolean =>
  asked.unseenOf === undefined ? entryId === asked.entryId && (status === 'asked' || status === 'set') : unseenOf === asked.unseenOf && status === 'asked'

const decideRestriction = (command: As<'SetRestriction' | 'RefuseRestriction' | 'LiftRestriction'>, { restrictions }: Requests): Decision<RequestEvent> => {
  const { by, at, requestId } = command
  const restriction = restrictions.get(requestId)
  if (restriction === undefined) return refuse('request-unknown')
  const { status } = restriction.progress
  switch (command.type) {
    case 'SetRestriction':
      return status === 'asked' ? record({ type: 'RestrictionSet', subject: ofTheCase, by, at, requestId }) : refuse('request-decided')
    case 'RefuseRestriction':
      if (status !== 'asked') return refuse('request-decided')
      return restrictionRefusals.includes(command.ground) ? record({ type: 'RestrictionRefused', subject: ofTheCase, by, at, requestId, ground: command.ground }) : refuse('choice-unknown', { field: 'ground' })
    case 'LiftRestriction':
      if (status === 'lifted') return nothingToDo
      return status === 'set' ? record({ type: 'RestrictionLifted', subject: ofTheCase, by, at, requestId }) : refuse('restriction-not-set')
  }
}

const noteTold = ({ by, at, aboutId, organisations, on, today }: As<'NoteRecipientsTold'>): Decision<RequestEvent> => {
  if (organisations.length === 0) return refuse('recipients-missing')
  if (!isDate(on)) return refuse('date-impossible', { field: 'on' })
  if (on > today) return refuse('date-in-future', { field: 'on' })
  return record({ type: 'RecipientsTold', subject: ofTheCase, by, at, aboutId, organisations: [...new Set(organisations)].sort(), on })
}
