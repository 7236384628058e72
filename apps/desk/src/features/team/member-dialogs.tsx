import { AppointSubstituteDocument, ChangeTeamMembershipDocument, EndTeamMembershipDocument } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { useText } from '../../parts/text.ts'
import { WordsDialog } from '../../parts/words-dialog.tsx'
import { Select } from '../safeguards/select.tsx'
import type { TeamFamily } from './open-matters.ts'
import styles from './team.module.css'

type Member = TeamFamily['team'][number]
type OfMember = { readonly family: TeamFamily; readonly member: Member; readonly onClose: () => void; readonly onDone: (what: 'ended' | 'changed', name: string) => void }

/** Somebody leaves the team: after which day, and why. */
export const EndMembership = ({ family, member, onClose, onDone }: OfMember) => {
  const text = useText()
  const dates = useDates(family.zone)
  const command = useCommand(EndTeamMembershipDocument)
  const [until, setUntil] = useState(dates.today())
  const { name } = member.professional
  return (
    <WordsDialog
      familyId={family.id} form={`end-membership-${member.id}`} title={text('team.endTitle', { name })} label={text('team.why')} hint={text('team.whyHint')} sendLabel={text('team.endSend')} command={command} onClose={onClose}
      onSend={async (reason) => {
        const done = await command.run({ familyId: family.id, membershipId: member.id, until, reason })
        if (done) onDone('ended', name)
        return done
      }}
      below={<Field label={text('team.lastDay')} hint={text('team.lastDayHint')}>{(control) => <input {...control} type="date" required min={member.from} value={until} onChange={(event) => setUntil(event.target.value)} />}</Field>}
    >
      <p>{text('team.endText')}</p>
    </WordsDialog>
  )
}

/** Until when somebody is in the team, and whether they coach the team of a group. */
export const ChangeMembership = ({ family, member, onClose, onDone }: OfMember) => {
  const text = useText()
  const dates = useDates(family.zone)
  const command = useCommand(ChangeTeamMembershipDocument)
  const [until, setUntil] = useState(member.until ?? '')
  const [isCoach, setCoach] = useState(member.isCoach)
  const { name } = member.professional
  // Behind whom a family's care is coordinated stays until somebody else does.
  const stays = member.isCoordinator || member.isOnCall
  return (
    <WordsDialog
      familyId={family.id} form={`change-membership-${member.id}`} title={text('team.changeTitle', { name })} label={text('team.why')} hint={text('team.whyHint')} sendLabel={text('team.changeSend')} command={command} onClose={onClose}
      onSend={async (reason) => {
        const done = await command.run({ familyId: family.id, membershipId: member.id, until: until === '' ? undefined : until, isCoach, reason })
        if (done) onDone('changed', name)
        return done
      }}
      below={
        <>
          {stays ? <p>{text('team.staysFirst')}</p> : (
            <Field label={text('team.untilDay')} hint={text('team.untilHint')}>{(control) => <input {...control} type="date" min={dates.today()} value={until} onChange={(event) => setUntil(event.target.value)} />}</Field>
          )}
          <label className={styles['check']}><input type="checkbox" checked={isCoach} onChange={(event) => setCoach(event.target.checked)} /> {text('team.isCoach')}</label>
        </>
      }
    />
  )
}

/** Who stands in for the coordinator: another registered specialist of the team. */
export const Substitute = ({ family, onClose, onDone }: { readonly family: TeamFamily; readonly onClose: () => void; readonly onDone: (name: string) => void }) => {
  const text = useText()
  const command = useCommand(AppointSubstituteDocument)
  const [who, setWho] = useState('')
  const able = family.team.filter(({ registeredUntil, isCoordinator, isSubstitute }) => registeredUntil !== null && !isCoordinator && !isSubstitute).map(({ professional }) => professional)
  const send = async (): Promise<void> => { if (await command.run({ familyId: family.id, professionalId: who })) onDone(able.find(({ id }) => id === who)?.name ?? '') }
  return (
    <Dialog isOpen onClose={onClose} title={text('team.substituteTitle')}>
      {able.length === 0 ? (
        <div className={styles['form']}>
          <p>{text('team.nobodyToStandIn')}</p>
          <div className={styles['row']}><Button kind="secondary" onClick={onClose}>{text('action.close')}</Button></div>
        </div>
      ) : (
        <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void send() }}>
          <p>{text('team.substituteText')}</p>
          <Select label={text('team.substituteWho')} value={who} placeholder={text('safeguards.choose')} options={able.map(({ id, name, title }) => [id, `${name}, ${title}`] as const)} onChange={setWho} />
          <EditFoot refusal={command.refusal} busy={command.busy} sendLabel={text('team.substituteSend')} onClose={onClose} />
        </form>
      )}
    </Dialog>
  )
}
