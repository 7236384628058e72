import { LifeLine, type LifeLineStory } from '@samenspel/pictures'
import { Button, Field, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { childrenOf } from '../../parts/members.ts'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { PartByPart } from '../safeguards/part-by-part.tsx'
import type { Family } from './family.ts'
import { LifeEventDialog } from './life-event-dialog.tsx'

const weights = { STRAIN: 'strain', STRENGTH: 'strength', NEUTRAL: 'neutral' } as const

/** The life line of the family, with the birth of the child it is about. */
export const LifeStory = ({ family }: { readonly family: Family }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [isAdding, setAdding] = useState(false)
  const [about, setAbout] = useState('')
  if (family.lifeLine.length === 0 && !family.can.contribute) return null
  const subjects = [...new Set(family.lifeLine.map(({ subject }) => subject.label))]
  const shown = family.lifeLine.filter(({ subject }) => about === '' || !subjects.includes(about) || subject.label === about)
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
      text: [event.text, event.whatHelped === null ? null : `${text('procedure.whatHelped')}: ${event.whatHelped}`].filter((words) => words !== null).join(' ') || undefined,
    })),
    ...(told || (about !== '' && about !== index?.firstName) || index?.birthDate === null || index?.birthDate === undefined ? [] : [{ id: `birth-${index.id}`, on: index.birthDate, when: dates.date(index.birthDate), title: text('lifeStory.birth', { name: index.firstName }), weight: 'birth' as const }]),
  ]
  return (
    <Section title={text('lifeStory.title')} action={family.can.contribute ? <Button kind="quiet" onClick={() => setAdding(true)}>{text('lifeStory.add')}</Button> : undefined}>
      {family.lifeLine.length === 0 && <p>{text(events.length === 0 ? 'lifeStory.empty' : 'lifeStory.onlyBirth')}</p>}
      {subjects.length > 1 && (
        <Field label={text('lifeStory.show')}>
          {(control) => (
            <select {...control} value={about} onChange={(event) => setAbout(event.target.value)}>
              <option value="">{text('lifeStory.everybody')}</option>
              {subjects.map((label) => <option key={label} value={label}>{label}</option>)}
            </select>
          )}
        </Field>
      )}
      {events.length > 0 && <LifeLine title={text('lifeStory.picture', { family: family.name })} events={events} now={dates.today()} />}
      <PartByPart family={family} parts={family.lifeLine.filter(({ contributionId }) => contributionId === null).map((event) => ({ kind: 'LIFE_EVENT', id: event.id, name: `${when(event)}: ${event.title}` }))} />
      {isAdding && <LifeEventDialog family={family} onClose={() => setAdding(false)} />}
    </Section>
  )
}
