import { HandOverCoordinationDocument } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Notice } from '@samenspel/ui'
import { useId, useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { useText } from '../../parts/text.ts'
import { Select } from '../safeguards/select.tsx'
import type { TeamFamily } from './open-matters.ts'
import styles from './team.module.css'
import { WhatIsOpen } from './what-is-open.tsx'

type Props = { readonly family: TeamFamily; readonly onClose: () => void; readonly onDone: (name: string) => void }

/** Handing over the coordination, in one step: to whom, and what goes along (K-01). */
export const HandOver = ({ family, onClose, onDone }: Props) => {
  const text = useText()
  const command = useCommand(HandOverCoordinationDocument)
  const [to, setTo] = useState('')
  const [onCall, setOnCall] = useState('')
  const along = useId()
  const able = family.team.filter(({ canTakeOver }) => canTakeOver !== null)
  const named = able.map((member) => [member.professional.id, `${member.professional.name}, ${member.professional.title}`] as const)
  const successor = able.find(({ professional }) => professional.id === to)
  const needsSpecialist = successor?.canTakeOver === 'BEHIND_SPECIALIST'
  // Also who hands over may stay on call behind somebody of the first line.
  const specialists = family.team.filter(({ registeredUntil, until, professional }) => registeredUntil !== null && until === null && professional.id !== to)
  const send = async (): Promise<void> => {
    if (await command.run({ familyId: family.id, professionalId: to, onCallId: needsSpecialist ? onCall : undefined })) onDone(successor?.professional.name ?? '')
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('team.handOverTitle')}>
      {able.length === 0 ? (
        <div className={styles['form']}>
          <p>{text(family.jurisdiction === 'BE' ? 'team.nobodyAbleBE' : 'team.nobodyAble')}</p>
          <div className={styles['row']}><Button kind="secondary" onClick={onClose}>{text('action.close')}</Button></div>
        </div>
      ) : (
        <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void send() }}>
          <p>{text('team.handOverText')}</p>
          <Select label={text('team.successor')} value={to} placeholder={text('safeguards.choose')} options={named} onChange={(one) => { setTo(one); setOnCall(''); command.forgetRefusal() }} />
          {needsSpecialist && (
            <>
              <Notice tone="neutral">{text('team.firstLine')}</Notice>
              <Select label={text('team.onCallWho')} value={onCall} placeholder={text('safeguards.choose')} options={specialists.map(({ professional: { id, name, title } }) => [id, `${name}, ${title}`] as const)} onChange={setOnCall} />
            </>
          )}
          <div>
            <h3 id={along}>{text('team.goesAlong')}</h3>
            <div className={styles['along']} role="region" aria-labelledby={along} tabIndex={0}><WhatIsOpen family={family} /></div>
          </div>
          <EditFoot refusal={command.refusal} busy={command.busy} sendLabel={text('team.handOverSend')} onClose={onClose} />
        </form>
      )}
    </Dialog>
  )
}
