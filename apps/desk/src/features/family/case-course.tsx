import { CloseCaseDocument, ReferralOfFamilyDocument, ReopenCaseDocument } from '@samenspel/graphql-documents/desk'
import { Button, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { WordsDialog } from '../../parts/words-dialog.tsx'
import { useIsBack } from '../../shell/looking-back.tsx'
import { planPath, referralPath } from '../../shell/paths.ts'
import { useViewer } from '../../shell/viewer.ts'
import type { Family } from './family.ts'
import styles from '../safeguards/safeguards.module.css'

/** The coordinator, or who stands in: also of a closed case, in which nobody adds anything. Not while they look back. */
export const useCoordinates = (family: Pick<Family, 'coordinator' | 'team'>): boolean => {
  const { id } = useViewer()
  const isBack = useIsBack()
  return !isBack && (family.coordinator?.id === id || family.team.some(({ isSubstitute, professional }) => isSubstitute && professional.id === id))
}

/** That the case is closed, for who may know; and the way to close it or to go on, for who coordinates. */
export const CaseCourse = ({ family }: { readonly family: Family }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const coordinates = useCoordinates(family)
  const [isOpen, setOpen] = useState(false)
  const { closing } = family
  if (closing === null && !family.can.coordinate) return null
  return (
    <Section title={text('course.title')} tone={closing === null ? 'plain' : 'wait'} action={coordinates ? <Button kind="quiet" onClick={() => setOpen(true)}>{text(closing === null ? 'course.close' : 'course.reopen')}</Button> : undefined}>
      {closing === null && <p>{text('course.open')}</p>}
      <BegunWith family={family} />
      {closing !== null && <p>{text('course.closed', { day: dates.date(dates.dateOf(closing.at)), by: closing.by })}</p>}
      {closing !== null && <p className={styles['words']} dir="auto">{closing.words}</p>}
      {closing !== null && coordinates && <p>{text('course.learned')} <Link to={planPath(family.id)}>{text('course.toCard')}</Link></p>}
      {isOpen && (closing === null ? <Close family={family} onClose={() => setOpen(false)} /> : <Reopen family={family} onClose={() => setOpen(false)} />)}
    </Section>
  )
}

/** The way to the referral that the file began with, for who may open it. */
const BegunWith = ({ family: { id, zone } }: { readonly family: Family }) => {
  const text = useText()
  const dates = useDates(zone)
  const isBack = useIsBack()
  const [{ data }] = useQuery({ query: ReferralOfFamilyDocument, variables: { familyId: id }, pause: isBack })
  const begun = data?.referralOfFamily ?? undefined
  return !isBack && begun !== undefined && <p><Link to={referralPath(begun.id)}>{text('course.begunWith', { code: begun.code, day: dates.date(dates.dateOf(begun.receivedAt)) })}</Link></p>
}

type Props = { readonly family: Family; readonly onClose: () => void }

const Close = ({ family, onClose }: Props) => {
  const text = useText()
  const command = useCommand(CloseCaseDocument)
  return (
    <WordsDialog familyId={family.id} form="close-case" title={text('course.closeTitle')} label={text('course.words')} hint={text('course.wordsHint')} sendLabel={text('course.close')} command={command} onClose={onClose} onSend={(words) => command.run({ familyId: family.id, words })}><p>{text('course.closeText')}</p></WordsDialog>
  )
}

const Reopen = ({ family, onClose }: Props) => {
  const text = useText()
  const command = useCommand(ReopenCaseDocument)
  return (
    <WordsDialog familyId={family.id} form="reopen-case" title={text('course.reopenTitle')} label={text('course.reopenWords')} hint={text('course.wordsHint')} sendLabel={text('course.reopen')} command={command} onClose={onClose} onSend={(words) => command.run({ familyId: family.id, words })} />
  )
}
