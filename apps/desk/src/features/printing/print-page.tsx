import { FamilyForPrintingDocument, PrintedVisitDocument, type FamilyForPrintingQuery, type Language } from '@samenspel/graphql-documents/desk'
import { Button, PageHeading, RadioCards } from '@samenspel/ui'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { isChild } from '../../parts/members.ts'
import { useText } from '../../parts/text.ts'
import { familyPath } from '../../shell/paths.ts'
import styles from './print-page.module.css'
import { VisitOnPaper } from './visit-on-paper.tsx'

type Family = NonNullable<FamilyForPrintingQuery['family']>

/** A visit on one page, for a parent who doesn't use the app: chosen for whom first, since what each may know differs. */
export const PrintPage = () => {
  const { familyId = '', visitId = '' } = useParams()
  const [asked, again] = useQuery({ query: FamilyForPrintingDocument, variables: { familyId } })
  const text = useText()
  return (
    <>
      <div data-print="never">
        <p><Link to={familyPath(familyId)}>{text('print.toFamily')}</Link></p>
        <PageHeading title={text('print.page')}>{text('print.page')}</PageHeading>
      </div>
      <Answered asked={asked} onRetry={() => { again({ requestPolicy: 'network-only' }) }} isEmpty={({ family }) => family === null}>
        {({ family }) => family !== null && <Choose family={family} visitId={visitId} />}
      </Answered>
    </>
  )
}

type Choice = { readonly parentId: string; readonly language: Language }

const Choose = ({ family, visitId }: { readonly family: Family; readonly visitId: string }) => {
  const text = useText()
  const adults = family.members.filter((member) => !isChild(member) && member.isErased !== true)
  const [parentId, setParentId] = useState<string>()
  const [language, setLanguage] = useState<Language>('NL')
  const [shown, setShown] = useState<Choice>()
  return (
    <>
      <form className={styles['choose']} data-print="never" onSubmit={(event) => { event.preventDefault(); if (parentId !== undefined) setShown({ parentId, language }) }}>
        <p>{text('print.hint')}</p>
        <RadioCards name="parent" legend={text('print.whom')} inline chosen={parentId} onChoose={setParentId} options={adults.map(({ id, firstName }) => ({ value: id, label: firstName }))} />
        <RadioCards
          name="language" legend={text('print.language')} inline chosen={language} onChoose={setLanguage}
          options={[{ value: 'NL', label: text('language.nl'), lang: 'nl' }, { value: 'EN', label: text('language.en'), lang: 'en' }]}
        />
        <Button type="submit" disabled={parentId === undefined}>{text('print.show')}</Button>
      </form>
      {shown !== undefined && <Shown key={`${shown.parentId} ${shown.language}`} family={family} visitId={visitId} {...shown} />}
    </>
  )
}

const Shown = ({ family, visitId, parentId, language }: Choice & { readonly family: Family; readonly visitId: string }) => {
  const text = useText()
  // Each page that is taken along has its own line in the log.
  const [asked, again] = useQuery({ query: PrintedVisitDocument, variables: { familyId: family.id, visitId, parentId, language }, requestPolicy: 'network-only' })
  return (
    <Answered asked={asked} onRetry={() => { again({ requestPolicy: 'network-only' }) }}>
      {({ printedVisit }) => (
        <>
          <VisitOnPaper visit={printedVisit} language={language === 'EN' ? 'en' : 'nl'} zone={family.zone} />
          <p data-print="never"><Button onClick={() => { print() }}>{text('print.print')}</Button></p>
        </>
      )}
    </Answered>
  )
}
