import { Card, PageHeading } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'wouter'
import { useFamilyView } from '../family/family-context.tsx'
import type { Family } from '../family/model.ts'
import { paths } from '../paths.ts'
import { BackLink, Page } from '../shell/page.tsx'
import { usePageText } from '../texts.ts'
import { ElsewhereForm } from './elsewhere-form.tsx'

/** An appointment that was made elsewhere: a new one, or one that I may change. */
export const ElsewherePage = ({ id }: { readonly id: string | undefined }) => {
  const text = usePageText()
  const { family } = useFamilyView()
  const [isSaved, setIsSaved] = useState(false)
  const part = family?.bundles.flatMap(({ parts }) => parts).find((one) => one.id === id)
  if (isSaved) return <Saved />
  if (family === undefined || (id !== undefined && part?.elsewhere?.canChange !== true)) {
    return <Page><BackLink to={paths.agenda} /><PageHeading title={text('elsewhere.gone')}>{text('elsewhere.gone')}</PageHeading></Page>
  }
  return <Question family={family} part={part} onSaved={() => { setIsSaved(true) }} />
}

const Question = ({ family, part, onSaved }: { readonly family: Family; readonly part: Family['bundles'][number]['parts'][number] | undefined; readonly onSaved: () => void }) => {
  const text = usePageText()
  const title = text(part === undefined ? 'elsewhere.title' : 'elsewhere.changeTitle')
  return (
    <Page>
      <BackLink to={part === undefined ? paths.agenda : paths.visit(part.id)} />
      <div>
        <PageHeading title={title}>{title}</PageHeading>
        <p>{text('elsewhere.intro')}</p>
      </div>
      <ElsewhereForm family={family} part={part} onSaved={onSaved} />
    </Page>
  )
}

const Saved = () => {
  const text = usePageText()
  return (
    <Page>
      <BackLink to={paths.agenda} />
      <PageHeading title={text('elsewhere.saved')}>{text('elsewhere.saved')}</PageHeading>
      <Card tone="ok"><p>{text('elsewhere.intro')}</p></Card>
      <p><Link href={paths.agenda}>{text('agenda.title')}</Link></p>
    </Page>
  )
}
