import { WrittenAboutUsDocument, type StatedKind } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, Field, MoreButton, QueryState, useList, useRemembered } from '@samenspel/ui'
import { useState } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { usePageText } from '../texts.ts'
import { AddStatement } from './add-statement.tsx'
import { AskRestriction } from './ask-restriction.tsx'
import styles from './own-data.module.css'
import { Statements } from './statements.tsx'
import type { Written } from './written.ts'

/** How many come at a time. */
const pageLength = 10

/** What others recorded, of every kind, with one's own words beside it (P-03). */
export const WrittenAboutUs = ({ familyId }: { readonly familyId: string }) => {
  const text = usePageText()
  const [kind, setKind] = useRemembered<StatedKind | undefined>('kind', undefined)
  const { asked, again, more, row } = useList({ query: WrittenAboutUsDocument, variables: { familyId, kind, first: pageLength }, listIn: (data) => data.writtenAboutUs, idOf: (one) => `${one.kind} ${one.id}` })
  const [beside, setBeside] = useState<Written>()
  const [shut, setShut] = useState<Written>()
  return (
    <>
      <div>
        <h2 className={styles['title']}>{text('data.written')}</h2>
        <p>{text('data.writtenWhat')}</p>
      </div>
      <QueryState asked={asked} onRetry={again} isEmpty={({ first }) => (first.writtenAboutUs?.kinds.length ?? 0) === 0} empty={<p>{text('data.writtenNothing')}</p>}>
        {({ first: { writtenAboutUs }, nodes }) => writtenAboutUs !== null && (
          <>
            <Field label={text('data.which')}>
              {(control) => (
                <select {...control} value={kind ?? ''} onChange={({ target: { value } }) => { setKind(writtenAboutUs.kinds.find((one) => one === value)) }}>
                  <option value="">{text('data.which.all')}</option>
                  {writtenAboutUs.kinds.map((one) => <option key={one} value={one}>{text(`data.which.${one}`)}</option>)}
                </select>
              )}
            </Field>
            {nodes.map((one) => <div key={`${one.kind} ${one.id}`} {...row(`${one.kind} ${one.id}`)}><Entry written={one} onBeside={() => { setBeside(one) }} onShut={() => { setShut(one) }} /></div>)}
            <MoreButton more={more} label={text('log.more')} wide />
          </>
        )}
      </QueryState>
      <AddStatement familyId={familyId} written={beside} onClose={() => { setBeside(undefined) }} />
      <AskRestriction familyId={familyId} entryId={shut?.id} onClose={() => { setShut(undefined) }} />
    </>
  )
}

/** So many lines are read at once; the rest can be opened. */
const linesAtOnce = 3

const Entry = ({ written, onBeside, onShut }: { readonly written: Written; readonly onBeside: () => void; readonly onShut: () => void }) => {
  const text = usePageText()
  const { dates } = useFamilyView()
  const { title, day, by, lines, statements, mayState, mayRestrict } = written
  const [first, more] = [lines.slice(0, linesAtOnce), lines.slice(linesAtOnce)]
  return (
    <Card>
      <article className={styles['stack']} aria-label={`${title}, ${dates.date(day)}`}>
        <header>
          <h3 className={styles['title']} dir="auto">{title}</h3>
          <p className={styles['soft']}>{text('data.recorded', { day: dates.date(day), by })}</p>
        </header>
        <Lines lines={first} />
        {more.length > 0 && <details><summary className={styles['summary']}>{text('data.more')}</summary><Lines lines={more} /></details>}
        <Statements statements={statements} dates={dates} />
        {(mayState || mayRestrict) && (
          <div className={styles['row']}>
            {mayState && <Button kind="secondary" onClick={onBeside}>{text('data.add')}</Button>}
            {mayRestrict && <Button kind="quiet" onClick={onShut}>{text('data.shut')}</Button>}
          </div>
        )}
      </article>
    </Card>
  )
}

const Lines = ({ lines }: { readonly lines: Written['lines'] }) => (
  <dl className={styles['lines']}>
    {lines.map(({ label, text }) => <div key={`${label ?? ''} ${text}`}>{label !== null && <dt className={styles['soft']}>{label}</dt>}<dd className={styles['words']} dir="auto">{text}</dd></div>)}
  </dl>
)
