import { SharingChoicesDocument, SharingForParentsDocument } from '@samenspel/graphql-documents/parent-pages'
import { PageHeading, QueryState } from '@samenspel/ui'
import { useQuery } from 'urql'
import { paths } from '../paths.ts'
import { BackLink, Page } from '../shell/page.tsx'
import { usePageText } from '../texts.ts'
import { ShareForm } from './share-form.tsx'
import styles from './sharing.module.css'

/** A yes or a no that nobody asked for. */
export const SharePage = ({ isYes }: { readonly isYes: boolean }) => {
  const text = usePageText()
  const title = text(isYes ? 'share.yes' : 'share.no')
  const [{ data }] = useQuery({ query: SharingForParentsDocument })
  const familyId = data?.families.nodes[0]?.id
  const [asked, ask] = useQuery({ query: SharingChoicesDocument, variables: { familyId: familyId ?? '' }, pause: familyId === undefined })
  return (
    <Page>
      <BackLink to={paths.sharing} />
      <div>
        <PageHeading title={title}>{title}</PageHeading>
        <p className={styles['intro']}>{text(isYes ? 'share.yesIntro' : 'share.noIntro')}</p>
      </div>
      <QueryState asked={asked} onRetry={() => { ask({ requestPolicy: 'network-only' }) }} isEmpty={({ sharingChoices: { subjects } }) => subjects.length === 0} empty={<p>{text('share.nobody')}</p>}>
        {({ sharingChoices }) => <ShareForm isYes={isYes} familyId={familyId ?? ''} choices={sharingChoices} />}
      </QueryState>
    </Page>
  )
}
