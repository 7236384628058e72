import { DraftWaysDocument } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { firstNameOf } from '../../parts/members.ts'
import { useText } from '../../parts/text.ts'
import type { BoardFamily, BoardNeed } from './board.ts'
import { inputOf, placedAs, type DraftPart, type Way, type WaysOnDay } from './draft.ts'
import styles from './place-dialog.module.css'

type Props = { readonly family: BoardFamily; readonly need: BoardNeed; readonly parts: readonly DraftPart[]; readonly onPlace: (part: DraftPart) => void; readonly onClose: () => void }

/** Day, time, form and with whom, out of what the family's week allows: the way to place and move without dragging. */
export const PlaceDialog = ({ family, need, parts, onPlace, onClose }: Props) => {
  const text = useText()
  const placed = parts.find(({ needId }) => needId === need.id)
  const [asked, again] = useQuery({ query: DraftWaysDocument, requestPolicy: 'network-only', variables: { familyId: family.id, needId: need.id, parts: inputOf(parts) } })
  return (
    <Dialog isOpen onClose={onClose} title={text(placed === undefined ? 'board.placeOf' : 'board.moveOf', { label: need.label })}>
      <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>
        {({ draftWays }) => <Choice family={family} need={need} days={draftWays} placed={placed} onPlace={onPlace} onClose={onClose} />}
      </Answered>
    </Dialog>
  )
}

type ChoiceProps = Omit<Props, 'parts'> & { readonly days: readonly WaysOnDay[]; readonly placed: DraftPart | undefined }

const Choice = ({ family, need, days, placed, onPlace, onClose }: ChoiceProps) => {
  const text = useText()
  const dates = useDates(family.zone)
  const nameOf = firstNameOf(family.members)
  const possible = days.filter(({ ways }) => ways.length > 0)
  const impossible = days.filter(({ ways, rules }) => ways.length === 0 && !rules.includes('window'))
  const [wish, setWish] = useState<Partial<Record<'date' | 'time' | 'form' | 'who', string>>>({ ...(placed !== undefined && { date: placed.date, time: placed.start }) })
  const formOf = ({ modality, place }: Way): string => place?.name ?? text(`modality.${modality}`)
  const whoOf = ({ attendees, professionals }: Way): string => [attendees.map(nameOf).filter(Boolean).join(' + '), professionals.map(({ name }) => name).join(', ')].filter(Boolean).join(' · ')

  const day = possible.find(({ date }) => date === wish.date) ?? possible[0]
  const lightest = day?.ways[0]
  const times = [...new Set(day?.ways.map(({ start }) => start))].toSorted()
  const time = times.includes(wish.time ?? '') ? wish.time : lightest?.start
  const atTime = day?.ways.filter(({ start }) => start === time) ?? []
  const forms = [...new Set(atTime.map(formOf))]
  const form = forms.includes(wish.form ?? '') ? wish.form : forms[0]
  const inForm = atTime.filter((way) => formOf(way) === form)
  const whos = [...new Set(inForm.map(whoOf))]
  const way = inForm.find((one) => whoOf(one) === wish.who) ?? inForm[0]

  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (day !== undefined && way !== undefined) onPlace(placedAs(need.id, day.date, way)) }}>
      <p className={styles['soft']}>{[need.organisation.name, text('board.need', { minutes: need.minutes, from: dates.shortDate(need.from), until: dates.shortDate(need.deadline) })].join(' · ')}</p>
      {day === undefined ? <p>{text('board.noWay')}</p> : (
        <>
          <Select label={text('board.day')} value={day.date} options={possible.map(({ date }) => ({ value: date, label: dates.day(date) }))} onChange={(date) => setWish({ date })} />
          <Select label={text('board.time')} value={time ?? ''} options={times.map((one) => ({ value: one, label: one === lightest?.start ? text('board.lightest', { what: dates.clock(one) }) : dates.clock(one) }))} onChange={(chosen) => setWish({ ...wish, date: day.date, time: chosen })} />
          <Select label={text('board.form')} value={form ?? ''} options={forms.map((one) => ({ value: one, label: one }))} onChange={(chosen) => setWish({ ...wish, date: day.date, ...(time !== undefined && { time }), form: chosen })} />
          <Select label={text('board.who')} value={way === undefined ? '' : whoOf(way)} options={whos.map((one) => ({ value: one, label: one }))} onChange={(who) => setWish({ ...wish, date: day.date, ...(time !== undefined && { time }), ...(form !== undefined && { form }), who })} />
        </>
      )}
      {impossible.length > 0 && (
        <details className={styles['why']} open={day === undefined}>
          <summary>{text('board.notOn')}</summary>
          <ul>{impossible.map(({ date, sentence }) => <li key={date}><strong>{dates.shortDay(date)}</strong> {sentence}</li>)}</ul>
        </details>
      )}
      <div className={styles['row']}>
        {day !== undefined && <Button type="submit">{text('board.put')}</Button>}
        <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
      </div>
    </form>
  )
}

type SelectProps = { readonly label: string; readonly value: string; readonly options: readonly { readonly value: string; readonly label: string }[]; readonly onChange: (value: string) => void }

const Select = ({ label, value, options, onChange }: SelectProps) => (
  <Field label={label}>
    {(control) => (
      <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    )}
  </Field>
)
