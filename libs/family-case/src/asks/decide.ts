import { isSameSubject, nothingToDo, record, type Decision, type IsoDate, type PersonId, type Recorded } from '@samenspel/kernel'
import { isInTeam } from '../care-team/state.ts'
import { refuseChoice, refuseTexts } from '../checks.ts'
import { endOf, isOver, mayDecide, refuseConsent } from '../consent/decide.ts'
import type { ConsentEvent } from '../consent/events.ts'
import { pick, recorded } from '../fact.ts'
import { findMember, isParent, subjectOf } from '../family/family.ts'
import { refuseUnlessCoordinatorOrSubstitute, refuseUnlessInTeam, todayOf } from '../people.ts'
import { refuseSaidBy } from '../plan/words.ts'
import { refuse, type Objection } from '../refusals.ts'
import { isKeptOut } from '../safeguards/state.ts'
import type { OpenCase } from '../state.ts'
import { askKinds, type AskCommand, type AskEvent, type NewAsk, type ShutFile } from './events.ts'
import { askReaders, isOpenAsk, isStandingAsk, staysInTeam, type FamilyAsk } from './state.ts'

type Of<Type extends AskCommand['type']> = Extract<AskCommand, { type: Type }>
type Decided = Decision<AskEvent | ConsentEvent>

/** The label of what is recorded here. It is of the parent's own record, and opens to whom it is addressed to (`askReaders`). */
const social = { category: 'social' } as const

const fields: Readonly<Record<keyof NewAsk, true>> = { askId: true, kind: true, parent: true, about: true, through: true, words: true, noes: true, spoken: true }

/** Each parent asks for themselves, at any time and without a reason. Nobody's help ends by it, and nothing of the other parent changes. */
export const decideAsks = (command: AskCommand, state: OpenCase): Decided => {
  if (command.type === 'MakeAsk') return make(command, state)
  const ask = state.asks.find(({ askId }) => askId === command.askId)
  if (ask === undefined) return refuse('ask-unknown')
  switch (command.type) {
    case 'PassAsk': return pass(command, ask, state)
    case 'AnswerAsk': return answer(command, ask, state)
    case 'WithdrawAsk': return withdraw(command, ask, state)
  }
}

const make = (command: Of<'MakeAsk'>, state: OpenCase): Decided => {
  const { askId, kind, parent, through, words, spoken } = command
  const member = findMember(state.family, parent)
  const about = kind === 'otherCoordinator' ? state.careTeam.coordinator : command.about
  const objection = refuseSaidBy(command, parent, spoken, state) ?? refuseChoice('kind', kind, askKinds) ??
    (member !== undefined && isParent(member) ? undefined : refuse('not-a-parent')) ??
    (state.asks.some((one) => one.askId === askId) ? refuse('id-in-use') : undefined) ?? refuseTexts({ words }) ??
    refuseAbout(command, about, state) ??
    (state.asks.some((one) => one.parent === parent && one.kind === kind && one.about === about && isStandingAsk(one)) ? refuse('already-asked') : undefined)
  if (objection !== undefined || member === undefined) return objection ?? refuse('not-a-parent')
  const file = kind === 'noSharedFile' ? shutFile(command, state) : { events: [], noes: [] }
  if ('refusal' in file) return file
  const asked: NewAsk = {
    askId, kind, parent, ...(words !== undefined && { words }), ...(spoken !== undefined && { spoken: { how: spoken.how, on: spoken.on } }), ...(kind !== 'noSharedFile' && about !== undefined && { about }),
    ...(kind === 'otherCoordinator' && through !== undefined && { through }), ...(kind === 'noSharedFile' && { noes: file.noes }),
  }
  return record<AskEvent | ConsentEvent>({ type: 'AskMade', subject: subjectOf(member), ...recorded(command), ...social, ...pick<NewAsk>(asked, fields) }, ...file.events)
}

/** Somebody of the team who doesn't coordinate; and where it is about who does, somebody to talk with who is there to stay. */
const refuseAbout = (command: Of<'MakeAsk'>, about: PersonId | undefined, state: OpenCase): Objection => {
  const { kind, through } = command
  const { careTeam, safeguards } = state
  const today = todayOf(command, state)
  switch (kind) {
    case 'otherCoordinator':
      if (through === undefined || !isInTeam(careTeam, through, today)) return refuse('person-unknown', { field: 'through' })
      if (!staysInTeam(careTeam, through)) return refuse('membership-ends')
      return isKeptOut(safeguards, through) ? refuse('kept-out') : undefined
    case 'otherProvider':
      if (about === undefined || !isInTeam(careTeam, about, today)) return refuse('person-unknown', { field: 'about' })
      return about === careTeam.coordinator ? refuse('is-coordinator') : undefined
    case 'noSharedFile': return undefined
  }
}

