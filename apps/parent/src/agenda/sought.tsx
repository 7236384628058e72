import { SoughtForDocument } from '@samenspel/graphql-documents/parent-pages'
import { useQuery } from 'urql'
import { useFamilyView } from '../family/family-context.tsx'
import { usePageText } from '../texts.ts'
import styles from './agenda-page.module.css'

/** What we look for a time for, and around which day. Nothing is asked here: saying how the week is helps. */
export const Sought = () => {
  const text = usePageText()
  const { dates, now } = useFamilyView()
  const [{ data }] = useQuery({ query: SoughtForDocument })
  const family = data?.families.nodes[0]
  const pause = family?.pace?.pause ?? undefined
  // While planning rests nothing is looked for.
  if (pause !== undefined && pause.from <= now.date && (pause.until === null || now.date <= pause.until)) return null
  const needs = family?.needs.filter(({ status }) => status === 'OPEN').toSorted((a, b) => a.preferred < b.preferred ? -1 : 1) ?? []
  if (needs.length === 0) return null
  // Weeks of one series stand in one line, under the first of them.
  const first = [...new Map(needs.toReversed().map((need) => [`${need.label} ${need.organisation.name}`, need])).values()].toReversed()
  return (
    <section aria-labelledby="sought" className={styles['week']}>
      <h2 id="sought">{text('sought.title')}</h2>
      <ul className={styles['sought']}>
        {first.map((need) => <li key={need.id}><b>{need.label}</b> <span>{need.preferred <= now.date ? text('sought.soon', { organisation: need.organisation.name }) : text('sought.around', { organisation: need.organisation.name, day: dates.dayAndMonth(need.preferred) })}</span></li>)}
      </ul>
      <p className={styles['hint']}>{text('sought.hint')}</p>
    </section>
  )
}
