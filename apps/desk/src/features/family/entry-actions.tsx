import { AskColleagueDocument, TakeOwnContributionDocument } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { useViewer } from '../../shell/viewer.ts'
import styles from './entry-actions.module.css'
import { contributionTexts, type Contribution, type FileOfEntry } from './family.ts'

type Props = { readonly family: FileOfEntry; readonly contribution: Contribution; readonly onCorrect: (() => void) | undefined }

/** What a professional does with a contribution: put the own one right, take it into an own system, ask a colleague about it. */
export const EntryActions = ({ family, contribution, onCorrect }: Props) => {
  const text = useText()
  const [asking, setAsking] = useState(false)
  const name = contribution.situation.slice(0, 40)
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>{text('entry.ask')}<VisuallyHidden>: {name}</VisuallyHidden></Button>
      {contribution.isOwn && onCorrect !== undefined && <Button kind="quiet" onClick={onCorrect}>{text('entry.correct')}<VisuallyHidden>: {name}</VisuallyHidden></Button>}
      {contribution.isOwn && <CopyOwn family={family} contribution={contribution} name={name} />}
      {asking && <AskColleague family={family} contribution={contribution} onClose={() => setAsking(false)} />}
    </>
  )
}

/** The own words as plain text, for an own record elsewhere. First it is noted that they leave, then they are copied. */
const CopyOwn = ({ family, contribution, name }: { readonly family: FileOfEntry; readonly contribution: Contribution; readonly name: string }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const take = useCommand(TakeOwnContributionDocument)
  const [copied, setCopied] = useState<'no' | 'yes' | 'by hand'>('no')
  const { procedure, screening, parentSignal } = contribution
  const plain = [
    `${dates.date(contribution.occurredOn)}, ${text(`setting.${contribution.setting}`)}, ${contribution.subject.label}`,
    ...contributionTexts.flatMap((part) => { const words = contribution[part]; return words === null || words === '' ? [] : [`${text(`contribution.${part}`)}: ${words}`] }),
    ...contribution.window === null ? [] : [`${text('contribution.window')}: ${text(`window.${contribution.window}`)}`],
    ...procedure === null ? [] : [`${text('procedure.name')}: ${procedure.name}`, `${text('procedure.whatHelped')}: ${procedure.whatHelped}`],
    ...screening === null ? [] : [`${text('screening.instrument')}: ${screening.instrument} (${screening.version})`, `${text('screening.ageMonths')}: ${screening.ageMonths}`, `${text('screening.informant')}: ${text(`informant.${screening.informant}`)}`, `${text('screening.score')}: ${screening.score}`, `${text('screening.norm')}: ${screening.norm}`],
    ...parentSignal === null ? [] : [`${text('parentSignal.takesPart')}: ${text(`takesPart.${parentSignal.takesPart}`)}`, ...[parentSignal.availability, parentSignal.askAbout].filter((words) => words !== null)],
  ].join('\n')
  const copy = async (): Promise<void> => {
    if (!await take.run({ familyId: family.id, contributionId: contribution.id })) return
    setCopied(await navigator.clipboard.writeText(plain).then(() => 'yes' as const, () => 'by hand' as const))
  }
  return (
    <>
      <Button kind="quiet" busy={take.busy} onClick={() => { void copy() }}>{text('entry.copy')}<VisuallyHidden>: {name}</VisuallyHidden></Button>
      <span role="status" className={styles['soft']}>{copied === 'yes' ? text('entry.copied') : copied === 'by hand' ? text('entry.copyByHand') : ''}</span>
      {copied === 'by hand' && <textarea className={styles['plain']} readOnly rows={6} dir="auto" aria-label={text('entry.copy')} value={plain} onFocus={(event) => event.target.select()} />}
      <SaidNo refusal={take.refusal} />
    </>
  )
}

const wishes = ['ANSWER', 'ATTENTION'] as const

/** A question, or only word of something, to a colleague of the team. It stands beside the contribution that it is about. */
const AskColleague = ({ family, contribution, onClose }: { readonly family: FileOfEntry; readonly contribution: Contribution; readonly onClose: () => void }) => {
  const text = useText()
  const viewer = useViewer()
  const ask = useCommand(AskColleagueDocument)
  const colleagues = [...new Map(family.team.map(({ professional }) => [professional.id, professional])).values()].filter(({ id, name }) => id !== viewer.id && id !== 'somebody' && name !== '')
  // Who wrote it is asked first, where they are of the team.
  const usual = colleagues.find(({ id }) => id === contribution.author.id) ?? colleagues[0]
  const draft = useDraft(family.id, `question-${contribution.firstId}`, { to: usual?.id ?? '', wish: 'ANSWER', text: '' })
  const { values } = draft
  const send = async (): Promise<void> => {
    if (!await ask.run({ familyId: family.id, input: { colleagueId: values.to, wish: values.wish === 'ATTENTION' ? 'ATTENTION' : 'ANSWER', text: values.text, contributionId: contribution.firstId } })) return
    draft.drop()
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('ask.title')}>
      {colleagues.length === 0 ? <p>{text('ask.nobody')}</p> : (
        <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!ask.busy) void send() }}>
          <blockquote className={styles['quote']} dir="auto">{contribution.situation}</blockquote>
          <Field label={text('ask.to')}>
            {(control) => <select {...control} value={values.to} onChange={(event) => draft.change({ to: event.target.value })}>{colleagues.map(({ id, name, title }) => <option key={id} value={id}>{name}, {title}</option>)}</select>}
          </Field>
          <Field label={text('ask.wish')}>
            {(control) => <select {...control} value={values.wish} onChange={(event) => draft.change({ wish: event.target.value })}>{wishes.map((wish) => <option key={wish} value={wish}>{text(`ask.wish.${wish}`)}</option>)}</select>}
          </Field>
          <Field label={text('ask.text')} hint={text('ask.hint')}>
            {(control) => <textarea {...control} required rows={3} dir="auto" value={values.text} onChange={(event) => draft.change({ text: event.target.value })} />}
          </Field>
          <EditFoot keeping={draft.keeping} refusal={ask.refusal} busy={ask.busy} sendLabel={text('ask.send')} onClose={onClose} />
        </form>
      )}
    </Dialog>
  )
}
