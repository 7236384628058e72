import { LiftSafeguardDocument, ReviewSafeguardDocument } from '@samenspel/graphql-documents/desk'
import { Button, StatusMark, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { AddMeasure } from './add-measure.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { OwnFamily } from './own-family.tsx'
import { nameIn, type Safeguarding } from './safeguarding.ts'
import styles from './safeguards.module.css'

type Measure = Safeguarding['safeguards'][number]

/** The measures that hold, with their reasons; those that were lifted stand below, to be read. */
export const Measures = ({ of }: { readonly of: Safeguarding }) => {
  const text = useText()
  const [opened, setOpened] = useState<{ readonly what: 'review' | 'lift'; readonly measure: Measure } | { readonly what: 'add' }>()
  const close = (): void => setOpened(undefined)
  const holding = of.safeguards.filter(({ liftedAt }) => liftedAt === null)
  const past = of.safeguards.filter(({ liftedAt }) => liftedAt !== null)
  return (
    <Section title={text('measures.title')} action={of.coordinates ? <Button kind="quiet" onClick={() => setOpened({ what: 'add' })}>{text('measures.add')}</Button> : undefined}>
      {holding.length === 0 && <p>{text('measures.empty')}</p>}
      <ul className={styles['list']}>
        {holding.map((measure) => (
          <li key={measure.id}>
            <OneMeasure of={of} measure={measure} />
            <div className={styles['row']}>
              {measure.reviewOn !== null && <Button kind="quiet" onClick={() => setOpened({ what: 'review', measure })}>{text('measures.review')}<VisuallyHidden>: {sentenceOf(text, of, measure)}</VisuallyHidden></Button>}
              {measure.mayLift && <Button kind="quiet" onClick={() => setOpened({ what: 'lift', measure })}>{text('measures.lift')}<VisuallyHidden>: {sentenceOf(text, of, measure)}</VisuallyHidden></Button>}
            </div>
          </li>
        ))}
      </ul>
      {past.length > 0 && (
        <details className={styles['details']}>
          <summary>{text('measures.past')}</summary>
          <ul className={styles['list']}>{past.map((measure) => <li key={measure.id}><OneMeasure of={of} measure={measure} /></li>)}</ul>
        </details>
      )}
      {of.maySayOwnFamily && <OwnFamily of={of} />}
      {opened?.what === 'add' && <AddMeasure of={of} onClose={close} />}
      {opened?.what === 'review' && <Review of={of} measure={opened.measure} onClose={close} />}
      {opened?.what === 'lift' && <Lift of={of} measure={opened.measure} onClose={close} />}
    </Section>
  )
}

const sentenceOf = (text: ReturnType<typeof useText>, of: Safeguarding, { kind, personIds: [first, second], entry, professional, organisation, about, isCapable, agreement }: Measure): string => {
  const values = {
    name: nameIn(of)(first), other: nameIn(of)(second), entry: entry ?? text('measures.entryUnknown'), professional: professional ?? text('measures.professionalUnknown'), organisation: organisation ?? '…', about: about ?? '…',
  }
  switch (kind) {
    case 'CAPACITY': return text(isCapable === true ? 'measures.what.CAPACITY_YES' : 'measures.what.CAPACITY_NO', values)
    case 'EXCHANGE': return text(`measures.what.EXCHANGE_${agreement ?? 'OBTAINED'}`, values)
    default: return text(`measures.what.${kind}`, values)
  }
}

const OneMeasure = ({ of, measure }: { readonly of: Safeguarding; readonly measure: Measure }) => {
  const text = useText()
  const dates = useDates(of.zone)
  const { setBy, setAt, reviewOn, isDue, liftedAt, reasons } = measure
  return (
    <>
      <p className={styles['words']}>{sentenceOf(text, of, measure)}</p>
      <p className={styles['soft']}>
        {text('measures.by', { by: setBy, day: dates.date(dates.dateOf(setAt)) })} {reviewOn !== null && liftedAt === null && text('measures.reviewOn', { day: dates.date(reviewOn) })} {liftedAt !== null && text('measures.lifted', { day: dates.date(dates.dateOf(liftedAt)) })}
      </p>
      {isDue && <StatusMark tone="wait">{text('measures.due')}</StatusMark>}
      {reasons.length > 0 && (
        <ul className={styles['soft']} aria-label={text('measures.reasons')}>
          {reasons.map((reason) => <li key={reason.step + reason.at} className={styles['words']} dir="auto">{text(`measures.step.${reason.step}`, { text: reason.text })}</li>)}
        </ul>
      )}
    </>
  )
}

type Asked = { readonly of: Safeguarding; readonly measure: Measure; readonly onClose: () => void }

const Review = ({ of, measure, onClose }: Asked) => {
  const text = useText()
  const review = useCommand(ReviewSafeguardDocument)
  return (
    <ReasonDialog
      title={text('measures.reviewTitle')} zone={of.zone} sendLabel={text('measures.review')} withReview command={review} onClose={onClose}
      onSend={(reason, reviewOn) => review.run({ familyId: of.familyId, safeguardId: measure.id, reason, reviewOn })}
    />
  )
}

const Lift = ({ of, measure, onClose }: Asked) => {
  const text = useText()
  const lift = useCommand(LiftSafeguardDocument)
  return (
    <ReasonDialog
      title={text('measures.liftTitle')} zone={of.zone} sendLabel={text('measures.lift')} withReview={false} command={lift} onClose={onClose}
      onSend={(reason) => lift.run({ familyId: of.familyId, safeguardId: measure.id, reason })}
    />
  )
}
