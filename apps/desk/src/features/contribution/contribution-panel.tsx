import { AddContributionDocument } from '@samenspel/graphql-documents/desk'
import { Button, Field, useDates, useLanguage } from '@samenspel/ui'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { DraftMark } from '../../parts/draft-mark.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { settings } from '../../parts/settings.ts'
import { SubjectSelect } from '../../parts/subject-select.tsx'
import { useText } from '../../parts/text.ts'
import { newSafetyPath, safetyPath } from '../../shell/paths.ts'
import { useViewer } from '../../shell/viewer.ts'
import type { Contribution, Family } from '../family/family.ts'
import { subjectChoices } from '../family/subjects.ts'
import { ageInMonths, categories, fourParts, inputOf, isChildsStory, kindsFor, mayBeConfidential, newContribution, usualSubject, valuesOf, windows, type ContributionValues } from './contribution-form.ts'
import styles from './contribution-panel.module.css'
import { gentler } from './gentle-words.ts'
import { DocumentField, ParentingPrompts, ParentSignalFields, ProcedureFields, ScreeningFields } from './kind-fields.tsx'
import { plainHints } from './plain-line.ts'
import { largestDocument, sendDocument } from './send-document.ts'

type TextField = (typeof fourParts)[number] | 'childsVoice' | 'forParents' | 'whatHelped'
/** @property corrects what the viewer wrote before, to put it right */
type Props = { readonly family: Family; readonly corrects?: Contribution | undefined; readonly onClose: () => void; readonly readAgain: () => void }

/**
 * Writing a contribution, beside the file. The first field has the focus; everything that can be guessed is filled in;
 * Ctrl+Enter saves and Escape closes, with the words kept.
 */
export const ContributionPanel = ({ family, corrects, onClose, readAgain }: Props) => {
  const text = useText()
  const language = useLanguage()
  const viewer = useViewer()
  const dates = useDates(family.zone)
  const title = useId()
  const add = useCommand(AddContributionDocument)
  const subjects = subjectChoices(family)
  const draft = useDraft(family.id, corrects === undefined ? 'contribution' : `contribution-${corrects.firstId}`, corrects === undefined ? newContribution(viewer.discipline, usualSubject(viewer.discipline, subjects), dates.today()) : valuesOf(corrects))
  const { values } = draft
  const kinds = kindsFor(viewer.discipline)
  const sending = useSending(family.id, readAgain)
  const refusal = add.refusal ?? sending.refusal
  const busy = add.busy || sending.busy
  const canBeConfidential = mayBeConfidential(values.subject, family.members, dates.today())
  const first = useRef<HTMLTextAreaElement>(null)
  useEffect(() => { first.current?.focus() }, [])

  const send = async (): Promise<void> => {
    const isSent = values.kind === 'DOCUMENT' && corrects === undefined ? await sending.send(values) : await add.run({ familyId: family.id, input: inputOf(values, canBeConfidential, corrects?.firstId) })
    if (!isSent) return
    draft.drop()
    onClose()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      if (!busy) void send()
    }
  }
  const area = (field: TextField, rows: number, hint?: string) => (
    <Field label={labelOf(field, values.kind, text)} hint={hint}>
      {(control) => (
        <>
          <textarea {...control} ref={field === 'situation' ? first : undefined} rows={rows} dir="auto" value={values[field]} onChange={(event) => draft.change({ [field]: event.target.value })} />
          <Gentler words={gentler(language, values[field])} />
          {field === 'forParents' && <Plainer hints={plainHints(language, values.forParents)} />}
        </>
      )}
    </Field>
  )

  return (
    <aside className={styles['panel']} aria-labelledby={title} onKeyDown={onKey}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <div className={styles['head']}>
          <h2 id={title}>{text(corrects === undefined ? 'contribution.title' : 'contribution.titleCorrect')}</h2>
          <Button kind="quiet" onClick={onClose} aria-keyshortcuts="Escape">{text('action.close')}</Button>
        </div>
        {corrects !== undefined && <p className={styles['hint']}>{text('contribution.correctHint')}</p>}
        {corrects === undefined && (
          <fieldset className={styles['kinds']}>
            <legend>{text('contribution.kind')}</legend>
            {kinds.map((kind) => (
              <label key={kind}><input type="radio" name="kind" checked={values.kind === kind} onChange={() => draft.change({ kind, ...kind === 'SCREENING' && values.ageMonths === '' && { ageMonths: ageInMonths(values.subject, family.members, values.occurredOn) } })} /> {text(`contribution.kind.${kind}`)}</label>
            ))}
          </fieldset>
        )}
        {viewer.discipline === 'ADULT_MENTAL_HEALTH' && values.subject.startsWith('ADULT:') && <ParentingPrompts />}
        {values.kind === 'DOCUMENT' && corrects === undefined && <DocumentField onChoose={sending.choose} problem={sending.problem} />}
        {values.kind === 'PROCEDURE' && <ProcedureFields draft={draft} today={dates.today()} />}
        {values.kind === 'SCREENING' && <ScreeningFields draft={draft} />}
        {values.kind === 'PARENT_SIGNAL' && <ParentSignalFields draft={draft} familyId={family.id} />}
        {values.kind === 'FOUR_PART' ? fourParts.map((part) => <div key={part}>{area(part, part === 'situation' ? 3 : 2)}</div>) : area('situation', 4, values.kind === 'SCREENING' ? text('contribution.situation.SCREENING.hint') : undefined)}
        {values.kind === 'PROCEDURE' && area('whatHelped', 2)}
        {isChildsStory(values.kind) && <fieldset className={styles['windows']}>
          <legend>{text('contribution.window')}</legend>
          {windows.map((window) => (
            <label key={window}><input type="radio" name="window" checked={values.window === window} onChange={() => draft.change({ window })} /> {text(`window.${window}`)}</label>
          ))}
          <label><input type="radio" name="window" checked={values.window === ''} onChange={() => draft.change({ window: '' })} /> {text('window.none')}</label>
        </fieldset>}
        {isChildsStory(values.kind) && area('childsVoice', 1, text('contribution.childsVoiceHint'))}
        {area('forParents', 1, text('contribution.forParentsHint'))}
        <div className={styles['pair']}>
          {corrects === undefined && <SubjectSelect label={text('contribution.subject')} choices={values.kind === 'PARENT_SIGNAL' ? subjects.filter(({ kind }) => kind === 'ADULT') : subjects} value={values.subject} onChange={(subject) => draft.change({ subject })} />}
          <Field label={text('contribution.occurredOn')}>{(control) => <input {...control} type="date" required max={dates.today()} value={values.occurredOn} onChange={(event) => draft.change({ occurredOn: event.target.value })} />}</Field>
          <Field label={text('contribution.setting')}>
            {(control) => <select {...control} value={values.setting} onChange={(event) => draft.change({ setting: event.target.value })}>{settings.map((setting) => <option key={setting} value={setting}>{text(`setting.${setting}`)}</option>)}</select>}
          </Field>
          {corrects === undefined && values.kind !== 'PARENT_SIGNAL' && <Field label={text('contribution.category')}>
            {(control) => <select {...control} value={values.category} onChange={(event) => draft.change({ category: event.target.value })}>{categories.map((category) => <option key={category} value={category}>{text(`category.${category}`)}</option>)}</select>}
          </Field>}
        </div>
        {canBeConfidential && corrects === undefined && values.kind !== 'DOCUMENT' && <Field label={text('contribution.inConfidence')} hint={text('contribution.inConfidenceHint')}>{(control) => <textarea {...control} rows={1} dir="auto" value={values.inConfidence} onChange={(event) => draft.change({ inConfidence: event.target.value })} />}</Field>}
        {viewer.discipline === 'ADULT_MENTAL_HEALTH' && (
          <p>{text('safety.prompt')} <Link to={family.worksOnSafety ? safetyPath(family.id) : newSafetyPath(family.id)}>{text(family.worksOnSafety ? 'safety.title' : 'safety.start')}</Link></p>
        )}
        <div className={styles['foot']}>
          <SaidNo refusal={refusal} />
          <div className={styles['save']}>
            <Button type="submit" busy={busy} aria-keyshortcuts="Control+Enter">{text('contribution.save')} <kbd>Ctrl ↵</kbd></Button>
            <DraftMark keeping={draft.keeping} />
          </div>
        </div>
      </form>
    </aside>
  )
}

