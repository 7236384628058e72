import { PausePlanningDocument, ResumePlanningDocument, type PauseReason } from '@samenspel/graphql-documents/parent-pages'
import { dayAfter } from '@samenspel/intl'
import { Button, Card, Field, Notice, RadioCards } from '@samenspel/ui'
import { useId, useState } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { firstNameOf, openProposals, upcoming, type Family } from '../family/model.ts'
import { useCommand } from '../family/use-command.ts'
import type { Week } from '../rhythm/week.ts'
import { usePageText } from '../texts.ts'
import { VisitLink } from '../visit/visit-link.tsx'
import { PauseInWords } from './pause-in-words.tsx'
import styles from './pace.module.css'

const lengths = { week: 7, twoWeeks: 14, fourWeeks: 28, open: 14 } as const
type Length = keyof typeof lengths
const reasons: readonly PauseReason[] = ['UNSAID', 'TOO_MUCH', 'TIME_TOGETHER', 'EVENT_AT_HOME', 'AWAY']

type Pause = NonNullable<Week['pace']>['pause']
type Props = { readonly family: Family; readonly pause: Pause }

/** A pause begins today, and lasts until a person ends it: before that somebody asks how it is (K-13). */
export const PausePart = ({ family, pause }: Props) => pause === null ? <BeginPause family={family} /> : <InPause family={family} pause={pause} />

const BeginPause = ({ family }: Omit<Props, 'pause'>) => {
  const text = usePageText()
  const id = useId()
  const { now } = useFamilyView()
  const [length, choose] = useState<Length>()
  const [reason, setReason] = useState<PauseReason>('UNSAID')
  const [open, setOpen] = useState<'stays' | 'takeBack'>()
  const [missing, setMissing] = useState<'length' | 'open'>()
  const beginning = useCommand(PausePlanningDocument)
  const waits = openProposals(family).length > 0
  // Who is away and doesn't know until when is asked, as everybody else.
  const isAway = reason === 'AWAY' && length !== 'open'
  const name = family.coordinator === null ? undefined : firstNameOf(family.coordinator.name)

  const begin = async () => {
    if (length === undefined || (waits && open === undefined)) {
      setMissing(length === undefined ? 'length' : 'open')
      return
    }
    if (beginning.state.kind === 'busy') return
    const days = lengths[length]
    await beginning.send({ familyId: family.id, from: now.date, reason, ...(isAway ? { until: dayAfter(now.date, days - 1) } : { reviewOn: dayAfter(now.date, days) }), ...(open === 'takeBack' && { takeBack: true }) })
  }
  const { state } = beginning
  return (
    <Card labelledBy={id}>
      <form className={styles['part']} noValidate onSubmit={(event) => { event.preventDefault(); void begin() }}>
        <h2 id={id} className={styles['title']}>{text('pace.pause')}</h2>
        <p>{text('pace.pauseText')}</p>
        <RadioCards
          name="length" legend={text('pace.howLong')} chosen={length} onChoose={(chosen) => { choose(chosen); setMissing(undefined) }}
          options={(Object.keys(lengths) as Length[]).map((value) => ({ value, label: text(`pace.${value}`) }))}
        />
        <Field label={text('pace.why')} hint={text('pace.whyHint')}>
          {(control) => (
            <select {...control} value={reason} onChange={(event) => { setReason(event.target.value as PauseReason) }}>
              {reasons.map((value) => <option key={value} value={value}>{text(`pace.reason.${value}`)}</option>)}
            </select>
          )}
        </Field>
        {waits && (
          <RadioCards
            name="open" legend={text('pace.waits')} chosen={open} onChoose={(chosen) => { setOpen(chosen); setMissing(undefined) }}
            options={[{ value: 'stays', label: text('pace.waitsStays') }, { value: 'takeBack', label: text('pace.waitsTakeBack') }]}
          />
        )}
        <p>{isAway ? text('pace.thenAway') : name === undefined ? text('pace.then') : text('pace.thenName', { name })}</p>
        <Button type="submit" wide busy={state.kind === 'busy'}>{text('pace.begin')}</Button>
        <Notice tone="stop">{missing !== undefined ? text(missing === 'length' ? 'pace.pick' : 'pace.pickOpen') : state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
      </form>
    </Card>
  )
}

const InPause = ({ family, pause }: { readonly family: Family; readonly pause: NonNullable<Pause> }) => {
  const text = usePageText()
  const id = useId()
  const { now } = useFamilyView()
  const { state, send } = useCommand(ResumePlanningDocument)
  const coming = upcoming(family, now)
  const end = async () => {
    if (state.kind === 'busy') return
    await send({ familyId: family.id, pauseId: pause.id })
  }
  return (
    <Card labelledBy={id} tone="ok">
      <div className={styles['part']}>
        <h2 id={id} className={styles['title']}>{text('pace.pause')}</h2>
        <div role="status"><PauseInWords pause={pause} /></div>
        <p>{text('pace.noNews')}</p>
        {coming.length > 0 && <p>{text('pace.stands')}</p>}
        {coming.length > 0 && <ul className={styles['weeks']}>{coming.map((bundle) => <li key={bundle.id}><VisitLink bundle={bundle} /></li>)}</ul>}
        <Button kind="secondary" wide busy={state.kind === 'busy'} onClick={() => { void end() }}>{text('pace.end')}</Button>
        <Notice tone="stop">{state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
      </div>
    </Card>
  )
}
