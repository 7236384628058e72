import { OwnWithdrawnCardsDocument, PracticeCardsDocument, type CardAge, type Route, type Setting } from '@samenspel/graphql-documents/desk'
import { Button, Field, MoreButton, PageHeading, StatusMark, useDates, useList, useRemembered } from '@samenspel/ui'
import { useEffect, useId, useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import fields from '../../parts/fields.module.css'
import page from '../../parts/page.module.css'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import tiles from '../../parts/tiles.module.css'
import { shelfCardPath } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { cardAges, cardFacts, cardRoutes, cardSettings, type FoundCard } from './practice-cards.ts'
import styles from './practice-cards.module.css'

type Sought = { readonly words: string; readonly age: CardAge | ''; readonly route: Route | ''; readonly setting: Setting | '' }
const nothing: Sought = { words: '', age: '', route: '', setting: '' }
const isNothing = (sought: Sought): boolean => Object.values(sought).every((one) => one === '')

/** What teams learned, for every professional: to find in by words, age, route and place. */
export const PracticeCardsPage = () => {
  const text = useText()
  const [sought, setSought] = useRemembered('sought', nothing)
  const words = useSettled(sought.words.trim())
  return (
    <div className={page['page']}>
      <PageHeading title={text('practiceCards.title')}>{text('practiceCards.title')}</PageHeading>
      <p className={page['intro']}>{text('practiceCards.intro')}</p>
      <form role="search" className={fields['fields']} onSubmit={(event) => event.preventDefault()}>
        <Field label={text('practiceCards.search')}>{(control) => <input {...control} type="search" dir="auto" maxLength={200} value={sought.words} onChange={(event) => setSought({ ...sought, words: event.target.value })} />}</Field>
        <Choice label={text('practiceCards.age')} value={sought.age} options={cardAges.map((age) => [age, text(`practiceCards.age.${age}`)])} onChange={(age) => setSought({ ...sought, age })} />
        <Choice label={text('practiceCards.route')} value={sought.route} options={cardRoutes.map((route) => [route, text(`route.${route}`)])} onChange={(route) => setSought({ ...sought, route })} />
        <Choice label={text('practiceCards.setting')} value={sought.setting} options={cardSettings.map((setting) => [setting, text(`setting.${setting}`)])} onChange={(setting) => setSought({ ...sought, setting })} />
      </form>
      <Found key={`${words} ${sought.age} ${sought.route} ${sought.setting}`} sought={{ ...sought, words }} onClear={() => setSought(nothing)} />
      <Withdrawn />
    </div>
  )
}

/** The last value that stood for a moment: nobody asks for each letter. */
const useSettled = (value: string): string => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 250)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

const Choice = <Value extends string>({ label, value, options, onChange }: { readonly label: string; readonly value: Value | ''; readonly options: readonly (readonly [Value, string])[]; readonly onChange: (value: Value | '') => void }) => {
  const text = useText()
  return (
    <Field label={label}>
      {(control) => <select {...control} value={value} onChange={(event) => onChange(event.target.value as Value | '')}><option value="">{text('practiceCards.all')}</option>{options.map(([one, words]) => <option key={one} value={one}>{words}</option>)}</select>}
    </Field>
  )
}

const Found = ({ sought, onClear }: { readonly sought: Sought; readonly onClear: () => void }) => {
  const text = useText()
  const { words, age, route, setting } = sought
  const { asked, again, more, row } = useList({
    query: PracticeCardsDocument, variables: { words: words === '' ? undefined : words, age: age === '' ? undefined : age, route: route === '' ? undefined : route, setting: setting === '' ? undefined : setting, first: 20 },
    listIn: ({ practiceCards }) => practiceCards, idOf: ({ id }) => id,
  })
  return (
    <Answered asked={asked} onRetry={again}>
      {({ nodes }) => (
        <>
          <p role="status">{nodes.length === 0 && isNothing(sought) ? text('practiceCards.none') : text(more.hasMore ? 'practiceCards.foundFirst' : 'practiceCards.found', { count: nodes.length })}</p>
          {nodes.length === 0 && !isNothing(sought) && <div><Button kind="secondary" onClick={onClear}>{text('services.clear')}</Button></div>}
          <ul className={tiles['tiles']}>{nodes.map((card) => <li key={card.id} {...row(card.id)}><CardInList card={card} /></li>)}</ul>
          <MoreButton more={more} label={text('practiceCards.more')} />
        </>
      )}
    </Answered>
  )
}

const CardInList = ({ card }: { readonly card: FoundCard }) => {
  const text = useText()
  const id = useId()
  return (
    <article className={`${tiles['tile']} ${styles['inRow']}`} aria-labelledby={id}>
      <h2 id={id} dir="auto"><Link to={shelfCardPath(card.id)}>{card.title}</Link></h2>
      <p className={styles['begin']} dir="auto">{card.situation}</p>
      <ul className={tiles['facts']}>{cardFacts(text, card).map((line) => <li key={line}>{line}</li>)}</ul>
      <p className={page['row']}><span className={page['soft']}>{text('practiceCards.year', { year: String(card.year) })}</span>{card.isOwn && <StatusMark tone="neutral">{text('practiceCards.own')}</StatusMark>}</p>
    </article>
  )
}

/** What who looks took away themselves, with why; nothing for everybody else. */
const Withdrawn = () => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const [{ data }] = useQuery({ query: OwnWithdrawnCardsDocument })
  const nodes = data?.ownWithdrawnCards.nodes ?? []
  if (nodes.length === 0) return null
  return (
    <Section title={text('practiceCards.withdrawn')}>
      <ul className={styles['withdrawn']}>
        {nodes.map(({ id, title, withdrawn }) => (
          <li key={id}>
            <Link to={shelfCardPath(id)} dir="auto">{title}</Link>
            {withdrawn !== null && <p className={page['soft']}>{dates.date(dates.dateOf(withdrawn.at))}{withdrawn.reason !== null && <>: <span dir="auto">{withdrawn.reason}</span></>}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
