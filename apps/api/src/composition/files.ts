import type { Agenda, AgendaCommand, Calendar, CalendarCommand } from '@samenspel/agenda'
import type { RequestCommand, Requests, Review, ReviewCommand } from '@samenspel/accountability'
import type { ErasureCommand, Erasures } from '@samenspel/erasure'
import type { Position } from '@samenspel/event-store'
import type { FamilyCase, FamilyCaseCommand, Shelf, ShelfCommand } from '@samenspel/family-case'
import type { Consultation, ConsultationCommand, Referral, ReferralCommand } from '@samenspel/front-door'
import type { Category, FamilyId, Id, IsoInstant, OrganisationId, PersonId, Refusal, Subject } from '@samenspel/kernel'
import type { Organisation, OrganisationCommand, Practitioner, PractitionerCommand } from '@samenspel/register'
import type { Emergencies, EmergencyCommand, TrackCommand, Tracks } from '@samenspel/safety'
import type { DocumentParts } from '../documents/document-parts.ts'
import type { Session } from '../sessions/sessions.ts'

/** What became of a command: carried out (also when it asked for what already was), or refused; and from where in the log on it shows. */
export type Handled = {
  readonly refusal?: Refusal
  readonly position: Position
  /** About whom, and under which label, something was recorded. */
  readonly recorded: readonly Labelled[]
}

/** The labels of an agenda stand with its needs, not with each event. */
export type Labelled = { readonly subject: Subject; readonly category?: Category | '*' }

/** Streams of one kind: the state of one, and commands to it. */
export type Files<Key, State, Command> = {
  readonly state: (id: Key) => Promise<State>
  /** The state as it was known at a moment: without what was recorded after it. What was erased since is not in it. */
  readonly stateAsOf: (id: Key, at: IsoInstant) => Promise<State>
  /** @param commandId the same id twice: one effect, the first answer. @throws Refused `only-reading` */
  readonly handle: (id: Key, command: Command, commandId: Id) => Promise<Handled>
}

/** Everything that is kept, by kind of stream. Only the gate and the handlers of commands may hold this. */
export type AllFiles = {
  readonly cases: Files<FamilyId, FamilyCase, FamilyCaseCommand>
  /**
   * The state of a case file, for who asks by name. Of one that isn't there, and of one that who asks must not know of, it takes the same work.
   * @param isTheirs whether who asks may know that there is this family
   */
  readonly readCase: (id: FamilyId, isTheirs: (file: FamilyCase) => boolean) => Promise<FamilyCase>
  readonly agendas: Files<FamilyId, Agenda, AgendaCommand>
  readonly calendars: Files<PersonId, Calendar, CalendarCommand>
  readonly practitioners: Files<PersonId, Practitioner | undefined, PractitionerCommand>
  readonly organisations: Files<OrganisationId, Organisation | undefined, OrganisationCommand>
  /** What was decided about erasing somebody of a family. */
  readonly erasures: Files<FamilyId, Erasures, ErasureCommand>
  /** The safety tracks of a family. */
  readonly tracks: Files<FamilyId, Tracks, TrackCommand>
  /** Every emergency access of this installation: they count across families. */
  readonly emergencies: Files<'accesses', Emergencies, EmergencyCommand>
  /** What a family asks about its data besides erasing. */
  readonly requests: Files<FamilyId, Requests, RequestCommand>
  /** What was judged of looks into a family's file. */
  readonly reviews: Files<FamilyId, Review, ReviewCommand>
  /** What came in at the front door: a referral has the id of the family whose case it may become. */
  readonly referrals: Files<FamilyId, Referral | undefined, ReferralCommand>
  readonly consultations: Files<FamilyId, Consultation | undefined, ConsultationCommand>
  /** What teams learned, for every professional: one shelf for this installation, which leads to no family. */
  readonly shelf: Files<'practice', Shelf, ShelfCommand>
  /** Keeps the bytes of a document, about which nothing is decided. */
  readonly keepDocument: DocumentParts['keep']
  /** Lets go of every state in memory, after keys were destroyed. */
  readonly forget: () => void
}

/** What crosses families: who has to do with which. Each session sees at least what it wrote itself. */
export type Participations = {
  /**
   * Families of which somebody is a member, in whose team somebody is or was, or of which a child was in a group where they work; whether they may see them is decided at the gate.
   * @throws Refused `try-again`
   */
  readonly familiesOf: (session: Session) => Promise<readonly FamilyId[]>
  /** Every case by its number, for who reviews the access log. @throws Refused `try-again` */
  readonly cases: (session: Session) => Promise<readonly { readonly familyId: FamilyId; readonly caseNumber: string }[]>
}
