import { ActivatePlanVersionDocument, DrawPlanVersionDocument, NotePlanAnswerDocument, type PlanAnswerKind } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, RadioCards, StatusMark, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import page from '../../parts/page.module.css'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import dialogs from '../plan/dialogs.module.css'
import type { PlanFamily, PlanPart, PlanVersion } from './plan-file.ts'
import styles from './plan-page.module.css'
import { SaidAloud, spokenOf, type Aloud } from './said-aloud.tsx'

type Props = { readonly family: PlanFamily }
type OfVersion = Props & { readonly version: PlanVersion }

/** The versions of the plan: drawn, agreed to by each parent, in force, and what each changed. */
export const Versions = ({ family }: Props) => {
  const text = useText()
  const [drawing, setDrawing] = useState(false)
  const [newest, ...earlier] = family.plan.versions
  const mayEdit = family.can.coordinate
  if (newest === undefined && !mayEdit) return null
  return (
    <Section title={text('versions.title')} action={mayEdit ? <Button kind="secondary" onClick={() => setDrawing(true)}>{text('versions.draw')}</Button> : undefined}>
      {newest === undefined ? <p>{text('versions.empty')}</p> : <OneVersion family={family} version={newest} isNewest />}
      {earlier.length > 0 && (
        <details className={page['folded']}>
          <summary>{text('versions.earlier', { count: earlier.length })}</summary>
          <ul className={styles['list']}>{earlier.map((version) => <li key={version.id}><OneVersion family={family} version={version} /></li>)}</ul>
        </details>
      )}
      {drawing && <Draw family={family} onClose={() => setDrawing(false)} />}
    </Section>
  )
}

const tones = { DRAWN: 'wait', IN_FORCE: 'ok', FORMER: 'neutral' } as const
const answerTones = { YES: 'ok', NO: 'stop', QUESTION: 'wait' } as const

const OneVersion = ({ family, version, isNewest = false }: OfVersion & { readonly isNewest?: boolean }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [noting, setNoting] = useState<string>()
  const [activating, setActivating] = useState(false)
  const mayEdit = family.can.coordinate && isNewest
  const changes = version.parts.filter(({ change }) => change !== 'SAME')
  const isOpen = family.plan.needs.every(({ isMet }) => isMet)
  return (
    <div className={styles['list']}>
      <div className={page['row']}>
        <h3>{text('versions.number', { number: version.number })}</h3>
        <StatusMark tone={tones[version.state]}>{text(`versions.state.${version.state}`)}</StatusMark>
      </div>
      <p className={page['soft']}>
        {text('versions.drawn', { by: version.by, day: dates.date(dates.dateOf(version.drawnAt)) })}
        {version.inForceSince !== null && <> {text('versions.since', { day: dates.date(dates.dateOf(version.inForceSince)) })}</>}
      </p>
      {version.note !== null && <p dir="auto">{version.note}</p>}
      {version.without !== null && <p className={page['words']} dir="auto"><strong>{text('versions.without')}</strong> {version.without}</p>}

      {(version.answers.length > 0 || version.awaited.length > 0) && (
        <ul className={styles['parts']}>
          {version.answers.map(({ memberId, firstName, answer, words, at, spoken }) => (
            <li key={memberId}>
              <div className={page['row']}><strong>{firstName}</strong> <StatusMark tone={answerTones[answer]}>{text(`planAnswer.${answer}`)}</StatusMark></div>
              {words !== null && <p className={page['words']} dir="auto">{words}</p>}
              <p className={page['soft']}>{spoken?.words ?? text('versions.answered', { day: dates.date(dates.dateOf(at)) })}</p>
              {mayEdit && answer !== 'YES' && <div><Button kind="quiet" onClick={() => setNoting(memberId)}>{text('versions.noteAgain')}<VisuallyHidden>: {firstName}</VisuallyHidden></Button></div>}
            </li>
          ))}
          {version.awaited.filter(({ memberId }) => !version.answers.some((answer) => answer.memberId === memberId)).map(({ memberId, firstName }) => (
            <li key={memberId}>
              <div className={page['row']}><strong>{firstName}</strong> <StatusMark tone="wait">{text('versions.awaited')}</StatusMark></div>
              {mayEdit && <div><Button kind="quiet" onClick={() => setNoting(memberId)}>{text('versions.note')}<VisuallyHidden>: {firstName}</VisuallyHidden></Button></div>}
            </li>
          ))}
        </ul>
      )}

      {changes.length + version.went.length > 0 && (
        <details className={page['folded']} open={isNewest && version.state === 'DRAWN'}>
          <summary>{text('versions.changes', { count: changes.length + version.went.length })}</summary>
          <ul className={styles['parts']}>
            {changes.map((part) => <li key={part.id}><PartRead part={part} /></li>)}
            {version.went.map((part) => <li key={part.id} className={styles['went']}><span className={page['soft']}>{text('versions.went')} {text(`part.${part.kind}`)}</span><strong dir="auto">{part.title}</strong></li>)}
          </ul>
        </details>
      )}
      <details className={page['folded']}>
        <summary>{text('versions.whole', { number: version.number })}</summary>
        <ul className={styles['parts']}>{version.parts.map((part) => <li key={part.id}><PartRead part={{ ...part, before: null, change: 'SAME' }} /></li>)}</ul>
      </details>

      {mayEdit && version.state === 'DRAWN' && (
        isOpen
          ? <div><Button onClick={() => setActivating(true)}>{text('versions.activate')}</Button></div>
          : <p className={page['soft']}>{text('versions.notYet')}</p>
      )}
      {noting !== undefined && <NoteAnswer family={family} version={version} parentId={noting} onClose={() => setNoting(undefined)} />}
      {activating && <Activate family={family} version={version} onClose={() => setActivating(false)} />}
    </div>
  )
}

