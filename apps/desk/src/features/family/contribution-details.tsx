import { Button, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { takeFile } from '../../parts/take-file.ts'
import { useText } from '../../parts/text.ts'
import styles from './contribution-card.module.css'
import type { Contribution, Family } from './family.ts'

type Props = { readonly family: Pick<Family, 'id' | 'zone'>; readonly contribution: Contribution }

/** What belongs to the kind of a contribution: a procedure, the figures of a result, a signal, a file. */
export const ContributionDetails = ({ family, contribution: { procedure, screening, parentSignal, document, id } }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  return (
    <>
      {procedure !== null && (
        <>
          <h3 className={styles['part']}>{text('procedure.whatHelped')}</h3>
          <p className={styles['words']} dir="auto">{procedure.whatHelped}</p>
        </>
      )}
      {screening !== null && (
        <details className={styles['more']}>
          <summary>{text('entry.details')}</summary>
          <dl className={styles['facts']}>
            <Fact term={text('screening.instrument')} value={`${screening.instrument}, ${screening.version}`} />
            <Fact term={text('screening.ageMonths')} value={text('screening.months', { count: screening.ageMonths })} />
            <Fact term={text('screening.informant')} value={text(`informant.${screening.informant}`)} />
            <Fact term={text('screening.score')} value={screening.score} />
            <Fact term={text('screening.norm')} value={screening.norm} />
          </dl>
        </details>
      )}
      {parentSignal !== null && (
        <dl className={styles['facts']}>
          <Fact term={text('parentSignal.takesPart')} value={text(`takesPart.${parentSignal.takesPart}`)} />
          {parentSignal.availability !== null && <Fact term={text('parentSignal.availability')} value={parentSignal.availability} />}
          {parentSignal.askAbout !== null && <Fact term={text('parentSignal.askAbout')} value={parentSignal.askAbout} />}
        </dl>
      )}
      {procedure?.until !== undefined && procedure.until !== null && <p className={styles['soft']}>{text('procedure.lastDay', { day: dates.date(procedure.until) })}</p>}
      {document !== null && <TakeDocument familyId={family.id} contributionId={id} document={document} />}
    </>
  )
}

const Fact = ({ term, value }: { readonly term: string; readonly value: string }) => <div><dt>{term}</dt><dd dir="auto">{value}</dd></div>

const TakeDocument = ({ familyId, contributionId, document: { name, bytes } }: { readonly familyId: string; readonly contributionId: string; readonly document: NonNullable<Contribution['document']> }) => {
  const text = useText()
  const [busy, setBusy] = useState(false)
  const [why, setWhy] = useState<string>()
  const take = async (): Promise<void> => {
    setBusy(true)
    setWhy(await takeFile('/documents/take', { familyId, contributionId }, text('document.failed'), name))
    setBusy(false)
  }
  return (
    <p className={styles['file']}>
      <Button kind="secondary" busy={busy} onClick={() => { void take() }}>{text('document.take', { name })}</Button> <span className={styles['soft']}>{text('document.size', { kilobytes: Math.ceil(bytes / 1_000) })}</span>
      {why !== undefined && <span role="alert">{why}</span>}
    </p>
  )
}
