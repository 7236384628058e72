import type { ParentText } from '@samenspel/intl/parent'
import { useTextOf } from '@samenspel/ui'

/** Says the texts of the parents' app. */
export const useText = useTextOf<ParentText>
