/**
 * Sharing beside the family itself: what was read under a consent, for who may decide about it, from the access log, as far as its
 * lines open to who asks (C-04); and what somebody of the family can share, or refuse to share, unasked.
 */
import type { FamilyId, Id, OrganisationId } from '@samenspel/kernel'
import { Refused } from '../graphql/refused.ts'
import type { AccessLogLine } from '../graphql/types/accountability.ts'
import type { SharingChoices } from '../graphql/types/consents.ts'
import type { Partners } from '../read-models/partners.ts'
import type { Session } from '../sessions/sessions.ts'
import { linesInWords, openLines } from './access-log-reading.ts'
import { decidingOf } from './deciding.ts'
import { look, type DisclosingParts } from './disclosing.ts'
import { shown } from './gate.ts'
import { logReadLine, readLines } from './log-lines.ts'
import { loadDirectory } from './record.ts'
import { refuse } from './refuse.ts'
import { askingOf } from './viewer.ts'
import { sharingSubjectsView } from './views/consents.ts'
import { teamView } from './views/people.ts'

export type Sharing = {
  /** Newest first, what one person did in one way on one day as one line. @throws Refused `not-found` for a consent that isn't there or doesn't open */
  readonly readUnder: (session: Session, family: FamilyId, consentId: Id) => Promise<readonly AccessLogLine[]>
  /** For somebody of the family: every organisation of the register, whether it helps this family or not, so that being on the list tells nothing. @throws Refused `not-found` */
  readonly choices: (session: Session, family: FamilyId) => Promise<SharingChoices>
  /** Whether there is such an organisation; anybody may know that. */
  readonly isOrganisation: (id: OrganisationId) => Promise<boolean>
}

export const openSharing = (parts: DisclosingParts, partners: Partners): Sharing => ({
  readUnder: async (session, family, consentId) => {
    const looked = await look(parts, await askingOf(session, parts.files), family, 'readUnderConsent')
    if (looked === undefined) throw new Refused('not-found')
    const { occasion, opened } = looked
    if (!shown(opened, 'consent').some(({ item }) => item.id === consentId)) return refuse(parts, occasion, 'readAccessLog', 'not-found')
    const { shown: lines, policies } = await openLines(parts, occasion)
    await parts.log.write(family, [logReadLine(occasion, policies)])
    const under = lines.filter(({ consents, outcome, action }) => outcome === 'done' && action !== 'seeExistence' && consents.includes(consentId))
    return (await linesInWords(parts, occasion, under)).map(({ view }) => view).reverse()
  },
  choices: async (session, family) => {
    const looked = await look(parts, await askingOf(session, parts.files), family, 'sharingChoices')
    if (looked === undefined) throw new Refused('not-found')
    const { occasion, opened, reader } = looked
    await parts.log.write(family, readLines(occasion, opened, new Set(), () => false))
    if (!reader.isPortal) return { organisations: [], subjects: [] }
    const everybody = await partners.everybody(session)
    const { practitioner, organisation } = await loadDirectory(parts.files, everybody)
    const helping = new Set(teamView(reader, false).map(({ professional }) => professional.organisation.id))
    const ids = [...new Set(everybody.flatMap((person) => practitioner(person)?.organisation ?? []))]
    return {
      organisations: ids.flatMap((id) => {
        const known = organisation(id)
        // From whom somebody is protected, an organisation tells where that person is: they choose among those to which they come themselves.
        return known === undefined || (opened.isGuarded && reader.directory.organisation(id) === undefined) ? [] : [{ id, name: known.name, discipline: known.discipline, helps: helping.has(id) }]
      }).sort((a, b) => a.name < b.name ? -1 : 1),
      subjects: sharingSubjectsView(reader, decidingOf(occasion, opened)),
    }
  },
  isOrganisation: async (id) => await parts.files.organisations.state(id) !== undefined,
})
