/** Which services suit somebody of a family, for who coordinates it (K-03): the catalogue beside what opened of the family. */
import { turnedDown, withoutRoom, type NewProviderProposal } from '@samenspel/family-case'
import type { FamilyId, HelpKind, Id, OrganisationId, Subject } from '@samenspel/kernel'
import { suitableServices, type SpokenLanguage } from '@samenspel/register'
import { Refused } from '../graphql/refused.ts'
import type { HelpSuggestions } from '../graphql/types/services.ts'
import type { Session } from '../sessions/sessions.ts'
import type { Desk } from './desk.ts'
import { look, type DisclosingParts } from './disclosing.ts'
import { shown } from './gate.ts'
import { readLines } from './log-lines.ts'
import { refuse } from './refuse.ts'
import { areasOf, serviceView, type NamedService, type Services } from './services.ts'
import { everyLanguage } from './spoken.ts'
import { askingOf } from './viewer.ts'
import { ageFor } from './age-for.ts'

export type HelpSought = { readonly subject: Subject; readonly kind: HelpKind; readonly area?: string; readonly language?: string; readonly searchId?: Id }

export type SeekingHelp = {
  /** @throws Refused `not-found`, `not-coordinator` */
  readonly suggestions: (session: Session, family: FamilyId, sought: HelpSought) => Promise<HelpSuggestions>
  /** The catalogue, for a command that proposes some of it. */
  readonly services: Services['all']
  /**
   * What is proposed, out of what suits now; each as the catalogue has it at this moment.
   * @throws Refused `provider-unknown` for a service that doesn't suit
   */
  readonly proposal: (desk: Desk, services: readonly NamedService[], subject: Subject, sought: Suiting, proposed: { readonly serviceIds: readonly Id[]; readonly fewerWhy?: string }) => { readonly suitable: readonly OrganisationId[]; readonly proposal: NewProviderProposal }
}

export const openSeekingHelp = (parts: DisclosingParts, services: Services): SeekingHelp => ({
  services: services.all,
  proposal: (desk, all, subject, sought, { serviceIds, fewerWhy }) => {
    const ageMonths = desk.ageFor(subject)
    const { services: suiting } = suit(all.filter(({ jurisdiction }) => jurisdiction === desk.jurisdiction), { ...sought, ...(ageMonths !== undefined && { ageMonths }) }, desk.today)
    const options = serviceIds.map((serviceId) => {
      const service = suiting.find((one) => one.serviceId === serviceId)
      if (service === undefined) throw new Refused('provider-unknown')
      const { organisation, organisationName, name, about, wait } = service
      return { optionId: desk.id(`option ${serviceId}`), serviceId, organisation, organisationName, name, ...(about !== undefined && { about }), ...(wait !== undefined && { wait }) }
    })
    return { suitable: suiting.map(({ organisation }) => organisation), proposal: { proposalId: desk.id('proposal'), options, ...(fewerWhy !== undefined && { fewerWhy }) } }
  },
  suggestions: async (session, family, { searchId, ...sought }) => {
    const looked = await look(parts, await askingOf(session, parts.files), family, 'helpSuggestions')
    if (looked === undefined) throw new Refused('not-found')
    const { occasion, opened, reader } = looked
    if (![opened.head.coordinator, opened.head.substitute].includes(session.person)) return refuse(parts, occasion, 'read', 'not-coordinator')
    await parts.log.write(family, readLines(occasion, opened, new Set(['members', 'helpSearches']), () => false))
    const ageMonths = ageFor(opened, sought.subject, reader.today)
    const known = (await services.all(session)).filter(({ jurisdiction }) => jurisdiction === opened.head.jurisdiction)
    const { services: suiting, narrowing } = suit(known, { ...sought, ...(ageMonths !== undefined && { ageMonths }) }, reader.today)
    const search = shown(opened, 'helpSearch').find(({ item }) => item.id === searchId)?.item.value
    return {
      services: suiting.map((service) => serviceView(service, reader.today, session.language)), narrowing, ...(ageMonths !== undefined && { ageMonths }), areas: areasOf(known), languages: everyLanguage(session.language),
      leftAside: search === undefined ? [] : [...new Set([...withoutRoom(search, occasion.record.file), ...turnedDown(search)])],
    }
  },
})

type Suiting = { readonly kind: HelpKind; readonly ageMonths?: number; readonly area?: string; readonly language?: string }

/** The services that suit; a language that the catalogue doesn't know is in none of them. */
const suit = (services: readonly NamedService[], { kind, ageMonths, area, language }: Suiting, today: string) =>
  suitableServices(services, { kind, ...(ageMonths !== undefined && { ageMonths }), ...(area !== undefined && { area }), ...(language !== undefined && { language: language as SpokenLanguage }) }, today)
