import { CloseChangeRequestDocument, ProposeOtherDaysDocument, WithdrawProposalDocument } from '@samenspel/graphql-documents/desk'
import { Button } from '@samenspel/ui'
import { useRef } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import type { Family } from './family.ts'

type Props = { readonly family: Family; readonly request: Family['changeRequests'][number] & { readonly proposalId: string } }

/** The days that a parent asked for become a proposal in the place of the old one, and so the request is answered. */
export const ProposeOtherDays = ({ family, request: { id, proposalId } }: Props) => {
  const text = useText()
  const propose = useCommand(ProposeOtherDaysDocument)
  const withdraw = useCommand(WithdrawProposalDocument)
  const close = useCommand(CloseChangeRequestDocument)
  const isSent = useRef(false)
  const run = async (): Promise<void> => {
    const familyId = family.id
    // Pressed again after a step that failed, it goes on where it stopped.
    if (!isSent.current) isSent.current = await propose.run({ familyId, requestId: id })
    if (isSent.current && await withdraw.run({ familyId, proposalId })) await close.run({ familyId, requestId: id })
  }
  return (
    <>
      <Button busy={propose.busy || withdraw.busy || close.busy} onClick={() => { void run() }}>{text('appointments.proposeOtherDays')}</Button>
      <SaidNo refusal={propose.refusal ?? withdraw.refusal ?? close.refusal} />
    </>
  )
}
