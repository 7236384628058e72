import { record, type Decision } from '@samenspel/kernel'
import { refuseTexts } from '../checks.ts'
import { recorded } from '../fact.ts'
import { indexSubject } from '../family/family.ts'
import type { FamilyCaseCommand } from '../messages.ts'
import { refuseUnlessCoordinator } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import type { CourseCommand, CourseEvent } from './events.ts'
import { closingOf } from './state.ts'

export const decideCourse = (command: CourseCommand, state: OpenCase): Decision<CourseEvent> => {
  const { words } = command
  const objection = refuseUnlessCoordinator(command, state) ?? refuseTexts({ words })
  if (objection !== undefined) return objection
  const closing = closingOf(state.course)
  const labelled = { subject: indexSubject(state.family), ...recorded(command), category: 'plan', words } as const
  switch (command.type) {
    case 'CloseCase':
      if (closing !== undefined) return refuse('case-closed')
      if (state.course.some(({ closingId }) => closingId === command.closingId)) return refuse('id-in-use')
      return command.hasAppointments ? refuse('appointments-ahead') : record({ type: 'CaseClosed', ...labelled, closingId: command.closingId })
    case 'ReopenCase':
      return closing === undefined ? refuse('case-not-closed') : record({ type: 'CaseReopened', ...labelled, closingId: closing.closingId })
  }
}

/**
 * What may still be done in a closed case: what a right of the family or somebody's safety asks for, and what keeps somebody
 * answerable for it. An own statement can be added always (P-03, P-15); a professional adds nothing.
 */
const goesOn: ReadonlySet<FamilyCaseCommand['type']> = new Set<FamilyCaseCommand['type']>([
  'ReopenCase', 'CloseCase', 'MakeObjection', 'WithdrawConsent', 'StopSharing', 'WithdrawConsentRequest', 'WithdrawInvitation', 'RecordAuthority', 'VerifyAuthority', 'CorrectAuthority', 'ReviewAuthorityGap',
  'SetSafeguard', 'ReviewSafeguard', 'LiftSafeguard', 'ExcludeProfessional', 'AdmitProfessional', 'EndTeamMembership', 'EndGroupPlacement', 'HandOverCoordination', 'AppointSubstitute', 'RecordHelpLine',
  'CompleteAction', 'WritePracticeCard', 'AnswerPracticeCard', 'ReleasePracticeCard', 'RecallPracticeCard', 'NotePracticeCardPlaced', 'NotePracticeCardRemoved', 'RecordLoss', 'TakeBackLoss', 'ResumeMessages', 'AnswerSignal', 'PassSignalToSubstitute', 'AnswerAsk', 'WithdrawAsk', 'CloseReflectionPrompt', 'WithdrawLateCancellation', 'InformParent', 'CancelMeeting',
])

export const refuseWhenClosed = (command: FamilyCaseCommand, { course }: OpenCase): Objection =>
  closingOf(course) === undefined || goesOn.has(command.type) || (command.type === 'AddStatement' && command.by.role === 'familyMember') ? undefined : refuse('case-closed')
