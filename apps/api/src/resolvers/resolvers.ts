import { AgendaCommandsResolver } from './agenda-commands.resolver.ts'
import { BoardResolver } from './board.resolver.ts'
import { CaseCommandsResolver } from './case-commands.resolver.ts'
import { ElsewhereCommandsResolver } from './elsewhere-commands.resolver.ts'
import { ErasuresResolver } from './erasures.resolver.ts'
import { LiveResolver } from './live.resolver.ts'
import { MessagesResolver } from './messages.resolver.ts'
import { OwnCalendarResolver } from './own-calendar.resolver.ts'
import { OwnResolver } from './own.resolver.ts'
import { ReadingResolver } from './reading.resolver.ts'
import { RegionResolver } from './region.resolver.ts'
import { WeekCommandsResolver } from './week-commands.resolver.ts'

/** Everything that answers the GraphQL API. */
export const resolvers = [ReadingResolver, CaseCommandsResolver, AgendaCommandsResolver, OwnResolver, LiveResolver, ErasuresResolver, MessagesResolver, ElsewhereCommandsResolver, OwnCalendarResolver, WeekCommandsResolver, BoardResolver, RegionResolver]
