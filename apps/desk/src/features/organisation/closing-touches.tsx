import { ClosingTouchesDocument, type ClosingInput, type ClosingTouchesQuery } from '@samenspel/graphql-documents/desk'
import { useQuery } from 'urql'
import { useText } from '../../parts/text.ts'
import { Touched } from './touched.tsx'

type Props = { readonly locationId: string; readonly from: string; readonly until: string; readonly zone: string }

/** What closing a place on these days would touch, told while it can still be thought over. */
export const ClosingTouches = ({ locationId, from, until, zone }: Props) => {
  const text = useText()
  return <ClosingsTouch closings={[{ locationId, from, until }]} zone={zone} words={() => text('use.closingTouches')} />
}

type ClosingsProps = { /** Without a place: every place. */ readonly closings: readonly ClosingInput[]; readonly zone: string; readonly words: (touched: ClosingTouchesQuery['closingTouches']) => string }

/** As one closing, of several together. */
export const ClosingsTouch = ({ closings, zone, words }: ClosingsProps) => {
  const [{ data }] = useQuery({ query: ClosingTouchesDocument, variables: { closings } })
  const touched = data?.closingTouches ?? []
  return <div role="status"><Touched words={words(touched)} touched={touched} zone={zone} /></div>
}
