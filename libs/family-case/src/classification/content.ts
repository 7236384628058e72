/** What a part of a classification may say: each axis with its own checks, and nothing stored but what it names. */
import type { IsoDate, PersonId } from '@samenspel/kernel'
import { refuseChoice, refuseFutureDay, refuseLine, refuseTexts } from '../checks.ts'
import { findMember, isAdult } from '../family/family.ts'
import { areDyad } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import {
  axes, caregivingAspects, childAspects, competenceDomains, competenceRatings, disorderClusters, environmentAspects, ratingValues, relationLevels, stressorGroups, type AspectRating, type AxisContent,
  type CompetenceLine, type RelationLevel,
} from './events.ts'

/** The earliest beginning of what weighs on a child, in months: during the pregnancy, or the year before it. */
export const earliestOnset = -21
/** The oldest child of this system is not yet six. */
export const latestOnset = 71

/** @returns exactly what an axis has, without fields that are absent or that another axis has */
export const contentOf = (content: AxisContent): AxisContent => {
  switch (content.axis) {
    case 'disorder': {
      const { axis, cluster, label, code, isPrimary, caregiver } = content
      return { axis, cluster, label, isPrimary, ...given({ code, caregiver }) }
    }
    case 'caregiving': {
      const { axis, caregiver, aspects, childAspects: ofChild, level } = content
      return { axis, caregiver, aspects: aspects.map(aspectOf), childAspects: ofChild.map(aspectOf), level }
    }
    case 'environment': return { axis: content.axis, aspects: content.aspects.map(aspectOf), level: content.level }
    case 'health': {
      const { axis, text, code, since } = content
      return { axis, text, ...given({ code, since }) }
    }
    case 'stressor': {
      const { axis, group, text, onsetMonths, note } = content
      return { axis, group, text, onsetMonths, note }
    }
    case 'competence': return { axis: content.axis, lines: competenceDomains.flatMap((domain) => content.lines.filter((line) => line.domain === domain).map(({ rating }) => ({ domain, rating }))) }
    case 'impression': return { axis: content.axis, text: content.text }
  }
}

const given = <Fields extends object>(fields: Fields): { readonly [Field in keyof Fields]?: Exclude<Fields[Field], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { readonly [Field in keyof Fields]?: Exclude<Fields[Field], undefined> }

const aspectOf = ({ aspect, value, note }: AspectRating): AspectRating => ({ aspect, value, ...(note !== undefined && { note }) })

/** @param child whom the classification is about  @param today in the zone of the case */
export const refuseContent = (content: AxisContent, child: PersonId, today: IsoDate, state: OpenCase): Objection => {
  const axis = refuseChoice('axis', content.axis, axes)
  if (axis !== undefined) return axis
  switch (content.axis) {
    case 'disorder':
      return refuseChoice('cluster', content.cluster, disorderClusters) ?? refuseLine('label', content.label) ?? refuseLine('code', content.code) ??
        (content.caregiver === undefined ? undefined : refuseCaregiver(content.caregiver, child, state))
    case 'caregiving':
      return refuseCaregiver(content.caregiver, child, state) ?? refuseLevel(content.level) ?? refuseAspects('aspects', content.aspects, caregivingAspects) ?? refuseAspects('childAspects', content.childAspects, childAspects)
    case 'environment': return refuseLevel(content.level) ?? refuseAspects('aspects', content.aspects, environmentAspects)
    case 'health': return refuseLine('text', content.text) ?? refuseLine('code', content.code) ?? refuseFutureDay('since', content.since, today)
    case 'stressor':
      return refuseChoice('group', content.group, stressorGroups) ?? refuseLine('text', content.text) ?? (content.note === '' ? undefined : refuseTexts({ note: content.note })) ?? refuseOnset(content.onsetMonths, child, today, state)
    case 'competence': return refuseCompetence(content.lines)
    case 'impression': return refuseTexts({ text: content.text })
  }
}

/** An adult of the family with whom the child has a bond. */
const refuseCaregiver = (caregiver: PersonId, child: PersonId, state: OpenCase): Objection => {
  const member = findMember(state.family, caregiver)
  return member !== undefined && isAdult(member) && areDyad([child, caregiver], state) ? undefined : refuse('person-unknown', { field: 'caregiver' })
}

const refuseLevel = (level: RelationLevel): Objection => relationLevels.includes(level) ? undefined : refuse('choice-unknown', { field: 'level' })

const refuseAspects = (field: string, ratings: readonly AspectRating[], known: readonly string[]): Objection => {
  for (const { aspect, value, note } of ratings) {
    const objection = refuseChoice(field, aspect, known) ?? refuseChoice('value', value, ratingValues) ?? refuseLine('note', note)
    if (objection !== undefined) return objection
  }
  return new Set(ratings.map(({ aspect }) => aspect)).size === ratings.length ? undefined : refuse('choice-unknown', { field })
}

/** All five domains, each once (K-07). */
const refuseCompetence = (lines: readonly CompetenceLine[]): Objection => {
  for (const { domain, rating } of lines) {
    const objection = refuseChoice('domain', domain, competenceDomains) ?? refuseChoice('rating', rating, competenceRatings)
    if (objection !== undefined) return objection
  }
  return lines.length === competenceDomains.length && competenceDomains.every((domain) => lines.some((line) => line.domain === domain)) ? undefined : refuse('ratings-incomplete')
}

/** Whole months, before birth too, and not after today (K-08). */
const refuseOnset = (months: number, child: PersonId, today: IsoDate, { family }: OpenCase): Objection => {
  if (!Number.isInteger(months) || months < earliestOnset || months > latestOnset) return refuse('onset-impossible', { field: 'onsetMonths', earliest: earliestOnset, latest: latestOnset })
  const birth = findMember(family, child)?.birthDate
  if (birth === undefined) return undefined
  return Temporal.PlainDate.from(birth).add({ months }).toString() > today ? refuse('date-in-future', { field: 'onsetMonths' }) : undefined
}
