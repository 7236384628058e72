import type { OverloadSignal, ReflectionPrompt } from '../../graphql/types/overload.ts'
import { shown } from '../gate.ts'
import { actorName, dayIn, firstName, professional, type Reader } from './reader.ts'

export const reflectionPromptsView = (reader: Reader): readonly ReflectionPrompt[] => {
  const answers = shown(reader.opened, 'reflectionAnswer')
  return shown(reader.opened, 'reflectionPrompt').map(({ item: { id, at, value: { closedAt } } }) => ({
    id, openedOn: dayIn(reader, at), isOpen: closedAt === undefined,
    answers: answers.filter(({ item }) => item.value.promptId === id).map(({ item }) => ({ by: actorName(reader, item.by), text: item.value.text, at: item.at })),
  }))
}

/** Newest first. While a signal has no answer, reminders wait. */
export const overloadSignalsView = (reader: Reader): readonly OverloadSignal[] =>
  shown(reader.opened, 'overloadSignal').map(({ item: { id, value } }): OverloadSignal => ({
    id, memberId: value.by.person, firstName: firstName(reader, value.by.person), choice: value.choice, at: value.at, callBy: value.callBy,
    caller: professional(reader, value.caller), passedToSubstitute: value.isPassedToSubstitute, remindersPaused: value.answeredAt === undefined,
    ...(value.words !== undefined && { words: value.words }), ...(value.answeredAt !== undefined && { answeredAt: value.answeredAt }),
  })).reverse()
