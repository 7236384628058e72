/** What people do in a safety track and in an emergency, as the desk asks it. */
import { command } from './family.ts'
import type { Answer, Somebody } from './running-api.ts'

const documentOf = (name: string, types: string, args: string): string => `mutation ($commandId: ID!, ${types}) { ${name}(commandId: $commandId, ${args}) { id } }`
const about = (name: string, more: string, args: string): string => documentOf(name, `$familyId: ID!, $trackId: ID!${more}`, `familyId: $familyId, trackId: $trackId${args}`)

export type InTrack = { readonly familyId: string; readonly trackId: string }
type Input = Readonly<Record<string, unknown>>

export const openTrack = (somebody: Somebody, familyId: string, input: Input): Promise<Answer> =>
  command(somebody, documentOf('openSafetyTrack', '$familyId: ID!, $input: SafetySignalsInput!', 'familyId: $familyId, input: $input'), { familyId, input: { investigated: [], ...input } })
export const takeStep = (somebody: Somebody, track: InTrack, input: Input): Promise<Answer> => command(somebody, about('takeSafetyStep', ', $input: SafetyStepInput!', ', input: $input'), { ...track, input })
export const addMember = (somebody: Somebody, track: InTrack, personId: string): Promise<Answer> => command(somebody, about('addSafetyMember', ', $personId: ID!', ', personId: $personId'), { ...track, personId })
export const releaseNotes = (somebody: Somebody, track: InTrack, noteIds: readonly string[], personId: string): Promise<Answer> =>
  command(somebody, about('releaseSafetyNotes', ', $noteIds: [ID!]!, $personId: ID!', ', noteIds: $noteIds, personId: $personId'), { ...track, noteIds, personId })
export const shieldNote = (somebody: Somebody, track: InTrack, noteId: string, personId: string): Promise<Answer> =>
  command(somebody, about('shieldSafetyNote', ', $noteId: ID!, $personId: ID!', ', noteId: $noteId, personId: $personId, reason: "Nog niet besproken.", reviewOn: "2026-12-24"'), { ...track, noteId, personId })
export const addWords = (somebody: Somebody, familyId: string, noteId: string, text: string): Promise<Answer> =>
  command(somebody, documentOf('addSafetyStatement', '$familyId: ID!, $noteId: ID!, $text: String!', 'familyId: $familyId, noteId: $noteId, text: $text'), { familyId, noteId, text })
export const answerWords = (somebody: Somebody, track: InTrack, statementId: string, text: string): Promise<Answer> =>
  command(somebody, about('answerSafetyStatement', ', $statementId: ID!, $text: String!', ', statementId: $statementId, text: $text'), { ...track, statementId, text })
export const liftShield = (somebody: Somebody, track: InTrack, noteId: string, personId: string): Promise<Answer> =>
  command(somebody, about('liftSafetyShield', ', $noteId: ID!, $personId: ID!', ', noteId: $noteId, personId: $personId, reason: "Er is gesproken."'), { ...track, noteId, personId })
export const completeTask = (somebody: Somebody, track: InTrack, taskId: string): Promise<Answer> => command(somebody, about('completeSafetyTask', ', $taskId: ID!', ', taskId: $taskId'), { ...track, taskId })
export const closeTrack = (somebody: Somebody, track: InTrack, words: string): Promise<Answer> => command(somebody, about('closeSafetyTrack', ', $words: String!', ', words: $words'), { ...track, words })

export type Words = { readonly id: string; readonly answers: string | null; readonly by: string; readonly isOwn: boolean; readonly text: string; readonly mayAnswer: boolean }
export type Track = {
  readonly id: string
  readonly isMember: boolean
  readonly closedAt: string | null
  readonly notes: readonly { readonly id: string; readonly step: string; readonly words: string; readonly spokenWith: readonly string[] | null; readonly shields: readonly { readonly name: string; readonly isDue: boolean }[] | null; readonly statements: readonly Words[] }[]
  readonly shut: readonly { readonly discipline: string; readonly on: string }[]
  readonly circle: { readonly missing: readonly string[]; readonly members: readonly { readonly name: string }[]; readonly tasks: readonly { readonly id: string; readonly isPlan: boolean }[] } | null
}
export const readTracks = (somebody: Somebody, familyId: string): Promise<Answer> =>
  somebody.ask('query ($familyId: ID!) { safetyTracks(familyId: $familyId) { id isMember closedAt notes { id step words spokenWith shields { name reason isDue } statements { id answers by isOwn text mayAnswer } } shut { discipline on } circle { missing members { name } tasks { id isPlan } } } }', { familyId })

export const openEmergency = (somebody: Somebody, input: Input, commandId?: string): Promise<Answer> =>
  command(somebody, documentOf('openEmergency', '$input: EmergencyInput!', 'input: $input'), { input }, commandId)
export const reviewEmergency = (somebody: Somebody, openingId: string, words = 'Snel en terecht.'): Promise<Answer> =>
  command(somebody, documentOf('reviewEmergency', '$openingId: ID!, $judgment: EmergencyJudgment!, $words: String!', 'openingId: $openingId, judgment: $judgment, words: $words'), { openingId, judgment: 'JUSTIFIED', words })
