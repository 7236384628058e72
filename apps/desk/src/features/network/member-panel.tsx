import { AddMemberDocument, ChangeMemberDocument, TakeBackLossDocument } from '@samenspel/graphql-documents/desk'
import { Button, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { firstNameOf, isChild } from '../../parts/members.ts'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import styles from '../plan/dialogs.module.css'
import { Line } from './choose.tsx'
import { dyadInWords } from './drawn.ts'
import { MemberFields } from './member-form.tsx'
import { adultRoles, isOpen, memberInput, memberValues, newMember, roles, type NetworkFamily, type NetworkMember } from './network.ts'
import own from './network.module.css'

type Props = {
  readonly family: NetworkFamily
  readonly member: NetworkMember
  readonly mayEdit: boolean
  readonly readAgain: () => void
  readonly onChoose: (id: string) => void
  readonly onClose: () => void
}

/** One person beside the picture: who they are, their bonds, and what can be put right. */
export const MemberPanel = ({ family, member, mayEdit, readAgain, onChoose, onClose }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const nameOf = firstNameOf(family.members)
  const bonds = family.dyads.filter(({ memberIds }) => memberIds.includes(member.id))
  const facts = [
    text(`role.${member.role}`), member.age, member.inHousehold ? text('network.atHome') : text('picture.family.elsewhere'), member.since === null ? null : text('network.sinceDay', { day: dates.date(member.since) }),
    member.until === null ? null : text('network.untilDay', { day: dates.date(member.until) }), member.phone,
  ].filter((part) => part !== null)
  return (
    <Section title={member.firstName} action={<Button kind="quiet" onClick={onClose}>{text('action.close')}</Button>}>
      <div className={styles['form']}>
        <p>{facts.join(' · ')}</p>
        {bonds.length > 0 && (
          <div>
            <h3>{text('network.bonds')}</h3>
            <ul className={own['bonds']}>
              {bonds.map((dyad) => <li key={dyad.id}><button type="button" className={own['link']} onClick={() => onChoose(dyad.id)}>{nameOf(dyad.memberIds.find((id) => id !== member.id) ?? '')}: {dyadInWords(text, dyad)}</button></li>)}
            </ul>
          </div>
        )}
        {mayEdit && member.passed !== null && <TakeBack family={family} member={member} />}
        {mayEdit && isOpen(member) && (member.passed === null ? <Edit key={member.id} family={family} member={member} readAgain={readAgain} onClose={onClose} /> : null)}
      </div>
    </Section>
  )
}

const Edit = ({ family, member, readAgain, onClose }: Pick<Props, 'family' | 'member' | 'readAgain' | 'onClose'>) => {
  const text = useText()
  const dates = useDates(family.zone)
  const command = useCommand(ChangeMemberDocument)
  const draft = useDraft(family.id, `member-${member.id}`, memberValues(member))
  const { values } = draft
  const send = async (): Promise<void> => {
    const done = await command.run({
      familyId: family.id, memberId: member.id, version: values.version, input: memberInput(values), ...(values.since !== '' && { since: values.since }), ...(values.until !== '' && { until: values.until }),
    })
    if (!done) return readAgain()
    draft.drop()
    onClose()
  }
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void send() }}>
      <h3>{text('network.change')}</h3>
      <MemberFields zone={family.zone} values={values} change={draft.change} roles={isChild(member) ? [member.role] : adultRoles} />
      {member.role !== 'UNBORN_CHILD' && <Line label={text(values.inHousehold === 'yes' ? 'network.livesHereSince' : 'network.livesElsewhereSince')} hint={text('network.mayStayEmpty')} type="date" max={dates.today()} value={values.since} onChange={(since) => draft.change({ since })} />}
      {!member.isIndexChild && member.role !== 'UNBORN_CHILD' && <Line label={text('network.until')} hint={text('network.untilHint')} type="date" max={dates.today()} value={values.until} onChange={(until) => draft.change({ until })} />}
      <EditFoot
        keeping={draft.keeping} refusal={command.refusal} busy={command.busy} onClose={onClose}
        conflict={values.version === member.version ? undefined : { theirs: [member.name ?? member.firstName, member.birthDate ?? member.dueDate, member.phone].filter((part) => part !== null).join(' · '), onKeep: () => draft.change({ version: member.version ?? '' }), onTake: () => draft.change(memberValues(member)) }}
      />
    </form>
  )
}

/** It was a mistake that somebody died, or that a pregnancy ended: asked once more before it is taken back. */
const TakeBack = ({ family, member }: Pick<Props, 'family' | 'member'>) => {
  const text = useText()
  const command = useCommand(TakeBackLossDocument)
  const [asking, setAsking] = useState(false)
  return (
    <div>
      <Button kind="quiet" onClick={() => { command.forgetRefusal(); setAsking(true) }}>{text('silence.mistake', { name: member.firstName })}</Button>
      {asking && (
        <ConfirmDialog title={text('network.takeBackTitle')} sendLabel={text('network.takeBackYes')} command={command} onSend={() => command.run({ familyId: family.id, memberId: member.id })} onClose={() => setAsking(false)}>
          <p>{text('network.takeBackText')}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}

/** Somebody new, beside the picture. */
export const AddMember = ({ family, onDone, onClose }: { readonly family: NetworkFamily; readonly onDone: () => void; readonly onClose: () => void }) => {
  const text = useText()
  const command = useCommand(AddMemberDocument)
  const draft = useDraft(family.id, 'member', newMember('GRANDPARENT', false))
  const { values } = draft
  const carriers = family.members.filter((member) => !isChild(member) && isOpen(member) && member.role !== 'INSTITUTION' && member.passed === null)
  const send = async (): Promise<void> => {
    const input = memberInput(values)
    if (!await command.run({ familyId: family.id, input: { ...input, inHousehold: values.role === 'UNBORN_CHILD' || input.inHousehold }, ...(values.role === 'UNBORN_CHILD' && values.carriedBy !== '' && { carriedBy: values.carriedBy }) })) return
    draft.drop()
    onDone()
  }
  return (
    <Section title={text('network.addMember')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void send() }}>
        <p>{text('network.addMemberHint')}</p>
        <MemberFields zone={family.zone} values={values} change={draft.change} roles={roles} carriers={carriers} />
        <EditFoot keeping={draft.keeping} refusal={command.refusal} busy={command.busy} onClose={onClose} />
      </form>
    </Section>
  )
}
