import { AppointGroupLeaderDocument, EndGroupDutyDocument, OpenGroupDocument, OwnGroupsDocument, RecordGroupDutyDocument, type OwnGroupsQuery } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, PageHeading, StatusMark, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { Answered } from '../../parts/answered.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { paths } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { Select } from '../safeguards/select.tsx'
import styles from '../safeguards/safeguards.module.css'

type OwnGroups = OwnGroupsQuery['ownGroups']
type Group = OwnGroups['groups'][number]
type Duty = Group['duties'][number]

/** The groups of the own organisation; who leads one keeps who works in it, and on which days (K-14). */
export const GroupsPage = () => {
  const text = useText()
  const [asked, again] = useQuery({ query: OwnGroupsDocument })
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={styles['page']}>
      <PageHeading title={text('groups.title')}>{text('groups.title')}</PageHeading>
      <p>{text('groups.intro')}</p>
      <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>
        {({ ownGroups }) => (
          <>
            {ownGroups.groups.length === 0 && <p>{text('groups.empty')}</p>}
            {ownGroups.groups.map((group) => <OneGroup key={group.id} group={group} of={ownGroups} />)}
          </>
        )}
      </Answered>
      <div><Button kind="secondary" onClick={() => setOpen(true)}>{text('groups.add')}</Button></div>
      {isOpen && <NewGroup onClose={() => setOpen(false)} />}
    </div>
  )
}

const OneGroup = ({ group, of }: { readonly group: Group; readonly of: OwnGroups }) => {
  const text = useText()
  const [opened, setOpened] = useState<'duty' | 'leader'>()
  const { name, leader, isLeader, isOnDuty, duties } = group
  const close = (): void => setOpened(undefined)
  return (
    <Section title={name} action={isLeader ? <Button kind="quiet" onClick={() => setOpened('duty')}>{text('groups.addDuty')}<VisuallyHidden>: {name}</VisuallyHidden></Button> : undefined}>
      <p className={styles['soft']}>{text('groups.leader', { name: isLeader ? text('groups.you') : leader })}</p>
      {isOnDuty && <p>{text('groups.onDuty')} <Link to={paths.families}>{text('groups.toCards')}</Link></p>}
      {isLeader && duties.length === 0 && <p>{text('groups.noDuty')}</p>}
      {duties.length > 0 && <ul className={styles['list']} aria-label={text('groups.duties', { name })}>{duties.map((duty) => <OneDuty key={duty.id} duty={duty} today={of.today} />)}</ul>}
      {isLeader && <div><Button kind="quiet" onClick={() => setOpened('leader')}>{text('groups.handOver')}<VisuallyHidden>: {name}</VisuallyHidden></Button></div>}
      {opened === 'duty' && <NewDuty group={group} of={of} onClose={close} />}
      {opened === 'leader' && <NewLeader group={group} of={of} onClose={close} />}
    </Section>
  )
}

const useDays = () => useDates(zoneIn(useViewer()))

const OneDuty = ({ duty, today }: { readonly duty: Duty; readonly today: string }) => {
  const text = useText()
  const dates = useDays()
  const command = useCommand(EndGroupDutyDocument)
  const { id, professional, from, until, isToday } = duty
  const period = until === null ? text('groups.period', { from: dates.date(from) }) : until === from ? text('groups.day', { day: dates.date(from) }) : text('groups.periodUntil', { from: dates.date(from), until: dates.date(until) })
  return (
    <li>
      <p><strong>{professional.name}</strong>, {professional.title} {isToday && <StatusMark tone="ok">{text('groups.today')}</StatusMark>}</p>
      <p className={styles['soft']}>{period}</p>
      {(until === null || until > today) && from <= today && (
        <div className={styles['row']}><Button kind="quiet" busy={command.busy} onClick={() => { void command.run({ dutyId: id, professionalId: professional.id, until: today }) }}>{text('groups.end')}<VisuallyHidden>: {professional.name}</VisuallyHidden></Button></div>
      )}
      <SaidNo refusal={command.refusal} />
    </li>
  )
}

const NewGroup = ({ onClose }: { readonly onClose: () => void }) => {
  const text = useText()
  const command = useCommand(OpenGroupDocument)
  const [name, setName] = useState('')
  const send = async (): Promise<void> => { if (await command.run({ name })) onClose() }
  return (
    <Dialog isOpen onClose={onClose} title={text('groups.add')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void send() }}>
        <Field label={text('groups.name')}>{(control) => <input {...control} required value={name} dir="auto" onChange={(event) => setName(event.target.value)} />}</Field>
        <SaidNo refusal={command.refusal} />
        <Buttons busy={command.busy} label={text('groups.save')} onClose={onClose} />
      </form>
    </Dialog>
  )
}

type OfGroup = { readonly group: Group; readonly of: OwnGroups; readonly onClose: () => void }
const peopleOf = ({ colleagues }: OwnGroups) => colleagues.map(({ id, name, title }) => [id, `${name}, ${title}`] as const)

const NewDuty = ({ group, of, onClose }: OfGroup) => {
  const text = useText()
  const command = useCommand(RecordGroupDutyDocument)
  const [values, setValues] = useState({ who: '', from: of.today, until: '' })
  const { who, from, until } = values
  const send = async (): Promise<void> => { if (await command.run({ groupId: group.id, professionalId: who, from, ...(until !== '' && { until }) })) onClose() }
  return (
    <Dialog isOpen onClose={onClose} title={text('groups.duties', { name: group.name })}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void send() }}>
        <Select label={text('groups.who')} value={who} placeholder={text('safeguards.choose')} options={peopleOf(of)} onChange={(one) => setValues({ ...values, who: one })} />
        <Field label={text('groups.from')}>{(control) => <input {...control} type="date" required value={from} onChange={(event) => setValues({ ...values, from: event.target.value })} />}</Field>
        <Field label={text('groups.until')} hint={text('groups.untilHint')}>{(control) => <input {...control} type="date" min={from} value={until} onChange={(event) => setValues({ ...values, until: event.target.value })} />}</Field>
        <SaidNo refusal={command.refusal} />
        <Buttons busy={command.busy} label={text('groups.save')} onClose={onClose} />
      </form>
    </Dialog>
  )
}

const NewLeader = ({ group, of, onClose }: OfGroup) => {
  const text = useText()
  const command = useCommand(AppointGroupLeaderDocument)
  const [who, setWho] = useState('')
  const send = async (): Promise<void> => { if (await command.run({ groupId: group.id, leaderId: who })) onClose() }
  return (
    <Dialog isOpen onClose={onClose} title={text('groups.handOverTitle')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void send() }}>
        <Select label={text('groups.who')} value={who} placeholder={text('safeguards.choose')} options={peopleOf(of)} onChange={setWho} />
        <SaidNo refusal={command.refusal} />
        <Buttons busy={command.busy} label={text('groups.handOverSend')} onClose={onClose} />
      </form>
    </Dialog>
  )
}

const Buttons = ({ busy, label, onClose }: { readonly busy: boolean; readonly label: string; readonly onClose: () => void }) => {
  const text = useText()
  return (
    <div className={styles['row']}>
      <Button type="submit" busy={busy}>{label}</Button>
      <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
    </div>
  )
}
