import { Notice } from '@samenspel/ui'
import { unreachable, type Refusal } from '../graph/refusal.ts'
import { useText } from './text.ts'

/** Why a command was not carried out, near what was pressed; what was typed stays. */
export const SaidNo = ({ refusal }: { readonly refusal: Refusal | undefined }) => {
  const text = useText()
  return (
    <Notice tone="stop">
      {refusal !== undefined && (refusal.code === unreachable || refusal.message === '' ? text('error.unreachable') : refusal.message)}
    </Notice>
  )
}
