import { useDates } from '@samenspel/ui'
import { WindowMark } from '../../parts/window-mark.tsx'
import { useText } from '../../parts/text.ts'
import { useViewer } from '../../shell/viewer.ts'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import { ContributionDetails } from './contribution-details.tsx'
import { EntryActions } from './entry-actions.tsx'
import styles from './contribution-card.module.css'
import { contributionTexts, type Contribution, type FileOfEntry } from './family.ts'


/** One contribution: who, when, about whom; its words can be opened whole, and what stood there before it was put right. */
export const ContributionCard = ({ contribution, family, onCorrect }: { readonly contribution: Contribution; readonly family: FileOfEntry; readonly onCorrect?: (contribution: Contribution) => void }) => {
  const text = useText()
  const viewer = useViewer()
  const dates = useDates(family.zone)
  return (
    <article className={styles['card']}>
      <header className={styles['head']}>
        <p>
          <strong>{contribution.author.name}</strong> <span className={styles['soft']}>{contribution.author.title}, {contribution.author.organisation.name}</span>
        </p>
        <p className={styles['soft']}>
          {contribution.isNew && <strong className={styles['new']}>{text('contributions.new')}</strong>}
          <time dateTime={contribution.occurredOn}>{dates.nearDay(contribution.occurredOn, dates.today())}</time> · {text(`setting.${contribution.setting}`)} · {contribution.subject.label}
        </p>
      </header>
      <Now contribution={contribution} family={family} />
      {contribution.earlier.length > 0 && (
        <details className={styles['more']}>
          <summary>{text('entry.earlier', { count: contribution.earlier.length })}</summary>
          {contribution.earlier.map((version) => <div key={version.id}><p className={styles['soft']}><time dateTime={version.recordedAt}>{dates.date(dates.dateOf(version.recordedAt))}</time></p><Earlier version={version} /></div>)}
        </details>
      )}
      <BesideEntry family={family} kind="CONTRIBUTION" entryId={contribution.firstId} name={contribution.situation.slice(0, 40)} isOwn={contribution.author.id === viewer.id} isAboutChild={['CHILD', 'SIBLING', 'RELATION'].includes(contribution.subject.kind)}>
        {family.can.contribute && <EntryActions family={family} contribution={contribution} onCorrect={onCorrect && (() => onCorrect(contribution))} />}
      </BesideEntry>
    </article>
  )
}

/** What its author wrote first: the words that were put right. */
const Earlier = ({ version }: { readonly version: Contribution['earlier'][number] }) => {
  const text = useText()
  return contributionTexts.map((part) => {
    const words = version[part]
    return words !== null && words !== '' && (
      <div key={part}>
        {part !== 'situation' && <h3 className={styles['part']}>{text(`contribution.${part}`)}</h3>}
        <p className={styles['words']} dir="auto">{words}</p>
      </div>
    )
  })
}

/** As it reads now. */
const Now = ({ contribution, family }: { readonly contribution: Contribution; readonly family: FileOfEntry }) => {
  const text = useText()
  const written = contributionTexts.flatMap((part) => {
    const words = contribution[part]
    return words === null || words === '' || part === 'situation' ? [] : [{ part, words }]
  })
  const isPlain = contribution.kind === 'NOTE' || contribution.kind === 'FOUR_PART'
  return (
    <>
      {!isPlain && <p className={styles['kind']}>{text(`contribution.kind.${contribution.kind}`)}{contribution.procedure !== null && `: ${contribution.procedure.name}`}</p>}
      {contribution.window !== null && <WindowMark window={contribution.window} />}
      {contribution.kind === 'FOUR_PART' && <h3 className={styles['part']}>{text('contribution.situation')}</h3>}
      <p className={styles['words']} dir="auto">{contribution.situation}</p>
      {written.length > 0 && (
        <details className={styles['more']}>
          <summary>{text('contributions.open', { parts: written.map(({ part }) => text(`contribution.${part}`).toLowerCase()).join(', ') })}</summary>
          {written.map(({ part, words }) => (
            <div key={part}>
              <h3 className={styles['part']}>{text(`contribution.${part}`)}</h3>
              <p className={styles['words']} dir="auto">{words}</p>
            </div>
          ))}
        </details>
      )}
      <ContributionDetails family={family} contribution={contribution} />
    </>
  )
}
