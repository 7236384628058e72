import type { AgendaCommand } from '@samenspel/agenda'
import type { FamilyCaseCommand } from '@samenspel/family-case'
import type { TrackCommand } from '@samenspel/safety'
import { Inject } from '@nestjs/common'
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs'
import { ACTING } from '../composition/tokens.ts'
import type { Acting, Ask } from '../disclosure/acting.ts'

/** Something asked of a case file. */
export class CaseCommand extends Command<void> {
  constructor(readonly ask: Ask<FamilyCaseCommand>) { super() }
}

/** Something asked of a family's agenda. */
export class FamilyAgendaCommand extends Command<void> {
  constructor(readonly ask: Ask<AgendaCommand>) { super() }
}

/** Something asked of a safety track of a family. */
export class TrackCommandAsked extends Command<void> {
  constructor(readonly ask: Ask<TrackCommand>) { super() }
}

@CommandHandler(CaseCommand)
export class CaseCommandHandler implements ICommandHandler<CaseCommand> {
  constructor(@Inject(ACTING) private readonly acting: Acting) {}
  execute({ ask }: CaseCommand): Promise<void> { return this.acting.inCase(ask) }
}

@CommandHandler(FamilyAgendaCommand)
export class FamilyAgendaCommandHandler implements ICommandHandler<FamilyAgendaCommand> {
  constructor(@Inject(ACTING) private readonly acting: Acting) {}
  execute({ ask }: FamilyAgendaCommand): Promise<void> { return this.acting.inAgenda(ask) }
}

@CommandHandler(TrackCommandAsked)
export class TrackCommandHandler implements ICommandHandler<TrackCommandAsked> {
  constructor(@Inject(ACTING) private readonly acting: Acting) {}
  execute({ ask }: TrackCommandAsked): Promise<void> { return this.acting.inTracks(ask) }
}
