import { RecordBirthDocument, RecordMoveDocument, RecordNewPartnerDocument, RecordSeparationDocument, type DyadForm } from '@samenspel/graphql-documents/desk'
import { Button, RadioCards, useDates } from '@samenspel/ui'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft, type Values } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { isChild } from '../../parts/members.ts'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import styles from '../plan/dialogs.module.css'
import { Choose, Line } from './choose.tsx'
import { MemberFields } from './member-form.tsx'
import { isHere, isOpen, kindOf, memberInput, newMember, type NetworkFamily, type NetworkMember } from './network.ts'
import own from './network.module.css'

export type Happening = 'birth' | 'separation' | 'partner' | 'move'

type Props = { readonly family: NetworkFamily; readonly readAgain: () => void; readonly onDone: (what: Happening) => void; readonly onClose: () => void }

const adultsOf = (family: NetworkFamily, today: string): readonly NetworkMember[] =>
  family.members.filter((member) => !isChild(member) && member.role !== 'INSTITUTION' && isOpen(member) && member.passed === null && isHere(member, today))

/** Who is unborn, and for whom no loss was recorded: only then a birth can be. */
export const expectedIn = (family: NetworkFamily): readonly NetworkMember[] => family.members.filter((member) => member.role === 'UNBORN_CHILD' && isOpen(member) && member.passed === null)

const none = ['', '', ''] as const

export const Birth = ({ family, readAgain, onDone, onClose }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const command = useCommand(RecordBirthDocument)
  const expected = expectedIn(family)
  const draft = useDraft<Values>(family.id, 'birth', { of: expected[0]?.id ?? '', on: dates.today(), count: '1', name0: '', name1: '', name2: '', drawn0: '', drawn1: '', drawn2: '' })
  const { values } = draft
  const count = Number(values['count'])
  const send = async (): Promise<void> => {
    const children = none.slice(0, count).map((_, index) => ({ firstName: (values[`name${index}`] ?? '').trim(), ...(values[`drawn${index}`] !== '' && { drawnAs: values[`drawn${index}`] as 'FEMALE' | 'MALE' }) }))
    if (!await command.run({ familyId: family.id, memberId: values['of'] ?? '', birthDate: values['on'] ?? '', children })) return readAgain()
    draft.drop()
    onDone('birth')
  }
  return (
    <Section title={text('network.birth')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void send() }}>
        <p>{text('network.birthHint')}</p>
        {expected.length > 1 && <Choose label={text('network.birthOf')} value={values['of'] ?? ''} onChange={(of) => draft.change({ of })} options={expected.map(({ id, firstName }) => [id, firstName])} />}
        <Line label={text('network.birthDate')} type="date" max={dates.today()} required value={values['on'] ?? ''} onChange={(on) => draft.change({ on })} />
        <RadioCards inline name="count" legend={text('network.howMany')} chosen={values['count']} onChoose={(chosen) => draft.change({ count: chosen })} options={(['1', '2', '3'] as const).map((value) => ({ value, label: text(`network.howMany.${value}`) }))} />
        {none.slice(0, count).map((_, index) => (
          <div key={index} className={styles['pair']}>
            <Line label={count === 1 ? text('network.firstName') : text('network.firstNameOf', { number: index + 1 })} required value={values[`name${index}`] ?? ''} onChange={(name) => draft.change({ [`name${index}`]: name })} />
            <Choose label={text('network.drawnAs')} none={text('network.drawnAs.none')} value={values[`drawn${index}`] ?? ''} onChange={(drawn) => draft.change({ [`drawn${index}`]: drawn })} options={[['FEMALE', text('network.drawnAs.FEMALE')], ['MALE', text('network.drawnAs.MALE')]]} />
          </div>
        ))}
        <Then lines={[text('network.birthThenRecord'), text('network.birthThenBefore'), text('network.birthThenAuthority')]} />
        <EditFoot keeping={draft.keeping} refusal={command.refusal} busy={command.busy} onClose={onClose} />
      </form>
    </Section>
  )
}

export const Separation = ({ family, readAgain, onDone, onClose }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const command = useCommand(RecordSeparationDocument)
  const adults = adultsOf(family, dates.today())
  const couple = family.dyads.find((dyad) => kindOf(dyad) === 'PARTNERS' && dyad.memberIds.every((id) => adults.some((one) => one.id === id)))
  const draft = useDraft<Values>(family.id, 'separation', { one: couple?.memberIds[0] ?? '', other: couple?.memberIds[1] ?? '', on: dates.today(), form: 'SEPARATED', mover: '' })
  const { values } = draft
  const people = adults.map(({ id, firstName }) => [id, firstName] as const)
  const both = people.filter(([id]) => id === values['one'] || id === values['other'])
  const send = async (): Promise<void> => {
    const mover = family.members.find(({ id }) => id === values['mover'])
    if (!await command.run({
      familyId: family.id, memberIds: [values['one'] ?? '', values['other'] ?? ''], on: values['on'] ?? '', form: values['form'] as DyadForm, movers: mover?.version == null ? [] : [{ memberId: mover.id, version: mover.version, inHousehold: false }],
    })) return readAgain()
    draft.drop()
    onDone('separation')
  }
  return (
    <Section title={text('network.separation')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void send() }}>
        <div className={styles['pair']}>
          <Choose label={text('network.one')} none={text('network.choose')} value={values['one'] ?? ''} onChange={(one) => draft.change({ one })} options={people} />
          <Choose label={text('network.other')} none={text('network.choose')} value={values['other'] ?? ''} onChange={(other) => draft.change({ other })} options={people.filter(([id]) => id !== values['one'])} />
        </div>
        <Line label={text('network.onWhichDay')} type="date" max={dates.today()} required value={values['on'] ?? ''} onChange={(on) => draft.change({ on })} />
        <RadioCards inline name="form" legend={text('network.howApart')} chosen={values['form']} onChoose={(form) => draft.change({ form })} options={(['SEPARATED', 'DIVORCED'] as const).map((value) => ({ value: value, label: text(`network.form.${value}`) }))} />
        <Choose label={text('network.whoMovedOut')} none={text('network.nobodyMoved')} value={values['mover'] ?? ''} onChange={(mover) => draft.change({ mover })} options={both.filter(([id]) => family.members.some((member) => member.id === id && member.inHousehold))} />
        <Then lines={[text('network.separationThenBond'), text('network.separationThenHome'), text('network.separationThenNothing')]} />
        <EditFoot keeping={draft.keeping} refusal={command.refusal} busy={command.busy} onClose={onClose} />
      </form>
    </Section>
  )
}

