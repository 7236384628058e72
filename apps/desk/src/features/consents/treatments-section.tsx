import { MakeTreatmentExceptionDocument, NoteTreatmentAnswerDocument, ProposeTreatmentDocument, WithdrawTreatmentDocument, type TreatmentStatus } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, RadioCards, StatusMark, useDates, VisuallyHidden, type StatusTone } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { isChild } from '../../parts/members.ts'
import page from '../../parts/page.module.css'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { WordsDialog } from '../../parts/words-dialog.tsx'
import { useIsBack } from '../../shell/looking-back.tsx'
import type { ConsentFamily } from './consents.ts'
import styles from './consents.module.css'

type Treatment = ConsentFamily['treatments'][number]
type Props = { readonly family: ConsentFamily }
type OneProps = Props & { readonly treatment: Treatment; readonly onClose: () => void }

const tones: Readonly<Record<TreatmentStatus, StatusTone>> = { AGREED: 'ok', INCOMPLETE: 'wait', REFUSED: 'stop', EXCEPTED: 'neutral', WITHDRAWN: 'neutral' }

/** Whether the parents agree to a treatment of a child: each who has authority says yes or no (G-01). */
export const TreatmentsSection = ({ family }: Props) => {
  const text = useText()
  const [isAsking, setIsAsking] = useState(false)
  const [over, open] = [family.treatments.filter(({ status }) => status === 'WITHDRAWN'), family.treatments.filter(({ status }) => status !== 'WITHDRAWN')]
  if (family.treatments.length === 0 && !family.can.contribute) return null
  return (
    <Section title={text('treatments.title')} {...(family.can.contribute && { action: <Button kind="secondary" onClick={() => setIsAsking(true)}>{text('treatments.ask')}</Button> })}>
      <p className={page['soft']}>{text('treatments.intro')}</p>
      {open.length === 0 && <p className={page['soft']}>{text('treatments.none')}</p>}
      <ul className={styles['requests']}>{open.map((treatment) => <li key={treatment.id}><One family={family} treatment={treatment} /></li>)}</ul>
      {over.length > 0 && (
        <details>
          <summary>{text('treatments.over')}</summary>
          <ul className={styles['requests']}>{over.map((treatment) => <li key={treatment.id}><One family={family} treatment={treatment} /></li>)}</ul>
        </details>
      )}
      {isAsking && <Ask family={family} onClose={() => setIsAsking(false)} />}
    </Section>
  )
}

const One = ({ family, treatment }: Props & { readonly treatment: Treatment }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const withdraw = useCommand(WithdrawTreatmentDocument)
  const [open, setOpen] = useState<'answer' | 'exception'>()
  const { id, child, what, treatedBy, isSubstantial, askedBy, askedOn, status, answers, missing, exception } = treatment
  const isBack = useIsBack()
  const mayEnd = treatment.mayEnd && !isBack
  const close = () => setOpen(undefined)
  const about = <VisuallyHidden>: {what}</VisuallyHidden>
  return (
    <div className={styles['request']}>
      <p><strong>{child}</strong>: <span dir="auto">{what}</span> <StatusMark tone={tones[status]}>{text(`treatments.status.${status}`)}</StatusMark></p>
      <p className={page['soft']}>
        {text('treatments.by', { who: treatedBy })} {text('consents.askedBy', { name: askedBy, day: dates.date(askedOn) })} {isSubstantial && text('treatments.substantial')}
      </p>
      {answers.map((answer) => (
        <p key={answer.parent}>
          {text(answer.agrees ? 'treatments.saidYes' : 'treatments.saidNo', { name: answer.parent, day: dates.date(answer.on) })}{' '}
          <span className={page['soft']} dir="auto">{answer.notedBy !== null && text('treatments.noted', { how: answer.how ?? '', name: answer.notedBy })}</span>
        </p>
      ))}
      {status === 'INCOMPLETE' && <p>{missing.length > 0 ? text('treatments.missing', { names: missing.join(', ') }) : text('treatments.nobody')}</p>}
      {exception !== null && <p dir="auto">{text('treatments.exceptionBy', { name: exception.by, day: dates.date(exception.on) })} {exception.reason}</p>}
      {status !== 'WITHDRAWN' && (
        <div className={styles['actions']}>
          {family.can.contribute && treatment.holders.length > 0 && <Button kind="quiet" onClick={() => setOpen('answer')}>{text('consents.noteAnswer')}{about}</Button>}
          {mayEnd && (status === 'INCOMPLETE' || status === 'REFUSED') && <Button kind="quiet" onClick={() => setOpen('exception')}>{text('treatments.exception')}{about}</Button>}
          {mayEnd && <Button kind="quiet" busy={withdraw.busy} onClick={() => { void withdraw.run({ familyId: family.id, treatmentId: id }) }}>{text('consents.takeBack')}{about}</Button>}
        </div>
      )}
      <SaidNo refusal={withdraw.refusal} />
      {open === 'answer' && <NoteAnswer family={family} treatment={treatment} onClose={close} />}
      {open === 'exception' && <Exception family={family} treatment={treatment} onClose={close} />}
    </div>
  )
}

