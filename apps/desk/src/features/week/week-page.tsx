import { FamilyWeekDocument } from '@samenspel/graphql-documents/desk'
import { PageHeading, RadioCards } from '@samenspel/ui'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { FamilyUnknown } from '../../parts/family-unknown.tsx'
import { firstNameOf, isChild } from '../../parts/members.ts'
import { useText } from '../../parts/text.ts'
import { plannerPath } from '../../shell/paths.ts'
import { GuardEntry } from '../safeguards/guard-entry.tsx'
import { LimitsForm } from './limits-form.tsx'
import { WeekForm } from './week-form.tsx'
import type { WeekFamily } from './week.ts'
import styles from './week.module.css'

/** The week of a family, typed in by who coordinates, after the word of a parent: for families who don't use the app. */
export const WeekPage = () => {
  const { familyId = '' } = useParams()
  return <OneWeek key={familyId} familyId={familyId} />
}

const OneWeek = ({ familyId }: { readonly familyId: string }) => {
  const text = useText()
  const [asked, again] = useQuery({ query: FamilyWeekDocument, variables: { familyId } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  return (
    <Answered asked={asked} onRetry={readAgain}>
      {({ family }) => family === null || family.rhythms.length === 0
        ? <FamilyUnknown />
        : (
          <div className={styles['page']}>
            <p><Link to={plannerPath(family.id)}>{text('week.back', { family: family.name })}</Link></p>
            <PageHeading title={text('week.titleOf', { family: family.name })}>{text('week.titleOf', { family: family.name })}</PageHeading>
            <p className={styles['soft']}>{text('week.intro')}</p>
            <Weeks family={family} readAgain={readAgain} />
          </div>
        )}
    </Answered>
  )
}

/** What holds for the family as a whole has a place beside the people. */
const together = 'together'

const Weeks = ({ family, readAgain }: { readonly family: WeekFamily; readonly readAgain: () => void }) => {
  const text = useText()
  const nameOf = firstNameOf(family.members)
  const [chosen, choose] = useState(family.rhythms[0]?.memberId ?? together)
  const rhythm = family.rhythms.find(({ memberId }) => memberId === chosen)
  const member = family.members.find(({ id }) => id === chosen)
  return (
    <>
      <RadioCards
        name="whose" inline legend={text('week.whose')} chosen={chosen} onChoose={choose}
        options={[...family.rhythms.map(({ memberId }) => ({ value: memberId, label: nameOf(memberId) })), ...(family.limits === null ? [] : [{ value: together, label: text('week.together') }])]}
      />
      {rhythm?.version != null && <GuardEntry family={family} kind="RHYTHM" entryId={rhythm.memberId} name={nameOf(rhythm.memberId)} />}
      {rhythm !== undefined && member !== undefined && <WeekForm key={chosen} family={family} rhythm={rhythm} isChild={isChild(member)} readAgain={readAgain} />}
      {chosen === together && family.limits !== null && <LimitsForm family={family} limits={family.limits} readAgain={readAgain} />}
    </>
  )
}
