import { OpenFamilyDocument, type OpeningMemberInput } from '@samenspel/graphql-documents/desk'
import { Button, PageHeading, RadioCards } from '@samenspel/ui'
import { useEffect, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import page from '../../parts/page.module.css'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useCommand } from '../../graph/use-command.ts'
import { useText } from '../../parts/text.ts'
import { networkPath, paths } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { Line } from '../network/choose.tsx'
import { MemberFields } from '../network/member-form.tsx'
import { memberInput, newMember, roles, type MemberValues } from '../network/network.ts'
import styles from '../network/network.module.css'
import forms from '../plan/dialogs.module.css'

type Person = MemberValues & { readonly key: number }
const isGrown = ({ role }: Pick<MemberValues, 'role'>): boolean => role !== 'CHILD' && role !== 'SIBLING' && role !== 'UNBORN_CHILD'

/** The file of a new family: for whom it is, who belongs to it, and that who opens it coordinates. */
export const OpenFamilyPage = () => {
  const text = useText()
  const viewer = useViewer()
  const navigate = useNavigate()
  const open = useCommand(OpenFamilyDocument)
  const [begins, setBegins] = useState<'CHILD' | 'UNBORN_CHILD'>()
  const [name, setName] = useState('')
  const [caseNumber, setCaseNumber] = useState('')
  const [people, setPeople] = useState<readonly Person[]>([])
  const isTouched = begins !== undefined || name !== ''
  // There is no file yet to keep a draft in, and names don't belong in a browser's storage: so ask before they are lost.
  useEffect(() => {
    if (!isTouched) return
    const onLeave = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', onLeave)
    return () => removeEventListener('beforeunload', onLeave)
  }, [isTouched])

  const begin = (role: 'CHILD' | 'UNBORN_CHILD'): void => {
    setBegins(role)
    const child = { ...newMember(role, true), key: 0 }
    setPeople((now) => now.length === 0 ? [child, { ...newMember('MOTHER', true), key: 1 }] : now.map((one) => one.key === 0 ? { ...one, role } : one))
  }
  const change = (key: number, values: Partial<MemberValues>): void => setPeople((now) => now.map((one) => one.key === key ? { ...one, ...values } : one))
  const add = (): void => setPeople((now) => [...now, { ...newMember('FATHER', true), key: Math.max(...now.map(({ key }) => key)) + 1 }])
  const carriers = people.filter((one) => isGrown(one) && one.role !== 'INSTITUTION')
  const send = async (): Promise<void> => {
    const members = people.map((person): OpeningMemberInput => {
      const carrier = person.carriedBy === '' ? carriers[0]?.key : Number(person.carriedBy)
      return { ...memberInput(person), isIndexChild: person.key === 0, ...(person.role === 'UNBORN_CHILD' && { inHousehold: true, carriedBy: people.findIndex(({ key }) => key === carrier) }) }
    })
    const input = { name: name.trim(), members, ...(caseNumber.trim() !== '' && { caseNumber: caseNumber.trim() }) }
    await open.run({ input }, ({ openFamily: { familyId } }) => { if (familyId !== null) void navigate(networkPath(familyId)) })
  }
  return (
    <div className={page['page']}>
      <p><Link to={paths.families}>{text('family.toFamilies')}</Link></p>
      <PageHeading title={text('opening.title')}>{text('opening.title')}</PageHeading>
      <form className={[page['page'], styles['narrow']].join(' ')} onSubmit={(event) => { event.preventDefault(); if (!open.busy) void send() }}>
        <Section title={text('opening.forWhom')}>
          <div className={forms['form']}>
            <p>{text('opening.intro', { name: viewer.name })}</p>
            <RadioCards inline name="begins" legend={text('opening.begins')} chosen={begins} onChoose={begin} options={[{ value: 'CHILD', label: text('opening.begins.CHILD') }, { value: 'UNBORN_CHILD', label: text('opening.begins.UNBORN_CHILD') }]} />
            {begins === 'UNBORN_CHILD' && <p>{text('opening.unbornHint')}</p>}
          </div>
        </Section>
        {begins !== undefined && (
          <>
            {people.map((person, index) => (
              <Section
                key={person.key} title={index === 0 ? text(begins === 'CHILD' ? 'opening.child' : 'opening.unborn') : person.firstName.trim() === '' ? text('opening.person', { number: index + 1 }) : person.firstName}
                action={index > 1 ? <Button kind="quiet" onClick={() => setPeople((now) => now.filter(({ key }) => key !== person.key))}>{text('opening.remove')}</Button> : undefined}
              >
                <div className={forms['form']}>
                  <MemberFields
                    zone={zoneIn(viewer)} values={person} change={(values) => change(person.key, values)} roles={index === 0 ? [begins] : roles.filter((role) => role !== 'CHILD' && role !== 'UNBORN_CHILD')}
                    carriers={index === 0 ? carriers.map(({ key, firstName }, place) => ({ id: String(key), firstName: firstName.trim() === '' ? text('opening.person', { number: place + 2 }) : firstName })) : []}
                  />
                </div>
              </Section>
            ))}
            <div><Button kind="secondary" onClick={add}>{text('network.addMember')}</Button></div>
            <Section title={text('opening.file')}>
              <div className={forms['form']}>
                <Line label={text('opening.name')} hint={text('opening.nameHint')} required value={name} onChange={setName} />
                <Line label={text('opening.caseNumber')} hint={text('opening.caseNumberHint')} value={caseNumber} onChange={setCaseNumber} />
                <p>{text('opening.then')}</p>
                <SaidNo refusal={open.refusal} />
                <div className={forms['row']}><Button type="submit" busy={open.busy}>{text('opening.save')}</Button></div>
              </div>
            </Section>
          </>
        )}
      </form>
    </div>
  )
}
