/** The file of a new family. Who opens it coordinates it from the first moment, so what they see of it is decided like anywhere else. */
import type { Language } from '@samenspel/intl'
import { viewText } from '@samenspel/intl/views'
import { indexSubject, type FamilyCaseCommand, type NewMember } from '@samenspel/family-case'
import { dayOf, isId, zoneOf, type FamilyId, type Id } from '@samenspel/kernel'
import { hasValidRegistration } from '@samenspel/register'
import { Refused } from '../graphql/refused.ts'
import type { Session } from '../sessions/sessions.ts'
import { ownId } from '../ids/own-id.ts'
import { look, noFamily, type DisclosingParts } from './disclosing.ts'
import { unopenedLine, writeLines } from './log-lines.ts'
import { askingOf } from './viewer.ts'

/** `carriedBy`: the place in the list of who carries an unborn child. */
export type OpeningMember = Omit<NewMember, 'memberId' | 'carriedBy'> & { readonly carriedBy?: number }

export type NewFamily = { readonly name: string; readonly caseNumber?: string; readonly members: readonly OpeningMember[] }

export type Opening = {
  /**
   * @returns the id of the family; the same again is the same family
   * @throws Refused `not-an-opener` to who is no IMH specialist with a registration that is valid today, `opening-needs-carrier`
   */
  readonly open: (session: Session, commandId: Id, family: NewFamily) => Promise<FamilyId>
}

export const openOpening = (parts: DisclosingParts): Opening => ({
  open: async (session, commandId, { name, caseNumber, members }) => {
    if (!isId(commandId)) throw new Refused('request-invalid')
    const { files, log, sessions, clock } = parts
    const asking = await askingOf(session, files, 'openFamily')
    const now = clock()
    const refuse = async (code: string, about?: Readonly<Record<string, string | number>>): Promise<never> => {
      await log.write(noFamily, [unopenedLine({ asking, operation: 'openFamily', now }, undefined, 'write')])
      throw new Refused(code, about)
    }
    const practitioner = session.role === 'professional' ? await files.practitioners.state(session.person) : undefined
    const { actor } = asking
    const organisation = practitioner === undefined ? undefined : await files.organisations.state(practitioner.organisation)
    if (practitioner === undefined || organisation === undefined || actor.organisation === undefined || !hasValidRegistration(practitioner, dayOf(now, zoneOf(organisation.jurisdiction)))) return refuse('not-an-opener')
    const own = (part: string): Id => ownId(session.person, commandId, part)
    const known = new Map(members.map((_, index) => [index, own(`member ${index}`)]))
    if (members.some(({ role, carriedBy }) => role === 'unbornChild' && (carriedBy === undefined || !known.has(carriedBy)))) return refuse('opening-needs-carrier')
    const familyId = own('family')
    const { title, levels } = mentalisingIn(session.language)
    const command: FamilyCaseCommand = {
      type: 'OpenFamily', by: actor, at: now, registrationValid: true, familyId, name, jurisdiction: organisation.jurisdiction, caseNumber: caseNumber ?? numberOf(now, familyId),
      members: members.map(({ carriedBy, ...member }, index) => {
        const carrier = carriedBy === undefined ? undefined : known.get(carriedBy)
        return { ...member, memberId: own(`member ${index}`), ...(carrier !== undefined && { carriedBy: carrier }) }
      }),
      coordinator: { membershipId: own('membership'), practitionerId: session.person, organisation: actor.organisation },
      mentalisingGoal: { goalId: own('goal'), version: own('version'), title, route: 'bond', scale: 'five', start: -1, isParentsOwn: false, levels },
    }
    const { refusal, position } = await files.cases.handle(familyId, command, own('command'))
    if (refusal !== undefined) return refuse(refusal.code, refusal.about)
    await sessions.wrote(session, position)
    const looked = await look(parts, asking, familyId, 'openFamily')
    if (looked === undefined) throw new Refused('not-found')
    await log.write(familyId, writeLines(looked.occasion, [{ subject: indexSubject(looked.occasion.record.file.family), category: 'contact' }]))
    return familyId
  },
})

/** Every case begins with the goal of wondering together (K-05); who coordinates words it otherwise with the family. */
const mentalisingIn = (language: Language) => {
  const text = viewText(language)
  return { title: text('opening.mentalising.title'), levels: ([0, 1, 2, 3, 4] as const).map((level) => ({ value: level - 2, text: text(`opening.mentalising.${level}`) })) }
}

/** A number that says nothing but the year in which the case began. */
const numberOf = (now: string, familyId: Id): string => `${now.slice(0, 4)}-${familyId.slice(0, 8).toUpperCase()}`
