import type { FamilyQuery, StatedKind } from '@samenspel/graphql-documents/desk'
import { useText } from '../../parts/text.ts'
import { BesideEntry, hasStatements } from './beside-entry.tsx'
import styles from './safeguards.module.css'

type Family = NonNullable<FamilyQuery['family']>
type Part = { readonly kind: StatedKind; readonly id: string; readonly name: string }

/** Of a drawing, part by part: what stands beside each, and from whom it is kept. Folded away while nobody said anything. */
export const PartByPart = ({ family, parts }: { readonly family: Family; readonly parts: readonly Part[] }) => {
  const text = useText()
  const isSaid = hasStatements(family, parts.map(({ kind, id }) => [kind, id] as const))
  if (parts.length === 0 || (!family.can.coordinate && !isSaid)) return null
  return (
    <details className={styles['details']} open={isSaid} data-print="never">
      <summary>{text('beside.parts')}</summary>
      <ul className={styles['parts']}>
        {parts.map(({ kind, id, name }) => <li key={`${kind} ${id}`}><span>{name}</span><BesideEntry family={family} kind={kind} entryId={id} name={name} /></li>)}
      </ul>
    </details>
  )
}
