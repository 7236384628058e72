import { EndGroupPlacementDocument, OwnGroupsDocument, PlaceInGroupDocument } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { isChild } from '../../parts/members.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { useViewer } from '../../shell/viewer.ts'
import type { PlanFile } from '../family/family.ts'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import { Select } from '../safeguards/select.tsx'
import styles from '../safeguards/safeguards.module.css'

type Placement = PlanFile['placements'][number]

/** In which group a child is looked after: who works there on a day sees the cards (K-14). */
export const Placements = ({ family }: { readonly family: PlanFile }) => {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  const { discipline } = useViewer()
  // A day centre has groups; nobody else would find one to choose.
  const mayPlace = family.can.contribute && discipline === 'DAY_CENTRE'
  if (family.placements.length === 0 && !mayPlace) return null
  return (
    <div className={styles['details']}>
      {family.placements.map((placement) => <OnePlacement key={placement.id} family={family} placement={placement} mayEnd={mayPlace && placement.isOwn} />)}
      {mayPlace && <div><Button kind="quiet" onClick={() => setOpen(true)}>{text('placement.add')}</Button></div>}
      {isOpen && <Place family={family} onClose={() => setOpen(false)} />}
    </div>
  )
}

const OnePlacement = ({ family, placement, mayEnd }: { readonly family: PlanFile; readonly placement: Placement; readonly mayEnd: boolean }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const command = useCommand(EndGroupPlacementDocument)
  const { child, group, organisation, from, until } = placement
  const period = until === null ? text('groups.period', { from: dates.date(from) }) : text('groups.periodUntil', { from: dates.date(from), until: dates.date(until) })
  return (
    <div>
      <p className={styles['soft']}>{text('placement.line', { child, group, organisation, period })}</p>
      {mayEnd && until === null && <Button kind="quiet" busy={command.busy} onClick={() => { void command.run({ familyId: family.id, placementId: placement.id, until: dates.today() < from ? from : dates.today() }) }}>{text('placement.end')}<VisuallyHidden>: {child}, {group}</VisuallyHidden></Button>}
      <BesideEntry family={family} kind="PLACEMENT" entryId={placement.id} name={`${child}, ${group}`} />
      <SaidNo refusal={command.refusal} />
    </div>
  )
}

const Place = ({ family, onClose }: { readonly family: PlanFile; readonly onClose: () => void }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const command = useCommand(PlaceInGroupDocument)
  const [{ data }] = useQuery({ query: OwnGroupsDocument })
  const children = family.members.filter((member) => isChild(member) && member.role !== 'UNBORN_CHILD')
  const [child, setChild] = useState(children.find(({ isIndexChild }) => isIndexChild)?.id ?? '')
  const [group, setGroup] = useState('')
  const [from, setFrom] = useState(dates.today())
  const groups = data?.ownGroups.groups ?? []
  const send = async (): Promise<void> => { if (await command.run({ familyId: family.id, childId: child, groupId: group, from })) onClose() }
  return (
    <Dialog isOpen onClose={onClose} title={text('placement.title')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void send() }}>
        {data !== undefined && groups.length === 0 ? <p>{text('placement.none')}</p> : (
          <>
            <Select label={text('placement.child')} value={child} placeholder={text('safeguards.choose')} options={children.map(({ id, firstName }) => [id, firstName])} onChange={setChild} />
            <Select label={text('placement.group')} value={group} placeholder={text('safeguards.choose')} options={groups.map(({ id, name }) => [id, name])} onChange={setGroup} />
            <Field label={text('groups.from')}>{(control) => <input {...control} type="date" required value={from} onChange={(event) => setFrom(event.target.value)} />}</Field>
            <SaidNo refusal={command.refusal} />
          </>
        )}
        <div className={styles['row']}>
          {groups.length > 0 && <Button type="submit" busy={command.busy}>{text('groups.save')}</Button>}
          <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
