import { Card, PageHeading } from '@samenspel/ui'
import { useId } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { firstNameOf, upcoming, type Family } from '../family/model.ts'
import { Page } from '../shell/page.tsx'
import { usePageText } from '../texts.ts'
import { RestToday } from '../rest/rest-today.tsx'
import { TooMuchLink } from '../too-much/too-much-link.tsx'
import { VisitLink } from '../visit/visit-link.tsx'
import styles from './silent-today.module.css'

/** Today of a family that is left in peace: after a loss, or because it rests. */
export const SilentToday = ({ family }: { readonly family: Family }) => family.silence?.isRest === true ? <RestToday family={family} /> : <AfterLoss family={family} />

/**
 * Today, after a loss: nobody asks anything, and there is somebody to ring. It names nobody and explains nothing: the family knows. What
 * was agreed before stands in short lines, without what it was for.
 */
const AfterLoss = ({ family }: { readonly family: Family }) => {
  const text = usePageText()
  const { now } = useFamilyView()
  const id = useId()
  const coming = upcoming(family, now)
  const { coordinator } = family
  const name = coordinator === null ? undefined : firstNameOf(coordinator.name)
  return (
    <Page>
      <PageHeading title={text('today.title')}>{text('silence.title')}</PageHeading>
      <Card>
        <div className={styles['words']}>
          <p>{text('silence.nothing')}</p>
          {coming.length > 0 && name !== undefined && <p>{text('silence.who', { name })}</p>}
          {coordinator?.phone != null && name !== undefined && <p><a href={`tel:${coordinator.phone.replaceAll(' ', '')}`}>{text('silence.call', { name, phone: coordinator.phone })}</a></p>}
        </div>
      </Card>
      {coming.length > 0 && (
        <section aria-labelledby={id} className={styles['words']}>
          <h2 id={id} className={styles['title']}>{text('silence.stands')}</h2>
          <ul className={styles['list']}>{coming.map((bundle) => <li key={bundle.id}><VisitLink bundle={bundle} /></li>)}</ul>
        </section>
      )}
      <TooMuchLink />
    </Page>
  )
}
