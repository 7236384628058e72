import { ClosingTouchesDocument } from '@samenspel/graphql-documents/desk'
import { useQuery } from 'urql'
import { useText } from '../../parts/text.ts'
import { Touched } from './touched.tsx'

type Props = { /** Absent: every place. */ readonly locationId?: string; readonly from: string; readonly until: string; readonly zone: string }

/** What closing on these days would touch, told while it can still be thought over. */
export const ClosingTouches = ({ locationId, from, until, zone }: Props) => {
  const text = useText()
  const [{ data }] = useQuery({ query: ClosingTouchesDocument, variables: { locationId: locationId ?? null, from, until } })
  return <div role="status"><Touched words={text(locationId === undefined ? 'use.holidayTouches' : 'use.closingTouches')} touched={data?.closingTouches ?? []} zone={zone} /></div>
}
