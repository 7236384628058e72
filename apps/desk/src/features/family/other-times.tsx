import { ProposeTimeDocument, TimesToProposeDocument, type TimesToProposeQuery } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Notice, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useQuery } from 'urql'
import { refusalOf } from '../../graph/refusal.ts'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import styles from './appointments.module.css'
import type { Appointment, Family } from './family.ts'

type Props = { readonly family: Family; readonly part: Appointment }
type Time = TimesToProposeQuery['otherTimes'][number]

/** Other times for what is confirmed; one press proposes one of them. */
export const OtherTimes = ({ family, part }: Props) => {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      <Button kind="quiet" aria-label={text('times.openOf', { label: part.label })} onClick={() => setOpen(true)}>{text('times.open')}</Button>
      {isOpen && <Times family={family} part={part} onClose={() => setOpen(false)} />}
    </div>
  )
}

const Times = ({ family, part, onClose }: Props & { readonly onClose: () => void }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [{ data, error, fetching }] = useQuery({ query: TimesToProposeDocument, variables: { familyId: family.id, appointmentId: part.id }, requestPolicy: 'network-only' })
  const propose = useCommand(ProposeTimeDocument)
  const [proposed, setProposed] = useState(false)
  const ask = async ({ date, from, to, modality }: Time): Promise<void> => {
    if (await propose.run({ familyId: family.id, appointmentId: part.id, time: { date, from, to, modality } })) setProposed(true)
  }
  const times = data?.otherTimes ?? []
  return (
    <Dialog isOpen onClose={onClose} title={text('times.title', { label: part.label })}>
      <p>{text('times.hint')}</p>
      <div role="status">
        {fetching && <p>{text('times.looking')}</p>}
        {!fetching && error === undefined && times.length === 0 && <p>{text('times.none')}</p>}
        <Notice tone="ok">{proposed && text('times.proposed')}</Notice>
      </div>
      <SaidNo refusal={propose.refusal ?? (error === undefined ? undefined : refusalOf(error))} />
      {!proposed && (
        <ul className={styles['times']}>
          {times.map((time) => (
            <li key={`${time.date} ${time.from} ${time.modality}`}>
              <Button kind="secondary" wide busy={propose.busy} onClick={() => { void ask(time) }}>
                {text('times.propose', { when: `${dates.day(time.date)}, ${dates.times(time.from, time.to)}` })} · {time.place?.name ?? text(`modality.${time.modality}`)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {proposed && <Button onClick={onClose}>{text('action.close')}</Button>}
    </Dialog>
  )
}
