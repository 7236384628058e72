import { ConsentsOfFamilyDocument } from '@samenspel/graphql-documents/desk'
import { Button, buttonClass, PageHeading, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { FamilyUnknown } from '../../parts/family-unknown.tsx'
import page from '../../parts/page.module.css'
import { Section } from '../../parts/section.tsx'
import { Switch } from '../../parts/switch.tsx'
import { useText } from '../../parts/text.ts'
import { useNarrow } from '../board/use-narrow.ts'
import { FamilyNav } from '../family/family-nav.tsx'
import { parentSignInsPath } from '../../shell/paths.ts'
import { useKnownAt } from '../../shell/looking-back.tsx'
import { useViewer } from '../../shell/viewer.ts'
import { AskConsent } from './ask-consent.tsx'
import { ConsentList } from './consent-list.tsx'
import { ConsentMatrix } from './consent-matrix.tsx'
import { isAskedFor, recipientKey, type ConsentFamily } from './consents.ts'
import styles from './consents.module.css'
import { NoteConsent } from './note-consent.tsx'
import { PartnersSection } from './partners-section.tsx'
import { RequestsSection } from './requests-section.tsx'
import type { Sharing } from './sharing-fields.tsx'
import { TreatmentsSection } from './treatments-section.tsx'

/** The address of a family's consents. */
export const ConsentsPage = () => {
  const { familyId = '' } = useParams()
  return <OneFamily key={familyId} familyId={familyId} />
}

const OneFamily = ({ familyId }: { readonly familyId: string }) => {
  const back = useKnownAt()
  const [asked, again] = useQuery({ query: ConsentsOfFamilyDocument, variables: { id: familyId, knownAt: back?.at } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  return <Answered asked={asked} onRetry={readAgain}>{({ family }) => family === null ? <FamilyUnknown /> : <Consents family={family} />}</Answered>
}

const Consents = ({ family }: { readonly family: ConsentFamily }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const { organisation: own, discipline } = useViewer()
  const [open, setOpen] = useState<{ readonly way: 'ask' | 'note'; readonly begun?: Partial<Sharing> }>()
  const [chosen, setView] = useState<'matrix' | 'list'>()
  // A column for each organisation asks for a wide window.
  const isNarrow = useNarrow()
  const view = chosen ?? (isNarrow ? 'list' : 'matrix')
  const ending = family.consents.filter(({ endsSoon }) => endsSoon)
  const close = () => setOpen(undefined)
  return (
    <div className={page['page']}>
      <FamilyNav family={family} />
      <div className={page['head']}>
        <PageHeading title={`${text('consents.title')}: ${family.name}`}>{text('consents.title')}: {family.name}</PageHeading>
        {family.can.contribute && (
          <div className={styles['actions']}>
            {family.can.coordinate && <Link className={buttonClass('quiet')} to={parentSignInsPath(family.id)}>{text('keys.parents')}</Link>}
            <Button kind="secondary" onClick={() => setOpen({ way: 'note' })}>{text('consents.note')}</Button>
            <Button onClick={() => setOpen({ way: 'ask' })}>{text('consents.ask')}</Button>
          </div>
        )}
      </div>
      <p className={page['soft']}>{text('consents.intro')}</p>
      {family.can.coordinate && own !== null && discipline !== null && !isAskedFor(family, { id: own.id, discipline }) && (
        <Section title={text('consents.own')} tone="wait">
          <p>{text('consents.ownHint', { organisation: own.name })}</p>
          <div className={styles['actions']}>
            <Button kind="secondary" onClick={() => setOpen({ way: 'ask', begun: { recipient: recipientKey({ kind: 'ORGANISATION', organisationId: own.id }), category: '' } })}>{text('consents.ask')}<VisuallyHidden>: {own.name}</VisuallyHidden></Button>
          </div>
        </Section>
      )}
      <RequestsSection family={family} />
      <TreatmentsSection family={family} />
      {ending.length > 0 && (
        <Section title={text('consents.ending')} tone="wait">
          <p className={page['soft']}>{text('consents.endingHint')}</p>
          <ConsentList family={family} consents={ending} />
        </Section>
      )}
      <Section
        title={text('consents.now', { day: dates.date(dates.today()) })}
        action={(
          <Switch label={text('consents.view')} value={view} options={(['matrix', 'list'] as const).map((id) => ({ id, label: text(`consents.view.${id}`) }))} onChoose={setView} />
        )}
      >
        {family.consents.length === 0 ? <p>{text('consents.none')}</p> : view === 'matrix' ? <ConsentMatrix family={family} /> : <ConsentList family={family} consents={family.consents} />}
      </Section>
      <PartnersSection family={family} onConsent={(way, begun) => setOpen({ way, begun })} />
      {open?.way === 'ask' && <AskConsent family={family} {...open.begun !== undefined && { begun: open.begun }} onClose={close} />}
      {open?.way === 'note' && <NoteConsent family={family} {...open.begun !== undefined && { begun: open.begun }} onClose={close} />}
    </div>
  )
}
