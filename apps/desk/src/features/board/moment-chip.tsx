import { Icon, StatusMark, ThreadInShort, useDates, VisuallyHidden } from '@samenspel/ui'
import { beadOf, statusTones } from '../../parts/appointment-words.ts'
import { useText } from '../../parts/text.ts'
import type { Moment } from './board.ts'
import styles from './chip.module.css'

/** What a family has at one time: one visit, a bundle on its thread, or an evening at home; dashed while it is only proposed. */
export const MomentChip = ({ moment, zone, short = false }: { readonly moment: Moment; readonly zone: string; readonly short?: boolean }) => {
  const text = useText()
  const dates = useDates(zone)
  const { bundle, proposalId } = moment
  const parts = bundle.parts.toSorted((a, b) => (a.start ?? '').localeCompare(b.start ?? ''))
  const [first] = parts
  const status = first?.status ?? 'UNKNOWN'
  const several = parts.length > 1
  const evening = bundle.kind === 'EVENING'
  const time = bundle.start === null ? '' : dates.clock(bundle.start)
  const kind = several ? text('board.bundle', { count: parts.length }) : evening ? text('board.evening') : bundle.kind === 'HOME' ? text('board.home') : undefined
  const labels = parts.map(({ label }) => label).join(', ')
  const beads = <ThreadInShort shapes={parts.map(({ discipline }) => beadOf(discipline))} filled={status === 'CONFIRMED' || status === 'TOOK_PLACE'} />
  const look = { 'data-kind': evening ? 'evening' : several ? 'bundle' : 'single', 'data-proposed': proposalId !== null || undefined }
  if (short) {
    return (
      <div className={styles['chip']} {...look} data-short title={[time, kind, labels, text(`appointment.${status}`)].filter(Boolean).join(' · ')}>
        <span className={styles['beads']}>{beads}</span>
        <VisuallyHidden>{[time, kind, labels, text(`appointment.${status}`)].filter(Boolean).join(', ')}</VisuallyHidden>
      </div>
    )
  }
  return (
    <div className={styles['chip']} {...look}>
      <p className={styles['head']}>
        {evening && <Icon name="moon" size={13} />}
        <strong>{[time, kind].filter(Boolean).join(' ')}</strong>
        {several && <span className={styles['beads']}>{beads}</span>}
      </p>
      <p className={styles['what']}>{labels}</p>
      <p className={styles['status']}><StatusMark tone={statusTones[status]}>{text(`appointment.${status}`)}</StatusMark></p>
    </div>
  )
}