const Ask = ({ family, onClose }: Props & { readonly onClose: () => void }) => {
  const text = useText()
  const command = useCommand(ProposeTreatmentDocument)
  const children = family.members.filter((member) => isChild(member) && member.role !== 'UNBORN_CHILD' && member.isErased !== true)
  const draft = useDraft(family.id, 'treatment', { childId: children[0]?.id ?? '', what: '', treatedBy: '', isSubstantial: '' })
  const { childId, what, treatedBy, isSubstantial } = draft.values
  const send = async (): Promise<void> => {
    if (!await command.run({ familyId: family.id, input: { childId, what, treatedBy, isSubstantial: isSubstantial === 'yes' } })) return
    draft.drop()
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('treatments.ask')}>
      <form className={page['form']} noValidate onSubmit={(event) => { event.preventDefault(); void send() }}>
        <Field label={text('consents.about')}>
          {(control) => <select {...control} value={childId} onChange={(event) => draft.change({ childId: event.target.value })}>{children.map(({ id, firstName }) => <option key={id} value={id}>{firstName}</option>)}</select>}
        </Field>
        <Field label={text('treatments.what')} hint={text('treatments.whatHint')}>{(control) => <input {...control} dir="auto" maxLength={200} value={what} onChange={(event) => draft.change({ what: event.target.value })} />}</Field>
        <Field label={text('treatments.treatedBy')} hint={text('treatments.treatedByHint')}>{(control) => <input {...control} dir="auto" maxLength={200} value={treatedBy} onChange={(event) => draft.change({ treatedBy: event.target.value })} />}</Field>
        {family.zone === 'Europe/Brussels' && <label><input type="checkbox" checked={isSubstantial === 'yes'} onChange={(event) => draft.change({ isSubstantial: event.target.checked ? 'yes' : '' })} /> {text('treatments.isSubstantial')}</label>}
        <EditFoot keeping={draft.keeping} refusal={command.refusal} busy={command.busy} sendLabel={text('treatments.send')} disabled={childId === '' || what.trim() === '' || treatedBy.trim() === ''} onClose={onClose} />
      </form>
    </Dialog>
  )
}

const ways = ['SPOKEN', 'WRITTEN'] as const

const NoteAnswer = ({ family, treatment, onClose }: OneProps) => {
  const text = useText()
  const command = useCommand(NoteTreatmentAnswerDocument)
  const [parentId, setParentId] = useState(treatment.holders.length === 1 ? treatment.holders[0]?.id : undefined)
  const [answer, setAnswer] = useState<'yes' | 'no'>()
  const [way, setWay] = useState<(typeof ways)[number]>('SPOKEN')
  const draft = useDraft(family.id, `treatment-answer-${treatment.id}`, { how: '' })
  const { how } = draft.values
  const isWhole = parentId !== undefined && answer !== undefined && how.trim() !== ''
  const save = async (): Promise<void> => {
    if (!isWhole || !await command.run({ familyId: family.id, treatmentId: treatment.id, agrees: answer === 'yes', noted: { parentId, way, how } })) return
    draft.drop()
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('consents.noteAnswer')}>
      <form className={page['form']} noValidate onSubmit={(event) => { event.preventDefault(); void save() }}>
        <p dir="auto">{treatment.what}</p>
        <RadioCards name={`parent-${treatment.id}`} legend={text('consents.saidBy')} inline chosen={parentId} onChoose={setParentId} options={treatment.holders.map(({ id, name }) => ({ value: id, label: name }))} />
        <RadioCards name={`agrees-${treatment.id}`} legend={text('consents.answer')} inline chosen={answer} onChoose={setAnswer} options={[{ value: 'yes', label: text('consents.yes') }, { value: 'no', label: text('consents.no') }]} />
        <RadioCards name={`way-${treatment.id}`} legend={text('consents.basis')} inline chosen={way} onChoose={setWay} options={ways.map((value) => ({ value, label: text(`consents.basis.${value}`) }))} />
        <Field label={text('treatments.how')} hint={text('treatments.howHint')}>{(control) => <input {...control} dir="auto" value={how} onChange={(event) => draft.change({ how: event.target.value })} />}</Field>
        <EditFoot keeping={draft.keeping} refusal={command.refusal} busy={command.busy} disabled={!isWhole} onClose={onClose} />
      </form>
    </Dialog>
  )
}

const Exception = ({ family, treatment, onClose }: OneProps) => {
  const text = useText()
  const command = useCommand(MakeTreatmentExceptionDocument)
  return (
    <WordsDialog
      familyId={family.id} form={`treatment-exception-${treatment.id}`} title={text('treatments.exception')} label={text('treatments.reason')} sendLabel={text('action.save')} command={command}
      onSend={(reason) => command.run({ familyId: family.id, treatmentId: treatment.id, reason })} onClose={onClose}
    >
      <p>{text('treatments.exceptionHint')}</p>
    </WordsDialog>
  )
}
