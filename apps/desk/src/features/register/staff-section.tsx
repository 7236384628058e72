import { Button, buttonClass, Notice, StatusMark, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import fields from '../../parts/fields.module.css'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { Table } from '../../parts/table.tsx'
import { useText } from '../../parts/text.ts'
import { importPath } from '../../shell/paths.ts'
import { RegisterDialog } from '../keys/register-dialog.tsx'
import { LastDayDialog } from './last-day-dialog.tsx'
import styles from './register.module.css'
import type { Register, StaffMember } from './register.ts'
import { StaffForm } from './staff-form.tsx'
import { useSavingList } from './use-saving-list.ts'

type Doing = { readonly what: 'add' } | { readonly what: 'change' | 'lastDay' | 'registration'; readonly member: StaffMember }

/** Everybody who works here, will, or did. */
export const StaffSection = ({ register }: { readonly register: Register }) => {
  const text = useText()
  const saving = useSavingList()
  const [doing, setDoing] = useState<Doing>()
  const [news, setNews] = useState<string>()
  const [showsLeft, setShowsLeft] = useState(false)
  const left = register.people.filter(({ hasLeft }) => hasLeft)
  const shown = showsLeft ? register.people : register.people.filter(({ hasLeft }) => !hasLeft)
  const close = (said?: string) => { setDoing(undefined); setNews(said) }
  return (
    <Section title={text('register.people')} action={<Button onClick={() => { setNews(undefined); setDoing({ what: 'add' }) }}>{text('register.add')}</Button>}>
      <div className={styles['page']}>
        <div className={styles['actions']}>
          <Link className={buttonClass('secondary')} to={importPath('STAFF')}>{text('register.import')}</Link>
          {register.people.length > 0 && <Button kind="secondary" onClick={() => { setNews(undefined); void saving.save('STAFF').then((done) => { if (done) setNews(text('register.exported')) }) }}>{text('register.export')}</Button>}
        </div>
        <Notice tone="ok">{news}</Notice>
        <SaidNo refusal={saving.refusal} />
        {shown.length === 0 ? <p>{text('register.people.none')}</p> : (
          <Table caption={text('register.people.hint')} columns={[text('register.who'), text('register.reach'), text('register.works'), text('register.do')]}>
            {shown.map((member) => <MemberRow key={member.id} member={member} register={register} onDo={(what) => { setNews(undefined); setDoing({ what, member }) }} />)}
          </Table>
        )}
        {left.length > 0 && <label className={fields['check']}><input type="checkbox" checked={showsLeft} onChange={({ target }) => setShowsLeft(target.checked)} /> {text('register.people.left', { count: left.length })}</label>}
      </div>
      {doing?.what === 'add' && <StaffForm register={register} onClose={close} />}
      {doing?.what === 'change' && <StaffForm register={register} member={doing.member} onClose={close} />}
      {doing?.what === 'lastDay' && <LastDayDialog register={register} member={doing.member} onClose={close} />}
      {doing?.what === 'registration' && <RegisterDialog worker={doing.member} onClose={() => close()} />}
    </Section>
  )
}

type RowProps = { readonly member: StaffMember; readonly register: Register; readonly onDo: (what: 'change' | 'lastDay' | 'registration') => void }

const MemberRow = ({ member, register, onDo }: RowProps) => {
  const text = useText()
  const dates = useDates(register.zone)
  const { name, title, discipline, email, phone, languages, places, from, until, isSelf, hasLeft, isSpecialist, registeredUntil, registrationEndsSoon, registrationNumber } = member
  const where = register.locations.filter(({ id }) => places.includes(id)).map((place) => place.name)
  const period = [...from === null ? [] : [text('register.from', { day: dates.date(from) })], ...until === null ? [] : [text(hasLeft ? 'register.left' : 'register.until', { day: dates.date(until) })]]
  return (
    <tr>
      <th scope="row" data-label={text('register.who')} className={styles['cell']}>
        <strong>{name}</strong>
        <span className={styles['soft']}>{title}{isSelf && <>, {text('register.self')}</>}</span>
        <span className={styles['soft']}>{text(`discipline.${discipline}`)}{languages.length > 0 && <> · {languages.map((one) => one.name).join(', ')}</>}</span>
        {isSpecialist && !hasLeft && (registeredUntil === null ? <StatusMark tone="wait">{text('team.notRegistered')}</StatusMark>
          : registrationEndsSoon ? <StatusMark tone="wait">{text('register.registrationEnds', { day: dates.date(registeredUntil) })}</StatusMark>
            : <span className={styles['soft']}>{text('team.registeredUntil', { day: dates.date(registeredUntil) })}{registrationNumber !== null && <>, {text('register.number', { number: registrationNumber })}</>}</span>)}
      </th>
      <td data-label={text('register.reach')} className={styles['cell']}><span>{email ?? <span className={styles['soft']}>{text('register.noMail')}</span>}</span>{phone !== null && <span>{phone}</span>}</td>
      <td data-label={text('register.works')} className={styles['cell']}><span>{period.length === 0 ? text('register.always') : period.join(', ')}</span><span className={styles['soft']}>{where.length === 0 ? text('register.everywhere') : where.join(', ')}</span></td>
      <td data-label={text('register.do')}>
        <div className={styles['actions']}>
          <Button kind="secondary" onClick={() => onDo('change')}>{text('register.change')}<VisuallyHidden>: {name}</VisuallyHidden></Button>
          {isSpecialist && !isSelf && !hasLeft && <Button kind="quiet" onClick={() => onDo('registration')}>{text('registration.record')}<VisuallyHidden>: {name}</VisuallyHidden></Button>}
          {!isSelf && !hasLeft && <Button kind="quiet" onClick={() => onDo('lastDay')}>{text('register.lastDay')}<VisuallyHidden>: {name}</VisuallyHidden></Button>}
        </div>
      </td>
    </tr>
  )
}
