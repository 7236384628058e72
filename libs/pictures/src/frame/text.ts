import { useTextOf } from '@samenspel/ui'
import type { DeskText } from '@samenspel/intl/desk'

/** Says the texts of the pictures. */
export const useText = useTextOf<DeskText>
