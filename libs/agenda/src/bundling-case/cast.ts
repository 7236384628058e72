/** Who is at an appointment, by their own names and as a case names them. */
import type { PersonId } from '@samenspel/kernel'
import type { NeedId, PractitionerId } from '../terms.ts'
import type { PlanningCase } from './facts.ts'
import type { BundlingCase, CasePerson, PlanAppointment } from './format.ts'
import { interpreterOf } from './professionals.ts'

type People = { readonly attendees: readonly PersonId[]; readonly practitioners: readonly PractitionerId[] }
type Cast = Pick<PlanAppointment, 'attendees' | 'professionals' | 'interpreter'>

/** The names in a case of those who may interpret at a need. */
export const interpretersAt = ({ interpreters = {} }: Pick<BundlingCase, 'interpreters'>, needId: NeedId): readonly string[] =>
  Object.keys(interpreters).filter((name) => interpreters[name]?.languages.includes(needId))

/** As a case names them. Whoever has no place in it is left out, and the rules then say who is missing. */
export const castOf = ({ case: bundlingCase, persons }: PlanningCase, needId: NeedId, { attendees, practitioners }: People): Cast => {
  const interpreter = interpretersAt(bundlingCase, needId).find((name) => practitioners.includes(interpreterOf(name)))
  return {
    attendees: Object.entries(persons).flatMap(([role, person]) => person !== undefined && attendees.includes(person) ? [role as CasePerson] : []),
    professionals: practitioners.filter((one) => interpreter === undefined || one !== interpreterOf(interpreter)),
    ...(interpreter !== undefined && { interpreter }),
  }
}

/** By their own names: who holds it, and who interprets. */
export const practitionersOf = ({ professionals, interpreter }: Pick<Cast, 'professionals' | 'interpreter'>): readonly PractitionerId[] =>
  interpreter === undefined ? professionals : [...professionals, interpreterOf(interpreter)]
