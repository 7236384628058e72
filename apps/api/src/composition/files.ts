import type { Agenda, AgendaCommand, Calendar, CalendarCommand } from '@samenspel/agenda'
import type { FamilyCase, FamilyCaseCommand } from '@samenspel/family-case'
import type { FamilyId, Id, OrganisationId, PersonId, Refusal } from '@samenspel/kernel'
import type { Organisation, OrganisationCommand, Practitioner, PractitionerCommand } from '@samenspel/register'

/** What became of a command: carried out (also when it asked for what already was), or refused. */
export type Handled = { readonly refusal?: Refusal }

/** Streams of one kind: the state of one, and commands to it. */
export type Files<Key, State, Command> = {
  readonly state: (id: Key) => Promise<State>
  /** @param commandId the same id twice: one effect, the first answer. */
  readonly handle: (id: Key, command: Command, commandId: Id) => Promise<Handled>
}

/** Everything that is kept, by kind of stream. Only the gate and the handlers of commands may hold this. */
export type AllFiles = {
  readonly cases: Files<FamilyId, FamilyCase, FamilyCaseCommand>
  readonly agendas: Files<FamilyId, Agenda, AgendaCommand>
  readonly calendars: Files<PersonId, Calendar, CalendarCommand>
  readonly practitioners: Files<PersonId, Practitioner | undefined, PractitionerCommand>
  readonly organisations: Files<OrganisationId, Organisation | undefined, OrganisationCommand>
}

/** What crosses families: who has to do with which. */
export type Participations = {
  /** Families of which somebody is a member, or in whose team somebody is or was; whether they may see them is decided at the gate. */
  readonly familiesOf: (person: PersonId) => Promise<readonly FamilyId[]>
  /** Every case by its number, for who reviews the access log. */
  readonly cases: () => Promise<readonly { readonly familyId: FamilyId; readonly caseNumber: string }[]>
}
