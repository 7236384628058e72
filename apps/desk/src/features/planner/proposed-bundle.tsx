import { DayThread } from '@samenspel/pictures'
import { Thread, ThreadStop, useDates } from '@samenspel/ui'
import { beadOf } from '../../parts/appointment-words.ts'
import { firstNameOf } from '../../parts/members.ts'
import { useText } from '../../parts/text.ts'
import type { Proposal } from './planner.ts'
import styles from './proposed-bundle.module.css'
import { WhyNot, type Asking } from './why-not.tsx'

type Props = { readonly bundle: Proposal['bundles'][number]; readonly family: { readonly zone: string; readonly members: Parameters<typeof firstNameOf>[0] }; readonly asking?: Asking | undefined }

/** One day of a proposal, as the family would live it. */
export const ProposedBundle = ({ bundle, family, asking }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const nameOf = firstNameOf(family.members)
  const parts = bundle.parts.toSorted((a, b) => (a.start ?? '').localeCompare(b.start ?? ''))
  const day = dates.day(bundle.date)
  return (
    <div className={styles['bundle']} data-evening={bundle.kind === 'EVENING' || undefined}>
      <h3 className={styles['day']}>{day}</h3>
      <p className={styles['soft']}>{[text(`bundle.${bundle.kind}`), bundle.travel === null ? undefined : text('bundle.travel', { leave: dates.clock(bundle.travel.leaveAt), back: dates.clock(bundle.travel.backAt) })].filter(Boolean).join(' · ')}</p>
      <DayThread
        title={day}
        away={bundle.travel ?? undefined}
        stops={parts.flatMap((part) => part.start === null || part.end === null ? [] : [{ id: part.id, label: part.label, from: part.start, to: part.end, shape: beadOf(part.discipline), isEvening: part.isEvening }])}
      />
      <Thread label={day}>
        {parts.map((part) => (
          <ThreadStop key={part.id} before={part.start === null ? '' : dates.clock(part.start)} shape={beadOf(part.discipline)}>
            <p className={styles['stop']}>
              {part.label}
              <span className={styles['soft']}>{[
                part.end === null ? undefined : text('planner.until', { time: dates.clock(part.end) }),
                [part.place?.name ?? text(`modality.${part.modality}`), part.room].filter(Boolean).join(', '),
                part.professionals.map((professional) => professional.name).join(', '),
                part.attendees.map(nameOf).filter(Boolean).join(' + '),
              ].filter(Boolean).join(' · ')}</span>
            </p>
            {asking !== undefined && part.needId !== null && <WhyNot asking={asking} part={{ ...part, needId: part.needId }} />}
          </ThreadStop>
        ))}
      </Thread>
      {bundle.minding !== null && <p className={styles['soft']}>{bundle.minding}</p>}
    </div>
  )
}
