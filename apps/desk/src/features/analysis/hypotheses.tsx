import { DecideHypothesisDocument, type HypothesisOutcome } from '@samenspel/graphql-documents/desk'
import { Button, RadioCards, StatusMark, useDates, VisuallyHidden, type StatusTone } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import page from '../../parts/page.module.css'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { WordsDialog } from '../../parts/words-dialog.tsx'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import type { AnalysisFamily, Hypothesis } from './analysis.ts'
import styles from './analysis.module.css'
import { HypothesisDialog } from './hypothesis-dialog.tsx'

type Props = { readonly family: AnalysisFamily; readonly readAgain: () => void }

const outcomes = ['OPEN', 'SUPPORTED', 'DROPPED'] as const satisfies readonly HypothesisOutcome[]
const tones: Readonly<Record<string, StatusTone>> = { OPEN: 'wait', SUPPORTED: 'ok', DROPPED: 'neutral' }
const outcomeOf = ({ judgements }: Hypothesis): HypothesisOutcome => (judgements[0]?.outcome ?? 'OPEN') as HypothesisOutcome

/** What may be going on: rivals beside each other, each with what speaks for it and against it. */
export const Hypotheses = ({ family, readAgain }: Props) => {
  const text = useText()
  const [editing, setEditing] = useState<Hypothesis | 'new'>()
  const [deciding, setDeciding] = useState<Hypothesis>()
  const { hypotheses } = family.analysis
  const standing = hypotheses.filter((one) => outcomeOf(one) !== 'DROPPED')
  return (
    <Section title={text('hypotheses.title')} action={family.can.contribute ? <Button kind="secondary" onClick={() => setEditing('new')}>{text('hypotheses.add')}</Button> : undefined}>
      {hypotheses.length === 0 && <p>{text('hypotheses.empty')}</p>}
      {standing.length === 1 && hypotheses.length === 1 && <p className={page['soft']}>{text('hypotheses.onlyOne')}</p>}
      <div className={styles['rivals']}>
        {hypotheses.toSorted((a, b) => Number(outcomeOf(a) === 'DROPPED') - Number(outcomeOf(b) === 'DROPPED')).map((one) => (
          <Rival key={one.id} family={family} hypothesis={one} onEdit={() => setEditing(one)} onDecide={() => setDeciding(one)} />
        ))}
      </div>
      {editing !== undefined && <HypothesisDialog key={editing === 'new' ? 'new' : editing.id} family={family} hypothesis={editing === 'new' ? undefined : hypotheses.find(({ id }) => id === editing.id)} readAgain={readAgain} onClose={() => setEditing(undefined)} />}
      {deciding !== undefined && <Decide family={family} hypothesis={deciding} onClose={() => setDeciding(undefined)} />}
    </Section>
  )
}

type RivalProps = { readonly family: AnalysisFamily; readonly hypothesis: Hypothesis; readonly onEdit: () => void; readonly onDecide: () => void }

const Rival = ({ family, hypothesis, onEdit, onDecide }: RivalProps) => {
  const text = useText()
  const dates = useDates(family.zone)
  const outcome = outcomeOf(hypothesis)
  const titles = (ids: readonly string[]): readonly string[] => family.analysis.factors.filter(({ id, dismissed }) => ids.includes(id) && dismissed === null).map(({ title }) => title)
  const sides = [['hypothesis.supporting', titles(hypothesis.supporting)], ['hypothesis.opposing', titles(hypothesis.opposing)]] as const
  return (
    <article className={styles['rival']} data-outcome={outcome} aria-label={hypothesis.statement}>
      <div className={page['row']}><StatusMark tone={tones[outcome] ?? 'neutral'}>{text(`outcome.${outcome}`)}</StatusMark><span className={page['soft']}>{text(`hypothesis.confidence.${hypothesis.confidence}`)}</span></div>
      <h3 dir="auto">{hypothesis.statement}</h3>
      <p dir="auto">{hypothesis.mechanism}</p>
      <div className={styles['sides']}>
        {sides.map(([label, factors]) => (
          <div key={label}>
            <h4>{text(label)}</h4>
            {factors.length === 0 ? <p className={page['soft']}>{text('hypothesis.none')}</p> : <ul>{factors.map((title) => <li key={title} dir="auto">{title}</li>)}</ul>}
          </div>
        ))}
      </div>
      <h4>{text('hypothesis.nextTest')}</h4>
      <p dir="auto">{hypothesis.nextTest}</p>
      {hypothesis.judgements.length > 0 && (
        <ul className={styles['judgements']}>
          {hypothesis.judgements.map((one) => <li key={one.at} dir="auto">{text(`outcome.${one.outcome}`)}. {text('judgement.by', { by: one.by, day: dates.date(dates.dateOf(one.at)), reason: one.reason })}</li>)}
        </ul>
      )}
      <p className={page['soft']}>{hypothesis.subject.label} · {text('hypothesis.by', { by: hypothesis.by, day: dates.date(dates.dateOf(hypothesis.changedAt)) })}</p>
      <BesideEntry family={family} kind="HYPOTHESIS" entryId={hypothesis.id} name={hypothesis.statement}>
        {family.can.contribute && <Button kind="quiet" onClick={onEdit}>{text('action.edit')}<VisuallyHidden>: {hypothesis.statement}</VisuallyHidden></Button>}
        {family.can.coordinate && <Button kind="quiet" onClick={onDecide}>{text('hypothesis.decide')}<VisuallyHidden>: {hypothesis.statement}</VisuallyHidden></Button>}
      </BesideEntry>
    </article>
  )
}

const Decide = ({ family, hypothesis, onClose }: { readonly family: AnalysisFamily; readonly hypothesis: Hypothesis; readonly onClose: () => void }) => {
  const text = useText()
  const decide = useCommand(DecideHypothesisDocument)
  const [outcome, setOutcome] = useState<HypothesisOutcome>(outcomeOf(hypothesis))
  return (
    <WordsDialog familyId={family.id} form={`decide-hypothesis-${hypothesis.id}`} title={text('hypothesis.decideTitle')} label={text('hypothesis.reason')} sendLabel={text('action.save')} command={decide} onClose={onClose} onSend={(reason) => decide.run({ familyId: family.id, hypothesisId: hypothesis.id, outcome, reason })}>
      <p dir="auto"><strong>{hypothesis.statement}</strong></p>
      <RadioCards inline name="outcome" legend={text('hypothesis.outcome')} chosen={outcome} onChoose={setOutcome} options={outcomes.map((value) => ({ value, label: text(`outcome.${value}`) }))} />
    </WordsDialog>
  )
}
