import { FileToSearchDocument, SearchFamilyDocument, type CaseSearchInput, type FileToSearchQuery, type Setting } from '@samenspel/graphql-documents/desk'
import { Button, Field, PageHeading, useDates } from '@samenspel/ui'
import { useEffect, useRef, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { FamilyUnknown } from '../../parts/family-unknown.tsx'
import { Section } from '../../parts/section.tsx'
import { settings } from '../../parts/settings.ts'
import { useText } from '../../parts/text.ts'
import { familyPath } from '../../shell/paths.ts'
import { ContributionCard } from '../family/contribution-card.tsx'
import styles from './search.module.css'

type Family = NonNullable<FileToSearchQuery['family']>

/** Finding something in the file of one family again. */
export const SearchPage = () => {
  const { familyId = '' } = useParams()
  const [asked, again] = useQuery({ query: FileToSearchDocument, variables: { id: familyId } })
  return (
    <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>
      {({ family }) => family === null ? <FamilyUnknown /> : <Search family={family} />}
    </Answered>
  )
}

const nothing = { words: '', authorId: '', setting: '', from: '', until: '' }
/** The longest words that the server takes. */
const longestWords = 200

/** What is asked: without what was left open, and nothing at all while everything was. */
const inputOf = ({ words, authorId, setting, from, until }: typeof nothing): CaseSearchInput | undefined => {
  const given = {
    ...words.trim() !== '' && { words: words.trim() }, ...authorId !== '' && { authorId }, ...setting !== '' && { setting: setting as Setting }, ...from !== '' && { from }, ...until !== '' && { until },
  }
  return Object.keys(given).length === 0 ? undefined : given
}

const Search = ({ family }: { readonly family: Family }) => {
  const text = useText()
  const [values, change] = useState(nothing)
  const [sought, seek] = useState<CaseSearchInput>()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => { first.current?.focus() }, [])
  const set = (changed: Partial<typeof nothing>): void => change({ ...values, ...changed })
  const authors = [...new Map([...family.team.map(({ professional }) => professional), ...family.contributions.nodes.map(({ author }) => author)].filter(({ id }) => id !== 'somebody').map((one) => [one.id, one])).values()]
  return (
    <div className={styles['page']}>
      <div>
        <p><Link to={familyPath(family.id)}>{text('search.back', { family: family.name })}</Link></p>
        <PageHeading title={text('search.title', { family: family.name })}>{text('search.title', { family: family.name })}</PageHeading>
      </div>
      <form role="search" className={styles['form']} onSubmit={(event) => { event.preventDefault(); seek(inputOf(values)) }}>
        <Field label={text('search.words')} hint={text('search.wordsHint')}>
          {(control) => <input {...control} ref={first} type="search" dir="auto" maxLength={longestWords} value={values.words} onChange={(event) => set({ words: event.target.value })} />}
        </Field>
        <div className={styles['filters']}>
          <Field label={text('search.author')}>
            {(control) => <select {...control} value={values.authorId} onChange={(event) => set({ authorId: event.target.value })}><option value="">{text('search.anyone')}</option>{authors.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select>}
          </Field>
          <Field label={text('search.setting')}>
            {(control) => <select {...control} value={values.setting} onChange={(event) => set({ setting: event.target.value })}><option value="">{text('search.anywhere')}</option>{settings.map((setting) => <option key={setting} value={setting}>{text(`setting.${setting}`)}</option>)}</select>}
          </Field>
          <Field label={text('search.from')}>{(control) => <input {...control} type="date" value={values.from} onChange={(event) => set({ from: event.target.value })} />}</Field>
          <Field label={text('search.until')}>{(control) => <input {...control} type="date" min={values.from} value={values.until} onChange={(event) => set({ until: event.target.value })} />}</Field>
        </div>
        <div className={styles['row']}>
          <Button type="submit">{text('search.go')}</Button>
          {sought !== undefined && <Button kind="quiet" onClick={() => { change(nothing); seek(undefined); first.current?.focus() }}>{text('search.clear')}</Button>}
        </div>
      </form>
      {sought === undefined ? <p role="status">{text('search.start')}</p> : <Found family={family} sought={sought} />}
    </div>
  )
}

const Found = ({ family, sought }: { readonly family: Family; readonly sought: CaseSearchInput }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [asked, again] = useQuery({ query: SearchFamilyDocument, variables: { familyId: family.id, input: sought }, requestPolicy: 'cache-and-network' })
  return (
    <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>
      {({ searchFamily: found }) => found === null ? <FamilyUnknown /> : (
        <>
          <p role="status"><strong>{text('search.found', { count: found.count })}</strong></p>
          {found.count === 0 && found.lifeEvents.length === 0 && <p>{text('search.nothing')}</p>}
          {found.count > found.contributions.length && <p>{text('search.only')}</p>}
          {found.lifeEvents.length > 0 && (
            <Section title={text('search.lifeLine')}>
              <ul className={styles['events']}>{found.lifeEvents.map((event) => <li key={event.id}><strong>{event.title}</strong> <span className={styles['soft']}>{dates.date(event.occurredOn)}, {event.subject.label}</span>{event.text !== null && <p dir="auto">{event.text}</p>}</li>)}</ul>
            </Section>
          )}
          {found.contributions.length > 0 && (
            <Section title={text('contributions.title')}>
              <ol className={styles['found']}>{found.contributions.map((contribution) => <li key={contribution.id}><ContributionCard contribution={contribution} family={family} /></li>)}</ol>
            </Section>
          )}
        </>
      )}
    </Answered>
  )
}
