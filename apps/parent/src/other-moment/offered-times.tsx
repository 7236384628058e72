import { AskOtherMomentDocument, OtherTimesDocument, type OtherTimesQuery } from '@samenspel/graphql-documents/parent-pages'
import { Icon, Notice } from '@samenspel/ui'
import { useId } from 'react'
import { useQuery } from 'urql'
import { useFamilyView } from '../family/family-context.tsx'
import { useCommand } from '../family/use-command.ts'
import { usePageText } from '../texts.ts'
import styles from './offered-times.module.css'

type Offered = OtherTimesQuery['otherTimes'][number]
type Props = { readonly familyId: string; readonly appointmentId: string; readonly onSent: () => void }

/** Times that are really possible while everything else stays; one tap asks for one. */
export const OfferedTimes = ({ familyId, appointmentId, onSent }: Props) => {
  const text = usePageText()
  const id = useId()
  const [{ data, error, fetching }] = useQuery({ query: OtherTimesDocument, variables: { familyId, appointmentId }, requestPolicy: 'network-only' })
  const { state, send } = useCommand(AskOtherMomentDocument)
  const times = data?.otherTimes
  const ask = async ({ date, from, to, modality }: Offered) => {
    if (state.kind === 'busy') return
    if (await send({ familyId, appointmentId, chosen: { date, from, to, modality } }) !== undefined) onSent()
  }
  return (
    <section aria-labelledby={id} className={styles['offered']}>
      <h2 id={id} className={styles['title']}>{text('times.title')}</h2>
      <div role="status">
        {fetching && <p>{text('times.looking')}</p>}
        {!fetching && error !== undefined && <p>{text('times.failed')}</p>}
        {times?.length === 0 && <p>{text('times.none')}</p>}
      </div>
      {times !== undefined && times.length > 0 && (
        <>
          <p className={styles['hint']}>{text('times.hint')}</p>
          <ul className={styles['times']}>
            {times.map((time) => <li key={`${time.date} ${time.from} ${time.modality}`}><OneTime time={time} onAsk={() => { void ask(time) }} /></li>)}
          </ul>
        </>
      )}
      <Notice tone="stop">{state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
    </section>
  )
}

const OneTime = ({ time: { date, from, to, modality, place }, onAsk }: { readonly time: Offered; readonly onAsk: () => void }) => {
  const text = usePageText()
  const { dates } = useFamilyView()
  return (
    <button type="button" className={[styles['time'], modality === 'DIGITAL' ? styles['digital'] : ''].join(' ')} onClick={onAsk}>
      <b className={styles['day']}>{dates.day(date)}</b>
      <span className={styles['hours']}>{dates.times(from, to)}</span>
      <span className={styles['where']}>{modality === 'DIGITAL' ? <><Icon name="video" size={18} />{text('times.digital')}</> : place?.name}</span>
    </button>
  )
}
