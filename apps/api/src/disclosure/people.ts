import { viewText } from '@samenspel/intl/views'
import type { IsoInstant, Jurisdiction } from '@samenspel/kernel'
import { endsSoon, registeredUntil, type Practitioner } from '@samenspel/register'
import type { Me } from '../graphql/types/people.ts'
import { appOf, type Session } from '../sessions/sessions.ts'
import type { Keepers } from '../tablets/keepers.ts'
import type { DisclosingParts } from './disclosing.ts'
import { look } from './disclosing.ts'
import { askingOf, todayIn } from './viewer.ts'
import { children, namesOf } from './views/reader.ts'

export type People = {
  /** Who is signed in, as they know themselves. */
  readonly me: (session: Session) => Promise<Me>
}

/** What is told of somebody's registration before it ends, and after. */
export const ending = (practitioner: Practitioner | undefined, jurisdiction: Jurisdiction, now: IsoInstant): Pick<Me, 'registrationEnds'> => {
  const today = todayIn(jurisdiction, now)
  const until = registeredUntil(practitioner, today)
  if (endsSoon(until, jurisdiction, today)) return { registrationEnds: until! }
  const last = practitioner?.registrations.map((registration) => registration.until).filter((day) => day < today).sort().at(-1)
  return until === undefined && last !== undefined ? { registrationEnds: last } : {}
}

/** @param keepers who keeps the keys of an organisation */
export const openPeople = (parts: DisclosingParts, keepers: Keepers): People => ({
  me: async (session) => {
    const { person, role, language } = session
    const text = viewText(language)
    const shared = { id: person, role, language, app: appOf(role), keepsKeys: await keepers.keeps(session) !== undefined }
    switch (role) {
      case 'professional': {
        const practitioner = await parts.files.practitioners.state(person)
        const organisation = practitioner === undefined ? undefined : await parts.files.organisations.state(practitioner.organisation)
        return {
          ...shared, name: practitioner?.name ?? text('somebody'), title: practitioner?.title ?? '', jurisdiction: organisation?.jurisdiction ?? 'NL',
          ...(practitioner !== undefined && { discipline: practitioner.discipline }),
          ...ending(practitioner, organisation?.jurisdiction ?? 'NL', parts.clock()),
          ...(organisation !== undefined && { organisation: { id: organisation.id, name: organisation.name, discipline: organisation.discipline } }),
        }
      }
      case 'privacyOfficer': {
        const organisation = session.organisation === undefined ? undefined : await parts.files.organisations.state(session.organisation)
        return {
          ...shared, name: session.name ?? text('somebody'), title: text('role.privacyOfficer'), jurisdiction: organisation?.jurisdiction ?? 'NL',
          ...(organisation !== undefined && { organisation: { id: organisation.id, name: organisation.name, discipline: organisation.discipline } }),
        }
      }
      case 'familyMember': {
        const [family] = await parts.participations.familiesOf(session)
        const looked = family === undefined ? undefined : await look(parts, await askingOf(session, parts.files), family, 'me', 'quietly')
        const self = looked?.reader.opened.named.get(person)
        if (looked === undefined || self === undefined) return { ...shared, name: text('somebody'), title: text('role.familyMember'), jurisdiction: 'NL' }
        const own = children(looked.reader).map(({ memberId }) => memberId)
        const title = text(`role.${self.role}`)
        return {
          ...shared, name: self.firstName, jurisdiction: looked.opened.head.jurisdiction,
          title: own.length === 0 ? title : text('role.parentOf', { role: title, children: namesOf(looked.reader, own) }),
        }
      }
    }
  },
})
