import { proposalsWith, type AgendaEvent } from '@samenspel/agenda'
import { isSilent, type FamilyCaseEvent } from '@samenspel/family-case'
import { newId, system, type Clock, type FamilyId } from '@samenspel/kernel'
import type { AllFiles } from '../composition/files.ts'
import type { Confirmations } from './confirmation.ts'

type Files = Pick<AllFiles, 'agendas' | 'cases'>

/**
 * After each of these it is looked whether a family is to be left in peace. What somebody sent or agreed to in the same moment, before
 * they could know, is among them.
 */
export const silencingTypes = ['MessagesStopped', 'ProposalSent', 'ConfirmationStarted'] as const satisfies readonly (AgendaEvent | FamilyCaseEvent)['type'][]

export type Silences = {
  /** Takes back everything that is asked of a silent family, and lets go of every time that was held for it. What is confirmed stays for a person to decide. */
  readonly keep: (family: FamilyId) => Promise<void>
}

/** More than a family is ever asked at once. */
const mostProposals = 100

export const openSilences = ({ agendas, cases }: Files, { settle }: Confirmations, clock: Clock): Silences => ({
  keep: async (family) => {
    const file = await cases.state(family)
    if (!file.isOpen || !isSilent(file.family)) return
    for (let taken = 0; taken < mostProposals; taken += 1) {
      const agenda = await agendas.state(family)
      // What was only sent goes first: otherwise it would take its turn when what is being confirmed is let go.
      const [next] = [...proposalsWith(agenda, 'sent'), ...proposalsWith(agenda, 'confirming')]
      if (next === undefined) break
      await agendas.handle(family, { type: 'WithdrawProposal', by: system, at: clock(), proposalId: next.proposalId }, newId())
    }
    await settle(family)
  },
})
