import { WrittenAboutUsDocument, type WrittenAboutUsQuery } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, QueryState } from '@samenspel/ui'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useFamilyView } from '../family/family-context.tsx'
import { usePageText } from '../texts.ts'
import { AddStatement } from './add-statement.tsx'
import { AskRestriction } from './ask-restriction.tsx'
import styles from './own-data.module.css'

export type Written = NonNullable<WrittenAboutUsQuery['family']>['contributions']['nodes'][number]

/** How many come at a time. */
const pageLength = 10

/** What professionals wrote, with one's own words beside it (P-03). */
export const WrittenAboutUs = ({ familyId, onAsked }: { readonly familyId: string; readonly onAsked: () => void }) => {
  const text = usePageText()
  const [length, setLength] = useState(pageLength)
  const [asked, ask] = useQuery({ query: WrittenAboutUsDocument, variables: { familyId, first: length }, requestPolicy: 'cache-and-network' })
  const again = () => { ask({ requestPolicy: 'network-only' }) }
  const [beside, setBeside] = useState<Written>()
  const [shut, setShut] = useState<Written>()
  return (
    <>
      <div>
        <h2 className={styles['title']}>{text('data.written')}</h2>
        <p>{text('data.writtenWhat')}</p>
      </div>
      <QueryState asked={asked} onRetry={again} isEmpty={({ family }) => (family?.contributions.nodes.length ?? 0) === 0} empty={<p>{text('data.writtenNothing')}</p>}>
        {({ family }) => family !== null && (
          <>
            {family.contributions.nodes.map((one) => <Contribution key={one.id} written={one} onBeside={() => { setBeside(one) }} onShut={() => { setShut(one) }} />)}
            {family.contributions.pageInfo.hasNextPage && <Button kind="secondary" wide busy={asked.fetching} onClick={() => { setLength(length + pageLength) }}>{text('log.more')}</Button>}
          </>
        )}
      </QueryState>
      <AddStatement familyId={familyId} written={beside} onClose={() => { setBeside(undefined) }} onAdded={again} />
      <AskRestriction familyId={familyId} written={shut} onClose={() => { setShut(undefined) }} onAsked={onAsked} />
    </>
  )
}

const parts = ['parentsTold', 'whatWeDo', 'possibleMeaning', 'childsVoice', 'forParents'] as const

const Contribution = ({ written, onBeside, onShut }: { readonly written: Written; readonly onBeside: () => void; readonly onShut: () => void }) => {
  const text = usePageText()
  const { dates } = useFamilyView()
  const { author, subject, occurredOn, situation, statements } = written
  const more = parts.flatMap((part) => written[part] === null || written[part] === '' ? [] : [{ part, words: written[part] }])
  const about = text('data.writtenBy', { day: dates.date(occurredOn), subject: subject.label })
  return (
    <Card>
      <article className={styles['stack']} aria-label={about}>
        <header>
          <h3 className={styles['title']}>{about}</h3>
          <p className={styles['soft']}>{[author.name, author.title, author.organisation.name].filter(Boolean).join(', ')}</p>
        </header>
        <p className={styles['words']} dir="auto">{situation}</p>
        {more.length > 0 && (
          <details>
            <summary className={styles['summary']}>{text('data.more')}</summary>
            <dl className={styles['stack']}>{more.map(({ part, words }) => <div key={part}><dt><b>{text(`data.part.${part}`)}</b></dt><dd className={styles['words']} dir="auto">{words}</dd></div>)}</dl>
          </details>
        )}
        {statements.map(({ id, by, isOwn, recordedAt, text: words }) => (
          <blockquote key={id} className={styles['statement']}>
            <p className={styles['words']} dir="auto">{words}</p>
            <footer className={styles['soft']}>{text('data.statementBy', { who: isOwn ? text('data.you') : by, day: dates.date(dates.dateOf(recordedAt)) })}</footer>
          </blockquote>
        ))}
        <div className={styles['row']}>
          <Button kind="secondary" onClick={onBeside}>{text('data.add')}</Button>
          <Button kind="quiet" onClick={onShut}>{text('data.shut')}</Button>
        </div>
      </article>
    </Card>
  )
}
