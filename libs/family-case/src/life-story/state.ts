import { added } from '@samenspel/kernel'
import { entryOf, type Labelled } from '../fact.ts'
import type { LifeStoryEvent, NewLifeEvent } from './events.ts'

export type LifeEvent = Labelled & NewLifeEvent

export const evolveLifeStory = (story: readonly LifeEvent[], event: LifeStoryEvent): readonly LifeEvent[] => added(story, entryOf(event))
