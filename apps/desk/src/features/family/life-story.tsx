import { LifeLine, type LifeLineStory } from '@samenspel/pictures'
import { Button, Field, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { childrenOf } from '../../parts/members.ts'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { PartByPart } from '../safeguards/part-by-part.tsx'
import type { Family } from './family.ts'
import { LifeEventDialog } from './life-event-dialog.tsx'
import styles from './life-story.module.css'

const everything = { about: '', weight: '', setting: '' }
type Filter = keyof typeof everything
const filters = ['about', 'weight', 'setting'] as const satisfies readonly Filter[]
type Choice = { readonly value: string; readonly label: string }
const distinct = (choices: readonly Choice[]): readonly Choice[] => [...new Map(choices.map((choice) => [choice.value, choice])).values()]

const weights = { STRAIN: 'strain', STRENGTH: 'strength', NEUTRAL: 'neutral' } as const

/** The life line of the family, with the birth of the child it is about; all of it, or what is about somebody, what it did, or where it was. */
export const LifeStory = ({ family }: { readonly family: Family }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [isAdding, setAdding] = useState(false)
  const [{ about, weight, setting }, setOnly] = useState(everything)
  if (family.lifeLine.length === 0 && !family.can.contribute) return null
  const choices: Readonly<Record<Filter, readonly Choice[]>> = {
    about: distinct(family.lifeLine.map(({ subject }) => ({ value: subject.label, label: subject.label }))),
    weight: distinct(family.lifeLine.map((event) => ({ value: event.weight, label: text(`lifeStory.weight.${event.weight}`) }))),
    setting: distinct(family.lifeLine.flatMap((event) => event.setting === null ? [] : [{ value: event.setting, label: text(`setting.${event.setting}`) }])),
  }
  // What is there no more is no choice any more.
  const passes = (filter: Filter, chosen: string, value: string | null): boolean => chosen === '' || chosen === value || choices[filter].every((one) => one.value !== chosen)
  const shown = family.lifeLine.filter((event) => passes('about', about, event.subject.label) && passes('weight', weight, event.weight) && passes('setting', setting, event.setting))
  const index = childrenOf(family.members)[0]
  const when = (event: Family['lifeLine'][number]): string =>
    event.precision === 'YEAR' ? event.occurredOn.slice(0, 4) : event.precision === 'MONTH' ? dates.month(event.occurredOn) : dates.date(event.occurredOn)
  const isBirth = (event: Family['lifeLine'][number]): boolean => index !== undefined && event.occurredOn === index.birthDate && event.subject.memberIds.includes(index.id)
  const told = family.lifeLine.some(isBirth)
  const events: readonly LifeLineStory[] = [
    ...shown.map((event) => ({
      id: event.id,
      on: event.occurredOn,
      until: event.until ?? undefined,
      when: when(event),
      title: event.title,
      weight: isBirth(event) ? 'birth' as const : weights[event.weight],
      about: event.subject.label,
      where: event.setting === null ? undefined : text(`setting.${event.setting}`),
      recorded: text('lifeStory.recorded', { day: dates.date(dates.dateOf(event.recordedAt)) }),
      text: [event.text, event.whatHelped === null ? null : `${text('procedure.whatHelped')}: ${event.whatHelped}`].filter((words) => words !== null).join(' ') || undefined,
    })),
    ...(told || weight !== '' || setting !== '' || (about !== '' && about !== index?.firstName) || index?.birthDate === null || index?.birthDate === undefined ? [] : [{ id: `birth-${index.id}`, on: index.birthDate, when: dates.date(index.birthDate), title: text('lifeStory.birth', { name: index.firstName }), weight: 'birth' as const }]),
  ]
  return (
    <Section title={text('lifeStory.title')} action={family.can.contribute ? <Button kind="quiet" onClick={() => setAdding(true)}>{text('lifeStory.add')}</Button> : undefined}>
      {family.lifeLine.length === 0 && <p>{text(events.length === 0 ? 'lifeStory.empty' : 'lifeStory.onlyBirth')}</p>}
      {filters.some((filter) => choices[filter].length > 1) && (
        <div className={styles['filters']}>
          {filters.map((filter) => choices[filter].length > 1 && (
            <Field key={filter} label={text(`lifeStory.show.${filter}`)}>
              {(control) => (
                <select {...control} value={{ about, weight, setting }[filter]} onChange={(event) => setOnly((now) => ({ ...now, [filter]: event.target.value }))}>
                  <option value="">{text(`lifeStory.all.${filter}`)}</option>
                  {choices[filter].map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
                </select>
              )}
            </Field>
          ))}
        </div>
      )}
      {events.length === 0 && family.lifeLine.length > 0 && <p role="status">{text('lifeStory.nothingSo')}</p>}
      {events.length > 0 && <LifeLine title={text('lifeStory.picture', { family: family.name })} events={events} now={dates.today()} />}
      <PartByPart family={family} parts={family.lifeLine.filter(({ contributionId }) => contributionId === null).map((event) => ({ kind: 'LIFE_EVENT', id: event.id, name: `${when(event)}: ${event.title}` }))} />
      {isAdding && <LifeEventDialog family={family} onClose={() => setAdding(false)} />}
    </Section>
  )
}
