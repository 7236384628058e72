import type { UnsuitableTimeInput } from '@samenspel/graphql-documents/parent-pages'
import { Card, PageHeading } from '@samenspel/ui'
import { useState } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { firstNameOf, momentsOf, type Family } from '../family/model.ts'
import { paths } from '../paths.ts'
import { BackLink, Page } from '../shell/page.tsx'
import { usePageText } from '../texts.ts'
import { OtherMomentForm, type Subject } from './other-moment-form.tsx'
import { OfferedTimes } from './offered-times.tsx'
import { OtherDays } from './other-days.tsx'
import styles from './other-moment-page.module.css'

/** One question: which moment suits better? For a whole proposal, or for one appointment. */
export const OtherMomentPage = ({ id }: { readonly id: string }) => {
  const { family } = useFamilyView()
  const [isSent, setIsSent] = useState(false)
  const subject = useSubject(family, id)
  if (family === undefined || subject === undefined) return <Gone />
  if (isSent) return <Sent family={family} />
  return <Question family={family} subject={subject} onSent={() => { setIsSent(true) }} />
}

/** What the id stands for, in words. */
const useSubject = (family: Family | undefined, id: string): Subject | undefined => {
  const text = usePageText()
  const { dates } = useFamilyView()
  const proposal = family?.proposals.find((each) => each.id === id)
  if (proposal !== undefined) {
    const [first] = momentsOf(proposal)
    return { ids: { proposalId: id }, words: first === undefined ? undefined : text('other.aboutProposal', { day: dates.day(first.date) }), back: paths.today }
  }
  for (const bundle of family?.bundles ?? []) {
    const part = bundle.parts.find((each) => each.id === id)
    if (part !== undefined) return { ids: { appointmentId: id }, words: text('other.about', { label: part.label, day: dates.day(part.date) }), back: paths.visit(bundle.id) }
  }
  return undefined
}

const Question = ({ family, subject, onSent }: { readonly family: Family; readonly subject: Subject; readonly onSent: () => void }) => {
  const text = usePageText()
  const [unsuitable, setUnsuitable] = useState<readonly UnsuitableTimeInput[]>([])
  return (
    <Page>
      <BackLink to={subject.back} />
      <div>
        <PageHeading title={text('other.title')}>{text('other.title')}</PageHeading>
        {subject.words !== undefined && <p className={styles['about']}>{subject.words}</p>}
        <p>{text('other.intro')}</p>
      </div>
      {'appointmentId' in subject.ids && <OfferedTimes familyId={family.id} appointmentId={subject.ids.appointmentId} onSent={onSent} />}
      {'proposalId' in subject.ids && <OtherDays familyId={family.id} proposalId={subject.ids.proposalId} unsuitable={unsuitable} onUnsuitable={setUnsuitable} onSent={onSent} />}
      <OtherMomentForm familyId={family.id} subject={subject} unsuitable={unsuitable} onSent={onSent} />
    </Page>
  )
}

const Sent = ({ family }: { readonly family: Family }) => {
  const text = usePageText()
  return (
    <Page>
      <BackLink />
      <PageHeading title={text('other.done')}>{text('other.done')}</PageHeading>
      <Card tone="ok">
        {family.coordinator !== null && <p>{text('other.doneWho', { name: firstNameOf(family.coordinator.name) })}</p>}
        <p>{text('other.doneNothing')}</p>
      </Card>
    </Page>
  )
}

const Gone = () => {
  const text = usePageText()
  return (
    <Page>
      <BackLink />
      <PageHeading title={text('other.gone')}>{text('other.gone')}</PageHeading>
      <p>{text('other.goneText')}</p>
    </Page>
  )
}
