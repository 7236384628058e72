import { PageHeading, QueryState, RadioCards } from '@samenspel/ui'
import { useState } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import type { Family } from '../family/model.ts'
import { useWeek } from '../family/use-week.ts'
import { paths } from '../paths.ts'
import { BackLink, Page } from '../shell/page.tsx'
import { usePageText } from '../texts.ts'
import { LimitsPart } from './limits-part.tsx'
import styles from './rhythm-page.module.css'
import type { Week } from './week.ts'
import { WeekEditor } from './week-editor.tsx'

/** The rhythm of the family, person by person, and what it wants to carry: one week at a time. */
export const RhythmPage = () => {
  const text = usePageText()
  const { family } = useFamilyView()
  const { asked, again } = useWeek()
  return (
    <Page>
      <BackLink to={paths.agenda} />
      <div>
        <PageHeading title={text('rhythm.title')}>{text('rhythm.title')}</PageHeading>
        <p className={styles['intro']}>{text('rhythm.intro')}</p>
      </div>
      <QueryState asked={asked} onRetry={again} isEmpty={(week) => week.rhythms.length === 0} empty={<p>{text('rhythm.notYours')}</p>}>
        {(week) => family === undefined ? null : <Weeks family={family} week={week} />}
      </QueryState>
    </Page>
  )
}

/** What holds for the family as a whole has a place beside the people. */
const together = 'together'

const Weeks = ({ family, week }: { readonly family: Family; readonly week: Week }) => {
  const text = usePageText()
  const { me } = useFamilyView()
  const [chosen, choose] = useState(week.rhythms[0]?.memberId ?? me.id)
  const nameOf = (id: string) => id === me.id ? text('rhythm.you') : family.members.find((member) => member.id === id)?.firstName ?? ''
  const rhythm = week.rhythms.find(({ memberId }) => memberId === chosen)
  return (
    <>
      <div className={styles['people']}>
        <RadioCards
          name="person" legend={text('rhythm.who')} chosen={chosen} onChoose={choose}
          options={[...week.rhythms.map(({ memberId }) => ({ value: memberId, label: nameOf(memberId) })), ...(week.limits === null ? [] : [{ value: together, label: text('rhythm.together') }])]}
        />
      </div>
      {rhythm !== undefined && <WeekEditor key={chosen} family={family} rhythm={rhythm} dayCentres={week.dayCentres} isOwn={chosen === me.id} name={nameOf(chosen)} />}
      {chosen === together && week.limits !== null && <LimitsPart familyId={family.id} limits={week.limits} />}
    </>
  )
}