/** What the first field asks for differs by kind. */
const labelOf = (field: TextField, kind: string, text: ReturnType<typeof useText>): string => {
  if (field === 'whatHelped') return text('procedure.whatHelped')
  if (field !== 'situation' || kind === 'FOUR_PART') return text(`contribution.${field}`)
  return text(kind === 'NOTE' ? 'contribution.note' : `contribution.situation.${kind as 'PROCEDURE' | 'SCREENING' | 'PARENT_SIGNAL' | 'DOCUMENT'}`)
}

/** Sending a file has a door of its own. The same file with the same words is the same command, however often it is tried. */
const useSending = (familyId: string, readAgain: () => void) => {
  const text = useText()
  const [file, choose] = useState<File>()
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState<string>()
  const [isMissing, setMissing] = useState(false)
  const intention = useRef<{ readonly id: string; readonly file: File; readonly words: string } | undefined>(undefined)
  const problem = isMissing && file === undefined ? text('document.missing') : file !== undefined && file.size > largestDocument ? text('document.fileHint') : undefined
  const send = async (values: ContributionValues): Promise<boolean> => {
    setMissing(file === undefined)
    if (file === undefined || file.size > largestDocument) return false
    const words = JSON.stringify(values)
    if (intention.current?.file !== file || intention.current.words !== words) intention.current = { id: crypto.randomUUID(), file, words }
    setBusy(true)
    const why = await sendDocument(familyId, intention.current.id, values, file, text('document.failed'))
    setBusy(false)
    setMessage(why)
    if (why === undefined) readAgain()
    return why === undefined
  }
  return { choose: (chosen: File | undefined) => { choose(chosen); setMessage(undefined) }, problem, busy, send, refusal: message === undefined ? undefined : { code: 'document', message } }
}

/** What may make a line for the parents plainer. It offers; saving goes on as ever. */
const Plainer = ({ hints }: { readonly hints: ReturnType<typeof plainHints> }) => {
  const text = useText()
  if (hints.length === 0) return null
  return <ul className={styles['gentler']}>{hints.map((hint) => <li key={hint.kind}>{hint.kind === 'jargon' ? text('plain.jargon', { found: hint.found }) : text(`plain.${hint.kind}`)}</li>)}</ul>
}

/** Another wording for words that judge. It offers; saving goes on as ever. */
const Gentler = ({ words }: { readonly words: ReturnType<typeof gentler> }) => {
  const text = useText()
  if (words.length === 0) return null
  return (
    <ul className={styles['gentler']}>
      {words.map((word) => <li key={word.found}>{text('gentle.offer', { found: word.found, instead: word.instead })}</li>)}
    </ul>
  )
}
