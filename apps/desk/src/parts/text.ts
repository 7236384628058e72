import type { DeskText } from '@samenspel/intl/desk'
import { useTextOf } from '@samenspel/ui'

/** Says the texts of the desk. */
export const useText = useTextOf<DeskText>
