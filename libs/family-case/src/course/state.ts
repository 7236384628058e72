import type { Recorded } from '@samenspel/kernel'
import type { Labelled } from '../fact.ts'
import type { CourseEvent } from './events.ts'

/** One closing of the case; `reopened` when it goes on after all. */
export type Closing = Labelled & { readonly closingId: string; readonly words: string; readonly reopened?: Recorded & { readonly words: string } }

/** Every closing, the newest last. */
export type Course = readonly Closing[]

export const evolveCourse = (course: Course, event: CourseEvent): Course => {
  const { by, at, subject, category, closingId, words } = event
  switch (event.type) {
    case 'CaseClosed': return [...course, { closingId, words, by, at, subject, category }]
    case 'CaseReopened': return course.map((closing) => closing.closingId === closingId ? { ...closing, reopened: { by, at, words } } : closing)
  }
}

/** The closing that holds; nothing while the case is under way. */
export const closingOf = (course: Course): Closing | undefined => course.findLast(({ reopened }) => reopened === undefined)
