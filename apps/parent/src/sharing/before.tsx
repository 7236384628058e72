import { useFamilyView } from '../family/family-context.tsx'
import { usePageText } from '../texts.ts'
import type { Consent } from './sharing.ts'
import styles from './sharing.module.css'

/** What is shared no more. */
export const Before = ({ consents }: { readonly consents: readonly Consent[] }) => {
  const text = usePageText()
  const { dates } = useFamilyView()
  if (consents.length === 0) return null
  return (
    <details>
      <summary>{text('sharing.before')}</summary>
      <ul className={styles['list']}>
        {consents.map((consent) => (
          <li key={consent.id}>
            <p>{text('sharing.notMore', { recipient: consent.recipient.label, what: consent.what })}</p>
            <p className={styles['soft']}>
              {consent.withdrawnOn !== null ? text('sharing.stoppedOn', { day: dates.date(consent.withdrawnOn) }) : consent.state === 'OVERRULED' || consent.until === null ? text('sharing.overruled') : text('sharing.endedOn', { day: dates.date(consent.until) })}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
