import { CloseChangeRequestDocument, ProposeTimeDocument } from '@samenspel/graphql-documents/desk'
import { Button } from '@samenspel/ui'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import type { Family } from './family.ts'

type Request = Family['changeRequests'][number]
type Props = { readonly family: Family; readonly request: Request & { readonly appointmentId: string; readonly chosen: NonNullable<Request['chosen']> } }

/** The very time that a parent picked becomes a proposal, and so the request is answered. */
export const ProposeChosen = ({ family, request: { id, appointmentId, chosen: { date, from, to, modality } } }: Props) => {
  const text = useText()
  const propose = useCommand(ProposeTimeDocument)
  const close = useCommand(CloseChangeRequestDocument)
  const run = async (): Promise<void> => {
    if (await propose.run({ familyId: family.id, appointmentId, time: { date, from, to, modality } })) await close.run({ familyId: family.id, requestId: id })
  }
  return (
    <>
      <Button busy={propose.busy || close.busy} onClick={() => { void run() }}>{text('times.proposeChosen')}</Button>
      <SaidNo refusal={propose.refusal ?? close.refusal} />
    </>
  )
}
