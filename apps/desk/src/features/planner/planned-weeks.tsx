import { CheckDraftDocument } from '@samenspel/graphql-documents/desk'
import { useMemo } from 'react'
import { useQuery } from 'urql'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { draftFrom, inputOf } from '../board/draft.ts'
import { FamilyWeeks } from '../board/family-weeks.tsx'
import type { PlannerFamily, Proposal } from './planner.ts'

/** How full the weeks of a family were and will be, with what is proposed; absent while it is not known. */
export const PlannedWeeks = ({ family, plan }: { readonly family: PlannerFamily; readonly plan: Proposal | undefined }) => {
  const text = useText()
  const parts = useMemo(() => plan === undefined ? [] : inputOf(draftFrom(plan)), [plan])
  const [{ data }] = useQuery({ query: CheckDraftDocument, variables: { familyId: family.id, parts } })
  // What was refused has no data at all, whatever its type says.
  const load = data?.checkDraft.load
  return load === undefined ? null : <Section title={text('load.title')}><FamilyWeeks family={family} load={load} /></Section>
}
