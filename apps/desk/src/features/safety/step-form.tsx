import { TakeSafetyStepDocument, type Adviser, type Consideration, type DisclosureConsent, type Kindcheck as KindcheckValue, type SafetyOutcome, type SafetyStep, type SafetyStepInput, type SkippingReason } from '@samenspel/graphql-documents/desk'
import { Button, Field, RadioCards, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { Choices } from './choices.tsx'
import { Kindcheck } from './kindcheck.tsx'
import { useConsideration, useOutcome } from './note-of-step.tsx'
import styles from './safety.module.css'
import type { SafetyTrack } from './safety-track.ts'

const steps = ['SIGNALS', 'CONSULTATION', 'TALK', 'WEIGHING', 'DECISION'] as const satisfies readonly SafetyStep[]
const advisers = { NL: ['COLLEAGUE', 'ATTENTION_OFFICER', 'VEILIG_THUIS'], BE: ['COLLEAGUE', 'CONFIDENCE_CENTRE', 'LINE1712'] } as const satisfies Record<string, readonly Adviser[]>
const considerations = {
  NL: ['SUSPICION', 'DANGER', 'CAN_HELP', 'HELP_ACCEPTED', 'HELP_WORKS'], BE: ['SUSPICION', 'DANGER', 'SOLUTION_WITHIN', 'CONSULTED', 'SPOKEN_WITH_CLIENT', 'CANNOT_PROTECT'],
} as const satisfies Record<string, readonly Consideration[]>
const talks = ['held', 'SAFETY_OF_CHILD', 'SAFETY_OF_PROFESSIONAL'] as const satisfies readonly ('held' | SkippingReason)[]
const outcomes = ['REPORT', 'HELP', 'REPORT_AND_HELP', 'NONE'] as const satisfies readonly SafetyOutcome[]
const consents = ['OBTAINED', 'ASKED_NOT_OBTAINED', 'NOT_ASKED'] as const satisfies readonly DisclosureConsent[]

type Props = { readonly familyId: string; readonly track: SafetyTrack; readonly circle: NonNullable<SafetyTrack['circle']> }

/** One step at a time: which one comes now, what it asks, and room to write it down. Any that was taken can be taken again. */
export const StepForm = ({ familyId, track, circle }: Props) => {
  const text = useText()
  const [chosen, setChosen] = useState<SafetyStep>()
  const step = chosen ?? circle.next
  return (
    <Section title={text('safety.stepOf', { number: steps.indexOf(step) + 1, step: text(`safety.step.${step}`) })}>
      <ol className={styles['steps']} aria-label={text('safety.steps')}>
        {steps.map((one, index) => (
          <li key={one}>
            <Button kind={one === step ? 'secondary' : 'quiet'} aria-current={one === step ? 'step' : undefined} disabled={index > steps.indexOf(circle.next)} onClick={() => setChosen(one)}>
              {index + 1}. {text(`safety.step.${one}`)}{circle.taken.includes(one) && ` (${text('safety.taken')})`}
            </Button>
          </li>
        ))}
      </ol>
      {circle.taken.includes(step) && <p className={styles['soft']}>{text('safety.again')}</p>}
      <OneStep key={`${step} ${track.notes.length}`} familyId={familyId} track={track} circle={circle} step={step} onTaken={() => setChosen(undefined)} />
    </Section>
  )
}

const OneStep = ({ familyId, track, circle, step, onTaken }: Props & { readonly step: SafetyStep; readonly onTaken: () => void }) => {
  const text = useText()
  const viewer = useViewer()
  const { jurisdiction } = track
  const dates = useDates(zoneIn({ jurisdiction }))
  const question = useConsideration()
  const outcomeWords = useOutcome()
  const [words, setWords] = useState('')
  const [kindcheck, setKindcheck] = useState<KindcheckValue>()
  const [on, setOn] = useState(dates.today())
  const [adviser, setAdviser] = useState<Adviser>(advisers[jurisdiction][0])
  const [anonymous, setAnonymous] = useState(true)
  const [talk, setTalk] = useState<(typeof talks)[number]>('held')
  const [spokenWith, setSpokenWith] = useState<readonly string[]>([])
  const [examinations, setExaminations] = useState('')
  const [results, setResults] = useState('')
  const [answers, setAnswers] = useState<Readonly<Partial<Record<Consideration, 'yes' | 'no'>>>>({})
  const [outcome, setOutcome] = useState<SafetyOutcome>()
  const [consent, setConsent] = useState<DisclosureConsent>()
  const take = useCommand(TakeSafetyStepDocument)

  const content = (): Omit<SafetyStepInput, 'step' | 'words'> => {
    switch (step) {
      case 'SIGNALS': return kindcheck === undefined ? {} : { kindcheck }
      case 'CONSULTATION': return { on, adviser, anonymous }
      case 'TALK': return talk === 'held' ? { on, spokenWith } : { skipped: talk }
      case 'WEIGHING': return { examinations, results }
      case 'DECISION': return {
        considerations: considerations[jurisdiction].flatMap((consideration) => answers[consideration] === undefined ? [] : [{ consideration, yes: answers[consideration] === 'yes' }]),
        ...(outcome !== undefined && { outcome }), ...(consent !== undefined && { consent }),
      }
    }
  }
  const send = async (): Promise<void> => {
    if (await take.run({ familyId, trackId: track.id, input: { step, words, ...content() } })) onTaken()
  }
  const day = <Field label={text('safety.on')}>{(control) => <input {...control} type="date" required max={dates.today()} value={on} onChange={(event) => setOn(event.target.value)} />}</Field>
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
      <p>{text(step === 'CONSULTATION' || step === 'DECISION' ? `safety.guide.${step}.${jurisdiction}` : `safety.guide.${step}`)}</p>
      {step === 'SIGNALS' && <Kindcheck value={kindcheck} onChange={setKindcheck} isRequired={jurisdiction === 'NL' && viewer.discipline === 'ADULT_MENTAL_HEALTH'} />}
      {step === 'CONSULTATION' && (
        <>
          <RadioCards name="adviser" legend={text('safety.adviser')} chosen={adviser} onChoose={setAdviser} options={advisers[jurisdiction].map((value) => ({ value, label: text(`safety.adviser.${value}`) }))} />
          {day}
          <label className={styles['choice']}><input type="checkbox" checked={anonymous} onChange={() => setAnonymous(!anonymous)} /> {text('safety.anonymous')}</label>
        </>
      )}
      {step === 'TALK' && (
        <>
          <RadioCards name="talk" legend={text('safety.talk')} chosen={talk} onChoose={setTalk} options={talks.map((value) => ({ value, label: text(value === 'held' ? 'safety.talk.held' : `safety.skipped.${value}`) }))} />
          {talk === 'held' && <Choices legend={text('safety.spokenWith')} options={circle.adults} chosen={spokenWith} onChange={setSpokenWith} />}
          {talk === 'held' && day}
        </>
      )}
      {step === 'WEIGHING' && (
        <>
          <Field label={text('safety.examinations')} hint={text('safety.resultsHint')}>{(control) => <textarea {...control} required rows={3} dir="auto" value={examinations} onChange={(event) => setExaminations(event.target.value)} />}</Field>
          <Field label={text('safety.results')}>{(control) => <textarea {...control} required rows={3} dir="auto" value={results} onChange={(event) => setResults(event.target.value)} />}</Field>
        </>
      )}
      {step === 'DECISION' && (
        <>
          {considerations[jurisdiction].map((consideration) => (
            <RadioCards key={consideration} inline name={consideration} legend={question(consideration, jurisdiction)} chosen={answers[consideration]} onChoose={(answer) => setAnswers({ ...answers, [consideration]: answer })}
              options={[{ value: 'yes', label: text('safety.yes') }, { value: 'no', label: text('safety.no') }]} />
          ))}
          <RadioCards name="outcome" legend={text('safety.outcome')} chosen={outcome} onChoose={setOutcome} options={outcomes.map((value) => ({ value, label: outcomeWords(value, jurisdiction) }))} />
          <RadioCards name="consent" legend={text('safety.consent')} chosen={consent} onChoose={setConsent} options={consents.map((value) => ({ value, label: text(`safety.consent.${value}`) }))} />
        </>
      )}
      <Field label={text(step === 'TALK' && talk !== 'held' ? 'safety.words.skipped' : `safety.words.${step}`)}>
        {(control) => <textarea {...control} required rows={6} dir="auto" value={words} onChange={(event) => setWords(event.target.value)} />}
      </Field>
      <SaidNo refusal={take.refusal} />
      <div className={styles['row']}><Button type="submit" busy={take.busy}>{text('safety.take')}</Button></div>
    </form>
  )
}
