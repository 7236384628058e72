import { HelpForParentsDocument } from '@samenspel/graphql-documents/parent-pages'
import { Card, PageHeading, QueryState } from '@samenspel/ui'
import { useCallback } from 'react'
import { useQuery } from 'urql'
import { AsksLink } from '../asks/asks-link.tsx'
import { paths } from '../paths.ts'
import { BackLink, Page } from '../shell/page.tsx'
import styles from '../sharing/sharing.module.css'
import { FromBefore, useIsFromBefore } from '../silence/from-before.tsx'
import { usePageText } from '../texts.ts'
import { HelpCard } from './help-card.tsx'

/** Which help could come, from whom, and what each parent chooses. */
export const HelpPage = () => {
  const text = usePageText()
  const isFromBefore = useIsFromBefore()
  const [{ data, error, fetching }, ask] = useQuery({ query: HelpForParentsDocument })
  const again = useCallback(() => { ask({ requestPolicy: 'network-only' }) }, [ask])
  return (
    <Page>
      <BackLink to={paths.settings} />
      <div>
        <PageHeading title={text('choosing.title')}>{text('choosing.title')}</PageHeading>
        <p className={styles['intro']}>{text('choosing.intro')}</p>
      </div>
      <QueryState asked={{ data: data?.families.nodes[0], error, fetching }} onRetry={again}>
        {({ id: familyId, helpSearches }) => {
          const [over, open] = [helpSearches.filter(({ status }) => status === 'ENDED'), helpSearches.filter(({ status }) => status !== 'ENDED')]
          return (
            <div className={styles['part']}>
              {open.length > 0 && open.every(({ askedOn }) => isFromBefore(askedOn)) && <FromBefore />}
              {open.length === 0 && <Card><p>{text('choosing.nothing')}</p></Card>}
              {open.map((search) => <HelpCard key={search.id} familyId={familyId} search={search} />)}
              <AsksLink />
              {over.length > 0 && <details><summary>{text('choosing.before')}</summary><div className={styles['part']}>{over.map((search) => <HelpCard key={search.id} familyId={familyId} search={search} />)}</div></details>}
            </div>
          )
        }}
      </QueryState>
    </Page>
  )
}
