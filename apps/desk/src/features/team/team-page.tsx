import { TeamDocument } from '@samenspel/graphql-documents/desk'
import { Button, buttonClass, Notice, PageHeading, StatusMark, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { FamilyUnknown } from '../../parts/family-unknown.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { useKnownAt } from '../../shell/looking-back.tsx'
import { invitingPath } from '../../shell/paths.ts'
import { useViewer } from '../../shell/viewer.ts'
import { FamilyNav } from '../family/family-nav.tsx'
import { AnswerAsk, NoteAsk, NoteAskWithdrawn } from './ask-dialogs.tsx'
import { Asks, type FamilyAsk } from './asks.tsx'
import { HandOver } from './hand-over.tsx'
import { ChangeMembership, EndMembership, Substitute } from './member-dialogs.tsx'
import type { TeamFamily } from './open-matters.ts'
import styles from './team.module.css'
import { WhatIsOpen } from './what-is-open.tsx'

type Member = TeamFamily['team'][number]

/** Who works for a family, who coordinates, who stands in, and what goes along when that changes. */
export const TeamPage = () => {
  const { familyId = '' } = useParams()
  return <OneTeam key={familyId} familyId={familyId} />
}

const OneTeam = ({ familyId }: { readonly familyId: string }) => {
  const [asked, again] = useQuery({ query: TeamDocument, variables: { id: familyId, knownAt: useKnownAt()?.at } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  return <Answered asked={asked} onRetry={readAgain}>{({ family }) => family === null ? <FamilyUnknown /> : <OfTeam family={family} readAgain={readAgain} />}</Answered>
}

type Opened = { readonly kind: 'handOver' | 'substitute' | 'note' } | { readonly kind: 'answer' | 'takeBack'; readonly ask: FamilyAsk } | { readonly kind: 'end' | 'change'; readonly member: Member }
type Done = { readonly what: 'handedOver' | 'standsIn' | 'ended' | 'changed' | 'asked' | 'answered' | 'passed' | 'takenBack'; readonly name: string }

const OfTeam = ({ family, readAgain }: { readonly family: TeamFamily; readonly readAgain: () => void }) => {
  const text = useText()
  const viewer = useViewer()
  const [opened, setOpened] = useState<Opened>()
  const [done, setDone] = useState<Done>()
  const coordinator = family.team.find(({ isCoordinator }) => isCoordinator)
  const substitute = family.team.find(({ isSubstitute }) => isSubstitute)
  const onCall = family.team.find(({ isOnCall }) => isOnCall)
  const leads = [coordinator, substitute].some((member) => member?.professional.id === viewer.id)
  const back = useKnownAt()
  // Of what was known nothing is done.
  const isOpen = family.closing === null && back === undefined
  // With a registration that has ended nothing is left but to hand over.
  const mayChange = isOpen && family.can.coordinate
  const close = (): void => setOpened(undefined)
  const finish = (next: Done): void => { setOpened(undefined); setDone(next); readAgain() }
  return (
    <div className={styles['page']}>
      <FamilyNav family={family} coordinates={leads} />
      <PageHeading title={`${text('team.title')}: ${family.name}`}>{text('team.title')}: {family.name}</PageHeading>
      <Notice tone="ok">{done !== undefined && text(`team.done.${done.what}`, { name: done.name })}</Notice>
      <Section title={text('team.coordination')}>
        <dl className={styles['lead']}>
          <Leading label={text('team.coordinator')} member={coordinator} none={text('team.unknown')} family={family} isTold={leads && back === undefined} />
          {onCall !== undefined && <Leading label={text('team.onCall')} member={onCall} none="" family={family} isTold={leads && back === undefined} />}
          <Leading label={text('team.substitute')} member={substitute} none={text('team.noSubstitute')} family={family} isTold={leads && back === undefined} />
        </dl>
        {leads && isOpen && (
          <div className={styles['row']}>
            <Button onClick={() => setOpened({ kind: 'handOver' })}>{text('team.handOver')}</Button>
            {mayChange && <Button kind="secondary" onClick={() => setOpened({ kind: 'substitute' })}>{text('team.appoint')}</Button>}
          </div>
        )}
      </Section>
      {(family.asks.length > 0 || (isOpen && family.can.contribute)) && (
        <Section title={text('team.asks')} tone={family.asks.some(({ mayAnswer, mayPassOn, isComing }) => mayAnswer || mayPassOn || isComing) ? 'wait' : 'plain'} action={isOpen && family.can.contribute ? <Button kind="quiet" onClick={() => setOpened({ kind: 'note' })}>{text('team.asksNote')}</Button> : undefined}>
          {family.asks.length === 0 && <p className={styles['soft']}>{text('team.asksText')}</p>}
          {family.asks.length > 0 && <Asks family={family} leads={leads} onAnswer={(ask) => setOpened({ kind: 'answer', ask })} onTakeBack={(ask) => setOpened({ kind: 'takeBack', ask })} onPassed={(name) => finish({ what: 'passed', name })} />}
        </Section>
      )}
      <Section title={text('team.members')} action={mayChange ? <Link className={buttonClass('quiet')} to={invitingPath(family.id)}>{text('team.invite')}</Link> : undefined}>
        {family.team.length === 0 ? <p>{text('team.empty')}</p> : (
          <ul className={styles['list']}>
            {family.team.map((member) => (
              <li key={member.id}>
                <OfMember member={member} zone={family.zone} />
                {mayChange && (
                  <div className={styles['row']}>
                    <Button kind="quiet" onClick={() => setOpened({ kind: 'change', member })}>{text('team.change')}<VisuallyHidden>: {member.professional.name}</VisuallyHidden></Button>
                    {!member.isCoordinator && !member.isOnCall && <Button kind="quiet" onClick={() => setOpened({ kind: 'end', member })}>{text('team.end')}<VisuallyHidden>: {member.professional.name}</VisuallyHidden></Button>}
                  </div>
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {leads && (
        <Section title={text(back === undefined ? 'team.open' : 'team.wasOpen')}>
          {back === undefined && <p className={styles['soft']}>{text('team.openText')}</p>}
          <WhatIsOpen family={family} on={back?.day} />
        </Section>
      )}
      {family.formerTeam.length > 0 && <Section title={text('team.former')}><Former family={family} /></Section>}
      {opened?.kind === 'handOver' && <HandOver family={family} onClose={close} onDone={(name) => finish({ what: 'handedOver', name })} />}
      {opened?.kind === 'substitute' && <Substitute family={family} onClose={close} onDone={(name) => finish({ what: 'standsIn', name })} />}
      {opened?.kind === 'note' && <NoteAsk family={family} onClose={close} onDone={(name) => finish({ what: 'asked', name })} />}
      {opened?.kind === 'answer' && <AnswerAsk family={family} ask={opened.ask} onClose={close} onDone={(name) => finish({ what: 'answered', name })} />}
      {opened?.kind === 'takeBack' && <NoteAskWithdrawn family={family} ask={opened.ask} onClose={close} onDone={(name) => finish({ what: 'takenBack', name })} />}
      {opened?.kind === 'end' && <EndMembership family={family} member={opened.member} onClose={close} onDone={(what, name) => finish({ what, name })} />}
      {opened?.kind === 'change' && <ChangeMembership family={family} member={opened.member} onClose={close} onDone={(what, name) => finish({ what, name })} />}
    </div>
  )
}

/** Who leads in some way, and what is to be said of their registration to who may know. */
const Leading = ({ label, member, none, family: { zone }, isTold }: { readonly label: string; readonly member: Member | undefined; readonly none: string; readonly family: TeamFamily; readonly isTold: boolean }) => {
  const text = useText()
  const dates = useDates(zone)
  const isSpecialist = member?.professional.discipline === 'IMH_SPECIALIST'
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {member === undefined ? none : <><strong>{member.professional.name}</strong> <span className={styles['soft']}>{member.professional.title}, {member.professional.organisation.name}</span></>}
        {member !== undefined && isTold && isSpecialist && (
          member.registeredUntil === null ? <p><StatusMark tone="stop">{text('team.notRegistered')}</StatusMark></p>
            : <p className={styles['soft']}>{member.registrationEndsSoon && <><StatusMark tone="wait">{text('team.endsSoon')}</StatusMark> </>}{text('team.registeredUntil', { day: dates.date(member.registeredUntil) })}</p>
        )}
      </dd>
    </div>
  )
}

const OfMember = ({ member, zone }: { readonly member: Member; readonly zone: string }) => {
  const text = useText()
  const dates = useDates(zone)
  const { professional: { name, title, organisation }, isCoordinator, isSubstitute, isCoach, isOnCall, from, until, reason } = member
  const roles = [isCoordinator ? text('who.coordinator') : undefined, isSubstitute ? text('who.substitute') : undefined, isOnCall ? text('team.onCallShort') : undefined, isCoach ? text('who.coach') : undefined].filter((role) => role !== undefined)
  return (
    <div>
      <p><strong>{name}</strong> <span className={styles['soft']}>{title}, {organisation.name}</span></p>
      <p className={styles['soft']}>{[...roles, until === null ? text('team.since', { from: dates.date(from) }) : text('team.between', { from: dates.date(from), until: dates.date(until) })].join(' · ')}</p>
      {reason !== null && <p className={styles['soft']} dir="auto">{reason}</p>}
    </div>
  )
}

const Former = ({ family: { formerTeam, zone } }: { readonly family: TeamFamily }) => {
  const text = useText()
  const dates = useDates(zone)
  return (
    <ul className={styles['list']}>
      {formerTeam.map(({ id, professional: { name, title, organisation }, from, until, reason }) => (
        <li key={id}>
          <p><strong>{name}</strong> <span className={styles['soft']}>{title}, {organisation.name}</span></p>
          <p className={styles['soft']}>{text('team.between', { from: dates.date(from), until: dates.date(until) })}</p>
          {reason !== null && <p className={styles['soft']} dir="auto">{reason}</p>}
        </li>
      ))}
    </ul>
  )
}
