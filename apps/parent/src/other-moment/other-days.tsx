import { AskOtherMomentDocument, OtherDaysDocument, type OtherDaysQuery, type UnsuitableTimeInput } from '@samenspel/graphql-documents/parent-pages'
import { Button, Icon, Notice, VisuallyHidden } from '@samenspel/ui'
import { useId, useState } from 'react'
import { useQuery } from 'urql'
import { useFamilyView } from '../family/family-context.tsx'
import { useCommand } from '../family/use-command.ts'
import { useDays } from '../rhythm/use-days.ts'
import { usePageText } from '../texts.ts'
import styles from './other-days.module.css'

type Found = OtherDaysQuery['otherDays'][number]
type Props = {
  readonly familyId: string
  readonly proposalId: string
  readonly unsuitable: readonly UnsuitableTimeInput[]
  readonly onUnsuitable: (unsuitable: readonly UnsuitableTimeInput[]) => void
  readonly onSent: () => void
}

const weekdays = [1, 2, 3, 4, 5] as const
const parts = ['MORNING', 'AFTERNOON', 'EVENING'] as const
const partTexts = { MORNING: 'other.morning', AFTERNOON: 'other.afternoon', EVENING: 'other.evening' } as const

/** What does not suit of a whole proposal, and at once what can be had instead: the same appointments on other days, or nothing. */
export const OtherDays = ({ familyId, proposalId, unsuitable, onUnsuitable, onSent }: Props) => {
  const text = usePageText()
  const [asked, setAsked] = useState<readonly UnsuitableTimeInput[]>()
  const change = (changed: readonly UnsuitableTimeInput[]): void => { onUnsuitable(changed); setAsked(undefined) }
  return (
    <section aria-labelledby="other-days" className={styles['part']}>
      <h2 id="other-days" className={styles['title']}>{text('days.title')}</h2>
      <p className={styles['hint']}>{text('days.hint')}</p>
      <Week unsuitable={unsuitable} onChange={change} />
      {asked === undefined
        ? <Button kind="secondary" wide onClick={() => { setAsked(unsuitable) }}>{text('days.look')}</Button>
        : <Possible familyId={familyId} proposalId={proposalId} unsuitable={asked} onSent={onSent} />}
    </section>
  )
}

const Week = ({ unsuitable, onChange }: { readonly unsuitable: readonly UnsuitableTimeInput[]; readonly onChange: (unsuitable: readonly UnsuitableTimeInput[]) => void }) => {
  const text = usePageText()
  const days = useDays()
  const is = (weekday: number, part: (typeof parts)[number]) => unsuitable.some((one) => one.weekday === weekday && one.part === part)
  const toggle = (weekday: number, part: (typeof parts)[number]): void => {
    onChange(is(weekday, part) ? unsuitable.filter((one) => one.weekday !== weekday || one.part !== part) : [...unsuitable, { weekday, part }])
  }
  return (
    <div className={styles['week']}>
      {weekdays.map((weekday) => (
        <div key={weekday} role="group" aria-label={days.full(weekday)} className={styles['row']}>
          <span aria-hidden="true" className={styles['day']}>{days.full(weekday)}</span>
          {parts.map((part) => (
            <button key={part} type="button" className={styles['time']} aria-pressed={is(weekday, part)} onClick={() => { toggle(weekday, part) }}>
              {text(partTexts[part])} <VisuallyHidden>{text('days.not')}</VisuallyHidden>
            </button>
          ))}
        </div>
      ))}
    </div>
  )
}

const Possible = ({ familyId, proposalId, unsuitable, onSent }: Omit<Props, 'onUnsuitable'>) => {
  const text = usePageText()
  const id = useId()
  const [{ data, error, fetching }] = useQuery({ query: OtherDaysDocument, variables: { familyId, proposalId, unsuitable: [...unsuitable] }, requestPolicy: 'network-only' })
  const { state, send } = useCommand(AskOtherMomentDocument)
  const found = fetching ? [] : data?.otherDays ?? []
  const ask = async (): Promise<void> => {
    if (state.kind === 'busy') return
    const otherDays = found.map(({ appointmentId, date, from, to, modality }) => ({ appointmentId, date, from, to, modality }))
    if (await send({ familyId, proposalId, ...(unsuitable.length > 0 && { unsuitable: [...unsuitable] }), otherDays }) !== undefined) onSent()
  }
  return (
    <div className={styles['part']}>
      <div role="status">
        {fetching && <p>{text('days.looking')}</p>}
        {!fetching && error !== undefined && <p>{text('days.failed')}</p>}
        {!fetching && error === undefined && found.length === 0 && <p>{text('days.none')}</p>}
      </div>
      {found.length > 0 && (
        <section aria-labelledby={id} className={styles['found']}>
          <h3 id={id} className={styles['title']}>{text('days.found')}</h3>
          <Days found={found} />
          <p className={styles['hint']}>{text('days.foundHint')}</p>
          <Notice tone="stop">{state.kind === 'failed' && (state.reason ?? text('days.failed'))}</Notice>
          <Button wide busy={state.kind === 'busy'} onClick={() => { void ask() }}>{text('days.ask')}</Button>
        </section>
      )}
    </div>
  )
}

/** Day by day, what would be then. */
const Days = ({ found }: { readonly found: readonly Found[] }) => {
  const text = usePageText()
  const { dates } = useFamilyView()
  return [...Map.groupBy(found, ({ date }) => date)].map(([date, own]) => (
    <div key={date}>
      <b className={styles['date']}>{dates.day(date)}</b>
      <ul className={styles['list']}>
        {own.map(({ appointmentId, label, from, to, modality, place }) => (
          <li key={appointmentId}>
            <span className={styles['hours']}>{dates.times(from, to)}</span> {label}
            <span className={styles['where']}>{modality === 'DIGITAL' ? <><Icon name="video" size={18} />{text('times.digital')}</> : place?.name}</span>
          </li>
        ))}
      </ul>
    </div>
  ))
}
