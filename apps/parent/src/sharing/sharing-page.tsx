import { SharingForParentsDocument } from '@samenspel/graphql-documents/parent-pages'
import { Card, PageHeading, QueryState } from '@samenspel/ui'
import { useCallback, useId } from 'react'
import { useQuery } from 'urql'
import { AsksLink } from '../asks/asks-link.tsx'
import { paths } from '../paths.ts'
import { BackLink, Columns, Page } from '../shell/page.tsx'
import { usePageText } from '../texts.ts'
import { Before } from './before.tsx'
import { Exclusions } from './exclusions.tsx'
import { NotSharedCard } from './not-shared-card.tsx'
import { RequestCard } from './request-card.tsx'
import { ShareLinks } from './share-links.tsx'
import { SharedCard } from './shared-card.tsx'
import { notShared, openRequests, openTreatments, sharedBefore, sharedWith } from './sharing.ts'
import styles from './sharing.module.css'
import { TreatmentCard } from './treatment-card.tsx'

/** Who may see what: the questions that wait for an answer, what is shared now, and what was stopped. */
export const SharingPage = () => {
  const text = usePageText()
  const id = useId()
  const [{ data, error, fetching }, ask] = useQuery({ query: SharingForParentsDocument })
  const again = useCallback(() => { ask({ requestPolicy: 'network-only' }) }, [ask])
  return (
    <Page>
      <BackLink to={paths.settings} />
      <div>
        <PageHeading title={text('sharing.title')}>{text('sharing.title')}</PageHeading>
        <p className={styles['intro']}>{text('sharing.intro')}</p>
      </div>
      <QueryState
        asked={{ data: data?.families.nodes[0], error, fetching }} onRetry={again}
      >
        {({ id: familyId, consents, consentRequests, treatments }) => {
          const [requests, shared, refused] = [openRequests(consentRequests), sharedWith(consents), notShared(consents)]
          const treatmentCards = (isForYou: boolean) => openTreatments(treatments).filter((one) => one.isForYou === isForYou).map((treatment) => <TreatmentCard key={treatment.id} familyId={familyId} treatment={treatment} />)
          return (
            <Columns
              main={
                <>
                  {treatmentCards(true)}
                  {requests.map((request) => <RequestCard key={request.id} familyId={familyId} request={request} />)}
                  {treatmentCards(false)}
                  <section className={styles['part']} aria-labelledby={id}>
                    <h2 id={id}>{text('sharing.now')}</h2>
                    {shared.length === 0 && <Card><p>{text(consents.length === 0 && consentRequests.length === 0 ? 'sharing.nothing' : 'sharing.withNobody')}</p></Card>}
                    {shared.map((one) => <SharedCard key={one.recipient} familyId={familyId} shared={one} />)}
                  </section>
                </>
              }
              aside={
                <>
                  <ShareLinks />
                  {refused.length > 0 && <NotSharedCard familyId={familyId} consents={refused} />}
                  <AsksLink isAboutFile />
                  <Exclusions familyId={familyId} />
                  <Before consents={sharedBefore(consents)} />
                </>
              }
            />
          )
        }}
      </QueryState>
    </Page>
  )
}
