import { PausePlanningDocument, ResumePlanningDocument } from '@samenspel/graphql-documents/parent-pages'
import { dayAfter } from '@samenspel/intl'
import { Button, Card, Notice, RadioCards } from '@samenspel/ui'
import { useId, useState } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { useCommand } from '../family/use-command.ts'
import type { Week } from '../rhythm/week.ts'
import { usePageText } from '../texts.ts'
import { PauseInWords } from './pause-in-words.tsx'
import styles from './pace.module.css'

const lengths = { week: 7, twoWeeks: 14, open: undefined } as const
type Length = keyof typeof lengths

type Props = { readonly familyId: string; readonly pause: NonNullable<Week['pace']>['pause']; readonly again: () => void }

/** A pause begins today; it ends by itself, or when somebody ends it. */
export const PausePart = ({ familyId, pause, again }: Props) => {
  const text = usePageText()
  const id = useId()
  const { now } = useFamilyView()
  const [length, choose] = useState<Length>()
  const [isUnchosen, setIsUnchosen] = useState(false)
  const beginning = useCommand(PausePlanningDocument)
  const ending = useCommand(ResumePlanningDocument)
  const failed = [beginning.state, ending.state].find((state) => state.kind === 'failed')

  const begin = async () => {
    if (length === undefined) {
      setIsUnchosen(true)
      return
    }
    if (beginning.state.kind === 'busy') return
    const days = lengths[length]
    await beginning.send({ familyId, from: now.date, ...(days !== undefined && { until: dayAfter(now.date, days - 1) }) })
    again()
  }
  const end = async () => {
    if (pause === null || ending.state.kind === 'busy') return
    await ending.send({ familyId, pauseId: pause.id })
    choose(undefined)
    again()
  }
  return (
    <Card labelledBy={id} tone={pause === null ? 'plain' : 'ok'}>
      <form className={styles['part']} noValidate onSubmit={(event) => { event.preventDefault(); void begin() }}>
        <h2 id={id} className={styles['title']}>{text('pace.pause')}</h2>
        {pause === null && <p>{text('pace.pauseText')}</p>}
        {pause === null && (
          <RadioCards
            name="length" legend={text('pace.howLong')} chosen={length} onChoose={(chosen) => { choose(chosen); setIsUnchosen(false) }}
            options={(Object.keys(lengths) as Length[]).map((value) => ({ value, label: text(`pace.${value}`) }))}
          />
        )}
        {pause === null && <Button type="submit" wide busy={beginning.state.kind === 'busy'}>{text('pace.begin')}</Button>}
        {pause !== null && <PauseInWords pause={pause} />}
        {pause !== null && <p>{text('pace.noNews')}</p>}
        {pause !== null && <Button kind="secondary" wide busy={ending.state.kind === 'busy'} onClick={() => { void end() }}>{text('pace.end')}</Button>}
        <Notice tone={failed === undefined && !isUnchosen ? 'ok' : 'stop'}>
          {isUnchosen ? text('pace.pick') : failed !== undefined ? failed.reason ?? text('action.failed') : pause === null ? ending.state.kind === 'done' && text('pace.ended') : beginning.state.kind === 'done' && text('pace.begun')}
        </Notice>
      </form>
    </Card>
  )
}
