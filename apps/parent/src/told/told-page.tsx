import { ToldToParentsDocument, type ToldToParentsQuery } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, PageHeading, QueryState, useLanguage } from '@samenspel/ui'
import { useState } from 'react'
import { useQuery } from 'urql'
import { Link } from 'wouter'
import { useFamilyView } from '../family/family-context.tsx'
import { paths } from '../paths.ts'
import { BackLink, Page } from '../shell/page.tsx'
import { takeFile } from '../shell/save-file.ts'
import { usePageText } from '../texts.ts'
import styles from './told.module.css'

type Contributions = ToldToParentsQuery['families']['nodes'][number]['contributions']
type Told = Contributions['nodes'][number]

/** How it went, in the lines that professionals wrote for parents, and the files that these may read. */
export const ToldPage = () => {
  const text = usePageText()
  const [asked, ask] = useQuery({ query: ToldToParentsDocument, variables: {}, requestPolicy: 'cache-and-network' })
  return (
    <Page>
      <BackLink to={paths.agenda} />
      <div>
        <PageHeading title={text('told.title')}>{text('told.title')}</PageHeading>
        <p>{text('told.intro')}</p>
      </div>
      <QueryState asked={asked} onRetry={() => { ask({ requestPolicy: 'network-only' }) }} isEmpty={({ families }) => families.nodes.every(({ contributions }) => toldIn(contributions).length === 0 && !contributions.pageInfo.hasNextPage)} empty={<Card><p>{text('told.empty')}</p></Card>}>
        {({ families: { nodes: [family] } }) => family !== undefined && <Lines familyId={family.id} contributions={family.contributions} />}
      </QueryState>
      <p>{text('told.all')} <Link href={paths.ownData}>{text('told.allLink')}</Link></p>
    </Page>
  )
}

/** What was written for parents, or can be taken along. */
const toldIn = ({ nodes }: Contributions): readonly Told[] => nodes.filter(({ forParents, document }) => (forParents ?? '') !== '' || document !== null)

const Lines = ({ familyId, contributions }: { readonly familyId: string; readonly contributions: Contributions }) => {
  const text = usePageText()
  const [isOpen, setOpen] = useState(false)
  const { hasNextPage, endCursor } = contributions.pageInfo
  return (
    <>
      <ol className={styles['lines']}>{toldIn(contributions).map((told) => <li key={told.id}><Line familyId={familyId} told={told} /></li>)}</ol>
      {hasNextPage && endCursor !== null && (isOpen ? <Earlier familyId={familyId} after={endCursor} /> : <Button kind="secondary" wide onClick={() => { setOpen(true) }}>{text('told.more')}</Button>)}
    </>
  )
}

/** The page before, read when it is asked for. */
const Earlier = ({ familyId, after }: { readonly familyId: string; readonly after: string }) => {
  const [asked, ask] = useQuery({ query: ToldToParentsDocument, variables: { after } })
  return (
    <QueryState asked={asked} onRetry={() => { ask({ requestPolicy: 'network-only' }) }}>
      {({ families: { nodes: [family] } }) => family !== undefined && <Lines familyId={familyId} contributions={family.contributions} />}
    </QueryState>
  )
}

const Line = ({ familyId, told: { id, occurredOn, subject, author, forParents, document } }: { readonly familyId: string; readonly told: Told }) => {
  const text = usePageText()
  const { dates } = useFamilyView()
  return (
    <Card>
      <p className={styles['soft']}><time dateTime={occurredOn}>{dates.fullDay(occurredOn)}</time> · {text('told.about', { who: subject.label })}</p>
      {forParents !== null && <p className={styles['words']} dir="auto">{forParents}</p>}
      {document !== null && <TakeDocument familyId={familyId} id={id} document={document} />}
      <p className={styles['soft']}>{author.organisation.name === '' ? author.name : text('told.who', { who: author.name, organisation: author.organisation.name })}</p>
    </Card>
  )
}

const TakeDocument = ({ familyId, id, document: { name, bytes } }: { readonly familyId: string; readonly id: string; readonly document: NonNullable<Told['document']> }) => {
  const text = usePageText()
  const language = useLanguage()
  const [busy, setBusy] = useState(false)
  const [why, setWhy] = useState<string>()
  const take = async (): Promise<void> => {
    setBusy(true)
    const taken = await takeFile('/documents/take', language, { familyId, contributionId: id }, name, name)
    setWhy(taken.kind === 'saved' ? undefined : taken.reason ?? text('told.fileFailed'))
    setBusy(false)
  }
  return (
    <div>
      <Button kind="secondary" wide busy={busy} onClick={() => { void take() }}>{text('told.file', { name })}</Button>
      <p className={styles['soft']}>{text('told.fileSize', { kilobytes: Math.ceil(bytes / 1_000) })}</p>
      {why !== undefined && <p role="alert">{why}</p>}
    </div>
  )
}
