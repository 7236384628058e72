import { PlanDocument, PrintedPlanDocument, type Language } from '@samenspel/graphql-documents/desk'
import { Button, PageHeading, RadioCards } from '@samenspel/ui'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { FamilyUnknown } from '../../parts/family-unknown.tsx'
import { useText } from '../../parts/text.ts'
import { planPath } from '../../shell/paths.ts'
import type { PlanFamily } from '../family-plan/plan-file.ts'
import styles from './print-page.module.css'
import { PlanOnPaper } from './plan-on-paper.tsx'

/** The plan on two pages: for who works with it, or for one parent in the words that were written for them. */
export const PrintPlanPage = () => {
  const { familyId = '' } = useParams()
  const [asked, again] = useQuery({ query: PlanDocument, variables: { id: familyId } })
  const text = useText()
  return (
    <>
      <div data-print="never">
        <p><Link to={planPath(familyId)}>{text('paper.toPlan')}</Link></p>
        <PageHeading title={text('paper.title')}>{text('paper.title')}</PageHeading>
      </div>
      <Answered asked={asked} onRetry={() => { again({ requestPolicy: 'network-only' }) }}>{({ family }) => family === null ? <FamilyUnknown /> : <Choose family={family} />}</Answered>
    </>
  )
}

const team = 'team'
type Choice = { readonly whom: string; readonly language: Language }

const Choose = ({ family }: { readonly family: PlanFamily }) => {
  const text = useText()
  const [whom, setWhom] = useState<string>(team)
  const [language, setLanguage] = useState<Language>('NL')
  const [shown, setShown] = useState<Choice>()
  const parents = family.can.coordinate ? family.plan.parents : []
  return (
    <>
      <form className={styles['choose']} data-print="never" onSubmit={(event) => { event.preventDefault(); setShown({ whom, language }) }}>
        <p>{text('paper.hint')}</p>
        <RadioCards name="whom" legend={text('paper.whom')} inline chosen={whom} onChoose={setWhom} options={[{ value: team, label: text('paper.team') }, ...parents.map(({ memberId, firstName }) => ({ value: memberId, label: firstName }))]} />
        <RadioCards
          name="language" legend={text('print.language')} inline chosen={language} onChoose={setLanguage}
          options={[{ value: 'NL', label: text('language.nl'), lang: 'nl' }, { value: 'EN', label: text('language.en'), lang: 'en' }]}
        />
        <Button type="submit">{text('print.show')}</Button>
      </form>
      {shown !== undefined && <Shown key={`${shown.whom} ${shown.language}`} family={family} {...shown} />}
    </>
  )
}

const Shown = ({ family, whom, language }: Choice & { readonly family: PlanFamily }) => {
  const text = useText()
  // Each page that is taken along has its own line in the log.
  const [asked, again] = useQuery({ query: PrintedPlanDocument, variables: { familyId: family.id, language, ...(whom !== team && { parentId: whom }) }, requestPolicy: 'network-only' })
  return (
    <Answered asked={asked} onRetry={() => { again({ requestPolicy: 'network-only' }) }}>
      {({ printedPlan }) => (
        <>
          <PlanOnPaper printed={printedPlan} language={language === 'EN' ? 'en' : 'nl'} zone={family.zone} />
          <p data-print="never"><Button onClick={() => { print() }}>{text('print.print')}</Button></p>
        </>
      )}
    </Answered>
  )
}
