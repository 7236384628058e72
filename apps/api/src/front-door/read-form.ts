/** What comes in at the front door as JSON, read into what the domain knows. Only the shape is looked at here; whether it will do is decided there. */
import type { NewReferral, ReferredChild, ReferredParent, Referrer, SignalGroup } from '@samenspel/front-door'
import type { Id } from '@samenspel/kernel'
import { derivedId } from '../ids/derived-id.ts'
import { Refused } from '../graphql/refused.ts'

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refused('request-invalid')
  return value as Fields
}
const listOf = (value: unknown, most: number): readonly unknown[] => {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value) || value.length > most) throw new Refused('request-invalid')
  return value
}
/** A text, or nothing where nothing was typed. */
const textOf = (fields: Fields, name: string): string | undefined => {
  const value = fields[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw new Refused('request-invalid')
  return value.trim() === '' ? undefined : value
}

export type FormBody = Fields
export const readBody = fieldsOf
export const readText = textOf

/** The ids of everybody whom a form names, always the same for the same command. */
export const peopleOf = (commandId: Id) => ({
  entry: derivedId(`front door ${commandId}`), referrer: derivedId(`front door ${commandId} referrer`), child: derivedId(`front door ${commandId} child`),
  parent: (index: number) => derivedId(`front door ${commandId} parent ${index}`), question: derivedId(`front door ${commandId} question`),
})

/** @param person whose words it is: nobody proved who they are */
export const readReferrer = (body: Fields, person: Id): Referrer => {
  const fields = fieldsOf(body['referrer'])
  return { person, name: textOf(fields, 'name') ?? '', discipline: (textOf(fields, 'discipline') ?? '') as Referrer['discipline'], organisation: textOf(fields, 'organisation') ?? '', reach: textOf(fields, 'reach') ?? '' }
}

const readParents = (body: Fields, commandId: Id): readonly ReferredParent[] => listOf(body['parents'], 10).map((one, index) => {
  const fields = fieldsOf(one)
  const [name, reach, toldOn] = [textOf(fields, 'name'), textOf(fields, 'reach'), textOf(fields, 'toldOn')]
  return {
    person: peopleOf(commandId).parent(index), role: (textOf(fields, 'role') ?? '') as ReferredParent['role'], firstName: textOf(fields, 'firstName') ?? '', agrees: (textOf(fields, 'agrees') ?? '') as ReferredParent['agrees'],
    ...(name !== undefined && { name }), ...(reach !== undefined && { reach }), ...(toldOn !== undefined && { toldOn }),
  }
})

/** An unborn child is carried by the first parent who is named. */
const readChild = (body: Fields, commandId: Id): ReferredChild => {
  const fields = fieldsOf(body['child'])
  const [firstName, birthDate, dueDate] = [textOf(fields, 'firstName'), textOf(fields, 'birthDate'), textOf(fields, 'dueDate')]
  const { child, parent } = peopleOf(commandId)
  return fields['isUnborn'] === true
    ? { person: child, carriedBy: parent(0), ...(firstName !== undefined && { firstName }), ...(dueDate !== undefined && { dueDate }) }
    : { person: child, ...(firstName !== undefined && { firstName }), ...(birthDate !== undefined && { birthDate }) }
}

const readTicked = (body: Fields, commandId: Id): NewReferral['ticked'] => listOf(body['ticked'], 20).map((one) => {
  const fields = fieldsOf(one)
  const signals = listOf(fields['signals'], 40).map((signal) => { if (typeof signal !== 'string') throw new Refused('request-invalid'); return signal })
  const about = fields['parent']
  return { group: (textOf(fields, 'group') ?? '') as SignalGroup, signals, ...(typeof about === 'number' && Number.isInteger(about) && about >= 0 && about < 10 && { about: peopleOf(commandId).parent(about) }) }
})

const readPeople = (body: Fields, commandId: Id): Pick<NewReferral, 'child' | 'parents'> => ({ child: readChild(body, commandId), parents: readParents(body, commandId) })

/** Everything of a referral but who sent it, by which way and to whom. */
export const readReferral = (body: Fields, commandId: Id): Omit<NewReferral, 'referrer' | 'organisation' | 'jurisdiction' | 'channel'> => {
  const [family, story, urgencyReason] = [textOf(body, 'family'), textOf(body, 'story'), textOf(body, 'urgencyReason')]
  return {
    ...readPeople(body, commandId), ticked: readTicked(body, commandId), urgency: (textOf(body, 'urgency') ?? '') as NewReferral['urgency'],
    ...(family !== undefined && { family }), ...(story !== undefined && { story }), ...(urgencyReason !== undefined && { urgencyReason }),
  }
}

/** With the names of a family, when there is a consent for that. */
export const readNamed = (value: unknown, commandId: Id) => {
  if (value === undefined || value === null) return undefined
  const fields = fieldsOf(value), consent = fieldsOf(fields['consent'])
  const consentedBy = listOf(consent['parents'], 10).map((index) => { if (typeof index !== 'number' || !Number.isInteger(index)) throw new Refused('request-invalid'); return peopleOf(commandId).parent(index) })
  return { ...readPeople(fields, commandId), consent: { consentedBy, how: textOf(consent, 'how') ?? '', on: textOf(consent, 'on') ?? '', askedBy: textOf(consent, 'askedBy') ?? '' } }
}

export const readAge = (body: Fields): number | undefined => {
  const value = body['ageMonths']
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'number') throw new Refused('request-invalid')
  return value
}
