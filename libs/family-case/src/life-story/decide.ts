import { categories, record, type Decision } from '@samenspel/kernel'
import { refuseChoice, refuseFutureDay, refuseLine, refusePeriod, refuseSafety, refuseTexts } from '../checks.ts'
import { settings } from '../contributions/events.ts'
import { pick, recorded } from '../fact.ts'
import { refuseUnknownSubject, refuseUnlessInTeam, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import { datePrecisions, lifeEventWeights, type LifeStoryCommand, type LifeStoryEvent, type NewLifeEvent } from './events.ts'

const fields: Readonly<Record<keyof NewLifeEvent, true>> = {
  id: true, category: true, occurredOn: true, precision: true, until: true, title: true, text: true, weight: true, setting: true,
}

export const decideLifeStory = (command: LifeStoryCommand, state: OpenCase): Decision<LifeStoryEvent> =>
  refuseLifeEvent(command, state) ??
  record({ type: 'LifeEventAdded', subject: command.subject, ...recorded(command), ...pick<NewLifeEvent>(command, fields) })

const refuseLifeEvent = (command: LifeStoryCommand, state: OpenCase): Objection => {
  const { id, category, occurredOn, until, precision, weight, setting, title, text } = command
  const today = todayOf(command, state)
  return refuseUnlessInTeam(command, state) ??
    (state.lifeStory.some((event) => event.id === id) ? refuse('id-in-use') : undefined) ??
    refuseUnknownSubject(command.subject, state) ??
    refuseChoice('category', category, categories) ?? refuseSafety(category) ??
    refuseChoice('precision', precision, datePrecisions) ??
    refuseChoice('weight', weight, lifeEventWeights) ??
    refuseChoice('setting', setting, settings) ??
    refuseFutureDay('occurredOn', occurredOn, today) ??
    refuseFutureDay('until', until, today) ?? refusePeriod(occurredOn, until) ??
    refuseLine('title', title) ??
    refuseTexts({ text })
}