export const NewPartner = ({ family, readAgain, onDone, onClose }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const command = useCommand(RecordNewPartnerDocument)
  const draft = useDraft(family.id, 'partner', { ...newMember('STEP_PARENT', true), of: '', form: 'TOGETHER', bondSince: '' })
  const { values } = draft
  const send = async (): Promise<void> => {
    if (!await command.run({ familyId: family.id, of: values.of, partner: memberInput(values), form: values.form as DyadForm, ...(values.bondSince !== '' && { since: values.bondSince }) })) return readAgain()
    draft.drop()
    onDone('partner')
  }
  return (
    <Section title={text('network.partner')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void send() }}>
        <Choose label={text('network.partnerOf')} none={text('network.choose')} value={values.of} onChange={(of) => draft.change({ of })} options={adultsOf(family, dates.today()).map(({ id, firstName }) => [id, firstName])} />
        <MemberFields zone={family.zone} values={values} change={draft.change} roles={['STEP_PARENT', 'OTHER']} />
        <div className={styles['pair']}>
          <Choose label={text('network.dyadForm')} value={values.form} onChange={(form) => draft.change({ form })} options={(['TOGETHER', 'MARRIED', 'LIVING_APART'] as const).map((form) => [form, text(`network.form.${form}`)])} />
          <Line label={text('network.since')} type="date" max={dates.today()} value={values.bondSince} onChange={(bondSince) => draft.change({ bondSince })} />
        </div>
        <Then lines={[text('network.partnerThenRecord'), text('network.partnerThenAuthority')]} />
        <EditFoot keeping={draft.keeping} refusal={command.refusal} busy={command.busy} onClose={onClose} />
      </form>
    </Section>
  )
}

export const Move = ({ family, readAgain, onDone, onClose }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const command = useCommand(RecordMoveDocument)
  const draft = useDraft<Values>(family.id, 'move', { address: '', near: '', from: dates.today(), home: family.members.filter(({ inHousehold }) => inHousehold).map(({ id }) => id).join(' ') })
  const { values } = draft
  const today = dates.today()
  const people = family.members.filter((member) => isOpen(member) && member.role !== 'INSTITUTION' && member.role !== 'UNBORN_CHILD' && !member.isIndexChild && member.passed === null && isHere(member, today))
  const home = (values['home'] ?? '').split(' ')
  const send = async (): Promise<void> => {
    const movers = people.flatMap((member) => member.version === null || member.inHousehold === home.includes(member.id) ? [] : [{ memberId: member.id, version: member.version, inHousehold: !member.inHousehold }])
    if (!await command.run({ familyId: family.id, address: (values['address'] ?? '').trim(), nearPlaceId: values['near'] ?? '', from: values['from'] ?? '', movers })) return readAgain()
    draft.drop()
    onDone('move')
  }
  return (
    <Section title={text('network.move')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void send() }}>
        <Line label={text('network.address')} hint={text('network.addressHint')} required value={values['address'] ?? ''} onChange={(address) => draft.change({ address })} />
        <Choose label={text('network.near')} hint={text('network.nearHint')} none={text('network.choose')} value={values['near'] ?? ''} onChange={(near) => draft.change({ near })} options={family.nearPlaces.map(({ id, name }) => [id, name])} />
        <Line label={text('network.movedOn')} type="date" max={today} required value={values['from'] ?? ''} onChange={(from) => draft.change({ from })} />
        <fieldset className={styles['checks']}>
          <legend>{text('network.whoLivesThere')}</legend>
          {people.map(({ id, firstName }) => (
            <label key={id} className={styles['check']}><input type="checkbox" checked={home.includes(id)} onChange={(event) => draft.change({ home: [...home.filter((one) => one !== id), ...event.target.checked ? [id] : []].join(' ') })} /> {firstName}</label>
          ))}
        </fieldset>
        <EditFoot keeping={draft.keeping} refusal={command.refusal} busy={command.busy} onClose={onClose} />
      </form>
    </Section>
  )
}

const Then = ({ lines }: { readonly lines: readonly string[] }) => {
  const text = useText()
  return (
    <div>
      <p><strong>{text('network.then')}</strong></p>
      <ul className={own['bonds']}>{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </div>
  )
}

/** What to look at once something changed in the family: the software can't know, so a professional does. */
export const LookAgain = ({ what, links, onClose }: { readonly what: Happening; readonly links: readonly React.ReactNode[]; readonly onClose: () => void }) => {
  const text = useText()
  return (
    <Section title={text('network.recorded')} tone="wait" action={<Button kind="quiet" onClick={onClose}>{text('action.close')}</Button>}>
      <div className={styles['form']} role="status">
        <p>{text(`network.lookAgain.${what}`)}</p>
        <ul className={own['bonds']}>{links.map((link, index) => <li key={index}>{link}</li>)}</ul>
      </div>
    </Section>
  )
}
