import type { PageText, ParentText } from '@samenspel/intl/parent'
import { useTextOf } from '@samenspel/ui'

/** Says the texts of the parents' app. */
export const useText = useTextOf<ParentText>

/** Says the texts of the pages beside the first one too, which come with them. */
export const usePageText = useTextOf<ParentText | PageText>
