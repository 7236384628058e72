import { Button, Notice, PageHeading, StatusMark } from '@samenspel/ui'
import { useState } from 'react'
import { ElsewhereActions } from '../elsewhere/elsewhere-actions.tsx'
import { useFamilyView } from '../family/family-context.tsx'
import { attendeesOf, findBundle, isDusk, placesOf, stopsOf, type Appointment, type Bundle } from '../family/model.ts'
import { useJoin } from '../family/use-join.ts'
import { BackLink, Columns, Page } from '../shell/page.tsx'
import { usePageText } from '../texts.ts'
import { PartActions } from './part-actions.tsx'
import { PartDetails } from './part-details.tsx'
import { UndoPart } from './undo-part.tsx'
import { VisitCard } from './visit-card.tsx'
import styles from './visit-page.module.css'

/** One visit in full: who, where, what to bring, and what can be changed. */
export const VisitPage = ({ id }: { readonly id: string }) => {
  const { family } = useFamilyView()
  const bundle = family === undefined ? undefined : findBundle(family, id)
  return bundle === undefined ? <Gone /> : <Visit bundle={bundle} />
}

const Gone = () => {
  const text = usePageText()
  return (
    <Page>
      <BackLink />
      <PageHeading title={text('visit.gone')}>{text('visit.gone')}</PageHeading>
      <p>{text('visit.goneText')}</p>
    </Page>
  )
}

const Visit = ({ bundle }: { readonly bundle: Bundle }) => {
  const text = usePageText()
  const pageText = usePageText()
  const { dates } = useFamilyView()
  const [news, setNews] = useState<string>()
  const standing = bundle.parts.filter(({ status }) => status === 'CONFIRMED').length
  const [stood, setStood] = useState(standing)
  // Something that was dropped stands again: said where the page begins, since its own place is gone.
  if (standing !== stood) {
    setStood(standing)
    if (standing > stood) setNews(pageText('undo.done'))
  }
  const tell = (what: string) => {
    setNews(what)
    window.scrollTo(0, 0)
  }
  const stops = stopsOf(bundle)
  const dropped = bundle.parts.filter(({ status }) => status === 'CANCELLED')
  const isFixed = stops.length > 0 && stops.every(({ status }) => status === 'CONFIRMED')
  const title = text(isDusk(bundle) ? 'visit.titleHome' : 'visit.title')
  return (
    <Page>
      <BackLink />
      <div>
        <PageHeading key={news} title={`${title}, ${dates.day(bundle.date)}`}>{title}</PageHeading>
        <p className={styles['status']}>
          {stops.length === 0
            ? <StatusMark tone="neutral">{text('visit.cancelled')}</StatusMark>
            : isFixed ? <StatusMark tone="ok">{text('visit.fixed')}</StatusMark> : <StatusMark tone="wait">{text('visit.proposed')}</StatusMark>}
        </p>
      </div>
      <Notice tone="ok">{news}</Notice>
      <Columns
        main={
          <>
            {stops.length > 0 && <VisitCard bundle={bundle} isFixed={isFixed} below={(part) => <Below part={part} bundle={bundle} isFixed={isFixed} onChanged={tell} />} />}
            {dropped.map((part) => <UndoPart key={part.id} part={part} />)}
          </>
        }
        aside={
          <>
            <WhoComes bundle={bundle} />
            {isFixed && <p><Button kind="quiet" onClick={() => { window.print() }}>{text('visit.print')}</Button></p>}
          </>
        }
      />
    </Page>
  )
}

/** What stands under a stop: with whom, and what can be changed once it is fixed. */
const Below = ({ part, bundle, isFixed, onChanged }: { readonly part: Appointment; readonly bundle: Bundle; readonly isFixed: boolean; readonly onChanged: (news: string) => void }) => {
  const text = usePageText()
  return (
    <>
      <PartDetails part={part} withPlace={placesOf(bundle).length > 1} />
      {part.elsewhere !== null && <p>{text('elsewhere.mark')}</p>}
      {isFixed && part.elsewhere !== null && <ElsewhereActions part={part} />}
      {isFixed && part.elsewhere === null && <PartActions part={part} isOnlyOne={stopsOf(bundle).length === 1} onChanged={onChanged} />}
    </>
  )
}

/** Who of the family comes along. */
const WhoComes = ({ bundle }: { readonly bundle: Bundle }) => {
  const text = usePageText()
  const join = useJoin()
  const { me, family } = useFamilyView()
  const ids = attendeesOf(bundle)
  const others = ids.flatMap((id) => id === me.id ? [] : family?.members.find((member) => member.id === id)?.firstName ?? [])
  const names = ids.includes(me.id) ? [text('visit.you'), ...others] : others
  if (names.length === 0) return null
  return (
    <div>
      <h2 className={styles['title']}>{text('visit.who')}</h2>
      <p className={styles['names']}>{join(names)}</p>
    </div>
  )
}
