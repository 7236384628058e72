/** Facts that the specs begin from. */
import { agenda } from '../agenda.ts'
import type { AgendaCommand, AgendaEvent } from '../events.ts'
import type { NeedDetails } from '../needs/events.ts'
import type { ProposalDraft } from '../proposals/events.ts'
import type { Subject } from '@samenspel/kernel'
import { fold, isRefused } from '@samenspel/kernel'
import { aboutChild, aboutMother, adults, coordinator, members, neurologist, now, physiotherapy, self, therapy, today, zone } from './family.ts'

export const addNeed = (need: NeedDetails, subject: Subject = aboutChild): AgendaCommand => ({ ...need, type: 'AddNeed', by: coordinator, at: now, subject, today, members })
export const send = (...proposals: readonly ProposalDraft[]): AgendaCommand => ({ type: 'SendProposals', by: coordinator, at: now, zone, adults, proposals })
export const answer = (proposalId: string, person: string, given: 'yes' | 'letOtherAnswer' | 'otherMoment' = 'yes'): AgendaCommand =>
  ({ type: 'AnswerProposal', by: self(person), at: now, zone, proposalId, person, answer: given })
export const confirm = (proposalId: string, ...appointments: readonly (readonly [appointmentId: string, practitioner: string])[]): AgendaCommand =>
  ({ type: 'ConfirmBundle', by: coordinator, at: now, proposalId, held: appointments.map(([appointmentId, practitioner]) => ({ appointmentId, practitioner })) })

/** What the commands lead to, one after the other; a refusal is an error of the spec. */
export const happened = (...commands: readonly AgendaCommand[]): readonly AgendaEvent[] => {
  const events: AgendaEvent[] = []
  for (const command of commands) {
    const decision = agenda.decide(command, fold(agenda, events))
    if (isRefused(decision)) throw new Error(`${command.type}: ${decision.refusal.code}`)
    events.push(...decision.events)
  }
  return events
}

/** Physiotherapy and the neurologist for the child, and the mother's own therapy. */
export const threeNeeds: readonly AgendaCommand[] = [addNeed(physiotherapy), addNeed(neurologist), addNeed(therapy, aboutMother)]
