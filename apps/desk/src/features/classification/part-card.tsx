import { RemoveClassificationPartDocument, type RatingValue } from '@samenspel/graphql-documents/desk'
import { Button, StatusMark, useDates, VisuallyHidden, type StatusTone } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import page from '../../parts/page.module.css'
import { useText } from '../../parts/text.ts'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import type { labels } from '../analysis/analysis.ts'
import styles from './classification.module.css'
import type { Aspect, ClassifiedFamily, Part } from './classification.ts'
import { DiscussDialog } from './discuss-dialog.tsx'

type Props = { readonly family: ClassifiedFamily; readonly part: Part; readonly mayEdit: boolean; readonly onEdit: () => void }

const tones: Readonly<Record<RatingValue, StatusTone>> = { STRENGTH: 'ok', NO_CONCERN: 'neutral', CONCERN: 'wait' }

/** One part of a classification: what it says, whose record it is, and what became of it. */
export const PartCard = ({ family, part, mayEdit, onEdit }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [asking, setAsking] = useState<'remove' | 'discuss'>()
  const title = useTitle(part)
  return (
    <article className={styles['part']} aria-label={title}>
      <div className={page['row']}>
        <h3 dir="auto">{title}</h3>
        {part.isPrimary === true && <StatusMark tone="neutral">{text('part.isPrimary')}</StatusMark>}
        {part.isDraft && <StatusMark tone="wait">{text('part.draft')}</StatusMark>}
      </div>
      <PartContent part={part} />
      {part.isDraft && <p className={page['soft']}>{text('part.draftHint', { name: part.caregiver?.name ?? '' })}</p>}
      {part.notDiscussedBecause !== null && <p dir="auto">{text('part.notDiscussed', { reason: part.notDiscussedBecause })}</p>}
      <p className={page['soft']}>{text('axes.readers', { subject: part.subject.label, category: text(`category.${part.category as (typeof labels)[number]}`) })} · {text('part.by', { by: part.by, day: dates.date(dates.dateOf(part.changedAt)) })}</p>
      <BesideEntry family={family} kind="CLASSIFICATION_PART" entryId={part.id} name={title}>
        {mayEdit && (
          <>
            {part.mayDiscuss && <Button kind="secondary" onClick={() => setAsking('discuss')}>{text('part.discuss')}<VisuallyHidden>: {title}</VisuallyHidden></Button>}
            <Button kind="quiet" onClick={onEdit}>{text('action.edit')}<VisuallyHidden>: {title}</VisuallyHidden></Button>
            <Button kind="quiet" onClick={() => setAsking('remove')}>{text('part.remove')}<VisuallyHidden>: {title}</VisuallyHidden></Button>
          </>
        )}
      </BesideEntry>
      {asking === 'discuss' && <DiscussDialog family={family} part={part} onClose={() => setAsking(undefined)} />}
      {asking === 'remove' && <Remove family={family} part={part} onClose={() => setAsking(undefined)} />}
    </article>
  )
}

const useTitle = ({ axis, label, text: words, caregiver, subject }: Part): string => {
  const text = useText()
  switch (axis) {
    case 'DISORDER': return label ?? ''
    case 'CAREGIVING': return caregiver === null ? subject.label : `${text('axis.CAREGIVING')}: ${subject.label}`
    case 'HEALTH':
    case 'STRESSOR': return words ?? ''
    default: return text(`axis.${axis}`)
  }
}

const PartContent = ({ part: { axis, cluster, code, caregiver, level, aspects, childAspects, since, group, onsetMonths, note, lines, text: words } }: { readonly part: Part }) => {
  const text = useText()
  const dates = useDates('UTC')
  switch (axis) {
    case 'DISORDER': return <p>{[cluster === null ? undefined : text(`cluster.${cluster}`), code, caregiver === null ? undefined : caregiver.name].filter((one) => one !== undefined && one !== null).join(' · ')}</p>
    case 'CAREGIVING':
    case 'ENVIRONMENT': return (
      <>
        {level !== null && <p><strong>{text(`level.${level as 1 | 2 | 3 | 4}`)}</strong></p>}
        <Ratings ratings={[...aspects ?? [], ...childAspects ?? []]} />
      </>
    )
    case 'HEALTH': return <p>{[code, since === null ? undefined : text('part.sinceDay', { day: dates.date(since) })].filter((one) => one !== undefined && one !== null).join(' · ')}</p>
    case 'STRESSOR': return (
      <>
        <p>{[onsetMonths === null ? '' : onsetMonths === 0 ? text('onset.birth') : text(onsetMonths < 0 ? 'onset.before' : 'onset.after', { count: Math.abs(onsetMonths) }), group === null ? '' : text(`stressor.${group}`)].filter((one) => one !== '').join(' · ')}</p>
        {note !== null && note !== '' && <p dir="auto">{note}</p>}
      </>
    )
    case 'COMPETENCE': return <dl className={styles['ratings']}>{(lines ?? []).map(({ domain, rating }) => <div key={domain}><dt>{text(`competence.${domain}`)}</dt><dd>{text(`ability.${rating}`)}</dd></div>)}</dl>
    case 'IMPRESSION': return <p dir="auto" className={page['words']}>{words}</p>
  }
}

const Ratings = ({ ratings }: { readonly ratings: NonNullable<Part['aspects']> }) => {
  const text = useText()
  if (ratings.length === 0) return null
  return (
    <dl className={styles['ratings']}>
      {ratings.map(({ aspect, value, note }) => (
        <div key={aspect}>
          <dt>{text(`aspect.${aspect as Aspect}`)}</dt>
          <dd><StatusMark tone={tones[value]}>{text(`rating.${value}`)}</StatusMark>{note !== null && <span dir="auto"> {note}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}

const Remove = ({ family, part, onClose }: { readonly family: ClassifiedFamily; readonly part: Part; readonly onClose: () => void }) => {
  const text = useText()
  const remove = useCommand(RemoveClassificationPartDocument)
  const title = useTitle(part)
  return (
    <ConfirmDialog title={text('part.remove')} sendLabel={text('part.remove')} command={remove} onSend={() => remove.run({ familyId: family.id, partId: part.id })} onClose={onClose}>
      <p dir="auto"><strong>{title}</strong></p>
      <p>{text('part.removeAsk')}</p>
    </ConfirmDialog>
  )
}
