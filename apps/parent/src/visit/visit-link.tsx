import { ThreadInShort } from '@samenspel/ui'
import { Link } from 'wouter'
import { useFamilyView } from '../family/family-context.tsx'
import { beadOf, hoursOf, isDusk, stopsOf, type Bundle } from '../family/model.ts'
import { paths } from '../paths.ts'
import { useText } from '../texts.ts'
import styles from './visit-link.module.css'

/** A visit in three lines, as the way to its page. */
export const VisitLink = ({ bundle }: { readonly bundle: Bundle }) => {
  const text = useText()
  const { dates } = useFamilyView()
  const stops = stopsOf(bundle)
  const hours = hoursOf(bundle)
  const what = bundle.kind === 'VISIT' ? text('agenda.visit', { count: stops.length }) : text(stops.every(({ modality }) => modality === 'DIGITAL') ? 'agenda.call' : 'agenda.home')
  return (
    <Link href={paths.visit(bundle.id)} className={[styles['link'], isDusk(bundle) ? styles['dusk'] : ''].join(' ')}>
      <span className={styles['when']}>
        <span className={styles['day']}>{dates.day(bundle.date)}</span>
        {hours !== undefined && <span className={styles['hours']}>{dates.times(hours.from, hours.to)}</span>}
      </span>
      <span className={styles['what']}><ThreadInShort shapes={stops.map(({ discipline }) => beadOf(discipline))} filled />{what}</span>
      <span className={styles['stops']}>{stops.map(({ label }) => label).join(' · ')}</span>
    </Link>
  )
}