const PartRead = ({ part }: { readonly part: PlanPart }) => {
  const text = useText()
  return (
    <>
      <span className={page['soft']}>{[part.change === 'SAME' ? undefined : text(`versions.${part.change}`), text(`part.${part.kind}`), part.route === null ? undefined : text(`route.${part.route}`)].filter(Boolean).join(' · ')}</span>
      <strong dir="auto">{part.title}</strong>
      {part.before !== null && <p className={styles['before']} dir="auto"><VisuallyHidden>{text('versions.before')} </VisuallyHidden>{part.before}</p>}
      {part.text !== null && <p className={page['words']} dir="auto">{part.text}</p>}
      {part.forParents !== null && <p className={styles['plain']} dir="auto">{part.forParents}</p>}
    </>
  )
}

const Draw = ({ family, onClose }: Props & { readonly onClose: () => void }) => {
  const text = useText()
  const draw = useCommand(DrawPlanVersionDocument)
  const draft = useDraft(family.id, 'plan-version', { note: '' })
  const { note } = draft.values
  const send = async (): Promise<void> => {
    if (!await draw.run({ familyId: family.id, ...(note.trim() !== '' && { note }) })) return
    draft.drop()
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('versions.draw')}>
      <form className={dialogs['form']} onSubmit={(event) => { event.preventDefault(); if (!draw.busy) void send() }}>
        <p>{text('versions.drawText')}</p>
        <Field label={text('versions.drawNote')}>{(control) => <textarea {...control} rows={2} dir="auto" value={note} onChange={(event) => draft.change({ note: event.target.value })} />}</Field>
        <EditFoot keeping={draft.keeping} refusal={draw.refusal} busy={draw.busy} sendLabel={text('versions.draw')} onClose={onClose} />
      </form>
    </Dialog>
  )
}

const answers = ['YES', 'QUESTION', 'NO'] as const satisfies readonly PlanAnswerKind[]

const NoteAnswer = ({ family, version, parentId, onClose }: OfVersion & { readonly parentId: string; readonly onClose: () => void }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const note = useCommand(NotePlanAnswerDocument)
  const [answer, setAnswer] = useState<PlanAnswerKind>()
  const draft = useDraft(family.id, `plan-answer-${version.id}-${parentId}`, { words: '' })
  const { words } = draft.values
  const [aloud, setAloud] = useState<Aloud>({ how: undefined, on: dates.today() })
  const name = family.members.find(({ id }) => id === parentId)?.firstName ?? ''
  const spoken = spokenOf(aloud)
  const send = async (): Promise<void> => {
    if (answer === undefined || spoken === undefined) return
    if (!await note.run({ familyId: family.id, planVersionId: version.id, parentId, answer, spoken, ...(words.trim() !== '' && { words }) })) return
    draft.drop()
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('versions.noteTitle', { name, number: version.number })}>
      <form className={dialogs['form']} onSubmit={(event) => { event.preventDefault(); if (!note.busy) void send() }}>
        <p>{text('spoken.hint', { name })}</p>
        <RadioCards name="answer" inline legend={text('versions.what', { name })} chosen={answer} onChoose={setAnswer} options={answers.map((value) => ({ value, label: text(`planAnswer.${value}`) }))} />
        <Field label={text('versions.words', { name })}>{(control) => <textarea {...control} rows={2} dir="auto" value={words} onChange={(event) => draft.change({ words: event.target.value })} />}</Field>
        <SaidAloud name={name} today={dates.today()} aloud={aloud} onChange={setAloud} />
        <EditFoot keeping={draft.keeping} refusal={note.refusal} busy={note.busy} sendLabel={text('spoken.save')} disabled={answer === undefined || spoken === undefined} onClose={onClose} />
      </form>
    </Dialog>
  )
}

/** With everybody's yes at once; else with the reason why it is to hold nevertheless, which stays with the version. */
const Activate = ({ family, version, onClose }: OfVersion & { readonly onClose: () => void }) => {
  const text = useText()
  const activate = useCommand(ActivatePlanVersionDocument)
  const draft = useDraft(family.id, `plan-holds-${version.id}`, { without: '' })
  const { without } = draft.values
  // Of whom nobody has seen any authority nobody could be asked.
  const isUnasked = version.awaited.length + version.answers.length === 0
  const needsReason = version.awaited.length > 0 || isUnasked || activate.refusal?.code === 'agreement-missing'
  const send = async (): Promise<void> => {
    if (!await activate.run({ familyId: family.id, planVersionId: version.id, ...(without.trim() !== '' && { without }) })) return
    draft.drop()
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('versions.activateTitle', { number: version.number })}>
      <form className={dialogs['form']} onSubmit={(event) => { event.preventDefault(); if (!activate.busy) void send() }}>
        {needsReason ? (
          <>
            <p>{isUnasked ? text('versions.unasked') : version.awaited.length === 0 ? text('versions.reasonAsked') : text('versions.withoutYes', { names: version.awaited.map(({ firstName }) => firstName).join(', ') })}</p>
            <Field label={text('versions.reason')} hint={text('versions.reasonHint')}>{(control) => <textarea {...control} required rows={3} dir="auto" value={without} onChange={(event) => draft.change({ without: event.target.value })} />}</Field>
          </>
        ) : <p>{text('versions.allYes')}</p>}
        <EditFoot keeping={needsReason ? draft.keeping : undefined} refusal={activate.refusal} busy={activate.busy} sendLabel={text('versions.activate')} onClose={onClose} />
      </form>
    </Dialog>
  )
}
