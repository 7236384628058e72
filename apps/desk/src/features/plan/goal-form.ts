import type { GoalInput, GoalScale, Route } from '@samenspel/graphql-documents/desk'
import { scaleValues } from '@samenspel/pictures'
import type { Goal } from '../family/family.ts'
import { subjectKey, subjectOf } from '../family/subjects.ts'

/** A goal as a form holds it, with the version that the edit began from (none for a new one); every level of both scales has a field, so that changing the scale loses no words. */
export type GoalValues = Readonly<Record<'version' | 'title' | 'subject' | 'route' | 'scale' | 'start' | 'isParentsOwn' | 'forParents' | `level${number}`, string>>

export const routes = ['PARENTS', 'BOND', 'SURROUNDINGS', 'CHILD'] as const satisfies readonly Route[]
export const levelField = (value: number): `level${number}` => `level${value}`

const noLevels = Object.fromEntries(scaleValues('SIX').map((value) => [levelField(value), '']))

export const newGoal = (subject: string): GoalValues => ({ version: '', title: '', subject, route: 'BOND', scale: 'FIVE', start: '-2', isParentsOwn: '', forParents: '', ...noLevels })

export const valuesOf = (goal: Goal): GoalValues => ({
  version: goal.version,
  title: goal.title,
  subject: subjectKey({ kind: goal.subject.kind, memberIds: [...goal.subject.memberIds] }),
  route: goal.route,
  scale: goal.scale,
  start: String(goal.start),
  isParentsOwn: goal.isParentsOwn ? 'yes' : '',
  forParents: goal.forParents ?? '',
  ...noLevels,
  ...Object.fromEntries(goal.levels.map((level) => [levelField(level.value), level.text])),
})

export const inputOf = (values: GoalValues): GoalInput => ({
  title: values.title,
  subject: subjectOf(values.subject),
  route: values.route as Route,
  scale: values.scale as GoalScale,
  levels: scaleValues(values.scale as GoalScale).map((value) => ({ value, text: values[levelField(value)] ?? '' })),
  start: Number(values.start),
  isParentsOwn: values.isParentsOwn === 'yes',
  ...(values.forParents.trim() !== '' && { forParents: values.forParents }),
})

/** A goal as one text, to be read beside another. */
export const goalInWords = (goal: Goal, write: (value: number) => string): string =>
  [goal.title, ...(goal.forParents === null ? [] : [goal.forParents]), ...goal.levels.toSorted((a, b) => a.value - b.value).map((level) => `${write(level.value)}  ${level.text}`)].join('\n')
