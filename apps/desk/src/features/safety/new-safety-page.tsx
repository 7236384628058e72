import { OpenSafetyTrackDocument, SafetyStartDocument, type Kindcheck as KindcheckValue, type SafetyStartQuery } from '@samenspel/graphql-documents/desk'
import { Button, Field, Notice, PageHeading } from '@samenspel/ui'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { Answered } from '../../parts/answered.tsx'
import { FamilyUnknown } from '../../parts/family-unknown.tsx'
import { childrenOf, isChild } from '../../parts/members.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { familyPath, safetyPath } from '../../shell/paths.ts'
import { useViewer } from '../../shell/viewer.ts'
import { Choices } from './choices.tsx'
import { Kindcheck } from './kindcheck.tsx'
import styles from './safety.module.css'

type Family = NonNullable<SafetyStartQuery['family']>

/** Writing down signals, with which a safety track begins: for who works in the team. */
export const NewSafetyPage = () => {
  const { familyId = '' } = useParams()
  const [asked, again] = useQuery({ query: SafetyStartDocument, variables: { familyId } })
  return (
    <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>
      {({ family }) => family === null || !family.can.contribute ? <FamilyUnknown /> : <Signals family={family} />}
    </Answered>
  )
}

const Signals = ({ family: { id, name, jurisdiction, members } }: { readonly family: Family }) => {
  const text = useText()
  const viewer = useViewer()
  const navigate = useNavigate()
  const children = childrenOf(members)
  const [childId, setChildId] = useState(children[0]?.id ?? '')
  const [words, setWords] = useState('')
  const [kindcheck, setKindcheck] = useState<KindcheckValue>()
  const [investigated, setInvestigated] = useState<readonly string[]>([])
  const open = useCommand(OpenSafetyTrackDocument)
  const send = async (): Promise<void> => {
    if (await open.run({ familyId: id, input: { childId, words, investigated, ...(kindcheck !== undefined && { kindcheck }) } })) await navigate(safetyPath(id))
  }
  return (
    <div className={styles['page']}>
      <p className={styles['back']}><Link to={familyPath(id)}>{name}</Link></p>
      <PageHeading title={text('safety.new.title')}>{text('safety.new.title')}</PageHeading>
      <Notice tone="wait">{text('safety.new.acute')}</Notice>
      <p>{text('safety.new.intro')}</p>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <Field label={text('safety.new.child')}>
          {(control) => <select {...control} value={childId} onChange={(event) => setChildId(event.target.value)}>{children.map((child) => <option key={child.id} value={child.id}>{child.firstName}</option>)}</select>}
        </Field>
        <Field label={text('safety.words.SIGNALS')} hint={text('safety.guide.SIGNALS')}>
          {(control) => <textarea {...control} required rows={8} dir="auto" value={words} onChange={(event) => setWords(event.target.value)} />}
        </Field>
        <Kindcheck value={kindcheck} onChange={setKindcheck} isRequired={jurisdiction === 'NL' && viewer.discipline === 'ADULT_MENTAL_HEALTH'} />
        <Choices legend={text('safety.investigated')} hint={text('safety.investigatedHint')} options={members.filter((member) => !isChild(member)).map((member) => ({ id: member.id, name: member.firstName }))} chosen={investigated} onChange={setInvestigated} />
        <SaidNo refusal={open.refusal} />
        <div className={styles['row']}><Button type="submit" busy={open.busy}>{text('safety.new.save')}</Button></div>
      </form>
    </div>
  )
}
