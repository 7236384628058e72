import { AnswerConsultationDocument, CloseConsultationDocument, ConsultationDocument, NameConsultationDocument, TakeUpAtDoorDocument, type ConsultationQuery, type ReferredRole } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, Notice, PageHeading, RadioCards, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { Answered } from '../../parts/answered.tsx'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { paths, referralPath } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { ChildSection, NothingHere, ParentsSection, Received, SenderSection, WaitSection } from './entry-parts.tsx'
import { roleText } from './front-door.ts'
import styles from './front-door.module.css'

type Consultation = NonNullable<ConsultationQuery['consultation']>

/** One question to a specialist, with what was answered and asked further. */
export const ConsultationPage = () => {
  const { entryId = '' } = useParams()
  const [asked, again] = useQuery({ query: ConsultationDocument, variables: { consultationId: entryId }, requestPolicy: 'cache-and-network' })
  return (
    <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>
      {({ consultation }) => consultation === null ? <NothingHere /> : <Open consultation={consultation} />}
    </Answered>
  )
}

const Open = ({ consultation }: { readonly consultation: Consultation }) => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const [naming, setNaming] = useState(false)
  const take = useCommand(TakeUpAtDoorDocument), close = useCommand(CloseConsultationDocument)
  const { id, item, asker, questions, child, parents, outcome } = consultation
  const title = text('frontDoor.consultation', { code: item.code })
  const open = questions.find(({ answer }) => answer === null)
  return (
    <div className={styles['page']}>
      <p><Link to={paths.frontDoor}>{text('frontDoor.back')}</Link></p>
      <PageHeading title={title}>{title}</PageHeading>
      <Received item={item} />
      <SaidNo refusal={take.refusal ?? close.refusal} />
      {outcome === null && !item.isMine && <div className={styles['row']}><Button busy={take.busy} onClick={() => { void take.run({ entryId: id }) }}>{item.takenUpBy === null ? text('frontDoor.takeUp') : text('frontDoor.takeOver', { name: item.takenUpBy })}</Button></div>}
      {outcome === 'BECAME_REFERRAL' && <Notice tone="ok">{text('frontDoor.consultation.became')} <Link to={referralPath(id)}>{text('frontDoor.consultation.toReferral')}</Link></Notice>}
      {outcome === 'ANSWERED' && <Notice tone="ok">{text('frontDoor.consultation.closed')}</Notice>}
      <div className={styles['columns']}>
        <div className={styles['column']}>
          {questions.map((question) => (
            <Section key={question.id} title={text('frontDoor.consultation.question', { day: dates.date(dates.dateOf(question.at)) })}>
              <p className={styles['words']} dir="auto">{question.text}</p>
              {question.answer !== null && <blockquote className={styles['quote']}><p className={styles['words']} dir="auto">{question.answer.text}</p><footer className={styles['soft']}>{text('frontDoor.consultation.answer', { name: question.answer.by, day: dates.date(dates.dateOf(question.answer.at)) })}</footer></blockquote>}
            </Section>
          ))}
          {open !== undefined && outcome === null && <AnswerForm key={open.id} consultationId={id} questionId={open.id} />}
        </div>
        <div className={styles['column']}>
          <WaitSection item={item} />
          {child === null
            ? <Section title={text('frontDoor.consultation.nameTitle')} action={outcome === null && <Button kind="secondary" onClick={() => setNaming(true)}>{text('frontDoor.consultation.name')}</Button>}><p>{item.about !== null && <>{item.about}. </>}{text('frontDoor.consultation.unnamed')}</p></Section>
            : <ChildSection child={child} />}
          <ParentsSection parents={parents} />
          <SenderSection sender={asker} title={text('frontDoor.asker')} />
          {outcome === null && child !== null && <div className={styles['row']}><Become consultation={consultation} /></div>}
          {outcome === null && open === undefined && <div className={styles['row']}><Button kind="secondary" busy={close.busy} onClick={() => { void close.run({ consultationId: id }) }}>{text('frontDoor.consultation.close')}</Button></div>}
        </div>
      </div>
      {naming && <NameDialog consultation={consultation} onClose={() => setNaming(false)} />}
    </div>
  )
}

/** Answers the question that is open. */
const AnswerForm = ({ consultationId, questionId }: { readonly consultationId: string; readonly questionId: string }) => {
  const text = useText()
  const [words, setWords] = useState('')
  const answer = useCommand(AnswerConsultationDocument)
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!answer.busy) void answer.run({ consultationId, questionId, text: words }) }}>
      <Field label={text('frontDoor.consultation.write')}>{(control) => <textarea {...control} required rows={6} dir="auto" value={words} onChange={(event) => setWords(event.target.value)} />}</Field>
      <SaidNo refusal={answer.refusal} />
      <div className={styles['row']}><Button type="submit" busy={answer.busy}>{text('frontDoor.consultation.send')}</Button></div>
    </form>
  )
}

