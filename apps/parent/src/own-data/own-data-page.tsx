import { OwnDataDocument } from '@samenspel/graphql-documents/parent-pages'
import { buttonClass, PageHeading, QueryState } from '@samenspel/ui'
import { useQuery } from 'urql'
import { Link } from 'wouter'
import { CopyLink } from '../copy/copy-link.tsx'
import { useFamilyView } from '../family/family-context.tsx'
import type { Family } from '../family/model.ts'
import { paths } from '../paths.ts'
import { Shared } from '../shared-notes/shared.tsx'
import { BackLink, Columns, Page } from '../shell/page.tsx'
import { usePageText } from '../texts.ts'
import { AskErasure } from './ask-erasure.tsx'
import { AskUnseen } from './ask-unseen.tsx'
import styles from './own-data.module.css'
import { OwnRequests } from './own-requests.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { WrittenAboutUs } from './written-about-us.tsx'

/** What somebody may ask about the data of their family, and what they asked: to see, to add own words, to keep shut, to erase. */
export const OwnDataPage = () => {
  const text = usePageText()
  const { family } = useFamilyView()
  return (
    <Page>
      <BackLink to={paths.settings} />
      <div>
        <PageHeading title={text('data.title')}>{text('data.title')}</PageHeading>
        <p className={styles['intro']}>{text('data.intro')}</p>
      </div>
      {family !== undefined && <Rights family={family} />}
    </Page>
  )
}

const Rights = ({ family }: { readonly family: Family }) => {
  const { id: familyId } = family
  const text = usePageText()
  const [asked, ask] = useQuery({ query: OwnDataDocument, variables: { familyId } })
  const again = () => { ask({ requestPolicy: 'network-only' }) }
  const persons = asked.data?.ownData?.persons
  return (
    <Columns
      main={<>{persons !== undefined && <Shortcuts persons={persons} />}<Shared family={family} /><WrittenAboutUs familyId={familyId} /></>}
      aside={(
        <>
          <QueryState asked={asked} onRetry={again} isEmpty={({ ownData }) => ownData === null} empty={<p>{text('data.nothing')}</p>}>
            {({ ownData }) => ownData !== null && (
              <>
                <OwnRequests requests={ownData.requests} />
                <AskUnseen familyId={familyId} persons={ownData.persons} />
                <AskErasure familyId={familyId} persons={ownData.persons} />
              </>
            )}
          </QueryState>
          <div className={styles['beside']}>
            <Link href={paths.accessLog} className={buttonClass('secondary', true)}>{text('log.title')}</Link>
            <CopyLink />
          </div>
        </>
      )}
    />
  )
}
