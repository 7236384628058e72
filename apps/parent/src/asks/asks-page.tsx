import { AsksForParentsDocument, type AskKind } from '@samenspel/graphql-documents/parent-pages'
import { Notice, PageHeading, QueryState } from '@samenspel/ui'
import { useCallback, useState } from 'react'
import { useQuery } from 'urql'
import { paths } from '../paths.ts'
import { BackLink, Page } from '../shell/page.tsx'
import styles from '../sharing/sharing.module.css'
import { usePageText } from '../texts.ts'
import { AskCard } from './ask-card.tsx'
import { AskForm } from './ask-form.tsx'

/** Another coordinator, another professional, or no shared file: what was asked, what came of it, and a way to ask. */
export const AsksPage = () => {
  const text = usePageText()
  const [{ data, error, fetching }, ask] = useQuery({ query: AsksForParentsDocument })
  const [sent, setSent] = useState<AskKind>()
  const again = useCallback(() => { ask({ requestPolicy: 'network-only' }) }, [ask])
  return (
    <Page>
      <BackLink to={paths.settings} />
      <div>
        <PageHeading title={text('asks.title')}>{text('asks.title')}</PageHeading>
        <p className={styles['intro']}>{text('asks.intro')}</p>
      </div>
      <QueryState asked={{ data: data?.families.nodes[0], error, fetching }} onRetry={again}>
        {(family) => {
          const own = family.asks.filter(({ isYours }) => isYours)
          const [takenBack, shown] = [own.filter(({ status }) => status === 'WITHDRAWN'), own.filter(({ status }) => status !== 'WITHDRAWN')]
          return (
            <div className={styles['part']}>
              <Notice tone="ok">{sent !== undefined && text(sent === 'NO_SHARED_FILE' ? 'asks.sentFile' : 'asks.sent')}</Notice>
              {shown.map((one) => <AskCard key={one.id} familyId={family.id} ask={one} onTakenBack={() => { setSent(undefined) }} />)}
              {family.can.signalTooMuch && <AskForm key={own.length} family={family} onSent={setSent} />}
              {takenBack.length > 0 && <details><summary>{text('asks.before')}</summary><div className={styles['part']}>{takenBack.map((one) => <AskCard key={one.id} familyId={family.id} ask={one} />)}</div></details>}
            </div>
          )
        }}
      </QueryState>
    </Page>
  )
}
