/**
 * The course of the case: whether it is under way or was closed. A closed case stays readable for who could read it at home and for
 * each organisation its own part; nothing is added to it (C-14, P-15). That a family rests is a pause of its planning, in its agenda.
 */
import type { Category } from '@samenspel/kernel'
import type { Coordinating, Fact, Request } from '../fact.ts'

export type CourseEvent =
  | Fact<'CaseClosed', { closingId: string; category: Category; words: string }>
  | Fact<'CaseReopened', { closingId: string; category: Category; words: string }>

export type CourseCommand =
  /** `words`: how it went and where the family can turn to, for everybody who may read the plan. `hasAppointments`: something is still planned ahead. */
  | Request<'CloseCase', Coordinating & { closingId: string; words: string; hasAppointments: boolean }>
  | Request<'ReopenCase', Coordinating & { words: string }>
