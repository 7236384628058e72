import { categories, nothingToDo, record, type Decision } from '@samenspel/kernel'
import { refuseChoice, refuseDay, refuseLine, refusePeriod, refuseTexts } from '../checks.ts'
import { decideConsent, refuseBesideOwnNo, refuseConsent, refuseRecipient } from '../consent/decide.ts'
import type { ConsentEvent, NewConsent } from '../consent/events.ts'
import { pick, recorded } from '../fact.ts'
import { refuseUnknownSubject, refuseUnlessCoordinatorOrSubstitute, refuseUnlessInTeam, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import type { ConsentRequestCommand, ConsentRequestEvent, NewConsentRequest } from './events.ts'
import { answersTo, isAnswerable, type ConsentRequest } from './state.ts'

const fields: Readonly<Record<keyof NewConsentRequest, true>> = {
  requestId: true, category: true, recipient: true, from: true, until: true, why: true, howExplained: true, answerBy: true,
}

type Of<Type extends ConsentRequestCommand['type']> = Extract<ConsentRequestCommand, { type: Type }>

/** Anybody of the team asks; whose yes counts is for consent to say. */
export const decideConsentRequests = (command: ConsentRequestCommand, state: OpenCase): Decision<ConsentRequestEvent | ConsentEvent> => {
  switch (command.type) {
    case 'RequestConsent':
      return refuseRequest(command, state) ??
        record({ type: 'ConsentRequested', subject: command.subject, ...recorded(command), ...pick<NewConsentRequest>(command, fields) })
    case 'WithdrawConsentRequest': {
      const request = state.consentRequests.find(({ requestId }) => requestId === command.requestId)
      if (request === undefined) return refuse('request-unknown')
      const objection = request.by.person === command.by.person ? refuseUnlessInTeam(command, state) : refuseUnlessCoordinatorOrSubstitute(command, state)
      if (objection !== undefined) return objection
      if (request.withdrawnAt !== undefined) return nothingToDo
      return record({ type: 'ConsentRequestWithdrawn', subject: request.subject, ...recorded(command), requestId: request.requestId })
    }
    case 'AnswerConsentRequest': {
      const request = state.consentRequests.find(({ requestId }) => requestId === command.requestId)
      if (request === undefined) return refuse('request-unknown')
      return decideAnswer(command, request, state)
    }
  }
}

const refuseRequest = (command: Of<'RequestConsent'>, state: OpenCase): Objection => {
  if (state.consentRequests.some(({ requestId }) => requestId === command.requestId)) return refuse('id-in-use')
  if (command.category === 'safety') return refuse('safety-not-shared-by-consent')
  const today = todayOf(command, state)
  return refuseUnlessInTeam(command, state) ??
    refuseUnknownSubject(command.subject, state) ??
    refuseChoice('category', command.category, ['*', ...categories]) ??
    refuseRecipient(command.recipient) ??
    refusePeriod(command.from, command.until) ??
    (command.until !== undefined && command.until < today ? refuse('date-in-past', { field: 'until' }) : undefined) ??
    refuseDay('answerBy', command.answerBy) ??
    (command.answerBy < today ? refuse('date-in-past', { field: 'answerBy' }) : undefined) ??
    refuseLine('why', command.why) ??
    refuseTexts({ howExplained: command.howExplained })
}

const decideAnswer = (command: Of<'AnswerConsentRequest'>, request: ConsentRequest, state: OpenCase): Decision<ConsentEvent> => {
  const { answer, signedBy, basis, consentId } = command
  const { yes, no } = answersTo(request.requestId, state.consents)
  const given = answer === 'yes' ? yes : no
  // Said once is said: the same answer again changes nothing.
  if (given !== undefined && given.withdrawnAt === undefined && signedBy.length > 0 && signedBy.every((signer) => given.signedBy.includes(signer))) return nothingToDo
  if (!isAnswerable(request, state.consents, todayOf(command, state))) return refuse('request-closed')
  // Who said yes and thinks otherwise now, stops that yes.
  if (answer === 'no' && yes !== undefined && signedBy.some((signer) => yes.signedBy.includes(signer))) return refuse('already-answered')
  const [signer, ...more] = signedBy
  if (answer === 'yes' && yes !== undefined && signer !== undefined) {
    if (more.length > 0) return refuse('not-your-signature')
    return decideConsent({ type: 'SignConsent', by: command.by, at: command.at, consentId: yes.consentId, signer, basis }, state)
  }
  const { subject, category, recipient, from, until, by, requestId } = request
  const today = todayOf(command, state)
  const consent: NewConsent = {
    consentId, category, recipient, from: from < today ? today : from, ...(until !== undefined && answer === 'yes' && { until }), signedBy, basis, askedBy: by.person,
    howExplained: command.howExplained ?? request.howExplained, requestId,
  }
  return refuseConsent({ by: command.by, at: command.at, ...consent, subject }, state) ??
    (answer === 'yes' ? refuseBesideOwnNo({ by: command.by, at: command.at, ...consent, subject }, state) : undefined) ??
    record({ type: answer === 'yes' ? 'ConsentGiven' : 'ObjectionMade', subject, ...recorded(command), ...consent })
}
