import { AskHelpDocument, HelpSuggestionsDocument, ProposeProvidersDocument, type HelpKind, type HelpSuggestionsQuery } from '@samenspel/graphql-documents/desk'
import { Dialog, Field } from '@samenspel/ui'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { Answered } from '../../parts/answered.tsx'
import { EditFoot } from '../../parts/edit-foot.tsx'
import fields from '../../parts/fields.module.css'
import page from '../../parts/page.module.css'
import { SubjectSelect } from '../../parts/subject-select.tsx'
import { useText } from '../../parts/text.ts'
import { subjectChoices, subjectKey, subjectOf } from '../family/subjects.ts'
import { helpKinds } from '../services/services.ts'
import { ServiceFacts } from '../services/services-page.tsx'
import type { HelpFamily, HelpSearch } from './help.ts'
import styles from './help.module.css'

type Suggestions = HelpSuggestionsQuery['helpSuggestions']
type Props = { readonly family: HelpFamily; readonly search?: HelpSearch; readonly onClose: () => void; readonly onDone: () => void }

/** What help, for whom and where; what suits; and what of it is proposed: two organisations at least, where there are two (K-03). */
export const ProposeHelp = ({ family, search, onClose, onDone }: Props) => {
  const text = useText()
  const choices = subjectChoices(family).filter(({ kind }) => kind !== 'SURROUNDINGS')
  const { values, change, keeping, drop } = useDraft(family.id, search === undefined ? 'help' : `help ${search.id}`, {
    subject: search === undefined ? choices[0]?.key ?? '' : subjectKey({ kind: search.subject.kind, memberIds: [...search.subject.memberIds] }), kind: search?.kind ?? 'PARENT_AND_CHILD', why: search?.why ?? '',
    area: search?.area ?? '', language: search?.language?.tag ?? '', fewerWhy: '',
  })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const ask = useCommand(AskHelpDocument)
  const propose = useCommand(ProposeProvidersDocument)
  const { subject, kind, why, area, language, fewerWhy } = values
  const criteria = { ...(area !== '' && { area }), ...(language !== '' && { language }) }
  const [asked, again] = useQuery({
    query: HelpSuggestionsDocument, requestPolicy: 'network-only', pause: subject === '',
    variables: { familyId: family.id, subject: subjectOf(subject), kind, ...criteria, ...(search !== undefined && { searchId: search.id }) },
  })
  const ticked = (asked.data?.helpSuggestions.services ?? []).filter(({ id }) => chosen.includes(id))
  const organisations = (some: readonly { readonly organisation: { readonly id: string } }[]) => new Set(some.map(({ organisation }) => organisation.id)).size
  const left = (asked.data?.helpSuggestions.services ?? []).filter(({ organisation }) => asked.data?.helpSuggestions.leftAside.includes(organisation.id) !== true)
  const needed = Math.min(2, organisations(left))
  const picked = organisations(ticked)
  const isFew = picked === 1 && needed < 2
  const send = async () => {
    setTried(true)
    if ((search === undefined && why.trim() === '') || picked === 0 || picked < needed || (isFew && fewerWhy.trim() === '')) return
    const what = { serviceIds: ticked.map(({ id }) => id), ...criteria, ...(isFew && { fewerWhy }) }
    const isDone = search === undefined ? await ask.run({ familyId: family.id, input: { subject: subjectOf(subject), kind, why, ...what } }) : await propose.run({ familyId: family.id, searchId: search.id, input: what })
    if (!isDone) return
    drop()
    onDone()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text(search === undefined ? 'helpChoices.askTitle' : 'helpChoices.proposeTitle')}>
      <form noValidate className={page['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        {search === undefined && (
          <>
            <div className={fields['fields']}>
              <SubjectSelect label={text('helpChoices.forWhom')} choices={choices} value={subject} onChange={(next) => change({ subject: next })} />
              <Field label={text('services.kind')}>{(control) => <select {...control} value={kind} onChange={(event) => change({ kind: event.target.value as HelpKind })}>{helpKinds.map((one) => <option key={one} value={one}>{text(`helpKind.${one}`)}</option>)}</select>}</Field>
            </div>
            <Field label={text('helpChoices.why')} hint={text('helpChoices.whyHint')} error={tried && why.trim() === '' ? text('services.missing') : undefined}>{(control) => <textarea {...control} dir="auto" rows={2} value={why} onChange={(event) => change({ why: event.target.value })} />}</Field>
          </>
        )}
        <div className={fields['fields']}>
          <Field label={text('services.area')}>
            {(control) => <select {...control} value={area} onChange={(event) => change({ area: event.target.value })}><option value="">{text('helpChoices.anywhere')}</option>{[...new Set([...asked.data?.helpSuggestions.areas ?? [], ...area === '' ? [] : [area]])].map((one) => <option key={one} value={one}>{one}</option>)}</select>}
          </Field>
          <Field label={text('services.language')}>
            {(control) => <select {...control} value={language} onChange={(event) => change({ language: event.target.value })}><option value="">{text('helpChoices.anyLanguage')}</option>{(asked.data?.helpSuggestions.languages ?? []).map(({ tag, name }) => <option key={tag} value={tag}>{name}</option>)}</select>}
          </Field>
        </div>
        <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>
          {({ helpSuggestions }) => <Suggested suggestions={helpSuggestions} chosen={chosen} onChoose={setChosen} />}
        </Answered>
        {isFew && <Field label={text('helpChoices.fewerWhy')} hint={text('helpChoices.fewerHint')} error={tried && fewerWhy.trim() === '' ? text('services.missing') : undefined}>{(control) => <textarea {...control} dir="auto" rows={2} value={fewerWhy} onChange={(event) => change({ fewerWhy: event.target.value })} />}</Field>}
        {tried && picked < Math.max(1, needed) && <p className={fields['error']} role="alert">{text(needed < 2 ? 'helpChoices.pickOne' : 'helpChoices.tooFew')}</p>}
        <EditFoot keeping={keeping} refusal={ask.refusal ?? propose.refusal} busy={ask.busy || propose.busy} sendLabel={text('helpChoices.send')} onClose={onClose} />
      </form>
    </Dialog>
  )
}

const Suggested = ({ suggestions: { services, narrowing, leftAside }, chosen, onChoose }: { readonly suggestions: Suggestions; readonly chosen: readonly string[]; readonly onChoose: (chosen: readonly string[]) => void }) => {
  const text = useText()
  const fits = narrowing.inLanguage
  return (
    <fieldset className={styles['fits']}>
      <legend>{text('helpChoices.choose')}</legend>
      <p role="status">{text('helpChoices.fits', { count: fits })} {fits < 2 && <>{text('helpChoices.because', narrowing)} {narrowing.inLanguage < narrowing.forAge && text('helpChoices.loosen')}</>}</p>
      {fits > 1 && <p className={page['soft']}>{text('helpChoices.chooseHint')}</p>}
      <ul className={styles['options']}>
        {services.map((service) => (
          <li key={service.id}>
            <label className={styles['pick']}>
              <input type="checkbox" checked={chosen.includes(service.id)} onChange={(event) => onChoose(event.target.checked ? [...chosen, service.id] : chosen.filter((id) => id !== service.id))} />
              <span><strong>{service.organisation.name}</strong>: <span dir="auto">{service.name}</span></span>
            </label>
            {leftAside.includes(service.organisation.id) && <p className={page['soft']}>{text('helpChoices.leftAside')}</p>}
            <ServiceFacts service={service} />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
