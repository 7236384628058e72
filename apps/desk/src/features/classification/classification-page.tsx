import { ClassificationsDocument } from '@samenspel/graphql-documents/desk'
import { Button, PageHeading, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { FamilyUnknown } from '../../parts/family-unknown.tsx'
import page from '../../parts/page.module.css'
import { useText } from '../../parts/text.ts'
import { useKnownAt } from '../../shell/looking-back.tsx'
import { FamilyNav } from '../family/family-nav.tsx'
import { Axes } from './axes.tsx'
import styles from './classification.module.css'
import type { ClassifiedFamily } from './classification.ts'
import { StartDialog } from './start-dialog.tsx'

/** The address of a family's classifications on five axes. */
export const ClassificationPage = () => {
  const { familyId = '' } = useParams()
  return <OneFamily key={familyId} familyId={familyId} />
}

const OneFamily = ({ familyId }: { readonly familyId: string }) => {
  const back = useKnownAt()
  const [asked, again] = useQuery({ query: ClassificationsDocument, variables: { id: familyId, knownAt: back?.at } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  return <Answered asked={asked} onRetry={readAgain}>{({ family }) => family === null ? <FamilyUnknown /> : <OfFamily family={family} readAgain={readAgain} />}</Answered>
}

const OfFamily = ({ family, readAgain }: { readonly family: ClassifiedFamily; readonly readAgain: () => void }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [isStarting, setStarting] = useState(false)
  const [newest, ...earlier] = family.classifications
  return (
    <div className={page['page']}>
      <FamilyNav family={family} />
      <PageHeading title={`${text('classification.title')}: ${family.name}`}>{text('classification.title')}: {family.name}</PageHeading>
      <p className={page['soft']}>{text('classification.intro')}</p>
      {family.can.contribute && newest?.completedAt !== null && <p><Button kind={newest === undefined ? 'primary' : 'secondary'} onClick={() => setStarting(true)}>{text('classification.start')}</Button></p>}
      {newest === undefined && <p>{text('classification.empty')}</p>}
      {newest !== undefined && <Axes family={family} classification={newest} readAgain={readAgain} />}
      {earlier.length > 0 && (
        <section className={styles['earlier']} aria-label={text('classification.earlier')}>
          <h2>{text('classification.earlier')}</h2>
          {earlier.map((one) => <details key={one.id}><summary>{text('classification.heading', { name: one.subject.label, day: dates.date(one.occurredOn) })}</summary><Axes family={family} classification={one} readAgain={readAgain} /></details>)}
        </section>
      )}
      {isStarting && <StartDialog family={family} onClose={() => setStarting(false)} />}
    </div>
  )
}
