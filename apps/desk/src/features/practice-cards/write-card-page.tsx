import { NamesToLeaveOutDocument, PlanDocument, WritePracticeCardDocument, type CardAge, type Route, type Setting } from '@samenspel/graphql-documents/desk'
import { noNames } from '@samenspel/intl/traces'
import { Button, Field, PageHeading, StatusMark } from '@samenspel/ui'
import { useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { Answered } from '../../parts/answered.tsx'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { FamilyUnknown } from '../../parts/family-unknown.tsx'
import fields from '../../parts/fields.module.css'
import page from '../../parts/page.module.css'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { planPath } from '../../shell/paths.ts'
import { useCoordinates } from '../family/case-course.tsx'
import { FamilyNav } from '../family/family-nav.tsx'
import type { PlanFamily } from '../family-plan/plan-file.ts'
import { cardAges, cardRoutes, cardSettings, cardTexts, headingOf, tracesOf, type CardText, type FoundTrace } from './practice-cards.ts'
import styles from './practice-cards.module.css'

/** Where the practice card of a family is written: the form, and beside it what could tell who it is about. */
export const WriteCardPage = () => {
  const { familyId = '' } = useParams()
  const [asked, again] = useQuery({ query: PlanDocument, variables: { id: familyId, knownAt: undefined } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  return <Answered asked={asked} onRetry={readAgain}>{({ family }) => family === null ? <FamilyUnknown /> : <OfFamily key={family.id} family={family} readAgain={readAgain} />}</Answered>
}

type Props = { readonly family: PlanFamily; readonly readAgain: () => void }

const OfFamily = ({ family, readAgain }: Props) => {
  const text = useText()
  const coordinates = useCoordinates(family)
  return (
    <div className={page['page']}>
      <FamilyNav family={family} />
      <PageHeading title={`${text('practice.title')}: ${family.name}`}>{text('practice.title')}: {family.name}</PageHeading>
      {coordinates ? <Write family={family} readAgain={readAgain} /> : <p>{text('practice.notYours')}</p>}
    </div>
  )
}

type Control = HTMLInputElement | HTMLTextAreaElement

const Write = ({ family, readAgain }: Props) => {
  const text = useText()
  const goTo = useNavigate()
  const write = useCommand(WritePracticeCardDocument)
  const card = family.plan.practiceCard
  const now = {
    version: card?.version ?? '', title: card?.title ?? '', situation: card?.situation ?? '', talk: card?.talk ?? '', tried: card?.tried ?? '', whatHelped: card?.whatHelped ?? '', whatDidNot: card?.whatDidNot ?? '', insight: card?.insight ?? '',
    ages: (card?.ages ?? []).join(' '), routes: (card?.routes ?? []).join(' '), settings: (card?.settings ?? []).join(' '),
  }
  const draft = useDraft(family.id, 'practice-card', now)
  const { values } = draft
  const [{ data }] = useQuery({ query: NamesToLeaveOutDocument, variables: { familyId: family.id }, requestPolicy: 'network-only' })
  const found = tracesOf(values, { ...noNames, ...data?.namesToLeaveOut })
  const [tried, setTried] = useState(false)
  const controls = useRef(new Map<string, Control>())
  const keep = (field: string) => (control: Control | null) => { if (control !== null) controls.current.set(field, control) }
  const show = ({ field, start, found: { length } }: FoundTrace) => {
    const control = controls.current.get(field)
    control?.focus()
    control?.setSelectionRange(start, start + length)
  }
  const ages = chosen(values.ages, cardAges), routes = chosen(values.routes, cardRoutes), settings = chosen(values.settings, cardSettings)
  const isThere = values.title.trim() !== '' && cardTexts.every(([field, must]) => !must || values[field].trim() !== '') && [ages, routes, settings].every(({ length }) => length > 0)
  const first = found.find(({ weight }) => weight === 'refused')
  const send = async (): Promise<void> => {
    setTried(true)
    if (!isThere) return
    if (first !== undefined) { show(first); return }
    const { version, title, situation, talk, tried: done, whatHelped, whatDidNot, insight } = values
    const input = { title: title.trim(), situation, tried: done, whatHelped, ages, routes, settings, ...(talk.trim() !== '' && { talk }), ...(whatDidNot.trim() !== '' && { whatDidNot }), ...(insight.trim() !== '' && { insight }) }
    if (await write.run({ familyId: family.id, ...(version !== '' && { version }), input })) {
      draft.drop()
      void goTo(planPath(family.id))
    } else readAgain()
  }
  const missing = (there: boolean) => tried && !there ? text('services.missing') : undefined
  const words = (field: CardText | 'title') => ({ value: values[field], onChange: (event: { readonly target: { readonly value: string } }) => draft.change({ [field]: event.target.value }) })
  const wrong = (field: CardText | 'title', must: boolean) => missing(!must || values[field].trim() !== '') ?? (tried && found.some((one) => one.field === field && one.weight === 'refused') ? text('practiceCards.stillKnown') : undefined)
  return (
    <form noValidate className={styles['writing']} onSubmit={(event) => { event.preventDefault(); if (!write.busy) void send() }}>
      <div className={page['form']}>
        <p>{text('practice.hint')}</p>
        <Field label={text('practiceCards.field.title')} hint={text('practiceCards.titleHint')} error={wrong('title', true)}>{(control) => <input {...control} {...words('title')} ref={keep('title')} dir="auto" maxLength={200} />}</Field>
        {cardTexts.map(([field, must]) => (
          <Field key={field} label={must ? text(headingOf(field)) : `${text(headingOf(field))} ${text('practiceCards.optional')}`} error={wrong(field, must)}>{(control) => <textarea {...control} {...words(field)} ref={keep(field)} rows={3} dir="auto" />}</Field>
        ))}
        <Choices<CardAge> legend={text('practiceCards.ages')} options={cardAges} label={(age) => text(`practiceCards.age.${age}`)} chosen={ages} error={missing(ages.length > 0)} onChange={(some) => draft.change({ ages: some.join(' ') })} />
        <Choices<Route> legend={text('practiceCards.routes')} options={cardRoutes} label={(route) => text(`route.${route}`)} chosen={routes} error={missing(routes.length > 0)} onChange={(some) => draft.change({ routes: some.join(' ') })} />
        <Choices<Setting> legend={text('practiceCards.settings')} options={cardSettings} label={(setting) => text(`setting.${setting}`)} chosen={settings} error={missing(settings.length > 0)} onChange={(some) => draft.change({ settings: some.join(' ') })} />
      </div>
      <div className={styles['check']}><Check found={found} onShow={show} /></div>
      <div className={page['form']}>
        <EditFoot
          keeping={draft.keeping} refusal={write.refusal} busy={write.busy} onClose={() => { void goTo(planPath(family.id)) }}
          conflict={card !== null && values.version !== card.version ? { theirs: [card.title, ...cardTexts.map(([field]) => card[field])].filter((one) => one !== null).join('\n'), by: card.changedBy, onKeep: () => draft.change({ version: card.version }), onTake: () => draft.change(now) } : undefined}
        />
      </div>
    </form>
  )
}

const chosen = <Value extends string>(kept: string, options: readonly Value[]): Value[] => options.filter((one) => kept.split(' ').includes(one))

type ChoicesProps<Value extends string> = { readonly legend: string; readonly options: readonly Value[]; readonly label: (value: Value) => string; readonly chosen: readonly Value[]; readonly error: string | undefined; readonly onChange: (chosen: readonly Value[]) => void }

const Choices = <Value extends string>({ legend, options, label, chosen: some, error, onChange }: ChoicesProps<Value>) => (
  <fieldset className={fields['checks']}>
    <legend>{legend}</legend>
    {options.map((one) => <label key={one}><input type="checkbox" checked={some.includes(one)} onChange={(event) => onChange(options.filter((other) => other === one ? event.target.checked : some.includes(other)))} /> {label(one)}</label>)}
    {error !== undefined && <p className={fields['error']} role="alert">{error}</p>}
  </fieldset>
)

/** What could tell who it is about, as it is typed: what must go, and what somebody looks at once more. */
const Check = ({ found, onShow }: { readonly found: readonly FoundTrace[]; readonly onShow: (trace: FoundTrace) => void }) => {
  const text = useText()
  const refused = found.filter(({ weight }) => weight === 'refused'), doubtful = found.filter(({ weight }) => weight === 'doubtful')
  return (
    <Section title={text('practiceCards.check')} tone={refused.length > 0 ? 'wait' : 'plain'}>
      <div className={styles['checked']}>
        <p role="status">{found.length === 0 ? text('practiceCards.check.clear') : text('practiceCards.check.found', { refused: refused.length, doubtful: doubtful.length })}</p>
        {found.length > 0 && (
          <ul className={styles['found']}>
            {[...refused, ...doubtful].map((trace) => (
              <li key={`${trace.field} ${trace.start} ${trace.found}`}>
                <Button kind="quiet" onClick={() => onShow(trace)}>{trace.found}</Button>
                <p className={page['row']}>
                  <StatusMark tone={trace.weight === 'refused' ? 'stop' : 'wait'}>{text(`practiceCards.weight.${trace.weight}`)}</StatusMark>
                  <span className={page['soft']}>{text(`practiceCards.trace.${trace.kind}`)}, {text('practiceCards.in', { field: text(headingOf(trace.field)) })}</span>
                </p>
              </li>
            ))}
          </ul>
        )}
        <p className={page['soft']}>{text('practiceCards.check.limit')}</p>
      </div>
    </Section>
  )
}
