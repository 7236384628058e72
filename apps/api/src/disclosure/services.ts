/**
 * The catalogue of what organisations offer to families. It holds nothing about anybody; everybody who works for an organisation of the
 * register reads it, and each organisation's own people keep their part of it (`libs/register`).
 */
import type { Language } from '@samenspel/intl'
import { dayOf, isId, zoneOf, type Id, type IsoDate, type Jurisdiction } from '@samenspel/kernel'
import { areaWord, isOffered, waitGrowsOld, type OfferedService, type Organisation, type OrganisationCommand, type ServiceContent } from '@samenspel/register'
import { Refused } from '../graphql/refused.ts'
import type { CatalogueService, ServiceCatalogue } from '../graphql/types/services.ts'
import type { Partners } from '../read-models/partners.ts'
import type { Session } from '../sessions/sessions.ts'
import { ownId } from '../ids/own-id.ts'
import type { DisclosingParts } from './disclosing.ts'
import { everyOrganisation } from './register-at-large.ts'
import { everyLanguage, namedLanguages } from './spoken.ts'
import { askingOf } from './viewer.ts'

/** A service with the name and the country of whose it is. */
export type NamedService = OfferedService & { readonly organisationName: string; readonly jurisdiction: Jurisdiction }

export type Services = {
  /** @throws Refused `no-calendar` to who is in no organisation of the register */
  readonly catalogue: (session: Session) => Promise<ServiceCatalogue>
  /** Every service of every organisation, ended ones too. */
  readonly all: (session: Session) => Promise<readonly NamedService[]>
  readonly offer: (session: Session, commandId: Id, service: ServiceContent) => Promise<Id>
  /** @param from the version that it was made from */
  readonly change: (session: Session, commandId: Id, serviceId: Id, from: Id, service: ServiceContent) => Promise<void>
  readonly tellWait: (session: Session, commandId: Id, serviceId: Id, weeks: number) => Promise<void>
}

export const openServices = ({ files, sessions, clock }: DisclosingParts, partners: Pick<Partners, 'everybody'>): Services => {
  const ownOf = async ({ person, role }: Session): Promise<Organisation> => {
    const practitioner = role === 'professional' ? await files.practitioners.state(person) : undefined
    const organisation = practitioner === undefined ? undefined : await files.organisations.state(practitioner.organisation)
    if (organisation === undefined) throw new Refused('no-calendar')
    return organisation
  }
  const all = async (session: Session): Promise<readonly NamedService[]> => (await everyOrganisation(files, partners, session))
    .flatMap(({ id, name, jurisdiction, services }) => services.map((service) => ({ ...service, organisation: id, organisationName: name, jurisdiction })))
  const ask = async (session: Session, commandId: Id, make: (organisation: Organisation, today: IsoDate) => Promise<OrganisationCommand>): Promise<void> => {
    if (!isId(commandId)) throw new Refused('request-invalid')
    const organisation = await ownOf(session)
    const command = await make(organisation, dayOf(clock(), zoneOf(organisation.jurisdiction)))
    const { refusal, position } = await files.organisations.handle(organisation.id, command, ownId(session.person, commandId, 'service'))
    if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
    await sessions.wrote(session, position)
  }
  const recorded = async (session: Session) => ({ by: (await askingOf(session, files)).actor, at: clock() })

  return {
    all,
    catalogue: async (session) => {
      const own = await ownOf(session)
      const today = dayOf(clock(), zoneOf(own.jurisdiction))
      const known = await all(session)
      // What can't be asked for is shown to nobody but who keeps it, who may let it begin again.
      const shown = known.filter((service) => service.organisation === own.id || isOffered(service, today))
      return {
        today, organisationId: own.id, organisationName: own.name,
        services: shown.map((service) => serviceView(service, today, session.language, own.id)).sort((a, b) => a.name < b.name ? -1 : 1),
        areas: areasOf(known), languages: everyLanguage(session.language),
      }
    },
    offer: async (session, commandId, service) => {
      const serviceId = ownId(session.person, commandId, 'offered service')
      await ask(session, commandId, async () => ({ type: 'OfferService', ...await recorded(session), serviceId, version: ownId(session.person, commandId, 'version'), service }))
      return serviceId
    },
    change: (session, commandId, serviceId, from, service) => ask(session, commandId, async () => ({ type: 'ChangeService', ...await recorded(session), serviceId, from, version: ownId(session.person, commandId, 'version'), service })),
    tellWait: (session, commandId, serviceId, weeks) => ask(session, commandId, async (_, today) => ({ type: 'TellWaitingTime', ...await recorded(session), serviceId, weeks, toldOn: today })),
  }
}

export const serviceView = ({ serviceId, version, name, about, kind, level, ages, areas, languages, from, until, wait, organisation, organisationName }: NamedService, today: IsoDate, language: Language, own?: string): CatalogueService => ({
  id: serviceId, version, name, ...(about !== undefined && { about }), kind, level, ageFrom: ages.from, ageUntil: ages.until, areas, languages: namedLanguages(language, languages), from, ...(until !== undefined && { until }),
  ...(wait !== undefined && { waitWeeks: wait.weeks, waitToldOn: wait.toldOn }), isWaitOld: wait !== undefined && daysSince(wait.toldOn, today) > waitGrowsOld,
  organisation: { id: organisation, name: organisationName }, isOwn: organisation === own, isOffered: isOffered({ from, ...(until !== undefined && { until }) }, today),
})

const daysSince = (day: IsoDate, today: IsoDate): number => Temporal.PlainDate.from(day).until(today).days

/** Every place that is named, once, by name. */
export const areasOf = (services: readonly Pick<NamedService, 'areas'>[]): readonly string[] =>
  [...new Map(services.flatMap(({ areas }) => areas.map((area) => [areaWord(area), area] as const))).values()].sort((a, b) => a.localeCompare(b, 'nl'))