const roles = ['MOTHER', 'FATHER', 'PARENT', 'STEP_PARENT', 'FOSTER_PARENT', 'GUARDIAN'] as const satisfies readonly ReferredRole[]

/** A question that was asked with names becomes a referral as it stands. */
const Become = ({ consultation: { id } }: { readonly consultation: Consultation }) => {
  const text = useText()
  const go = useNavigate()
  const make = useCommand(NameConsultationDocument)
  const run = async (): Promise<void> => { if (await make.run({ consultationId: id, input: null })) void go(referralPath(id)) }
  return <><Button kind="secondary" busy={make.busy} onClick={() => { void run() }}>{text('frontDoor.consultation.make')}</Button><SaidNo refusal={make.refusal} /></>
}

const NameDialog = ({ consultation: { id, asker }, onClose }: { readonly consultation: Consultation; readonly onClose: () => void }) => {
  const text = useText()
  const go = useNavigate()
  const dates = useDates(zoneIn(useViewer()))
  const [isUnborn, setUnborn] = useState(false)
  const [firstName, setFirstName] = useState('')
  const [on, setOn] = useState('')
  const [role, setRole] = useState<ReferredRole>('MOTHER')
  const [parent, setParent] = useState('')
  const [reach, setReach] = useState('')
  const [how, setHow] = useState('')
  const [saidOn, setSaidOn] = useState(dates.today())
  const [askedBy, setAskedBy] = useState(asker?.name ?? '')
  const make = useCommand(NameConsultationDocument)
  const send = async (): Promise<void> => {
    const done = await make.run({
      consultationId: id,
      input: { isUnborn, ...(isUnborn ? { dueDate: on } : { childFirstName: firstName, birthDate: on }), parents: [{ role, firstName: parent, agrees: 'YES', ...(reach.trim() !== '' && { reach }) }], how, on: saidOn, askedBy },
    })
    if (done) void go(referralPath(id))
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('frontDoor.consultation.nameTitle')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!make.busy) void send() }}>
        <p>{text('frontDoor.consultation.nameHint')}</p>
        <RadioCards inline name="born" legend={text('door.child')} chosen={isUnborn ? 'unborn' : 'born'} onChoose={(value) => setUnborn(value === 'unborn')} options={(['born', 'unborn'] as const).map((value) => ({ value, label: text(`door.child.${value}`) }))} />
        {!isUnborn && <Field label={text('door.child.firstName')}>{(control) => <input {...control} required maxLength={200} autoComplete="off" value={firstName} onChange={(event) => setFirstName(event.target.value)} />}</Field>}
        <Field label={text(isUnborn ? 'door.child.dueDate' : 'door.child.birthDate')}>{(control) => <input {...control} type="date" required value={on} onChange={(event) => setOn(event.target.value)} />}</Field>
        <Field label={text('door.parent.role')}>{(control) => <select {...control} value={role} onChange={(event) => setRole(event.target.value as ReferredRole)}>{roles.map((one) => <option key={one} value={one}>{text(roleText(one))}</option>)}</select>}</Field>
        <Field label={text('door.parent.firstName')}>{(control) => <input {...control} required maxLength={200} autoComplete="off" value={parent} onChange={(event) => setParent(event.target.value)} />}</Field>
        <Field label={text('door.parent.reach')}>{(control) => <input {...control} maxLength={200} autoComplete="off" value={reach} onChange={(event) => setReach(event.target.value)} />}</Field>
        <Field label={text('frontDoor.consultation.how')}>{(control) => <input {...control} required value={how} onChange={(event) => setHow(event.target.value)} />}</Field>
        <Field label={text('frontDoor.consultation.on')}>{(control) => <input {...control} type="date" required max={dates.today()} value={saidOn} onChange={(event) => setSaidOn(event.target.value)} />}</Field>
        <Field label={text('frontDoor.consultation.askedBy')}>{(control) => <input {...control} required maxLength={200} value={askedBy} onChange={(event) => setAskedBy(event.target.value)} />}</Field>
        <EditFoot refusal={make.refusal} busy={make.busy} sendLabel={text('frontDoor.consultation.make')} onClose={onClose} />
      </form>
    </Dialog>
  )
}
