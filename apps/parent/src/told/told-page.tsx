import { ToldToParentsDocument, type ToldToParentsQuery } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, MoreButton, PageHeading, QueryState, useLanguage, useList } from '@samenspel/ui'
import { useState } from 'react'
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
  const { asked, again, more, row } = useList({ query: ToldToParentsDocument, variables: {}, listIn: ({ families: { nodes: [family] } }) => family && { ...family.contributions, nodes: toldIn(family.contributions) }, idOf: ({ id }) => id })
  return (
    <Page>
      <BackLink to={paths.agenda} />
      <div>
        <PageHeading title={text('told.title')}>{text('told.title')}</PageHeading>
        <p>{text('told.intro')}</p>
      </div>
      <QueryState asked={asked} onRetry={again} isEmpty={({ nodes }) => nodes.length === 0 && !more.hasMore} empty={<Card><p>{text('told.empty')}</p></Card>}>
        {({ first: { families: { nodes: [family] } }, nodes }) => family !== undefined && (
          <>
            <ol className={styles['lines']}>{nodes.map((told) => <li key={told.id} {...row(told.id)}><Line familyId={family.id} told={told} /></li>)}</ol>
            <MoreButton more={more} label={text('told.more')} wide />
          </>
        )}
      </QueryState>
      <p>{text('told.all')} <Link href={paths.ownData}>{text('told.allLink')}</Link></p>
    </Page>
  )
}

/** What was written for parents, or can be taken along. */
const toldIn = ({ nodes }: Contributions): readonly Told[] => nodes.filter(({ forParents, document }) => (forParents ?? '') !== '' || document !== null)

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
