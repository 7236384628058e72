import { relation, type Category, type IsoInstant, type PersonId, type Recorded, type Subject } from '@samenspel/kernel'
import { entryOf, type Labelled } from '../fact.ts'
import type { AxisContent, ClassificationEvent, NewClassification } from './events.ts'

export type Classification = Labelled & NewClassification & { readonly completed?: Recorded }

/** `by` and `at` are of the newest version. */
export type ClassificationPart = Labelled & {
  readonly partId: string
  readonly classificationId: string
  readonly version: string
  readonly content: AxisContent
  /** Of a bond's rating: it was talked about with that parent, or there is a reason why not. */
  readonly discussed?: { readonly at: IsoInstant; readonly reason?: string }
}

export type Classifications = { readonly all: readonly Classification[]; readonly parts: readonly ClassificationPart[] }

export const noClassifications: Classifications = { all: [], parts: [] }

export const evolveClassifications = (state: Classifications, event: ClassificationEvent): Classifications => {
  switch (event.type) {
    case 'ClassificationStarted': return { ...state, all: [...state.all, entryOf(event)] }
    case 'ClassificationPartAdded': return { ...state, parts: [...state.parts, entryOf(event)] }
    case 'ClassificationPartChanged': {
      const { subject, category, by, at, version, content } = event
      // What is rated anew was not talked about yet.
      return withPart(state, event.partId, ({ partId, classificationId }) => ({ partId, classificationId, subject, category, by, at, version, content }))
    }
    case 'ClassificationPartRemoved': return { ...state, parts: state.parts.filter(({ partId }) => partId !== event.partId) }
    case 'BondRatingDiscussed': {
      const { at, reason } = event
      return withPart(state, event.partId, (part) => ({ ...part, discussed: { at, ...(reason !== undefined && { reason }) } }))
    }
    case 'ClassificationCompleted': return { ...state, all: state.all.map((one) => one.classificationId === event.classificationId ? { ...one, completed: { by: event.by, at: event.at } } : one) }
  }
}

const withPart = (state: Classifications, partId: string, change: (part: ClassificationPart) => ClassificationPart): Classifications =>
  ({ ...state, parts: state.parts.map((part) => part.partId === partId ? change(part) : part) })

/** A rating of a bond that nobody talked about with that parent yet. */
export const isDraft = ({ content, discussed }: Pick<ClassificationPart, 'content' | 'discussed'>): boolean => content.axis === 'caregiving' && discussed === undefined

/** Whose record a part belongs to, and under which label: the bond for what is about one caregiver, else the child or its surroundings. */
export const placeOf = (content: AxisContent, child: PersonId): { readonly subject: Subject; readonly category: Category } => {
  const ofChild: Subject = { kind: 'child', person: child }
  switch (content.axis) {
    case 'disorder': return content.caregiver === undefined ? { subject: ofChild, category: 'mentalHealth' } : { subject: relation(child, content.caregiver), category: 'relationship' }
    case 'caregiving': return { subject: relation(child, content.caregiver), category: 'relationship' }
    case 'environment': return { subject: { kind: 'surroundings', person: child }, category: 'social' }
    case 'health': return { subject: ofChild, category: 'medical' }
    case 'stressor': return { subject: ofChild, category: 'social' }
    case 'competence': return { subject: ofChild, category: 'development' }
    case 'impression': return { subject: ofChild, category: 'mentalHealth' }
  }
}