/**
 * Everything that is shared, as far as this parent has a say in it, ends at this moment; and a no to everything for everybody stands about
 * each of whom they decide. What every organisation recorded itself stays with it, so that care goes on.
 */
const shutFile = (command: Of<'MakeAsk'>, state: OpenCase): { readonly events: readonly ConsentEvent[]; readonly noes: readonly string[] } | NonNullable<Objection> => {
  const { by, parent, shut } = command
  const { noes, howExplained } = shut ?? { noes: [], howExplained: '' }
  const today = todayOf(command, state)
  const current = state.consents.filter((one) => !isOver(one, today))
  const stopped = current.filter((one) => one.effect === 'grant' && mayDecide(parent, one.subject, state, today))
  const isShut = (no: ShutFile['noes'][number]) => current.some((one) => one.effect === 'objection' && one.category === '*' && one.recipient.kind === 'all' && one.until === undefined && one.signedBy.includes(parent) && isSameSubject(one.subject, no.subject))
  const needed = noes.filter((no) => !isShut(no)).map(({ consentId, subject }) => ({
    subject, consentId, category: '*', recipient: { kind: 'all' }, from: today, signedBy: [parent], basis: by.role === 'familyMember' ? 'digital' : 'spoken', askedBy: by.person, howExplained,
  } as const))
  for (const no of needed) {
    const objection = refuseConsent({ ...recorded(command), ...no }, state)
    if (objection !== undefined) return objection
  }
  return {
    events: [...stopped.map((one) => endOf(command, one, parent)), ...needed.map((no): ConsentEvent => ({ type: 'ObjectionMade', ...recorded(command), ...no }))],
    noes: needed.map(({ consentId }) => consentId),
  }
}

const factOf = (command: Recorded, { subject, category, askId }: FamilyAsk) => ({ subject, ...recorded(command), category, askId })

const pass = (command: Of<'PassAsk'>, ask: FamilyAsk, state: OpenCase): Decided => {
  const objection = refuseUnlessInTeam(command, state) ?? (ask.through === command.by.person ? undefined : refuse('not-asked')) ?? refuseClosed(ask)
  return objection ?? (ask.passedAt !== undefined ? nothingToDo : record({ type: 'AskPassed', ...factOf(command, ask) }))
}

/** By who can make it so: who coordinates or stands in, and whom it was put to. */
const answer = (command: Of<'AnswerAsk'>, ask: FamilyAsk, state: OpenCase): Decided => {
  const { outcome, words } = command
  const outcomes = ask.kind === 'noSharedFile' ? ['careGoesOn'] : ['another', 'stays']
  return refuseUnlessCoordinatorOrSubstitute(command, state) ?? (askReaders(ask, state.careTeam).includes(command.by.person) ? undefined : refuse('not-asked')) ??
    refuseClosed(ask) ?? refuseChoice('outcome', outcome, outcomes) ?? refuseTexts({ words }) ??
    record({ type: 'AskAnswered', ...factOf(command, ask), outcome, words })
}

/** The noes that shut the file end with it; a yes that ended then doesn't come back by itself (C-04). */
const withdraw = (command: Of<'WithdrawAsk'>, ask: FamilyAsk, state: OpenCase): Decided => {
  const objection = refuseSaidBy(command, ask.parent, command.spoken, state)
  if (objection !== undefined) return objection
  if (ask.withdrawnAt !== undefined) return nothingToDo
  if (!isStandingAsk(ask)) return refuse('ask-closed')
  const today: IsoDate = todayOf(command, state)
  const noes = state.consents.filter((one) => ask.noes?.includes(one.consentId) === true && !isOver(one, today))
  return record<AskEvent | ConsentEvent>({ type: 'AskWithdrawn', ...factOf(command, ask) }, ...noes.map((no) => endOf(command, no, ask.parent)))
}

const refuseClosed = (ask: FamilyAsk): Objection => isOpenAsk(ask) ? undefined : refuse('ask-closed')
