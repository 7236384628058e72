import { AddMeetingPointsDocument, MeetingMaterialDocument } from '@samenspel/graphql-documents/desk'
import { Button, Field } from '@samenspel/ui'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { Answered } from '../../parts/answered.tsx'
import page from '../../parts/page.module.css'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { groups, notYetOn, type Material, type Meeting, type MeetingsFamily } from './meeting.ts'
import styles from './meetings.module.css'

type Props = { readonly family: MeetingsFamily; readonly meeting: Meeting }

/** What the meeting could be about, found in the file; who coordinates ticks what it is about, and adds points of their own. */
export const MaterialPicker = ({ family, meeting }: Props) => {
  const text = useText()
  const [asked, again] = useQuery({ query: MeetingMaterialDocument, variables: { id: family.id }, requestPolicy: 'cache-and-network' })
  return (
    <Section title={text('material.title')}>
      <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>
        {({ family: found }) => <Pick family={family} meeting={meeting} material={notYetOn(found?.meetingMaterial ?? [], meeting)} />}
      </Answered>
      <OwnPoint family={family} meeting={meeting} />
    </Section>
  )
}

const Pick = ({ family, meeting, material }: Props & { readonly material: readonly Material[] }) => {
  const text = useText()
  const add = useCommand(AddMeetingPointsDocument)
  // What is asked, stands still or falls due is ticked from the start; of what is new somebody chooses.
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const isPicked = ({ id, group }: Material): boolean => (group !== 'NEW') !== turned.has(id)
  const turn = (id: string): void => setTurned(new Set(turned.has(id) ? [...turned].filter((one) => one !== id) : [...turned, id]))
  const picked = material.filter(isPicked)
  const send = async (): Promise<void> => {
    const points = picked.map(({ text: words, kind, entryId }) => ({ text: words, kind, entryId }))
    if (await add.run({ familyId: family.id, meetingId: meeting.id, points })) setTurned(new Set())
  }
  if (material.length === 0) return <p className={page['soft']}>{text('material.empty')}</p>
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
      <p className={page['soft']}>{text('material.hint')}</p>
      {groups.map((group) => {
        const own = material.filter((one) => one.group === group)
        if (own.length === 0) return null
        const choices = own.map((one) => (
          <label key={one.id}>
            <input type="checkbox" checked={isPicked(one)} onChange={() => turn(one.id)} />
            <span><span dir="auto">{one.text}</span>{one.detail !== '' && <span className={page['soft']}> {one.detail}</span>}</span>
          </label>
        ))
        // What is new can be much: it is there for who looks for it.
        return group === 'NEW' && own.length < material.length
          ? <details key={group} className={styles['more']}><summary>{text(`material.group.${group}`)}</summary><fieldset className={styles['material']} aria-label={text(`material.group.${group}`)}>{choices}</fieldset></details>
          : <fieldset key={group} className={styles['material']}><legend>{text(`material.group.${group}`)}</legend>{choices}</fieldset>
      })}
      <SaidNo refusal={add.refusal} />
      <div><Button type="submit" busy={add.busy} disabled={picked.length === 0}>{text('material.add', { count: picked.length })}</Button></div>
    </form>
  )
}

const OwnPoint = ({ family, meeting }: Props) => {
  const text = useText()
  const add = useCommand(AddMeetingPointsDocument)
  const draft = useDraft(family.id, `meeting-point-${meeting.id}`, { text: '' })
  const send = async (): Promise<void> => {
    if (!await add.run({ familyId: family.id, meetingId: meeting.id, points: [{ text: draft.values.text }] })) return
    draft.change({ text: '' })
    draft.drop()
  }
  return (
    <form className={styles['inline']} onSubmit={(event) => { event.preventDefault(); void send() }}>
      <Field label={text('material.own')} hint={text('material.ownHint')}>{(control) => <input {...control} dir="auto" value={draft.values.text} onChange={(event) => draft.change({ text: event.target.value })} />}</Field>
      <Button kind="secondary" type="submit" busy={add.busy}>{text('material.addOwn')}</Button>
      <SaidNo refusal={add.refusal} />
    </form>
  )
}
