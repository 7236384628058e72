import type { AgendaCommand } from '@samenspel/agenda'
import { newId } from '@samenspel/kernel'
import type { OpenedParts } from '../composition/parts.ts'
import type { Session } from '../sessions/sessions.ts'
import { settled } from './settled.ts'

/** Who says yes to which proposal, one after the other; nobody when the application only goes on with what was begun. */
export type Yes = { readonly familyId: string; readonly proposalId: string; readonly yes: readonly Session[] }

/** Starts what the software does by itself, lets people say yes as their requests would, and waits until all of it is done. */
export const sayYes = async (parts: OpenedParts, { familyId, proposalId, yes }: Yes): Promise<void> => {
  await parts.start()
  for (const session of yes) {
    await parts.app.acting.inAgenda({
      session, familyId, commandId: newId(), operation: 'answerProposal',
      make: ({ by, at, zone }): AgendaCommand => ({ type: 'AnswerProposal', by, at, zone, proposalId, person: by.person, answer: 'yes' }),
    })
  }
  await settled(parts.files, familyId)
}
