import { DoorLinksDocument, MakeDoorLinkDocument, WithdrawDoorLinkDocument } from '@samenspel/graphql-documents/desk'
import { Button, Notice, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { refusalOf, type Refusal } from '../../graph/refusal.ts'
import { Answered } from '../../parts/answered.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import styles from './front-door.module.css'

/** Links with which somebody refers once, and the address of the form that is open to everybody. */
export const Links = () => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const [asked, again] = useQuery({ query: DoorLinksDocument, requestPolicy: 'cache-and-network' })
  const [{ fetching: making }, make] = useMutation(MakeDoorLinkDocument)
  const [, withdraw] = useMutation(WithdrawDoorLinkDocument)
  const [made, setMade] = useState<string>()
  const [copied, setCopied] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const run = async (): Promise<void> => {
    const { data, error } = await make({})
    setRefusal(error === undefined ? undefined : refusalOf(error))
    setCopied(false)
    if (data !== undefined) setMade(`${location.origin}${data.makeDoorLink.path}`)
  }
  return (
    <Section title={text('frontDoor.links')} action={<Button kind="secondary" busy={making} onClick={() => { void run() }}>{text('frontDoor.links.make')}</Button>}>
      <p className={styles['soft']}>{text('frontDoor.linksIntro')} {text('frontDoor.links.public', { address: `${location.host}/verwijzen/` })}</p>
      <SaidNo refusal={refusal} />
      {made !== undefined && (
        <div className={styles['made']}>
          <p>{text('frontDoor.links.made')}</p>
          <code>{made}</code>
          <div className={styles['row']}><Button kind="secondary" onClick={() => { void navigator.clipboard.writeText(made).then(() => setCopied(true), () => undefined) }}>{text('frontDoor.links.copy')}</Button><Notice tone="ok">{copied && text('frontDoor.links.copied')}</Notice></div>
        </div>
      )}
      <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })} isEmpty={() => false}>
        {({ doorLinks }) => doorLinks.length > 0 && (
          <ul className={styles['plain']}>
            {doorLinks.map(({ id, madeBy, until }) => <li key={id} className={styles['row']}>{text('frontDoor.links.one', { name: madeBy, day: dates.date(dates.dateOf(until)) })} <Button kind="quiet" onClick={() => { void withdraw({ linkId: id }).then(({ error }) => setRefusal(error === undefined ? undefined : refusalOf(error))) }}>{text('frontDoor.links.withdraw')}</Button></li>)}
          </ul>
        )}
      </Answered>
    </Section>
  )
}
