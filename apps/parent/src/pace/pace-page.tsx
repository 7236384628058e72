import { PageHeading, QueryState } from '@samenspel/ui'
import { useFamilyView } from '../family/family-context.tsx'
import { useWeek } from '../family/use-week.ts'
import { paths } from '../paths.ts'
import { BackLink, Columns, Page } from '../shell/page.tsx'
import { usePageText } from '../texts.ts'
import { LighterWeeks } from './lighter-weeks.tsx'
import { PausePart } from './pause-part.tsx'
import styles from './pace.module.css'

/** A calmer pace: a pause, or weeks in which hardly anything is planned. */
export const PacePage = () => {
  const text = usePageText()
  const { family } = useFamilyView()
  const { asked, again } = useWeek()
  return (
    <Page>
      <BackLink to={paths.agenda} />
      <div>
        <PageHeading title={text('pace.title')}>{text('pace.title')}</PageHeading>
        <p className={styles['intro']}>{text('pace.intro')}</p>
      </div>
      <QueryState asked={asked} onRetry={again} isEmpty={({ pace }) => pace === null} empty={<p>{text('rhythm.notYours')}</p>}>
        {({ pace }) => family === undefined || pace === null ? null : (
          <Columns
            main={<PausePart family={family} pause={pace.pause} />}
            aside={<LighterWeeks familyId={family.id} weeks={pace.lighterWeeks} />}
          />
        )}
      </QueryState>
    </Page>
  )
}
