import { AddContributionDocument } from '@samenspel/graphql-documents/desk'
import { Button, Field, useDates, useLanguage } from '@samenspel/ui'
import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
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
import type { Family } from '../family/family.ts'
import { subjectChoices } from '../family/subjects.ts'
import { categories, fourParts, inputOf, mayBeConfidential, newContribution, usualSubject, windows } from './contribution-form.ts'
import styles from './contribution-panel.module.css'
import { gentler } from './gentle-words.ts'

type TextField = (typeof fourParts)[number] | 'childsVoice' | 'forParents'
type Props = { readonly family: Family; readonly onClose: () => void }

/**
 * Writing a contribution, beside the file. The first field has the focus; everything that can be guessed is filled in;
 * Ctrl+Enter saves and Escape closes, with the words kept.
 */
export const ContributionPanel = ({ family, onClose }: Props) => {
  const text = useText()
  const language = useLanguage()
  const viewer = useViewer()
  const dates = useDates(family.zone)
  const title = useId()
  const add = useCommand(AddContributionDocument)
  const subjects = subjectChoices(family)
  const draft = useDraft(family.id, 'contribution', newContribution(viewer.discipline, usualSubject(viewer.discipline, subjects), dates.today()))
  const { values } = draft
  const isNote = values.kind === 'NOTE'
  const canBeConfidential = mayBeConfidential(values.subject, family.members, dates.today())
  const first = useRef<HTMLTextAreaElement>(null)
  useEffect(() => { first.current?.focus() }, [])

  const send = async (): Promise<void> => {
    if (!await add.run({ familyId: family.id, input: inputOf(values, canBeConfidential) })) return
    draft.drop()
    onClose()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      if (!add.busy) void send()
    }
  }
  const area = (field: TextField, rows: number, hint?: string) => (
    <Field label={field === 'situation' && isNote ? text('contribution.note') : text(`contribution.${field}`)} hint={hint}>
      {(control) => (
        <>
          <textarea {...control} ref={field === 'situation' ? first : undefined} rows={rows} dir="auto" value={values[field]} onChange={(event) => draft.change({ [field]: event.target.value })} />
          <Gentler words={gentler(language, values[field])} />
        </>
      )}
    </Field>
  )

  return (
    <aside className={styles['panel']} aria-labelledby={title} onKeyDown={onKey}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <div className={styles['head']}>
          <h2 id={title}>{text('contribution.title')}</h2>
          <Button kind="quiet" onClick={onClose} aria-keyshortcuts="Escape">{text('action.close')}</Button>
        </div>
        <fieldset className={styles['kinds']}>
          <legend>{text('contribution.kind')}</legend>
          {(['FOUR_PART', 'NOTE'] as const).map((kind) => (
            <label key={kind}><input type="radio" name="kind" checked={values.kind === kind} onChange={() => draft.change({ kind })} /> {text(`contribution.kind.${kind}`)}</label>
          ))}
        </fieldset>
        {isNote ? area('situation', 4) : fourParts.map((part) => <div key={part}>{area(part, part === 'situation' ? 3 : 2)}</div>)}
        <fieldset className={styles['windows']}>
          <legend>{text('contribution.window')}</legend>
          {windows.map((window) => (
            <label key={window}><input type="radio" name="window" checked={values.window === window} onChange={() => draft.change({ window })} /> {text(`window.${window}`)}</label>
          ))}
          <label><input type="radio" name="window" checked={values.window === ''} onChange={() => draft.change({ window: '' })} /> {text('window.none')}</label>
        </fieldset>
        {area('childsVoice', 1, text('contribution.childsVoiceHint'))}
        {area('forParents', 1, text('contribution.forParentsHint'))}
        <div className={styles['pair']}>
          <SubjectSelect label={text('contribution.subject')} choices={subjects} value={values.subject} onChange={(subject) => draft.change({ subject })} />
          <Field label={text('contribution.occurredOn')}>{(control) => <input {...control} type="date" required max={dates.today()} value={values.occurredOn} onChange={(event) => draft.change({ occurredOn: event.target.value })} />}</Field>
          <Field label={text('contribution.setting')}>
            {(control) => <select {...control} value={values.setting} onChange={(event) => draft.change({ setting: event.target.value })}>{settings.map((setting) => <option key={setting} value={setting}>{text(`setting.${setting}`)}</option>)}</select>}
          </Field>
          <Field label={text('contribution.category')}>
            {(control) => <select {...control} value={values.category} onChange={(event) => draft.change({ category: event.target.value })}>{categories.map((category) => <option key={category} value={category}>{text(`category.${category}`)}</option>)}</select>}
          </Field>
        </div>
        {canBeConfidential && <Field label={text('contribution.inConfidence')} hint={text('contribution.inConfidenceHint')}>{(control) => <textarea {...control} rows={1} dir="auto" value={values.inConfidence} onChange={(event) => draft.change({ inConfidence: event.target.value })} />}</Field>}
        {viewer.discipline === 'ADULT_MENTAL_HEALTH' && (
          <p>{text('safety.prompt')} <Link to={family.worksOnSafety ? safetyPath(family.id) : newSafetyPath(family.id)}>{text(family.worksOnSafety ? 'safety.title' : 'safety.start')}</Link></p>
        )}
        <div className={styles['foot']}>
          <SaidNo refusal={add.refusal} />
          <div className={styles['save']}>
            <Button type="submit" busy={add.busy} aria-keyshortcuts="Control+Enter">{text('contribution.save')} <kbd>Ctrl ↵</kbd></Button>
            <DraftMark keeping={draft.keeping} />
          </div>
        </div>
      </form>
    </aside>
  )
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
