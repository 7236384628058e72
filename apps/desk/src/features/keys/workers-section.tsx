import { EndWorkerSignInDocument, MakeWorkerCodeDocument, WithdrawWorkerCodeDocument, WorkerSignInsDocument, type WorkerSignInsQuery } from '@samenspel/graphql-documents/desk'
import { Button, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { Answered } from '../../parts/answered.tsx'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { Table } from '../../parts/table.tsx'
import { useText } from '../../parts/text.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import styles from './keys.module.css'
import { MadeCode } from './made-code.tsx'
import { RegisterDialog } from './register-dialog.tsx'
import { SignInState } from './sign-in-state.tsx'
import { useMakeCode } from './use-make-code.ts'

type Worker = WorkerSignInsQuery['workerSignIns'][number]

/** How the people of an organisation sign in: whoever comes gets a code, whoever leaves is out at once. */
export const WorkersSection = () => {
  const text = useText()
  const zone = zoneIn(useViewer())
  const [asked, again] = useQuery({ query: WorkerSignInsDocument })
  const making = useMakeCode(MakeWorkerCodeDocument, ({ makeWorkerCode }) => makeWorkerCode)
  const withdraw = useCommand(WithdrawWorkerCodeDocument)
  const [ending, setEnding] = useState<Worker>()
  const [registering, setRegistering] = useState<Worker>()
  const dates = useDates(zone)
  return (
    <Section title={text('keys.signIns')}>
      <div className={styles['page']}>
        {making.made !== undefined && <MadeCode made={making.made} zone={zone} onDone={making.forget} />}
        <SaidNo refusal={making.refusal ?? withdraw.refusal} />
        <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>
          {({ workerSignIns }) => (
            <Table caption={`${text('keys.signIns.hint')} ${text('keys.where', { address: `${location.origin}/desk/` })}`} columns={[text('keys.signIns.who'), text('keys.signIns.state'), text('keys.column.do')]}>
              {workerSignIns.map((worker) => (
                <tr key={worker.id}>
                  <th scope="row" data-label={text('keys.signIns.who')} className={styles['cell']}><strong>{worker.name}</strong><span className={styles['soft']}>{worker.isSelf ? text('keys.signIns.self') : worker.title}</span>{worker.isSpecialist && worker.worksHere && <span className={styles['soft']}>{worker.registeredUntil === null ? text('team.notRegistered') : text('team.registeredUntil', { day: dates.date(worker.registeredUntil) })}</span>}</th>
                  <td data-label={text('keys.signIns.state')} className={styles['cell']}><SignInState hasLeft={!worker.worksHere} hasSignIn={worker.hasSignIn} code={worker.code} zone={zone} /></td>
                  <td data-label={text('keys.column.do')}>
                    <div className={styles['actions']}>
                      <Button kind="secondary" busy={making.busy} onClick={() => { void making.make({ personId: worker.id }, worker.name) }}>{text(!worker.worksHere ? 'keys.signIns.back' : worker.code === null ? 'keys.signIns.make' : 'keys.signIns.again')}<VisuallyHidden>: {worker.name}</VisuallyHidden></Button>
                      {worker.code !== null && <Button kind="quiet" busy={withdraw.busy} onClick={() => { void withdraw.run({ personId: worker.id }) }}>{text('keys.codes.withdraw')}<VisuallyHidden>: {worker.name}</VisuallyHidden></Button>}
                      {!worker.isSelf && worker.worksHere && worker.isSpecialist && <Button kind="quiet" onClick={() => setRegistering(worker)}>{text('registration.record')}<VisuallyHidden>: {worker.name}</VisuallyHidden></Button>}
                      {!worker.isSelf && worker.worksHere && <Button kind="quiet" onClick={() => setEnding(worker)}>{text('keys.signIns.end')}<VisuallyHidden>: {worker.name}</VisuallyHidden></Button>}
                    </div>
                  </td>
                </tr>
              ))}
            </Table>
          )}
        </Answered>
      </div>
      {registering !== undefined && <RegisterDialog worker={registering} onClose={() => setRegistering(undefined)} />}
      {ending !== undefined && <EndAccess worker={ending} onClose={() => setEnding(undefined)} />}
    </Section>
  )
}

const EndAccess = ({ worker, onClose }: { readonly worker: Worker; readonly onClose: () => void }) => {
  const text = useText()
  const end = useCommand(EndWorkerSignInDocument)
  return (
    <ConfirmDialog kind="stop" title={text('keys.signIns.end.title', { name: worker.name })} sendLabel={text('keys.signIns.end.yes')} command={end} onSend={() => end.run({ personId: worker.id })} onClose={onClose}>
      <p>{text('keys.signIns.end.lead', { name: worker.name })}</p>
    </ConfirmDialog>
  )
}
