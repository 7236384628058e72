import { useDates } from '@samenspel/ui'
import { WindowMark } from '../../parts/window-mark.tsx'
import { useText } from '../../parts/text.ts'
import { useViewer } from '../../shell/viewer.ts'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import styles from './contribution-card.module.css'
import type { Contribution, Family } from './family.ts'

const parts = ['situation', 'parentsTold', 'whatWeDo', 'possibleMeaning', 'childsVoice', 'forParents'] as const

/** One contribution: who, when, about whom; its words can be opened whole. */
export const ContributionCard = ({ contribution, family }: { readonly contribution: Contribution; readonly family: Family }) => {
  const text = useText()
  const viewer = useViewer()
  const dates = useDates(family.zone)
  const written = parts.flatMap((part) => {
    const words = contribution[part]
    return words === null || words === '' || part === 'situation' ? [] : [{ part, words }]
  })
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
      <BesideEntry family={family} kind="CONTRIBUTION" entryId={contribution.id} name={contribution.situation.slice(0, 40)} isOwn={contribution.author.id === viewer.id} isAboutChild={['CHILD', 'SIBLING', 'RELATION'].includes(contribution.subject.kind)} />
    </article>
  )
}
