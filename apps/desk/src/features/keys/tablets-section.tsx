import { GroupTabletsDocument, MakeTabletCodeDocument, RevokeTabletDocument, WithdrawTabletCodeDocument, type GroupTabletsQuery } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, useDates, VisuallyHidden } from '@samenspel/ui'
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
import { useMakeCode } from './use-make-code.ts'

type Kept = GroupTabletsQuery['groupTablets']
type Tablet = Kept['tablets'][number]

/** Seconds among which one chooses; the middle one is usual. */
const lockChoices = [45, 75, 120] as const

export const TabletsSection = () => {
  const text = useText()
  const zone = zoneIn(useViewer())
  const [asked, again] = useQuery({ query: GroupTabletsDocument })
  const [adding, setAdding] = useState(false)
  const making = useMakeCode(MakeTabletCodeDocument, ({ makeTabletCode }) => makeTabletCode)
  return (
    <Section title={text('keys.tablets')} action={<Button onClick={() => setAdding(true)}>{text('keys.tablet.add')}</Button>}>
      <div className={styles['page']}>
        {making.made !== undefined && <MadeCode made={making.made} zone={zone} isForTablet onDone={making.forget} />}
        <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>
          {({ groupTablets: kept }) => (
            <>
              {kept.tablets.length === 0 ? <><p className={styles['soft']}>{text('keys.tablets.hint')}</p><p>{text('keys.tablets.none')}</p></> : <TabletTable tablets={kept.tablets} zone={zone} />}
              {kept.codes.length > 0 && <Codes codes={kept.codes} zone={zone} />}
            </>
          )}
        </Answered>
      </div>
      {adding && <AddTablet making={making} onClose={() => setAdding(false)} />}
    </Section>
  )
}

const TabletTable = ({ tablets, zone }: { readonly tablets: readonly Tablet[]; readonly zone: string }) => {
  const text = useText()
  const dates = useDates(zone)
  const [revoking, setRevoking] = useState<Tablet>()
  return (
    <>
      <Table caption={text('keys.tablets.hint')} columns={[text('keys.tablet'), text('keys.tablet.seen'), text('keys.tablet.workers'), text('keys.tablet.enrolled'), text('keys.column.do')]}>
        {tablets.map((tablet) => (
          <tr key={tablet.id}>
            <th scope="row" data-label={text('keys.tablet')} className={styles['cell']}><strong>{tablet.name}</strong><span className={styles['soft']}>{text('keys.tablet.lockAfter', { seconds: tablet.lockSeconds })}</span></th>
            <td data-label={text('keys.tablet.seen')}>{dates.moment(tablet.seenAt)}</td>
            <td data-label={text('keys.tablet.workers')}>{tablet.workers.length === 0 ? text('keys.tablet.nobody') : tablet.workers.join(', ')}</td>
            <td data-label={text('keys.tablet.enrolled')}>{text('keys.tablet.by', { day: dates.shortDate(dates.dateOf(tablet.enrolledAt)), name: tablet.madeBy })}</td>
            <td data-label={text('keys.column.do')}><Button kind="stop" onClick={() => setRevoking(tablet)}>{text('keys.tablet.revoke')}<VisuallyHidden>: {tablet.name}</VisuallyHidden></Button></td>
          </tr>
        ))}
      </Table>
      {revoking !== undefined && <Revoke tablet={revoking} onClose={() => setRevoking(undefined)} />}
    </>
  )
}

const Revoke = ({ tablet, onClose }: { readonly tablet: Tablet; readonly onClose: () => void }) => {
  const text = useText()
  const revoke = useCommand(RevokeTabletDocument)
  return (
    <ConfirmDialog kind="stop" title={text('keys.tablet.revoke.title', { name: tablet.name })} sendLabel={text('keys.tablet.revoke.yes')} command={revoke} onSend={() => revoke.run({ tabletId: tablet.id })} onClose={onClose}>
      <p>{text('keys.tablet.revoke.lead')}</p>
    </ConfirmDialog>
  )
}

const Codes = ({ codes, zone }: { readonly codes: Kept['codes']; readonly zone: string }) => {
  const text = useText()
  const dates = useDates(zone)
  const withdraw = useCommand(WithdrawTabletCodeDocument)
  return (
    <div className={styles['tablets']}>
      <h3>{text('keys.codes.open')}</h3>
      <ul className={styles['own']}>
        {codes.map((code) => (
          <li key={code.id}>
            <span><strong>{code.name}</strong><span className={styles['soft']}>{text('keys.codes.until', { until: dates.moment(code.until), name: code.madeBy })}</span></span>
            <Button kind="quiet" busy={withdraw.busy} onClick={() => { void withdraw.run({ codeId: code.id }) }}>{text('keys.codes.withdraw')}<VisuallyHidden>: {code.name}</VisuallyHidden></Button>
          </li>
        ))}
      </ul>
      <SaidNo refusal={withdraw.refusal} />
    </div>
  )
}

const AddTablet = ({ making, onClose }: { readonly making: Pick<ReturnType<typeof useMakeCode<unknown, { commandId: string; name: string; lockSeconds: number }>>, 'make' | 'busy' | 'refusal'>; readonly onClose: () => void }) => {
  const text = useText()
  const [name, setName] = useState('')
  const [lockSeconds, setLockSeconds] = useState<number>(lockChoices[1])
  const send = async (): Promise<void> => { if (await making.make({ name, lockSeconds }, name.trim())) onClose() }
  return (
    <Dialog isOpen onClose={onClose} title={text('keys.tablet.add')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!making.busy) void send() }}>
        <Field label={text('keys.tablet.name')} hint={text('keys.tablet.nameHint')}>
          {(control) => <input {...control} required maxLength={100} dir="auto" autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label={text('keys.tablet.lockSeconds')}>
          {(control) => (
            <select {...control} value={lockSeconds} onChange={(event) => setLockSeconds(Number(event.target.value))}>
              {lockChoices.map((seconds) => <option key={seconds} value={seconds}>{text('keys.tablet.seconds', { seconds })}</option>)}
            </select>
          )}
        </Field>
        <SaidNo refusal={making.refusal} />
        <div className={styles['actions']}>
          <Button type="submit" busy={making.busy}>{text('keys.tablet.makeCode')}</Button>
          <Button kind="quiet" onClick={onClose}>{text('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
